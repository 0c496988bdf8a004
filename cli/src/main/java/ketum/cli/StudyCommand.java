package ketum.cli;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import ketum.kratom.data.Predictions;
import ketum.kratom.data.Predictions.Score;
import ketum.kratom.data.Predictions.Slot;
import ketum.kratom.data.Studies;
import ketum.kratom.data.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ketum study}: the published studies that the model is held against. */
@Command(name = "study", synopsisSubcommandLabel = "COMMAND",
        header = "Published studies, and what the model predicts for each of them.",
        footer = {"", "Examples:", "  ketum study list", "  ketum study score"})
final class StudyCommand implements Runnable {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    StudyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    @Command(name = "list",
            header = "Lists the studies: name, what each is used for, how many people, and what it is.")
    void list() {
        for (Study study : Studies.standard().all()) {
            terminal.out().printf("%s (%s, %d people)%n    %s%n", study.name(), purposes(study), study.people().n(), study.title());
        }
    }

    @Command(name = "score", header = "Scores the dated predictions for data that nobody here had seen, as far as they have been read since.",
            footer = {"", "A prediction counts as inside where the observed number lies in the interval stated with it, before."})
    void score() {
        Map<Score, Integer> count = new EnumMap<>(Score.class);
        for (Slot slot : Predictions.standard().all()) {
            count.merge(slot.score(), 1, Integer::sum);
            String predicted = slot.forecast().map(forecast -> "predicted %s (%s to %s) %s on %s".formatted(number(forecast.predicted()),
                    number(forecast.low()), number(forecast.high()), slot.unit(), forecast.madeOn())).orElse("not predicted");
            String observed = slot.outcome().map(outcome -> "observed " + number(outcome.observed())).orElse("no data yet");
            terminal.out().printf("%-13s %s: %s; %s%n", words(slot.score()), slot.id(), predicted, observed);
        }
        terminal.out().println(Arrays.stream(Score.values()).map(score -> words(score) + " " + count.getOrDefault(score, 0))
                .collect(Collectors.joining(", ")));
    }

    private static String words(Score score) {
        return score.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** As it was written in the table: without a trailing ".0". */
    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String purposes(Study study) {
        return study.observations().stream().map(observation -> observation.purpose().name().toLowerCase(Locale.ROOT)).distinct().sorted()
                .collect(Collectors.joining(" and "));
    }
}

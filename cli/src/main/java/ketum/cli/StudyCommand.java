package ketum.cli;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ketum.kratom.data.Predictions;
import ketum.kratom.data.Predictions.Score;
import ketum.kratom.data.Predictions.Slot;
import ketum.kratom.data.Studies;
import ketum.kratom.data.Study;
import ketum.kratom.study.Forecasts;
import ketum.kratom.study.StudyResult;
import ketum.kratom.study.StudyRunner;
import ketum.kratom.study.ValidationPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ketum study}: the published studies that the model is held against. */
@Command(name = "study", synopsisSubcommandLabel = "COMMAND",
        header = "Published studies, and what the model predicts for each of them.",
        footer = {
            "",
            "Examples:",
            "  ketum study list",
            "  ketum study run tanna-2022",
            "  ketum study forecast",
            "  ketum study score"})
final class StudyCommand implements Runnable {

    private static final String PAGE = "--write";

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

    @Command(name = "forecast",
            header = "Computes the model's forecasts of trials whose results are not known here, as frozen in the data (about a minute).")
    void forecast() {
        terminal.out().println("id,predicted,low,high");
        new Forecasts(Runtime.getRuntime().availableProcessors()).all().forEach(forecast -> terminal.out().println(forecast.csv()));
    }

    @Command(name = "run", header = "Repeats a study's design with virtual people and prints predicted beside observed.",
            description = {
                "",
                "A miss is a result like any other: the exit status stays 0. The same seed gives the same numbers.",
                ""},
            footer = {
                "",
                "Examples:",
                "  ketum study run tanna-2022",
                "  ketum study run huestis-2024-single --json",
                "  ketum study run --all --write docs/validation.md"})
    void run(@Parameters(paramLabel = "NAME", arity = "0..*", description = "a study as listed by 'ketum study list'") List<String> names,
             @Option(names = "--all", description = "every study") boolean all,
             @Option(names = "--json", description = "print JSON") boolean json,
             @Option(names = PAGE, paramLabel = "FILE", description = "also write the page that shows all runs (Markdown)") String page,
             @Option(names = "--seed", paramLabel = "N", defaultValue = "" + StudyRunner.SEED, description = "seed of all draws (default: ${DEFAULT-VALUE})") long seed,
             @Option(names = "--effort", paramLabel = "SHARE", defaultValue = "1",
                     description = "share of the usual number of repeats, from 0.01 to 10 (default: 1)") double effort) {
        List<Study> studies = chosen(names, all);
        if (!(effort >= 0.01 && effort <= 10)) {
            throw new InputProblem("--effort " + effort + " is not between 0.01 and 10");
        }
        Optional<Outputs> outputs = Optional.ofNullable(page).map(path -> new Outputs(Map.of(PAGE, path)));
        StudyRunner runner = new StudyRunner(seed, effort, Runtime.getRuntime().availableProcessors());
        List<StudyResult> results = new ArrayList<>();
        for (Study study : studies) {
            results.add(terminal.during("Running " + study.name(), () -> runner.run(study)));
        }
        outputs.ifPresent(places -> places.deliver(
                Map.of(PAGE, new ValidationPage(results).text(commandLine(studies, all, page, seed, effort)).getBytes(StandardCharsets.UTF_8)), terminal.out()));
        if (outputs.isPresent() && outputs.get().takesStandardOutput()) {
            return;
        }
        if (json) {
            terminal.out().println(StudyJson.text(results));
        } else {
            results.forEach(this::print);
        }
    }

    private static String commandLine(List<Study> studies, boolean all, String page, long seed, double effort) {
        return "ketum study run " + (all ? "--all" : studies.stream().map(Study::name).collect(Collectors.joining(" ")))
                + (effort == 1 ? "" : " --effort " + effort) + (seed == StudyRunner.SEED ? "" : " --seed " + seed) + " --write docs/validation.md";
    }

    private List<Study> chosen(List<String> names, boolean all) {
        if (all == (names != null && !names.isEmpty())) {
            throw new InputProblem("name one or more studies, or --all for every one; 'ketum study list' shows them");
        }
        if (all) {
            return List.copyOf(Studies.standard().all());
        }
        return names.stream().map(StudyCommand::known).toList();
    }

    private static Study known(String name) {
        return Studies.standard().find(name).orElseThrow(() -> {
            List<String> all = Studies.standard().all().stream().map(Study::name).toList();
            List<String> near = NearNames.of(name, all);
            return new InputProblem("there is no study \"" + name + "\"; " + (near.isEmpty() ? "" : "did you mean " + String.join(" or ", near) + "? ")
                    + "Studies: " + String.join(", ", all));
        });
    }

    private void print(StudyResult result) {
        terminal.out().printf("%s: %s%n%d repeats of %d people, seed %d%n", result.study().name(), result.study().title(), result.replicates(), result.people(), result.seed());
        result.remarks().forEach(remark -> terminal.out().println(remark));
        for (StudyResult.Row row : result.rows()) {
            terminal.out().printf(Locale.ROOT, "  %-10s %s%n             predicted %s, observed %s %s (%s; %s)%n", ValidationPage.words(row.verdict()),
                    ValidationPage.subject(row), ValidationPage.predicted(row), StudyResult.number(row.observation().observed()), row.observation().unit(),
                    StudyResult.words(row.observation().band()), row.observation().purpose().name().toLowerCase(Locale.ROOT));
            if (!row.note().isEmpty()) {
                terminal.out().println("             " + row.note());
            }
        }
        terminal.out().println();
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

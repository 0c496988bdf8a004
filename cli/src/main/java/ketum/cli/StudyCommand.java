package ketum.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import ketum.kratom.data.Studies;
import ketum.kratom.data.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ketum study}: the published studies that the model is held against. */
@Command(name = "study", synopsisSubcommandLabel = "COMMAND",
        header = "Published studies, and what the model predicts for each of them.",
        footer = {"", "Examples:", "  ketum study list"})
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

    private static String purposes(Study study) {
        return study.observations().stream().map(observation -> observation.purpose().name().toLowerCase(Locale.ROOT)).distinct().sorted()
                .collect(Collectors.joining(" and "));
    }
}

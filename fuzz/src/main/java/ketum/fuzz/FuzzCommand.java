package ketum.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ketum fuzz}: lists the targets, runs Jazzer over one, tries long inputs, or replays one input. */
@Command(name = "fuzz",
        header = "Feeds a reader with inputs that are made to break it (Jazzer, guided by coverage).",
        description = {
            "",
            "Without TARGET: the list of targets, each with the time for which it is usually run. An input that makes a reader fail, hang "
                    + "or take too much memory is kept, and how to replay it is said. What was learnt stays in target/fuzzing for the next run.",
            ""},
        footer = {
            "",
            "Examples:",
            "  ./ketum fuzz",
            "  ./ketum fuzz certificate --seconds 600",
            "  ./ketum fuzz article --long",
            "  ./ketum fuzz model --replay target/fuzzing/model/found/crash-0a1b2c",
            "",
            "Exit status: 0 nothing found, 1 a finding, 2 wrong arguments, 69 Jazzer does not run here.",
            "Only a checkout has this command."})
final class FuzzCommand implements Callable<Integer> {

    static final int FINDING = 1;
    static final int BAD_INPUT = 2;
    static final int ENVIRONMENT = 69;

    private static final int MOST_SECONDS = 7 * 24 * 3600;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TARGET", arity = "0..1", description = "a name of the list")
    private String name;

    @Option(names = "--seconds", paramLabel = "N", description = "how long, in place of the usual time")
    private Integer seconds;

    @Option(names = "--long", description = "no Jazzer: try inputs as long as the reader accepts, and name the slowest")
    private boolean longInputs;

    @Option(names = "--replay", paramLabel = "FILE", description = "no Jazzer: read this one input, and show what happens")
    private Path replay;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this help")
    private boolean help;

    private FuzzCommand(Console console) {
        this.console = console;
    }

    static int run(Console console, String... arguments) {
        return new CommandLine(new FuzzCommand(console))
                .setCommandName("ketum fuzz")
                .setUsageHelpWidth(100)
                .setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setParameterExceptionHandler((problem, words) -> {
                    console.err().println("ketum: " + problem.getMessage());
                    console.err().println("Try 'ketum fuzz --help'.");
                    return BAD_INPUT;
                })
                .setExecutionExceptionHandler((failure, command, result) -> {
                    failure.printStackTrace(console.err());
                    return ENVIRONMENT;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (name == null) {
            if (seconds != null || longInputs || replay != null) {
                throw new ParameterException(spec.commandLine(), "which target? " + names());
            }
            list();
            return 0;
        }
        Target target = Targets.named(name).orElseThrow(() -> new ParameterException(spec.commandLine(), "no target is called \"" + name + "\"; there are " + names()));
        if ((seconds == null ? 0 : 1) + (longInputs ? 1 : 0) + (replay == null ? 0 : 1) > 1) {
            throw new ParameterException(spec.commandLine(), "one of --seconds, --long and --replay");
        }
        if (replay != null) {
            return replay(target);
        }
        if (longInputs) {
            return new LongRun(target, console).run();
        }
        int time = Optional.ofNullable(seconds).orElse(target.seconds());
        if (time < 1 || time > MOST_SECONDS) {
            throw new ParameterException(spec.commandLine(), "--seconds: found " + time + "; accepted are 1 to " + MOST_SECONDS);
        }
        return new JazzerRun(target, time, console).run();
    }

    private void list() {
        console.out().println("Targets, and the seconds for which each is usually run:");
        for (Target target : Targets.ALL) {
            console.out().printf("  %-12s %4d  %s%n", target.name(), target.seconds(), target.reads());
        }
        console.out().println("./ketum fuzz TARGET [--seconds N]; ./ketum fuzz --help");
    }

    private static String names() {
        return String.join(", ", Targets.ALL.stream().map(Target::name).toList());
    }

    private int replay(Target target) throws IOException {
        if (!Files.isRegularFile(replay)) {
            throw new ParameterException(spec.commandLine(), "--replay: there is no file " + replay);
        }
        Guard.Outcome outcome = Guard.outcome(target, Files.readAllBytes(replay));
        if (outcome.finding().isEmpty()) {
            console.out().println("Read, or refused as it says it refuses: no finding.");
            return 0;
        }
        outcome.finding().get().printStackTrace(console.err());
        return FINDING;
    }
}

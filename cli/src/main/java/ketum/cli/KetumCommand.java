package ketum.cli;

import java.io.PrintWriter;
import ketum.kratom.Versions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code ketum}: names the subcommands, and turns every failure into a short message and an exit status. */
@Command(name = "ketum", versionProvider = KetumCommand.VersionLines.class,
        synopsisSubcommandLabel = "COMMAND",
        header = "What kratom does in a body, and the way out, with the sources and how sure they are.",
        footer = {
            "",
            "Examples:",
            "  ketum assess examples/daily-leaf.yaml",
            "  ketum assess me.yaml --html report.html",
            "  ketum referral --in US",
            "  ketum law --in US-OH",
            "  ketum simulate examples/models/oral.ant --data examples/models/oral.csv",
            "  ketum COMMAND --help",
            "  ./ketum verify          runs every test of a checkout",
            "  ./ketum mutation        measures how many small faults the engine's tests notice (an hour or more)",
            "  ./ketum bench --help    times the engine beside other programs, in a checkout",
            "  ./ketum fuzz            feeds the readers of files with inputs made to break them",
            "  ./ketum plugin parquet  fetches what simulate needs to write Parquet",
            "",
            "Exit status: 0 done, 1 internal failure, 2 input cannot be used,",
            "3 some subjects of a simulation failed, 69 Java or Maven missing.",
            "KETUM_DEBUG=1 shows the stack trace of an internal failure."})
final class KetumCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "show this help")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "show the versions of software, model and data")
    private boolean version;

    private KetumCommand() {
    }

    /** Runs one command line to its end and returns the exit status; never throws. */
    static int run(Terminal terminal, Assessor assessor, String... arguments) {
        try {
            return commandLine(terminal, assessor).execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError failure) {
            return sayFailure(terminal, failure);
        }
    }

    private static CommandLine commandLine(Terminal terminal, Assessor assessor) {
        return new CommandLine(new KetumCommand())
                .addSubcommand(new AssessCommand(terminal, assessor))
                .addSubcommand(new LawCommand(terminal))
                .addSubcommand(new ProductCommand(terminal))
                .addSubcommand(new InteractCommand(terminal))
                .addSubcommand(new ClaimCommand(terminal))
                .addSubcommand(new CheckArticleCommand(terminal))
                .addSubcommand(new SourcesCommand(terminal))
                .addSubcommand(new ReferralCommand(terminal))
                .addSubcommand(new QuestionnaireCommand(terminal))
                .addSubcommand(new DataCommand(terminal))
                .addSubcommand(new StudyCommand(terminal))
                .addSubcommand(new SimulateCommand(terminal))
                .addSubcommand(new CalibrateCommand(terminal))
                .addSubcommand(new CompletionCommand(terminal))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(80)
                .setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setParameterExceptionHandler((problem, args) -> sayUsageProblem(terminal, problem))
                .setExecutionExceptionHandler((failure, command, result) -> sayFailure(terminal, failure));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int sayUsageProblem(Terminal terminal, ParameterException problem) {
        terminal.say(problem.getMessage());
        terminal.err().println("Try '" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.BAD_INPUT;
    }

    private static int sayFailure(Terminal terminal, Throwable failure) {
        if (failure instanceof InputProblem problem) {
            terminal.say(problem.getMessage());
            return ExitCode.BAD_INPUT;
        }
        // The failure's own message is left out: it may repeat what stands in somebody's case file.
        StackTraceElement[] trace = failure.getStackTrace();
        terminal.err().println("ketum: internal failure, " + failure.getClass().getSimpleName()
                + (trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber())
                + ". Nothing was written. Set KETUM_DEBUG=1 to see where it comes from.");
        if (terminal.debug()) {
            failure.printStackTrace(terminal.err());
        }
        return ExitCode.INTERNAL_FAILURE;
    }

    /** Three lines: software, model, data. */
    static final class VersionLines implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"ketum " + Versions.software(), "model " + Versions.model(), "data " + Versions.data()};
        }
    }
}

package ketum.bench;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ketum bench}: names the benchmarks. */
@Command(name = "bench", synopsisSubcommandLabel = "COMMAND",
        header = "Benchmarks of the engine beside other programs, on this machine, in one run.",
        footer = {"", "  ./ketum bench COMMAND --help", "", "Only a checkout has this command."})
final class BenchCommand implements Runnable {

    private static final int FAILURE = 1;
    private static final int BAD_INPUT = 2;

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "show this help")
    private boolean help;

    private BenchCommand() {
    }

    static int run(Console console, String... arguments) {
        return new CommandLine(new BenchCommand())
                .addSubcommand(new K8Command(console))
                .addSubcommand(new ReportCommand(console))
                .addSubcommand(new JmhCommand())
                .setCommandName("ketum bench")
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setParameterExceptionHandler((problem, words) -> {
                    console.err().println("ketum: " + problem.getMessage());
                    console.err().println("Try '" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
                    return BAD_INPUT;
                })
                .setExecutionExceptionHandler((failure, command, result) -> {
                    failure.printStackTrace(console.err());
                    return FAILURE;
                })
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}

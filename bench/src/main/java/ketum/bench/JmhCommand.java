package ketum.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ketum bench jmh}: hands its words to JMH. */
@Command(name = "jmh", header = "Small benchmarks of parts of a run, by JMH, for work on the engine.",
        description = {"", "Words after the command are JMH's own: a pattern of names, then, after --, options (-h tells them all)."},
        footer = {"", "Examples:",
            "  ./ketum bench jmh -- -l                                        names them",
            "  ./ketum bench jmh ElementaryBenchmark",
            "  ./ketum bench jmh -- Integration -p lanes=VECTOR -p doses=1 -p outputs=1 -prof gc"})
final class JmhCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "WORD", description = "words for JMH")
    private List<String> words = List.of();

    @Override
    public Integer call() throws RunnerException {
        try {
            CommandLineOptions forJmh = new CommandLineOptions(words.toArray(String[]::new));
            if (forJmh.shouldHelp()) {
                forJmh.showHelp();
            } else if (forJmh.shouldList()) {
                new Runner(forJmh).list();
            } else if (forJmh.shouldListProfilers()) {
                forJmh.listProfilers();
            } else {
                new Runner(forJmh).run();
            }
            return 0;
        } catch (CommandLineOptionException problem) {
            throw new ParameterException(spec.commandLine(), problem.getMessage());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}

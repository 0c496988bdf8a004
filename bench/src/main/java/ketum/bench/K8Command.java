package ketum.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import ketum.engine.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ketum bench k8}. */
@Command(name = "k8", sortOptions = false,
        header = "Times the engine on the dosing problem K8, beside a scalar C program, and checks every number.",
        description = {"",
            "K8: 8 states, 90 doses, 720 hours, all states recorded every hour; the model is text, compiled like any other. Each "
            + "round runs the engine and the C program (Dormand-Prince 5(4), gcc -O3 -march=native) once, in turning order and on one core; "
            + "figures are medians, ratios are taken within a round. The error of a subject is the greatest |difference| / (0.001 + |value|) "
            + "over states and hours without a dose, against an exact solution computed here."},
        footer = {"",
            "Examples:",
            "  ./ketum bench k8",
            "  ./ketum bench k8 --rtol 1e-6 --json -",
            "  ./ketum bench k8 --stiff --rtol 1e-6 --subjects 200",
            "",
            "Two more run beside it where they are found: CVODE, once bench/rivals/cvode.sh has built it, and R's deSolve (Debian packages "
            + "r-base-core and r-cran-desolve), both for the first 250 subjects.",
            "Where gcc is missing, the ratio is left out (null in JSON). Exit status: 0 done, 2 input cannot be used."})
final class K8Command implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rtol", paramLabel = "NUMBER", defaultValue = "1e-8", description = "relative tolerance (default ${DEFAULT-VALUE})")
    private double relativeTolerance;

    @Option(names = "--atol", paramLabel = "NUMBER", defaultValue = "1e-8", description = "absolute tolerance (default ${DEFAULT-VALUE})")
    private double absoluteTolerance;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "1",
            description = "threads of the engine (default ${DEFAULT-VALUE}); with more than one, one thread is timed beside it")
    private int threads;

    @Option(names = "--subjects", paramLabel = "N", defaultValue = "1000", description = "number of subjects (default ${DEFAULT-VALUE})")
    private int subjects;

    @Option(names = "--stiff", description = "the variant K8-S: the effect site is 400 times as fast")
    private boolean stiff;

    @Option(names = "--lanes", paramLabel = "CHOICE", defaultValue = "automatic",
            description = "code of the engine: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private Options.Lanes lanes;

    @Option(names = "--method", paramLabel = "CHOICE", defaultValue = "automatic",
            description = "method of the engine: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private Options.Method method;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "7", description = "measured rounds, at least 1 (default ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--warm-up", paramLabel = "SECONDS", defaultValue = "3",
            description = "time before the rounds that count, at least (default ${DEFAULT-VALUE}); 0 for one round")
    private double warmUpSeconds;

    @Option(names = "--c-only", description = "beside the C program, none of the others that may be here (CVODE, deSolve)")
    private boolean onlyC;

    @Option(names = "--alone", description = "without any other program")
    private boolean alone;

    @Option(names = "--no-pin", description = "leave it to the system which core runs what")
    private boolean free;

    @Option(names = "--json", paramLabel = "FILE", description = "write the result as JSON; - for stdout, without the text")
    private String json;

    K8Command(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        check(relativeTolerance > 0 && relativeTolerance < 1, "--rtol " + relativeTolerance + ": a number above 0 and below 1 is needed");
        check(absoluteTolerance > 0 && Double.isFinite(absoluteTolerance), "--atol " + absoluteTolerance + ": a number above 0 is needed");
        int processors = Runtime.getRuntime().availableProcessors();
        check(threads >= 1 && threads <= processors, "--threads " + threads + ": from 1 to " + processors + ", the cores of this machine");
        check(subjects >= 1 && subjects <= 100_000, "--subjects " + subjects + ": from 1 to 100000");
        check(rounds >= 1 && rounds <= 1000, "--rounds " + rounds + ": from 1 to 1000");
        check(warmUpSeconds >= 0 && warmUpSeconds <= 60, "--warm-up " + warmUpSeconds + ": from 0 to 60 seconds");
        Path file = json == null || json.equals("-") ? null : Path.of(json).toAbsolutePath();
        check(file == null || Files.isDirectory(file.getParent()) && !Files.isDirectory(file),
                "--json " + json + ": no file can be written there; does the folder exist?");
        K8Settings settings = new K8Settings(new K8Problem(stiff), relativeTolerance, absoluteTolerance, threads, subjects, rounds,
                lanes, method, warmUpSeconds, !alone, !alone && !onlyC, !free);
        K8Result result = new K8Run(settings, console.folder(), console.progress()).result();
        if (json != null && file == null) {
            console.out().print(K8Json.write(result));
        } else {
            console.out().print(K8Text.write(result));
        }
        if (file != null) {
            Files.writeString(file, K8Json.write(result), StandardCharsets.UTF_8);
        }
        return 0;
    }

    private void check(boolean fine, String otherwise) {
        if (!fine) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}

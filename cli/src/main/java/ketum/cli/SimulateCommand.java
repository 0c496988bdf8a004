package ketum.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import ketum.cli.simulate.OutputTimes;
import ketum.cli.simulate.ParquetPlugin;
import ketum.cli.simulate.Provenance;
import ketum.cli.simulate.Request;
import ketum.cli.simulate.Result;
import ketum.cli.simulate.RunJson;
import ketum.cli.simulate.Simulation;
import ketum.cli.simulate.UnusableInput;
import ketum.engine.Options;
import ketum.engine.data.DataException;
import ketum.engine.data.DataSet;
import ketum.engine.model.Model;
import ketum.engine.model.ModelException;
import ketum.kratom.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ketum simulate}: runs any model over a data set and writes a table. */
@Command(name = "simulate", showDefaultValues = true, sortOptions = false,
        header = "Runs any model over a data set of doses and covariates, and writes what comes out.",
        description = {
            "",
            "MODEL is a text in Antimony, the data set is in the style of NONMEM. The table has one row per subject and "
                    + "time: ID,REP,TIME and the outputs. Units stand beside it in NAME.csv-metadata.json, or inside the "
                    + "Parquet file. Without --out a summary is printed and nothing is written.",
            ""},
        footer = {
            "",
            "Examples:",
            "  ketum simulate oral.ant --data oral.csv",
            "  ketum simulate oral.ant --data oral.csv --times 0:96:0.5 --out table.csv",
            "  ketum simulate oral.ant --data oral.csv --variability oral-variability.csv \\",
            "        --subjects 100 --out table.parquet",
            "  ketum simulate turnover.ant --times 0:24:1 --set kin=4 --out - | head",
            "These models are in examples/models.",
            "",
            "Exit status 3: some subjects could not be integrated. They are named on stderr,",
            "and their cells are empty.",
            "What the files may hold, and three worked models: docs/user/simulate.md"})
final class SimulateCommand implements Callable<Integer> {

    private static final int MOST_SUBJECTS = 1_000_000;
    private static final String OUT = "--out";
    private static final String METADATA = "the metadata of --out";
    private static final String JSON = "--json";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "the model's file (.ant)")
    private Path modelFile;

    @Option(names = "--data", paramLabel = "FILE", description = "doses, covariates and observation times (CSV)")
    private Path dataFile;

    @Option(names = "--times", paramLabel = "LIST", description = "times to write, in the model's unit: single ones and first:last:step, as in "
            + "0,0.5,1:24:1 (default: the observation records of the data set)")
    private String times;

    @Option(names = "--output", showDefaultValue = Help.Visibility.NEVER, paramLabel = "ID", split = ",", description = "states, assignments and parameters to write, with commas between "
            + "(default: all states and assignments)")
    private List<String> outputs = new ArrayList<>();

    @Option(names = "--set", showDefaultValue = Help.Visibility.NEVER, paramLabel = "ID=VALUE", description = "another value for a parameter, in its own unit; repeatable")
    private List<String> values = new ArrayList<>();

    @Option(names = "--covariate", showDefaultValue = Help.Visibility.NEVER, paramLabel = "ID=RULE", description = "what a column is between records: constant, locf, nocb or linear; "
            + "repeatable. A column that is not declared must be constant")
    private List<String> covariates = new ArrayList<>();

    @Option(names = "--variability", paramLabel = "FILE", description = "how parameters differ between subjects (CSV)")
    private Path variabilityFile;

    @Option(names = "--subjects", paramLabel = "N", defaultValue = "1",
            description = "how often each subject is there, each time with parameters drawn anew; more than 1 needs --variability")
    private int subjects;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of the draws; replicate 7 of subject 3 is the same for every N")
    private long seed;

    @Option(names = OUT, paramLabel = "FILE", description = "write the table: NAME.csv, NAME.parquet, or - for CSV on standard output")
    private String out;

    @Option(names = JSON, paramLabel = "FILE", description = "describe the run: columns with units, summary, failures, work (- is standard output)")
    private String json;

    @Option(names = "--rtol", paramLabel = "X", defaultValue = "1e-8", description = "error per step relative to a state's size")
    private double relative;

    @Option(names = "--atol", showDefaultValue = Help.Visibility.NEVER, paramLabel = "[ID=]X", description = "error per step in the state's own unit, for all states or for one; repeatable "
            + "(default: 1e-10)")
    private List<String> absolute = new ArrayList<>();

    @Option(names = "--method", paramLabel = "NAME", defaultValue = "automatic", completionCandidates = Methods.class,
            description = "how steps are taken: ${COMPLETION-CANDIDATES}")
    private Options.Method method;

    @Option(names = "--threads", paramLabel = "N", showDefaultValue = Help.Visibility.NEVER,
            description = "worker threads (default: one per core); never changes a number")
    private Integer threads;

    SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        try {
            Outputs places = places();
            Request request = request(places);
            Simulation simulation = Simulation.prepare(request);
            Provenance provenance = new Provenance(Versions.software(), name(modelFile), Optional.ofNullable(dataFile).map(SimulateCommand::name),
                    Optional.ofNullable(variabilityFile).map(SimulateCommand::name));
            Result result;
            try (ParquetPlugin parquet = isParquet() ? ParquetPlugin.in(pluginFolder()) : null) {
                result = deliver(simulation, request, provenance, places, parquet);
            }
            if (json != null) {
                String text = new RunJson(request, provenance, simulation.columns(), result).text();
                places.deliver(Map.of(JSON, text.getBytes(StandardCharsets.UTF_8)), terminal.out());
            }
            say(request, result, places, (System.nanoTime() - start) / 1e9);
            return result.failures().isEmpty() ? ExitCode.OK : ExitCode.SOME_FAILED;
        } catch (UnusableInput | ModelException | DataException problem) {
            throw new InputProblem(problem.getMessage());
        }
    }

    // ---- what was asked for

    private Outputs places() {
        Map<String, String> requested = new LinkedHashMap<>();
        if (out != null) {
            if (!out.equals("-") && !out.endsWith(".csv") && !isParquet()) {
                throw new InputProblem("--out " + out + ": the name ends in .csv or .parquet, which says what is written; or - for CSV on standard output");
            }
            requested.put(OUT, out);
            if (out.endsWith(".csv")) {
                requested.put(METADATA, out + "-metadata.json");
            }
        }
        if (json != null) {
            requested.put(JSON, json);
        }
        Outputs places = new Outputs(requested);
        places.refuseToReplace(modelFile);
        Optional.ofNullable(dataFile).ifPresent(places::refuseToReplace);
        Optional.ofNullable(variabilityFile).ifPresent(places::refuseToReplace);
        return places;
    }

    private boolean isParquet() {
        return out != null && out.endsWith(".parquet");
    }

    private static Path pluginFolder() {
        String folder = System.getProperty(ParquetPlugin.FOLDER_PROPERTY);
        return folder == null ? null : Path.of(folder);
    }

    private Request request(Outputs places) {
        requireBetween("--subjects", subjects, 1, MOST_SUBJECTS);
        int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        requireBetween("--threads", workers, 1, 1024);
        if (!(relative > 0 && relative <= 0.1)) {
            throw new InputProblem("--rtol " + relative + " is not above 0 and at most 0.1");
        }
        double[] at = times == null ? new double[0] : OutputTimes.parse(times);
        Model model = SimulateInput.model(modelFile);
        return new Request(model, outputs.isEmpty() ? Simulation.everything(model) : outputs, at, data(model),
                SimulateInput.pairs("--set", values), Optional.ofNullable(variabilityFile).map(file -> SimulateInput.variability(file, model)),
                subjects, seed, options(workers));
    }

    private Optional<DataSet> data(Model model) {
        if (dataFile == null && !covariates.isEmpty()) {
            throw new InputProblem("--covariate is about a column of --data, which is not given");
        }
        return Optional.ofNullable(dataFile).map(file -> SimulateInput.data(file, model, covariates));
    }

    private Options options(int workers) {
        double forAll = 1e-10;
        Map<String, Double> byState = new LinkedHashMap<>();
        List<String> named = new ArrayList<>();
        for (String typed : absolute) {
            if (typed.contains("=")) {
                named.add(typed);
            } else {
                forAll = SimulateInput.number("--atol", typed, typed);
            }
        }
        byState.putAll(SimulateInput.pairs("--atol", named));
        byState.forEach((id, value) -> requireTolerance(id + "=" + value, value));
        requireTolerance(String.valueOf(forAll), forAll);
        return new Options(relative, forAll, byState, workers, Options.Lanes.AUTOMATIC, Map.of(), Map.of(), method);
    }

    private static void requireTolerance(String typed, double value) {
        if (!(value > 0)) {
            throw new InputProblem("--atol " + typed + " is not above 0");
        }
    }

    private void requireBetween(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(spec.commandLine(), "%s %d is not between %d and %,d".formatted(option, value, least, most));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    // ---- what comes out

    private Result deliver(Simulation simulation, Request request, Provenance provenance, Outputs places, ParquetPlugin parquet) {
        try {
            if (out == null) {
                return run(simulation, null);
            }
            if (out.equals("-")) {
                return run(simulation, unlessClosed());
            }
            Path place = places.place(OUT);
            try (Staging staging = staging(place)) {
                Path table = staging.file(".csv");
                Result result;
                try (OutputStream stream = Files.newOutputStream(table)) {
                    result = run(simulation, stream);
                }
                RunJson description = new RunJson(request, provenance, simulation.columns(), result);
                if (parquet == null) {
                    Path metadata = staging.file(".json");
                    Files.writeString(metadata, description.besideCsv(name(place)));
                    staging.deliver(table, place);
                    staging.deliver(metadata, places.place(METADATA));
                } else {
                    Path converted = staging.file(".parquet");
                    terminal.during("Making " + name(place), () -> {
                        parquet.convert(table, simulation.columns(), description.inParquet(), converted, staging.folder());
                        return converted;
                    });
                    staging.deliver(converted, place);
                }
                return result;
            }
        } catch (UncheckedIOException e) {
            throw unwritable(e.getCause());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Staging staging(Path place) {
        try {
            return Staging.beside(place);
        } catch (IOException e) {
            throw new InputProblem("cannot write " + out + ": its folder takes no new file (" + e.getClass().getSimpleName() + ")");
        }
    }

    private InputProblem unwritable(IOException e) {
        return new InputProblem(out.equals("-") ? "standard output: " + Outputs.reason(e) : "cannot write " + out + ": " + Outputs.reason(e) + "; nothing was kept");
    }

    private Result run(Simulation simulation, OutputStream stream) throws IOException {
        int size = simulation.size();
        try (ProgressBar progress = new ProgressBar(terminal, "Simulating %,d subject%s".formatted(size, size == 1 ? "" : "s"))) {
            return simulation.run(stream, done -> progress.show(done, size));
        }
    }

    /** Standard output; a reader that went away ends the run. */
    private OutputStream unlessClosed() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                terminal.out().write(bytes, from, length);
                if (terminal.out().checkError()) {
                    throw new IOException("its reader went away, the rest was not written");
                }
            }
        };
    }

    private void say(Request request, Result result, Outputs places, double seconds) {
        SimulateScreen screen = new SimulateScreen(request.model(), result);
        if (!places.takesStandardOutput()) {
            screen.lines(seconds).forEach(terminal.out()::println);
            terminal.out().println(out == null ? "Nothing was written. --out FILE.csv keeps every value, with units beside it."
                    : "Written: " + out + (isParquet() ? " (units are in its metadata)" : ", units in " + out + "-metadata.json"));
            terminal.out().flush();
        }
        result.statistics().notes().forEach(note -> terminal.err().println("ketum: " + note));
        if (!result.failures().isEmpty()) {
            screen.failures().forEach(line -> terminal.err().println("ketum: " + line));
            terminal.err().println("ketum: %,d of %,d subjects could not be integrated; their cells are empty".formatted(result.failures().size(),
                    (long) result.subjects() * result.replicates()));
        }
    }

    /** The names as they are typed. */
    static final class Methods extends ArrayList<String> {

        private static final long serialVersionUID = 1L;

        Methods() {
            for (Options.Method one : Options.Method.values()) {
                add(one.name().toLowerCase(Locale.ROOT));
            }
        }
    }
}

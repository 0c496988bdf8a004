package ketum.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import ketum.engine.kernel.CompiledKernel;
import ketum.engine.kernel.LaneWidth;
import ketum.engine.kernel.ModelCompiler;
import ketum.engine.model.Model;
import ketum.engine.solver.Agenda;
import ketum.engine.solver.Problem;
import ketum.engine.solver.Recording;
import ketum.engine.solver.Method;
import ketum.engine.solver.Solver;

/** A model compiled for a set of outputs; immutable and safe to share between threads. */
public final class Simulator {

    private final Model model;
    private final List<String> outputs;
    private final Options options;
    private final CompiledKernel compiled;
    private final Solver solver;
    private final List<String> states;
    private final Map<String, Model.Parameter> parameters;
    /** Ids in the order of the kernel's rows. */
    private final List<String> parameterRows;

    private Simulator(Model model, List<String> outputs, Options options, CompiledKernel compiled) {
        this.model = model;
        this.outputs = outputs;
        this.options = options;
        this.compiled = compiled;
        this.solver = new Solver(compiled, method(options.method()), options.lanes() == Options.Lanes.VECTOR);
        this.states = compiled.states().stream().map(Model.State::id).toList();
        this.parameterRows = compiled.parameters().stream().map(Model.Parameter::id).toList();
        this.parameters = model.parameters().stream().collect(Collectors.toMap(Model.Parameter::id, p -> p));
    }

    /**
     * Keeps of the model what the outputs need, and compiles it. Doses into a state that no output depends on are ignored.
     *
     * @param outputs ids of states, assignments or parameters to record, in this order
     * @throws IllegalArgumentException for ids that the model does not have and tolerances that are not positive
     */
    public static Simulator compile(Model model, List<String> outputs, Options options) {
        List<String> stateIds = model.states().stream().map(Model.State::id).toList();
        require(stateIds, options.absoluteByState().keySet(), model, "state (absolute tolerance)");
        require(stateIds, options.lagByState().keySet(), model, "state (lag)");
        require(stateIds, options.bioavailabilityByState().keySet(), model, "state (bioavailability)");
        List<String> parameterIds = model.parameters().stream().map(Model.Parameter::id).toList();
        require(parameterIds, options.lagByState().values(), model, "parameter (lag)");
        require(parameterIds, options.bioavailabilityByState().values(), model, "parameter (bioavailability)");
        positive("relative tolerance", options.relativeTolerance());
        positive("absolute tolerance", options.absoluteTolerance());
        options.absoluteByState().forEach((id, value) -> positive("absolute tolerance of " + id, value));
        if (options.threads() < 1) {
            throw new IllegalArgumentException("threads: " + options.threads() + ", at least 1 is needed");
        }
        CompiledKernel compiled = ModelCompiler.compile(model, outputs, width(options.lanes()));
        return new Simulator(model, List.copyOf(outputs), options, compiled);
    }

    private static Method method(Options.Method asked) {
        return switch (asked) {
            case AUTOMATIC -> Method.AUTOMATIC;
            case EXPLICIT -> Method.EXPLICIT;
            case SERIES -> Method.SERIES;
            case STIFF -> Method.STIFF;
        };
    }

    private static int width(Options.Lanes lanes) {
        return switch (lanes) {
            case AUTOMATIC, VECTOR -> LaneWidth.widest();
            case SCALAR -> LaneWidth.SCALAR;
        };
    }

    private static void require(List<String> known, Iterable<String> asked, Model model, String what) {
        for (String id : asked) {
            if (!known.contains(id)) {
                throw new IllegalArgumentException(model.name() + " has no " + what + " " + id);
            }
        }
    }

    private static void positive(String what, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(what + ": " + value + " is not above 0");
        }
    }

    /**
     * Begins to make vector code ready on a thread of its own (about a second of processor time) while the caller does other
     * things, instead of during the first run. Worth while before a big run; changes no result.
     */
    public void prepare() {
        if (options.lanes() == Options.Lanes.AUTOMATIC) {
            solver.prepare();
        }
    }

    /** Ids of the states that are integrated, in order. */
    public List<String> states() {
        return states;
    }

    /** Index of a state for {@link DoseList} and {@link Timeline}, or -1 where the slice does not need it (its doses can be left out). */
    public int stateIndex(String id) {
        if (model.states().stream().noneMatch(state -> state.id().equals(id))) {
            throw new IllegalArgumentException(model.name() + " has no state " + id);
        }
        return states.indexOf(id);
    }

    /** Index of a parameter for {@link Timeline}, or -1 where the slice does not need it. */
    public int parameterIndex(String id) {
        if (!parameters.containsKey(id)) {
            throw new IllegalArgumentException(model.name() + " has no parameter " + id);
        }
        return parameterRows.indexOf(id);
    }

    /**
     * Integrates all subjects from {@code cohort.startTime()} to the last output time.
     *
     * @throws IllegalArgumentException for unknown ids, wrong lengths, or times out of order, a dose before the start, and a lag or
     *                                  bioavailability below 0
     */
    public Trajectories run(Cohort cohort) {
        double[] times = cohort.times().clone();
        checkTimes(cohort, times);
        int size = cohort.size();
        check(size, cohort.parameters(), cohort.initialStates());
        DoseEntry entry = new DoseEntry(states, cohort.startTime(), times,
                states.stream().map(id -> values(size, cohort.parameters(), options.lagByState().get(id))).toArray(double[][]::new),
                states.stream().map(id -> values(size, cohort.parameters(), options.bioavailabilityByState().get(id)))
                        .toArray(double[][]::new));
        int[] outputTimes = new int[size];
        Arrays.fill(outputTimes, times.length);
        return solve(size, cohort.parameters(), cohort.initialStates(), outputTimes,
                subject -> entry.of(subject, cohort.doses().apply(subject)), times, subject -> times);
    }

    /**
     * Integrates each subject along its own time line, up to its last output time; what would happen later is left out.
     *
     * @throws IllegalArgumentException for unknown ids, wrong lengths, and time lines that name a state or parameter that does not exist
     */
    public Trajectories run(Protocol protocol) {
        int size = protocol.size();
        check(size, protocol.parameters(), protocol.initialStates());
        Agenda[] agendas = new Agenda[size];
        int[] outputTimes = new int[size];
        for (int subject = 0; subject < size; subject++) {
            Timeline line = protocol.timelines().apply(subject);
            if (line.states() > states.size() || line.parameters() > parameterRows.size()) {
                throw new IllegalArgumentException("subject " + subject + ": state " + (line.states() - 1) + " or parameter "
                        + (line.parameters() - 1) + " does not exist; there are " + states.size() + " and " + parameterRows.size());
            }
            agendas[subject] = line.agenda();
            outputTimes[subject] = agendas[subject].outputs().length;
        }
        return solve(size, protocol.parameters(), protocol.initialStates(), outputTimes, subject -> agendas[subject], null,
                subject -> agendas[subject].outputs());
    }

    private Trajectories solve(int size, Map<String, double[]> parameterValues, Map<String, double[]> initialStates, int[] outputTimes,
                               IntFunction<Agenda> agendas, double[] sharedTimes, IntFunction<double[]> times) {
        double[] absolute = compiled.states().stream()
                .mapToDouble(state -> options.absoluteByState().getOrDefault(state.id(), options.absoluteTolerance())).toArray();
        double[][] values = compiled.parameters().stream().map(p -> values(size, parameterValues, p.id())).toArray(double[][]::new);
        double[][] initial = states.stream().map(initialStates::get).toArray(double[][]::new);
        Problem problem = new Problem(compiled, options.relativeTolerance(), absolute, size, values, initial, outputTimes, agendas);
        Recording recording = solver.solve(problem, options.threads());
        return new RecordedTrajectories(recording, compiled, outputs, sharedTimes, times, size);
    }

    private void check(int size, Map<String, double[]> parameterValues, Map<String, double[]> initialStates) {
        require(parameters.keySet().stream().toList(), parameterValues.keySet(), model, "parameter");
        require(model.states().stream().map(Model.State::id).toList(), initialStates.keySet(), model, "state");
        checkLengths(size, parameterValues);
        checkLengths(size, initialStates);
    }

    /** A parameter's value by subject; null for no parameter. */
    private double[] values(int size, Map<String, double[]> parameterValues, String id) {
        if (id == null) {
            return null;
        }
        double[] given = parameterValues.get(id);
        if (given == null) {
            given = new double[size];
            Arrays.fill(given, parameters.get(id).value());
        }
        return given;
    }

    private static void checkLengths(int size, Map<String, double[]> values) {
        values.forEach((id, array) -> {
            if (array.length != size) {
                throw new IllegalArgumentException(id + " has " + array.length + " values for " + size + " subjects");
            }
        });
    }

    private static void checkTimes(Cohort cohort, double[] times) {
        if (times.length == 0) {
            throw new IllegalArgumentException("no output times");
        }
        double previous = cohort.startTime();
        if (!Double.isFinite(previous)) {
            throw new IllegalArgumentException("start time " + previous);
        }
        for (double time : times) {
            if (!(time >= previous) || !Double.isFinite(time)) {
                throw new IllegalArgumentException("output time " + time + " comes after " + previous);
            }
            previous = time;
        }
    }
}

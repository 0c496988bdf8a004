package ketum.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import ketum.engine.Options;
import ketum.engine.Protocol;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;
import ketum.engine.Trajectories.Statistics;
import ketum.engine.data.DataRecord.SteadyState;
import ketum.engine.model.Model;

/**
 * A model taken through a data set: doses, resets, steady states and covariates of its records happen, and the outputs are taken at each
 * record. Immutable; may be run many times and shared between threads.
 *
 * <p>A model speaks of doses by parameters or assignments named after the state that takes them: {@code gut_lag}, {@code gut_bioavailability},
 * {@code gut_duration} (RATE = -2) and {@code gut_rate} (RATE = -1). They may depend on parameters, covariates and time, not on states.
 * What a person's numbers are depends on nobody else.
 */
public final class DataSimulation {

    /** Occasions that are simulated at once: enough for all lanes and threads, little enough to show progress. */
    private static final int AT_ONCE = 4096;

    private final Model model;
    private final DataSet data;
    private final Settings settings;
    private final Binding binding;
    private final List<Occasion> occasions;
    private final Simulator simulator;
    private final DoseVariables variables;
    private final SteadyStates steadyStates;
    private final int[] solved;

    /**
     * What to compute, and how.
     *
     * @param options tolerances, threads and method; its lags and bioavailabilities are not used
     * @param outputs ids of states, assignments and parameters to take at each record
     */
    public record Settings(Options options, List<String> outputs) {
        public Settings {
            outputs = List.copyOf(outputs);
        }
    }

    private DataSimulation(Model model, DataSet data, Settings settings) {
        this.model = model;
        this.data = data;
        this.settings = settings;
        Options given = settings.options();
        Options options = new Options(given.relativeTolerance(), given.absoluteTolerance(), given.absoluteByState(), given.threads(),
                given.lanes(), Map.of(), Map.of(), given.method());
        binding = new Binding(model, data);
        occasions = Occasion.of(binding);
        // an output that is a covariate on straight lines is an assignment by now, under its old name
        simulator = Simulator.compile(binding.model(), settings.outputs(), options);
        variables = new DoseVariables(binding, options.withLanes(Options.Lanes.SCALAR));
        boolean steady = data.records().stream().anyMatch(record -> record.steadyState() != SteadyState.NONE);
        Set<String> forgotten = steady ? SteadyStates.forgotten(binding.model(), simulator.states()) : Set.of();
        if (!forgotten.isEmpty()) {
            int first = 0;
            while (data.records().get(first).steadyState() == SteadyState.NONE) {
                first++;
            }
            throw new Problems(data.source()).fatal(data.line(first), "SS",
                    "a steady state cannot be solved for this model, because its events change parameters or act with a delay (" + String.join(", ", forgotten) + "); give the doses one by one, or by ADDL");
        }
        steadyStates = steady ? new SteadyStates(binding.model(), simulator.states(), options) : null;
        solved = steady ? steadyStates.states().stream().mapToInt(simulator::stateIndex).toArray() : new int[0];
    }

    /**
     * Puts a data set on a model.
     *
     * @throws DataException            for records that mean nothing to this model (a CMT that it does not have, a unit that differs, a
     *                                  modelled duration that it does not give)
     * @throws IllegalArgumentException for outputs that the model does not have
     */
    public static DataSimulation of(Model model, DataSet data, Settings settings) {
        return new DataSimulation(model, data, settings);
    }

    public Model model() {
        return model;
    }

    public DataSet data() {
        return data;
    }

    public Settings settings() {
        return settings;
    }

    /** Each subject of the data once, with the model's parameters. */
    public RecordTable run() {
        return run(Individuals.AS_THE_MODEL, done -> { });
    }

    /**
     * Simulates all individuals.
     *
     * @param progress told, now and then on the calling thread, how many subjects (of replicates × subjects) are done
     * @throws IllegalArgumentException for parameters that the model does not have, that a covariate sets, or of the wrong number
     */
    public RecordTable run(Individuals individuals, IntConsumer progress) {
        int subjects = data.subjects().size();
        List<String> names = names(individuals);
        long rows = (long) individuals.replicates() * data.records().size();
        if (rows > 200_000_000L / settings.outputs().size()) {
            throw new IllegalArgumentException(rows + " rows are more than one table can hold; run fewer replicates at a time");
        }
        int outputs = settings.outputs().size();
        double[][] before = new double[outputs][(int) rows];
        double[][] after = new double[outputs][(int) rows];
        List<RecordTable.Failure> failures = new ArrayList<>();
        List<SteadyStateReport> reports = new ArrayList<>();
        Tally tally = new Tally();
        List<Visit> visits = new ArrayList<>();
        for (int replicate = 0; replicate < individuals.replicates(); replicate++) {
            for (Occasion occasion : occasions) {
                visits.add(new Visit(occasion, replicate, replicate * subjects + occasion.subject()));
                boolean subjectEnds = occasion.end() == data.subjects().get(occasion.subject()).end();
                boolean last = replicate == individuals.replicates() - 1 && occasion == occasions.getLast();
                if (last || subjectEnds && visits.size() >= AT_ONCE) {
                    carry(visits, individuals, names, reports, tally);
                    write(visits, before, after, failures);
                    progress.accept(replicate * subjects + occasion.subject() + 1);
                    visits.clear();
                }
            }
        }
        return new RecordTable(data, individuals.replicates(), settings.outputs(), before, after, failures, reports, notes(reports, tally),
                tally.statistics());
    }

    /** Parameters that differ between persons: the individuals' own, then those that covariates set. */
    private List<String> names(Individuals individuals) {
        Set<String> known = binding.model().parameters().stream().map(Model.Parameter::id).collect(Collectors.toSet());
        Set<String> covariates = binding.covariates().stream().map(bound -> bound.covariate().name()).collect(Collectors.toSet());
        int size = individuals.replicates() * data.subjects().size();
        List<String> names = new ArrayList<>();
        new TreeMap<>(individuals.parameters()).forEach((id, values) -> {
            if (covariates.contains(id)) {
                throw new IllegalArgumentException(id + " is set by a column of the data");
            }
            if (!known.contains(id)) {
                throw new IllegalArgumentException(model.name() + " has no parameter " + id);
            }
            if (values.length != size) {
                throw new IllegalArgumentException(id + " has " + values.length + " values for " + size + " persons");
            }
            names.add(id);
        });
        names.addAll(binding.covariateParameters());
        return names;
    }

    /** Values of all that differs, for one person at one moment. */
    private double[] values(Individuals individuals, List<String> names, int individual, double[] covariates) {
        double[] all = new double[names.size()];
        int own = all.length - covariates.length;
        for (int i = 0; i < own; i++) {
            all[i] = individuals.parameters().get(names.get(i))[individual];
        }
        System.arraycopy(covariates, 0, all, own, covariates.length);
        return all;
    }

    private void carry(List<Visit> visits, Individuals individuals, List<String> names, List<SteadyStateReport> reports, Tally tally) {
        new DoseEntries(binding, variables, data).find(visits, names,
                (individual, covariates) -> values(individuals, names, individual, covariates),
                simulator, steadyStates);
        if (steadyStates != null) {
            solve(visits, individuals, names, reports, tally);
        }
        List<Visit> good = visits.stream().filter(visit -> visit.failure == null).toList();
        if (good.isEmpty()) {
            return;
        }
        Map<String, double[]> parameters = new LinkedHashMap<>();
        names.forEach(name -> parameters.put(name, new double[good.size()]));
        for (int v = 0; v < good.size(); v++) {
            double[] values = values(individuals, names, good.get(v).individual, good.get(v).startingCovariates(binding));
            for (int n = 0; n < names.size(); n++) {
                parameters.get(names.get(n))[v] = values[n];
            }
        }
        Trajectories run = simulator.run(new Protocol(good.size(), parameters, Map.of(),
                v -> good.get(v).timeline(binding, simulator, data, solved)));
        for (Trajectories.Failure stop : run.failures()) {
            Visit visit = good.get(stop.subject());
            visit.failure = new RecordTable.Failure(visit.replicate, data.subjects().get(visit.occasion.subject()).id(), 0,
                    "stopped at time " + stop.time() + " with step " + stop.stepSize()
                            + (stop.state().isEmpty() ? "" : ", fastest state " + stop.state()) + ": " + stop.cause());
        }
        for (int v = 0; v < good.size(); v++) {
            good.get(v).run = run;
            good.get(v).inRun = v;
        }
        tally.add(run.statistics());
    }

    private void solve(List<Visit> visits, Individuals individuals, List<String> names, List<SteadyStateReport> reports, Tally tally) {
        record Asked(Visit visit, int item, boolean without) {}
        List<Asked> asked = new ArrayList<>();
        List<SteadyStates.Question> questions = new ArrayList<>();
        for (Visit visit : visits) {
            for (int item = 0; item < visit.occasion.items().size() && visit.failure == null; item++) {
                EndlessDose dose = visit.endless[item];
                if (dose != null) {
                    int record = visit.occasion.items().get(item).record();
                    double[] parameters = values(individuals, names, visit.individual,
                            binding.standing(visit.occasion.covariatesAtRecord(record), dose.time()));
                    asked.add(new Asked(visit, item, false));
                    questions.add(new SteadyStates.Question(dose, parameters));
                    if (data.records().get(record).steadyState() == SteadyState.ADD) {
                        asked.add(new Asked(visit, item, true));
                        questions.add(new SteadyStates.Question(dose.nothing(), parameters));
                    }
                }
            }
        }
        List<SteadyStates.Answer> answers = steadyStates.answer(names, questions);
        for (int q = 0; q < answers.size(); q++) {
            Asked question = asked.get(q);
            Visit visit = question.visit();
            SteadyStates.Answer answer = answers.get(q);
            int record = visit.occasion.items().get(question.item()).record();
            String id = data.subjects().get(visit.occasion.subject()).id();
            if (answer.state() == null) {
                visit.failure = visit.failure != null ? visit.failure : new RecordTable.Failure(visit.replicate, id, data.line(record),
                        "no steady state found for the record of time " + DataSetWriter.number(data.records().get(record).time()) + ": "
                                + answer.why());
            } else if (!question.without()) {
                visit.steady[question.item()] = answer.state();
            } else if (visit.steady[question.item()] != null) {
                // what is added is what the doses alone make of the system
                double[] added = visit.steady[question.item()];
                Arrays.setAll(added, j -> added[j] - answer.state()[j]);
            }
            if (!question.without()) {
                reports.add(new SteadyStateReport(visit.replicate, id, data.line(record), answer.method(), answer.rounds(), answer.intervals(),
                        answer.residual(), answer.estimate(), steadyStates.excluded()));
                tally.bent |= data.records().get(record).steadyState() == SteadyState.ADD && answer.state() != null && !answer.linear();
            }
        }
    }

    private void write(List<Visit> visits, double[][] before, double[][] after, List<RecordTable.Failure> failures) {
        Set<Integer> failed = new LinkedHashSet<>();
        for (Visit visit : visits) {
            if (visit.failure != null && failed.add(visit.individual)) {
                failures.add(visit.failure);
            }
        }
        for (Visit visit : visits) {
            int row = visit.replicate * data.records().size() + visit.occasion.first();
            for (int output = 0; output < before.length; output++) {
                for (int at = 0; at < visit.before.length; at++) {
                    boolean lost = failed.contains(visit.individual);
                    before[output][row + at] = lost ? Double.NaN : visit.run.value(output, visit.inRun, visit.before[at]);
                    after[output][row + at] = lost ? Double.NaN : visit.run.value(output, visit.inRun, visit.after[at]);
                }
            }
            visit.run = null;
        }
    }

    private List<String> notes(List<SteadyStateReport> reports, Tally tally) {
        List<String> notes = new ArrayList<>(data.notes());
        notes.addAll(binding.notes());
        if (!reports.isEmpty() && !steadyStates.excluded().isEmpty()) {
            notes.add("states that only collect have no steady state and begin at their initial value there: "
                    + String.join(", ", steadyStates.excluded()));
        }
        if (tally.bent) {
            notes.add("SS = 2 adds amounts, which is right for linear models only; this model did not behave as a linear one");
        }
        notes.addAll(tally.notes);
        return notes;
    }

    /** Work of several runs. */
    private static final class Tally {
        private long steps;
        private long rejected;
        private long rightHandSides;
        private long jacobians;
        private long switches;
        private boolean bent;
        private final Set<String> notes = new LinkedHashSet<>();

        void add(Statistics more) {
            steps += more.steps();
            rejected += more.rejected();
            rightHandSides += more.rightHandSides();
            jacobians += more.jacobians();
            switches += more.stiffSwitches();
            notes.addAll(more.notes());
        }

        Statistics statistics() {
            return new Statistics(steps, rejected, rightHandSides, jacobians, switches, List.copyOf(notes));
        }
    }
}

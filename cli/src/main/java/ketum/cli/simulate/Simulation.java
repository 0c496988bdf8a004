package ketum.cli.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ketum.engine.Simulator;
import ketum.engine.data.Covariate;
import ketum.engine.model.Model;
import ketum.engine.population.Sampler;

/**
 * A model over a data set, ready to run. Each subject is there once or, with variability, as often as asked, each time with parameters of
 * its own. The table has replicate after replicate, in each the subjects in the order of the data set. Subjects are integrated and written
 * in blocks, so memory does not grow with their number; no number depends on the block, on the threads, or on how many others there are.
 */
public final class Simulation {

    /** Values held at once, roughly. */
    private static final int CELLS_PER_BLOCK = 1_000_000;

    private static final int MOST_PER_BLOCK = 4096;

    private final Request request;
    private final Map<String, String> units;
    private final Map<String, Double> typical;
    private final SubjectGroup group;

    private Simulation(Request request, Map<String, String> units, Map<String, Double> typical, SubjectGroup group) {
        this.request = request;
        this.units = units;
        this.typical = typical;
        this.group = group;
    }

    /** @throws UnusableInput for whatever can be found wrong before anything is integrated */
    public static Simulation prepare(Request request) {
        Model model = request.model();
        Map<String, String> units = units(model);
        requireKnown("--output", request.outputs(), units.keySet(), model.name() + " has");
        requireKnown("--set", request.values().keySet(), model.parameters().stream().map(Model.Parameter::id).toList(),
                model.name() + " has the parameters");
        requireKnown("--atol", request.options().absoluteByState().keySet(), model.states().stream().map(Model.State::id).toList(),
                model.name() + " has the states");
        checkOutputs(request.outputs());
        Set<String> columns = request.data().map(data -> data.covariates().stream().map(Covariate::name).collect(Collectors.toSet())).orElse(Set.of());
        for (String id : request.values().keySet()) {
            if (columns.contains(id)) {
                throw new UnusableInput("--set: " + id + " is a column of the data set, which gives its value; leave out one of them");
            }
        }
        if (request.replicates() > 1 && request.variability().isEmpty()) {
            throw new UnusableInput("--subjects " + request.replicates() + " needs --variability FILE, which says how subjects differ; without it all "
                    + request.replicates() + " would be the same. Its columns are " + Variability.HEADER);
        }
        Map<String, Double> typical = new LinkedHashMap<>();
        model.parameters().forEach(parameter -> typical.put(parameter.id(), parameter.value()));
        typical.putAll(request.values());
        checkVariability(request, columns, typical);
        return new Simulation(request, units, typical, group(request));
    }

    private static SubjectGroup group(Request request) {
        try {
            if (request.data().isPresent()) {
                return new DosedSubjects(request, request.data().get());
            }
            if (request.times().length == 0) {
                throw new UnusableInput("without --data, --times says when values are written, such as --times 0:24:0.5");
            }
            return new UndosedSubject(Simulator.compile(request.model(), request.outputs(), request.options()), request.model().timeUnit(),
                    request.times());
        } catch (IllegalArgumentException e) {
            throw new UnusableInput(e.getMessage());
        }
    }

    private static Map<String, String> units(Model model) {
        Map<String, String> units = new LinkedHashMap<>();
        model.states().forEach(state -> units.put(state.id(), state.unit()));
        model.assignments().forEach(assignment -> units.put(assignment.id(), assignment.unit()));
        model.parameters().forEach(parameter -> units.put(parameter.id(), parameter.unit()));
        return units;
    }

    private static void requireKnown(String option, Iterable<String> asked, Iterable<String> known, String whoHas) {
        Set<String> names = new LinkedHashSet<>();
        known.forEach(names::add);
        for (String id : asked) {
            if (!names.contains(id)) {
                throw new UnusableInput(option + ": there is no \"" + id + "\"; " + whoHas + " " + String.join(", ", names));
            }
        }
    }

    private static void checkOutputs(List<String> outputs) {
        Set<String> once = new LinkedHashSet<>();
        for (String output : outputs) {
            if (!once.add(output)) {
                throw new UnusableInput("--output: " + output + " is named twice");
            }
            if (Column.TAKEN.contains(output)) {
                throw new UnusableInput("--output: the table has a column " + output + " of its own; rename the model's, or leave it out");
            }
        }
    }

    private static void checkVariability(Request request, Set<String> columns, Map<String, Double> typical) {
        if (request.variability().isEmpty()) {
            return;
        }
        Variability variability = request.variability().get();
        for (int i = 0; i < variability.parameters().size(); i++) {
            String parameter = variability.parameters().get(i);
            if (columns.contains(parameter)) {
                throw new UnusableInput(variability.place(i) + ": " + parameter + " is a column of the data set, which gives its value; "
                        + "let another parameter vary, or leave out the column");
            }
            Optional<String> problem = variability.problem(i, typical.get(parameter));
            if (problem.isPresent()) {
                throw new UnusableInput(variability.place(i) + ": " + parameter + " is " + typical.get(parameter) + "; " + problem.get());
            }
        }
    }

    /** Columns of the table: whose row, when, and one for each output. */
    public List<Column> columns() {
        boolean numbered = group.ids().stream().allMatch(id -> number(id).isPresent());
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(Column.SUBJECT, numbered ? Column.Type.WHOLE_NUMBER : Column.Type.TEXT, "",
                request.data().isPresent() ? "subject, as in the data set" : "subject"));
        columns.add(new Column(Column.REPLICATE, Column.Type.WHOLE_NUMBER, "", "which draw of the subject's parameters, from 1"));
        columns.add(new Column(Column.TIME, Column.Type.NUMBER, request.model().timeUnit(), "time"));
        Set<String> states = request.model().states().stream().map(Model.State::id).collect(Collectors.toSet());
        request.outputs().forEach(output -> columns.add(new Column(output, Column.Type.NUMBER, units.get(output),
                (states.contains(output) ? "state" : typical.containsKey(output) ? "parameter" : "assignment") + " of the model")));
        return List.copyOf(columns);
    }

    /** How many subjects are integrated, replicates counted. */
    public int size() {
        return Math.multiplyExact(group.ids().size(), request.replicates());
    }

    /**
     * Integrates all subjects and writes their rows.
     *
     * @param csv      takes the table; null where none is wanted. Not closed
     * @param progress told after each block how many subjects are done
     * @throws IOException where the table cannot be written
     */
    public Result run(OutputStream csv, LongConsumer progress) throws IOException {
        CsvTable table = csv == null ? null : new CsvTable(csv, columns());
        Tally tally = new Tally(request.outputs(), units, size());
        int subjects = group.ids().size();
        int together = replicatesPerBlock();
        for (int first = 0; first < request.replicates(); first += together) {
            int replicates = Math.min(together, request.replicates() - first);
            long before = (long) first * subjects;
            SubjectGroup.Block block = group.run(replicates, parameters(first, replicates), done -> progress.accept(before + done));
            write(block, first, replicates, table, tally);
            progress.accept(before + (long) replicates * subjects);
        }
        if (table != null) {
            table.flush();
        }
        return tally.result(subjects, request.replicates());
    }

    private int replicatesPerBlock() {
        long cells = 1;
        for (int subject = 0; subject < group.ids().size(); subject++) {
            cells += (long) group.times(subject).length * request.outputs().size();
        }
        return (int) Math.clamp(CELLS_PER_BLOCK / cells, 1, Math.max(1, MOST_PER_BLOCK / group.ids().size()));
    }

    private void write(SubjectGroup.Block block, int first, int replicates, CsvTable table, Tally tally) throws IOException {
        Map<Integer, SubjectGroup.Stop> stops = block.stops();
        int outputs = request.outputs().size();
        int subjects = group.ids().size();
        for (int place = 0; place < replicates * subjects; place++) {
            String id = group.ids().get(place % subjects);
            int replicate = first + place / subjects + 1;
            double[] times = group.times(place % subjects);
            double[][] values = null;
            SubjectGroup.Stop stop = stops.get(place);
            if (stop == null) {
                values = new double[outputs][];
                for (int output = 0; output < outputs; output++) {
                    values[output] = block.series(output, place);
                }
            } else {
                tally.failure(new FailedSubject(id, replicate, stop.line(), stop.text()));
            }
            tally.subject(times, values);
            if (table != null) {
                table.subject(id, replicate, times, values, outputs);
            }
        }
        tally.add(block.work());
    }

    /** What differs from the model's own values: what was set, and what is drawn. */
    private Map<String, double[]> parameters(int first, int replicates) {
        int subjects = group.ids().size();
        Map<String, double[]> values = new LinkedHashMap<>();
        request.values().forEach((id, value) -> values.put(id, Stream.generate(() -> value).limit((long) replicates * subjects)
                .mapToDouble(Double::doubleValue).toArray()));
        request.variability().ifPresent(variability -> draw(variability, first, replicates, values));
        return values;
    }

    private void draw(Variability variability, int first, int replicates, Map<String, double[]> values) {
        Sampler sampler = new Sampler(request.seed());
        int subjects = group.ids().size();
        List<String> varying = variability.parameters();
        varying.forEach(parameter -> values.put(parameter, new double[replicates * subjects]));
        for (int place = 0; place < replicates * subjects; place++) {
            double[] effects = variability.effects(sampler, key(group.ids().get(place % subjects)), first + place / subjects + 1);
            for (int p = 0; p < effects.length; p++) {
                values.get(varying.get(p))[place] = variability.value(p, typical.get(varying.get(p)), effects[p]);
            }
        }
    }

    private static Optional<Long> number(String id) {
        return id.matches("0|[1-9]\\d{0,17}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }

    /** The number that a subject's draws are counted by: its own, or one made of its name (FNV-1a, below 0). */
    private static long key(String id) {
        return number(id).orElseGet(() -> {
            long hash = 0xcbf29ce484222325L;
            for (int i = 0; i < id.length(); i++) {
                hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
            }
            return hash | Long.MIN_VALUE;
        });
    }

    /** Ids of all states and assignments: what is written where nothing else is asked for. */
    public static List<String> everything(Model model) {
        return Stream.concat(model.states().stream().map(Model.State::id), model.assignments().stream().map(Model.Assignment::id)).toList();
    }
}

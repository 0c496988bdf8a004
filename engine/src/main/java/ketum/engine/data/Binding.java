package ketum.engine.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ketum.engine.data.Covariate.Rule;
import ketum.engine.model.Expression.Add;
import ketum.engine.model.Expression.Multiply;
import ketum.engine.model.Expression.Subtract;
import ketum.engine.model.Expression.Symbol;
import ketum.engine.model.Expression.Time;
import ketum.engine.model.Model;

/**
 * A data set's columns put on a model: which parameter a covariate is, which state a CMT is, which variables speak of doses, and
 * whether the units agree.
 *
 * <p>A covariate on straight lines becomes an assignment, {@code start + slope·(time - since)}, of three parameters that are set at each
 * record; nothing else of the model changes, since its formulas name the covariate as before.
 */
final class Binding {

    /** A covariate that the model has, and its column in the data. */
    record Bound(int column, Covariate covariate) {
        boolean linear() {
            return covariate.rule() == Rule.LINEAR;
        }
    }

    private final DataSet data;
    private final Model given;
    private final Model model;
    private final List<Bound> covariates = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, String> units = new LinkedHashMap<>();
    private final Set<String> variables;

    Binding(Model given, DataSet data) {
        this.given = given;
        this.data = data;
        given.parameters().forEach(parameter -> units.put(parameter.id(), parameter.unit()));
        given.states().forEach(state -> units.put(state.id(), state.unit()));
        given.assignments().forEach(assignment -> units.put(assignment.id(), assignment.unit()));
        Problems problems = new Problems(data.source());
        Set<String> parameters = given.parameters().stream().map(Model.Parameter::id).collect(Collectors.toSet());
        List<String> strangers = new ArrayList<>();
        for (int c = 0; c < data.covariates().size(); c++) {
            Covariate covariate = data.covariates().get(c);
            if (given.events().stream().flatMap(event -> event.changes().stream()).anyMatch(change -> change.id().equals(covariate.name()))) {
                problems.add(0, covariate.name(), "an event of the model changes this parameter, so a column cannot set it");
            } else if (parameters.contains(covariate.name())) {
                covariates.add(new Bound(c, covariate));
                sameUnit(problems, 0, covariate.name(), covariate.unit(), units.get(covariate.name()), "the model's parameter");
            } else if (units.containsKey(covariate.name())) {
                problems.add(0, covariate.name(), "the model computes this itself; a column can only set a parameter");
            } else {
                strangers.add(covariate.name());
            }
        }
        if (!strangers.isEmpty()) {
            notes.add("covariates that the model has no parameter for, not used: " + String.join(", ", strangers));
        }
        sameUnit(problems, 0, "TIME", data.units().getOrDefault("TIME", ""), given.timeUnit(), "the model's time");
        model = withLinear(given, covariates);
        variables = new LinkedHashSet<>();
        for (int i = 0; i < data.records().size() && !problems.full(); i++) {
            record(data.records().get(i), data.line(i), problems);
        }
        problems.check();
    }

    private static Model withLinear(Model model, List<Bound> covariates) {
        List<Model.Parameter> parameters = new ArrayList<>(model.parameters());
        List<Model.Assignment> assignments = new ArrayList<>();
        for (Bound bound : covariates) {
            if (bound.linear()) {
                String name = bound.covariate().name();
                Model.Parameter old = parameters.stream().filter(parameter -> parameter.id().equals(name)).findAny().orElseThrow();
                parameters.remove(old);
                parameters.add(new Model.Parameter(start(name), old.unit(), old.value(), old.line()));
                parameters.add(new Model.Parameter(slope(name), old.unit() + "/" + model.timeUnit(), 0, old.line()));
                parameters.add(new Model.Parameter(since(name), model.timeUnit(), 0, old.line()));
                assignments.add(new Model.Assignment(name, old.unit(), new Add(new Symbol(start(name)),
                        new Multiply(new Symbol(slope(name)), new Subtract(new Time(), new Symbol(since(name))))), old.line()));
            }
        }
        if (assignments.isEmpty()) {
            return model;
        }
        assignments.addAll(model.assignments());
        return model.with(parameters, assignments);
    }

    // a blank cannot stand in a model's own names
    static String start(String covariate) {
        return covariate + " at the record";
    }

    static String slope(String covariate) {
        return covariate + " per time";
    }

    static String since(String covariate) {
        return covariate + " since";
    }

    private void record(DataRecord record, int line, Problems problems) {
        if (!record.event().doses()) {
            return;
        }
        if (record.compartment().isEmpty() && given.states().size() != 1) {
            problems.add(line, "CMT", "missing: the dose must say where it goes; " + accepted());
            return;
        }
        String state = state(record);
        if (state == null) {
            problems.add(line, "CMT", "found " + Problems.quote(record.compartment()) + "; " + accepted());
            return;
        }
        sameUnit(problems, line, "AMT", data.units().getOrDefault("AMT", ""), units.get(state), "the model's state " + state);
        speaks(problems, line, lag(state), given.timeUnit());
        speaks(problems, line, bioavailability(state), "1");
        if (record.rate() == DataRecord.MODELLED_DURATION && speaks(problems, line, duration(state), given.timeUnit())) {
            problems.add(line, "RATE", "-2 means that the model gives the duration: it needs a parameter or assignment " + duration(state));
        }
        if (record.rate() == DataRecord.MODELLED_RATE && speaks(problems, line, rate(state), null)) {
            problems.add(line, "RATE", "-1 means that the model gives the rate: it needs a parameter or assignment " + rate(state));
        }
    }

    /** Takes note of a variable that speaks of doses; true where the model has none of that name. */
    private boolean speaks(Problems problems, int line, String id, String unit) {
        if (!units.containsKey(id)) {
            return true;
        }
        if (variables.add(id)) {
            if (!model.slice(List.of(id)).states().isEmpty()) {
                problems.add(line, "CMT", id + " of the model depends on a state; what it says of doses may depend on parameters, covariates "
                        + "and time only");
            } else if (unit != null && !units.get(id).equals(unit)) {
                problems.add(line, "CMT", id + " of the model has the unit " + units.get(id) + "; it must have " + unit);
            }
        }
        return false;
    }

    private String accepted() {
        List<String> names = given.states().stream().map(Model.State::id).toList();
        List<String> some = new ArrayList<>();
        for (int i = 0; i < Math.min(12, names.size()); i++) {
            some.add((i + 1) + " " + names.get(i));
        }
        return "accepted are the numbers or names of the model's states: " + String.join(", ", some) + (names.size() > 12 ? ", ..." : "");
    }

    private static void sameUnit(Problems problems, int line, String field, String unit, String inModel, String what) {
        if (!unit.isEmpty() && !unit.equals(inModel)) {
            problems.add(line, field, "is in " + unit + ", but " + what + " is in " + inModel + "; convert the column or the model");
        }
    }

    /** The state that a record names, or null for none. */
    String state(DataRecord record) {
        List<Model.State> states = given.states();
        String name = record.compartment();
        if (name.isEmpty()) {
            return states.size() == 1 ? states.getFirst().id() : null;
        }
        if (name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int number = name.length() > 6 ? 0 : Integer.parseInt(name);
            return number >= 1 && number <= states.size() ? states.get(number - 1).id() : null;
        }
        return states.stream().map(Model.State::id).filter(name::equals).findAny().orElse(null);
    }

    static String lag(String state) {
        return state + "_lag";
    }

    static String bioavailability(String state) {
        return state + "_bioavailability";
    }

    static String duration(String state) {
        return state + "_duration";
    }

    static String rate(String state) {
        return state + "_rate";
    }

    /** With the covariates on straight lines as assignments. */
    Model model() {
        return model;
    }

    DataSet data() {
        return data;
    }

    List<Bound> covariates() {
        return covariates;
    }

    List<String> notes() {
        return notes;
    }

    /** Variables of the model that speak of the doses in the data: lags, bioavailabilities, durations, rates. */
    List<String> variables() {
        return List.copyOf(variables);
    }

    /** Names of the parameters that covariates set, in a fixed order: one each, three for one on straight lines. */
    List<String> covariateParameters() {
        List<String> names = new ArrayList<>();
        for (Bound bound : covariates) {
            String name = bound.covariate().name();
            names.addAll(bound.linear() ? List.of(start(name), slope(name), since(name)) : List.of(name));
        }
        return names;
    }

    /** Values for {@link #covariateParameters} from values by covariate, standing still at a time. */
    double[] standing(double[] values, double time) {
        double[] all = new double[covariateParameters().size()];
        int at = 0;
        for (int i = 0; i < covariates.size(); i++) {
            all[at++] = values[i];
            if (covariates.get(i).linear()) {
                all[at++] = 0;
                all[at++] = time;
            }
        }
        return all;
    }
}

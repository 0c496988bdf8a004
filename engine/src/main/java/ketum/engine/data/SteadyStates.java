package ketum.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import ketum.engine.Options;
import ketum.engine.Protocol;
import ketum.engine.Simulator;
import ketum.engine.Timeline;
import ketum.engine.Trajectories;
import ketum.engine.data.SteadyStateReport.Method;
import ketum.engine.model.Model;

/**
 * Finds the state that endless doses lead to, for many persons at once.
 *
 * <p>For doses at intervals it solves x = Φ(x), Φ being one interval of the model with its dose, by Newton's method: the Jacobian comes
 * from differences between runs that start side by side, so one round is one cohort of (states + 1) runs a person. A linear model
 * is there after one round, and the second proves it. A constant input is solved as f(x) + input = 0 in the same way from the
 * rates of change alone. The search begins after three intervals from the model's initial values (for a constant input, at the initial
 * values). Where Newton's steps do not help, lead below zero, or lead to a state that the doses would move away from, the
 * intervals are repeated plainly, twice as many each time, and Newton's method begins again from there.
 * Slopes are kept as long as each step is a tenth of the one before.
 *
 * <p>States that nothing depends on, not even their own rate of change (areas under a curve, amounts excreted), only collect and have no
 * steady state: they are left out. Sums that the model conserves keep their initial value.
 *
 * <p>Runs are a hundred times more exact than the simulation's own tolerances (relative 1e-10 at most, 1e-12 at least).
 */
final class SteadyStates {

    private final Simulator runs;
    private final Simulator rates;
    private final List<String> states;
    private final List<String> excluded;

    /** What is asked: an endless dose, and the values of all parameters that differ between persons. */
    record Question(EndlessDose dose, double[] parameters) {}

    /** What is found: states in the order of {@link #states()}, or null; why not; and the numbers of the report. */
    record Answer(double[] state, String why, Method method, int rounds, int intervals, double residual, double estimate, boolean linear) {}

    SteadyStates(Model model, List<String> wanted, Options options) {
        List<Model.State> collecting = collecting(model, wanted);
        excluded = collecting.stream().map(Model.State::id).toList();
        List<String> kept = wanted.stream().filter(state -> !excluded.contains(state)).toList();
        double relative = StrictMath.max(1e-12, 0.01 * StrictMath.min(options.relativeTolerance(), 1e-8));
        double factor = relative / options.relativeTolerance();
        Map<String, Double> absolute = new HashMap<>();
        options.absoluteByState().forEach((state, value) -> absolute.put(state, value * factor));
        Options exact = new Options(relative, options.absoluteTolerance() * factor, absolute, options.threads(), options.lanes(),
                Map.of(), Map.of(), options.method());
        if (kept.isEmpty()) {
            runs = null;
            rates = null;
            states = List.of();
            return;
        }
        runs = Simulator.compile(model, kept, exact);
        states = runs.states();
        if (!new HashSet<>(states).equals(new HashSet<>(kept))) {
            throw new IllegalStateException("states " + states + " where " + kept + " were expected");
        }
        List<Model.Assignment> assignments = new ArrayList<>(model.assignments());
        for (Model.State state : model.states()) {
            assignments.add(new Model.Assignment(rate(state.id()), state.unit() + "/" + model.timeUnit(), state.rate(), state.line()));
        }
        rates = Simulator.compile(model.with(model.parameters(), assignments), states.stream().map(SteadyStates::rate).toList(),
                exact.withLanes(Options.Lanes.SCALAR));
    }

    private static String rate(String state) {
        return "rate of " + state;
    }

    /** States that feed nothing, themselves included; then those that fed only such ones, and so on. */
    private static List<Model.State> collecting(Model model, List<String> wanted) {
        Map<String, Set<String>> uses = new LinkedHashMap<>();
        Map<String, Set<String>> through = new HashMap<>();
        Set<String> known = new HashSet<>();
        model.states().forEach(state -> known.add(state.id()));
        for (Model.Assignment assignment : model.assignments()) {
            through.put(assignment.id(), statesOf(assignment.expression().symbols(), known, through));
        }
        for (Model.State state : model.states()) {
            if (wanted.contains(state.id())) {
                uses.put(state.id(), statesOf(state.rate().symbols(), known, through));
            }
        }
        // an event may change anything: what it looks at is not left out
        for (Model.Event event : model.events()) {
            Set<String> seen = new HashSet<>(event.trigger().symbols());
            event.changes().forEach(change -> seen.addAll(change.value().symbols()));
            event.delay().ifPresent(delay -> seen.addAll(delay.symbols()));
            event.priority().ifPresent(priority -> seen.addAll(priority.symbols()));
            statesOf(seen, known, through).forEach(state -> uses.computeIfPresent(state, (_, used) -> {
                used.add(state);
                return used;
            }));
        }
        List<Model.State> found = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Model.State state : model.states()) {
                if (uses.containsKey(state.id()) && uses.values().stream().noneMatch(used -> used.contains(state.id()))) {
                    uses.remove(state.id());
                    found.add(state);
                    more = true;
                }
            }
        }
        return found;
    }

    private static Set<String> statesOf(Set<String> symbols, Set<String> states, Map<String, Set<String>> through) {
        Set<String> result = new HashSet<>();
        for (String symbol : symbols) {
            if (states.contains(symbol)) {
                result.add(symbol);
            } else {
                result.addAll(through.getOrDefault(symbol, Set.of()));
            }
        }
        return result;
    }

    /**
     * What the states do not remember of an interval: ids of parameters that events of the model change, or of events that act with a
     * delay. Where there are any, one interval does not follow from the states at its start, and no steady state can be solved.
     */
    static Set<String> forgotten(Model model, List<String> wanted) {
        Set<String> found = new TreeSet<>();
        Set<String> parameters = model.parameters().stream().map(Model.Parameter::id).collect(Collectors.toSet());
        for (Model.Event event : model.slice(wanted).events()) {
            event.changes().stream().map(Model.Change::id).filter(parameters::contains).forEach(found::add);
            if (event.delay().isPresent()) {
                found.add(event.id());
            }
        }
        return found;
    }

    /** States with a steady state, in order. */
    List<String> states() {
        return states;
    }

    /** States that only collect. */
    List<String> excluded() {
        return excluded;
    }

    /** @param names parameters that each question gives values for */
    List<Answer> answer(List<String> names, List<Question> questions) {
        List<SteadyStateSearch> searches = new ArrayList<>();
        questions.forEach(question -> searches.add(new SteadyStateSearch(question, states)));
        if (states.isEmpty()) {
            searches.forEach(search -> search.answer = new Answer(new double[0], "", Method.TRIVIAL, 0, 0, 0, 0, true));
        } else if (!questions.isEmpty()) {
            begin(names, searches);
            List<SteadyStateSearch> open = open(searches);
            while (!open.isEmpty()) {
                repeat(names, open.stream().filter(search -> search.repeats > 0).toList());
                newton(names, open(open));
                open = open(open);
            }
        }
        return searches.stream().map(search -> search.answer).toList();
    }

    private static List<SteadyStateSearch> open(List<SteadyStateSearch> searches) {
        return searches.stream().filter(search -> search.answer == null).toList();
    }

    /** Initial values, and the first intervals from there. */
    private void begin(List<String> names, List<SteadyStateSearch> searches) {
        Trajectories initial = runs.run(new Protocol(searches.size(), parameters(names, searches), Map.of(),
                i -> Timeline.from(searches.get(i).dose.time()).record(searches.get(i).dose.time()).build()));
        for (int i = 0; i < searches.size(); i++) {
            searches.get(i).start(state(initial, i, 0));
        }
        repeat(names, searches.stream().filter(search -> search.repeats > 0).toList());
    }

    /** Plain repetition; for a constant input, a stretch of time. */
    private void repeat(List<String> names, List<SteadyStateSearch> searches) {
        if (searches.isEmpty()) {
            return;
        }
        Trajectories run = runs.run(new Protocol(searches.size(), parameters(names, searches), states(searches, (search, j) -> search.x[j]),
                i -> searches.get(i).plainLine()));
        for (int i = 0; i < searches.size(); i++) {
            double[][] seen = new double[SteadyStateSearch.PEAKS + 1][];
            for (int k = 0; k <= SteadyStateSearch.PEAKS; k++) {
                seen[k] = state(run, i, k);
            }
            searches.get(i).repeated(seen);
        }
    }

    private void newton(List<String> names, List<SteadyStateSearch> searches) {
        round(names, searches.stream().filter(search -> search.dose.constant()).toList(), true);
        round(names, searches.stream().filter(search -> !search.dose.constant()).toList(), false);
    }

    /** One Newton step of all: the state and, where slopes are needed, its neighbours with one changed state each go side by side. */
    private void round(List<String> names, List<SteadyStateSearch> searches, boolean balance) {
        if (searches.isEmpty()) {
            return;
        }
        int n = states.size();
        List<SteadyStateSearch> sides = new ArrayList<>();
        List<Integer> changed = new ArrayList<>();
        for (SteadyStateSearch search : searches) {
            for (int side = 0; side <= (search.needsSlopes ? n : 0); side++) {
                sides.add(search);
                changed.add(side - 1);
            }
        }
        double[][] starts = new double[n][sides.size()];
        for (int i = 0; i < sides.size(); i++) {
            SteadyStateSearch search = sides.get(i);
            for (int j = 0; j < n; j++) {
                starts[j][i] = search.x[j] + (changed.get(i) == j ? search.difference(j) : 0);
            }
        }
        Map<String, double[]> from = new LinkedHashMap<>();
        for (int j = 0; j < n; j++) {
            from.put(states.get(j), starts[j]);
        }
        Trajectories run = (balance ? rates : runs).run(new Protocol(sides.size(), parameters(names, sides), from,
                i -> balance ? Timeline.from(sides.get(i).dose.time()).record(sides.get(i).dose.time()).build() : sides.get(i).line(1, false)));
        for (int i = 0; i < sides.size();) {
            SteadyStateSearch search = sides.get(i);
            double[][] sideways = new double[search.needsSlopes ? n + 1 : 1][n];
            for (double[] value : sideways) {
                for (int j = 0; j < n; j++) {
                    value[j] = run.value(j, i, 0) - (balance ? 0 : starts[j][i]);
                }
                i++;
            }
            search.step(sideways);
        }
    }

    private double[] state(Trajectories run, int subject, int time) {
        double[] x = new double[states.size()];
        Arrays.setAll(x, j -> run.value(j, subject, time));
        return x;
    }

    private static Map<String, double[]> parameters(List<String> names, List<SteadyStateSearch> searches) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (int n = 0; n < names.size(); n++) {
            int name = n;
            values.put(names.get(n), searches.stream().mapToDouble(search -> search.parameters[name]).toArray());
        }
        return values;
    }

    private Map<String, double[]> states(List<SteadyStateSearch> searches, ToDoubleBiFunction<SteadyStateSearch, Integer> value) {
        Map<String, double[]> from = new LinkedHashMap<>();
        for (int j = 0; j < states.size(); j++) {
            int state = j;
            from.put(states.get(j), searches.stream().mapToDouble(search -> value.applyAsDouble(search, state)).toArray());
        }
        return from;
    }
}

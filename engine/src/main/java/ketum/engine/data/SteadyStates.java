package ketum.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import ketum.engine.Options;
import ketum.engine.Protocol;
import ketum.engine.Simulator;
import ketum.engine.Timeline;
import ketum.engine.Trajectories;
import ketum.engine.data.SteadyStateReport.Method;
import ketum.engine.model.Expression;
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
 *
 * <p>States that nothing depends on, not even their own rate of change (areas under a curve, amounts excreted), only collect and have no
 * steady state: they are left out. Sums that the model conserves keep their initial value.
 *
 * <p>Runs are a hundred times more exact than the simulation's own tolerances (relative 1e-10 at most, 1e-12 at least).
 */
final class SteadyStates {

    private static final int FIRST_INTERVALS = 3;
    private static final int MOST_INTERVALS = 5000;
    private static final int MOST_ROUNDS = 60;
    private static final double STEP = 1e-3;
    private static final double BALANCE_STEP = 1e-6;
    private static final double CLOSE = 1e-9;
    private static final double BALANCE_CLOSE = 1e-12;
    /** A step no longer getting shorter is down to the errors of the runs; above this that is no answer. */
    private static final double CLOSE_ENOUGH = 1e-6;
    private static final double BELOW_ZERO = 1e-6;
    /** Part of the first round's unrest that may be left. */
    private static final double CALM = 1e-3;
    /** A step to more than this many times the size after the first intervals leads nowhere. */
    private static final double MOST_GROWTH = 1e8;
    private static final double ROUNDING = 1e-12;
    private static final double LEAST_PART = 1e-3;
    private static final int PEAKS = 8;

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
            for (Expression more : Arrays.asList(event.delay(), event.priority())) {
                seen.addAll(more == null ? Set.of() : more.symbols());
            }
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
        List<Search> searches = new ArrayList<>();
        questions.forEach(question -> searches.add(new Search(question)));
        if (states.isEmpty()) {
            searches.forEach(search -> search.answer = new Answer(new double[0], "", Method.TRIVIAL, 0, 0, 0, 0, true));
        } else if (!questions.isEmpty()) {
            begin(names, searches);
            List<Search> open = open(searches);
            while (!open.isEmpty()) {
                repeat(names, open.stream().filter(search -> search.repeats > 0).toList());
                newton(names, open(open));
                open = open(open);
            }
        }
        return searches.stream().map(search -> search.answer).toList();
    }

    private static List<Search> open(List<Search> searches) {
        return searches.stream().filter(search -> search.answer == null).toList();
    }

    /** Initial values, and the first intervals from there. */
    private void begin(List<String> names, List<Search> searches) {
        Trajectories initial = runs.run(new Protocol(searches.size(), parameters(names, searches), Map.of(),
                i -> Timeline.from(searches.get(i).dose.time()).record(searches.get(i).dose.time()).build()));
        for (int i = 0; i < searches.size(); i++) {
            searches.get(i).start(state(initial, i, 0));
        }
        repeat(names, searches.stream().filter(search -> search.repeats > 0).toList());
    }

    /** Plain repetition; for a constant input, a stretch of time. */
    private void repeat(List<String> names, List<Search> searches) {
        if (searches.isEmpty()) {
            return;
        }
        Trajectories run = runs.run(new Protocol(searches.size(), parameters(names, searches), states(searches, (search, j) -> search.x[j]),
                i -> searches.get(i).plainLine()));
        for (int i = 0; i < searches.size(); i++) {
            double[][] seen = new double[PEAKS + 1][];
            for (int k = 0; k <= PEAKS; k++) {
                seen[k] = state(run, i, k);
            }
            searches.get(i).repeated(seen);
        }
    }

    private void newton(List<String> names, List<Search> searches) {
        round(names, searches.stream().filter(search -> search.dose.constant()).toList(), true);
        round(names, searches.stream().filter(search -> !search.dose.constant()).toList(), false);
    }

    /** One Newton step of all: the state and its neighbours, one changed state each, go side by side. */
    private void round(List<String> names, List<Search> searches, boolean balance) {
        if (searches.isEmpty()) {
            return;
        }
        int n = states.size();
        List<Search> sides = new ArrayList<>();
        searches.forEach(search -> {
            for (int side = 0; side <= n; side++) {
                sides.add(search);
            }
        });
        double[][] starts = new double[n][sides.size()];
        for (int i = 0; i < sides.size(); i++) {
            Search search = sides.get(i);
            for (int j = 0; j < n; j++) {
                starts[j][i] = search.x[j] + (i % (n + 1) == j + 1 ? search.difference(j) : 0);
            }
        }
        Map<String, double[]> from = new LinkedHashMap<>();
        for (int j = 0; j < n; j++) {
            from.put(states.get(j), starts[j]);
        }
        Trajectories run = (balance ? rates : runs).run(new Protocol(sides.size(), parameters(names, sides), from,
                i -> balance ? Timeline.from(sides.get(i).dose.time()).record(sides.get(i).dose.time()).build() : sides.get(i).line(1, false)));
        for (int s = 0; s < searches.size(); s++) {
            double[][] sideways = new double[n + 1][];
            for (int side = 0; side <= n; side++) {
                int i = s * (n + 1) + side;
                double[] value = new double[n];
                for (int j = 0; j < n; j++) {
                    value[j] = run.value(j, i, 0) - (balance ? 0 : starts[j][i]);
                }
                sideways[side] = value;
            }
            searches.get(s).step(sideways);
        }
    }

    private double[] state(Trajectories run, int subject, int time) {
        double[] x = new double[states.size()];
        Arrays.setAll(x, j -> run.value(j, subject, time));
        return x;
    }

    private static Map<String, double[]> parameters(List<String> names, List<Search> searches) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (int n = 0; n < names.size(); n++) {
            int name = n;
            values.put(names.get(n), searches.stream().mapToDouble(search -> search.parameters[name]).toArray());
        }
        return values;
    }

    private Map<String, double[]> states(List<Search> searches, ToDoubleBiFunction<Search, Integer> value) {
        Map<String, double[]> from = new LinkedHashMap<>();
        for (int j = 0; j < states.size(); j++) {
            int state = j;
            from.put(states.get(j), searches.stream().mapToDouble(search -> value.applyAsDouble(search, state)).toArray());
        }
        return from;
    }

    /** One search under way. */
    private final class Search {
        private final EndlessDose dose;
        private final double[] parameters;
        private double[] x;
        private double[] initial;
        private double[] scale;
        private boolean[] staysAbove;
        private int repeats;
        private double stretch = 1;
        private int intervals;
        private int rounds;
        private double[] firstScale;
        private double firstUnrest = Double.NaN;
        private double lastUnrest = Double.POSITIVE_INFINITY;
        private double lastResidual = Double.POSITIVE_INFINITY;
        private double lastStep = Double.POSITIVE_INFINITY;
        private double firstStep = Double.NaN;
        private boolean linear;
        private boolean repeated;
        private double[] lastChange = new double[0];
        private Answer answer;

        Search(Question question) {
            dose = question.dose();
            parameters = question.parameters();
        }

        void start(double[] initialState) {
            initial = initialState;
            x = initialState.clone();
            scale = new double[x.length];
            staysAbove = new boolean[x.length];
            for (int j = 0; j < x.length; j++) {
                scale[j] = Math.abs(x[j]);
                staysAbove[j] = x[j] >= 0;
            }
            if (!finite(x)) {
                fail("an initial value is not a finite number");
            } else if (dose.constant()) {
                given(dose.rate());
            } else {
                given(dose.amount());
                repeats = FIRST_INTERVALS;
            }
        }

        /** What is given is a measure for the state that takes it, and the largest state one for states that are still empty. */
        private void given(double size) {
            if (dose.state() >= 0) {
                scale[dose.state()] = Math.max(scale[dose.state()], Math.abs(size));
            }
            double most = Arrays.stream(scale).max().orElse(0);
            for (int j = 0; j < scale.length; j++) {
                scale[j] = scale[j] > 0 ? scale[j] : most > 0 ? most * 1e-3 : 1;
            }
            firstScale = scale.clone();
        }

        double difference(int state) {
            return scale[state] * (dose.constant() ? BALANCE_STEP : STEP);
        }

        Timeline line(int count, boolean peaks) {
            double start = dose.time() - count * dose.interval();
            Timeline.Builder line = Timeline.from(start);
            if (dose.state() >= 0) {
                dose.giveTo(line, count);
            }
            if (peaks) {
                for (int k = 0; k < PEAKS; k++) {
                    line.record(dose.time() - dose.interval() * (PEAKS - k) / PEAKS);
                }
            }
            return line.record(dose.time()).build();
        }

        Timeline plainLine() {
            if (!dose.constant()) {
                return line(repeats, true);
            }
            Timeline.Builder line = Timeline.from(dose.time());
            if (dose.state() >= 0) {
                line.input(dose.time(), dose.state(), dose.rate(), Double.NaN);
            }
            for (int k = 1; k <= PEAKS; k++) {
                line.record(dose.time() + stretch * k / PEAKS);
            }
            return line.record(dose.time() + stretch).build();
        }

        void repeated(double[][] seen) {
            double[] end = seen[PEAKS];
            if (!finite(end)) {
                fail("the run to it broke down: the states grow beyond bounds or the model cannot be computed there");
                return;
            }
            boolean still = dose.amount() == 0 && dose.rate() == 0;
            for (double[] state : seen) {
                for (int j = 0; j < state.length; j++) {
                    scale[j] = Math.max(scale[j], Math.abs(state[j]));
                    staysAbove[j] &= state[j] >= -BELOW_ZERO * scale[j];
                    still &= state[j] == 0;
                }
            }
            x = end;
            intervals += dose.constant() ? 0 : repeats;
            if (still) {
                answer = new Answer(x, "", Method.TRIVIAL, 0, intervals, 0, 0, true);
            }
            repeats = 0;
            if (rounds == 0) {
                firstScale = scale.clone();
            }
            lastUnrest = Double.POSITIVE_INFINITY;
            lastStep = Double.POSITIVE_INFINITY;
        }

        /** @param sideways the change over an interval (or the rate of change) from the state, and from each of its neighbours */
        void step(double[][] sideways) {
            int n = x.length;
            rounds++;
            double[] change = sideways[0];
            if (dose.constant() && dose.state() >= 0) {
                for (double[] side : sideways) {
                    side[dose.state()] += dose.rate();
                }
            }
            double[][] matrix = new double[n][n];
            double[] right = new double[n];
            boolean good = true;
            for (int r = 0; r < n; r++) {
                right[r] = change[r] / scale[r];
                good &= Double.isFinite(right[r]);
                for (int c = 0; c < n; c++) {
                    matrix[r][c] = -(sideways[c + 1][r] - change[r]) / difference(c) * scale[c] / scale[r];
                    good &= Double.isFinite(matrix[r][c]);
                }
            }
            double residual = 0;
            // against the sizes at the outset: a state that runs away must not excuse itself by its size
            double unrest = 0;
            for (int j = 0; j < n; j++) {
                residual = Math.max(residual, Math.abs(right[j]));
                unrest = Math.max(unrest, Math.abs(change[j]) / firstScale[j]);
            }
            lastChange = change;
            if (!good || unrest > 0.9 * lastUnrest && unrest > CLOSE_ENOUGH) {
                plainly();
                return;
            }
            if (Double.isNaN(firstUnrest)) {
                firstUnrest = unrest;
            }
            // where only rounding is left, a step would follow the rounding
            double[] delta = residual <= ROUNDING ? new double[n] : DenseAlgebra.solve(matrix, right);
            double step = Arrays.stream(delta).map(Math::abs).max().orElse(0);
            double close = dose.constant() ? BALANCE_CLOSE : CLOSE;
            double part = partAboveZero(delta);
            if (part < LEAST_PART || runsAway(delta)) {
                plainly();
                return;
            }
            double[] next = new double[n];
            for (int j = 0; j < n; j++) {
                next[j] = x[j] + part * delta[j] * scale[j];
            }
            boolean bent = part < 1;
            if (Double.isNaN(firstStep)) {
                firstStep = step;
            } else if (rounds == 2) {
                linear = step <= 1e-4 * firstStep || step <= CLOSE_ENOUGH;
            }
            boolean settled = step <= close || step <= CLOSE_ENOUGH && step > 0.3 * lastStep;
            boolean calm = unrest <= Math.max(CALM * firstUnrest, dose.constant() ? 0 : CLOSE_ENOUGH) || step * growth() <= close;
            if (settled && calm && !bent) {
                if (attracts(matrix)) {
                    Method method = dose.constant() ? Method.BALANCE : repeated ? Method.REPETITION_AND_NEWTON : Method.NEWTON;
                    answer = new Answer(next, "", method, rounds, intervals, dose.constant() ? step : residual, step, linear && !repeated);
                } else {
                    plainly();
                }
                return;
            }
            lastUnrest = bent ? Double.POSITIVE_INFINITY : unrest;
            lastResidual = residual;
            lastStep = step;
            if (rounds >= MOST_ROUNDS) {
                fail(unsettled());
                return;
            }
            x = next;
            for (int j = 0; j < n; j++) {
                scale[j] = Math.max(scale[j], Math.abs(x[j]));
            }
        }

        private boolean runsAway(double[] delta) {
            for (int j = 0; j < x.length; j++) {
                if (Math.abs(x[j] + delta[j] * scale[j]) > MOST_GROWTH * firstScale[j]) {
                    return true;
                }
            }
            return false;
        }

        /** How many times its size at the outset the state that grew most has by now. */
        private double growth() {
            double most = 1;
            for (int j = 0; j < scale.length; j++) {
                most = Math.max(most, scale[j] / firstScale[j]);
            }
            return most;
        }

        /**
         * How much of a step to go, so that nine tenths of what was above zero are spent at most. All states alike, since shortening the step
         * of one alone would break the sums that the model conserves.
         */
        private double partAboveZero(double[] delta) {
            double part = 1;
            for (int j = 0; j < x.length; j++) {
                if (staysAbove[j] && x[j] + delta[j] * scale[j] < -BELOW_ZERO * scale[j]) {
                    part = Math.min(part, 0.9 * Math.max(0, x[j]) / (-delta[j] * scale[j]));
                }
            }
            return part;
        }

        /** Whether the doses lead back to the state after a small push. */
        private boolean attracts(double[][] matrix) {
            if (dose.constant()) {
                return DenseAlgebra.spectralRadius(DenseAlgebra.cayley(matrix)) <= 1 + 1e-4;
            }
            double[][] map = new double[matrix.length][matrix.length];
            for (int r = 0; r < map.length; r++) {
                for (int c = 0; c < map.length; c++) {
                    map[r][c] = (r == c ? 1 : 0) - matrix[r][c];
                }
            }
            return DenseAlgebra.spectralRadius(map) <= 1 + 1e-3;
        }

        private void plainly() {
            if (rounds >= MOST_ROUNDS) {
                fail(unsettled());
                return;
            }
            repeats = Math.max(8, 2 * Math.max(intervals, 4));
            if (dose.constant()) {
                stretch *= 10;
                repeats = 1;
            }
            if (intervals + repeats > MOST_INTERVALS || stretch > 1e9) {
                fail(unsettled());
                return;
            }
            if (!repeated) {
                // from the beginning: Newton's steps may have led astray
                x = initial.clone();
                intervals = 0;
            }
            repeated = true;
        }

        private String unsettled() {
            int most = 0;
            for (int j = 1; j < lastChange.length; j++) {
                if (!(Math.abs(lastChange[j]) / firstScale[j] <= Math.abs(lastChange[most]) / firstScale[most])) {
                    most = j;
                }
            }
            return "after " + rounds + " Newton rounds" + (dose.constant() ? "" : " and " + intervals + " intervals") + " " + states.get(most)
                    + " still changes by " + String.format(java.util.Locale.ROOT, "%.3g", lastChange[most]) + " per "
                    + (dose.constant() ? "unit of time" : "interval")
                    + "; more may go in than can leave, the state may only collect, or the rhythm does not repeat after one interval";
        }

        private void fail(String why) {
            repeats = 0;
            answer = new Answer(null, why, Method.FAILED, rounds, intervals, lastResidual, lastStep, false);
        }
    }

    private static boolean finite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }
}

package ketum.engine.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ketum.engine.Timeline;
import ketum.engine.data.SteadyStateReport.Method;
import ketum.engine.data.SteadyStates.Answer;
import ketum.engine.data.SteadyStates.Question;

/** The search for one steady state: decides what is run next from what the last runs gave. */
final class SteadyStateSearch {

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
    /** Looks at the states over the last interval, to know their sizes. */
    static final int PEAKS = 8;

    final EndlessDose dose;
    private final List<String> states;
    final double[] parameters;
    double[] x;
    private double[] initial;
    private double[] scale;
    private boolean[] staysAbove;
    /** Plain intervals to run before the next round. */
    int repeats;
    private double stretch = 1;
    private int intervals;
    private int rounds;
    private double[] firstScale;
    private double firstUnrest = Double.NaN;
    private double lastUnrest = Double.POSITIVE_INFINITY;
    private double lastResidual = Double.POSITIVE_INFINITY;
    private double lastStep = Double.POSITIVE_INFINITY;
    private double firstStep = Double.NaN;
    private boolean linear = true;
    /** Negative change per change of each state, by row and state. */
    private double[][] slopes;
    /** The next round is to run the neighbours too. */
    boolean needsSlopes = true;
    private boolean repeated;
    private double[] lastChange = new double[0];
    /** Null while the search is under way. */
    Answer answer;

    SteadyStateSearch(Question question, List<String> states) {
        this.states = states;
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
        needsSlopes = true;
        if (rounds == 0) {
            firstScale = scale.clone();
        }
        lastUnrest = Double.POSITIVE_INFINITY;
        lastStep = Double.POSITIVE_INFINITY;
    }

    /**
     * @param sideways the change over an interval (or the rate of change) from the state, and from each of its neighbours if
     *                 {@link #needsSlopes}
     */
    void step(double[][] sideways) {
        int n = x.length;
        rounds++;
        double[] change = sideways[0];
        if (dose.constant() && dose.state() >= 0) {
            for (double[] side : sideways) {
                side[dose.state()] += dose.rate();
            }
        }
        boolean renewed = sideways.length > 1;
        if (renewed) {
            slopes = new double[n][n];
            for (int r = 0; r < n; r++) {
                for (int c = 0; c < n; c++) {
                    slopes[r][c] = -(sideways[c + 1][r] - change[r]) / difference(c);
                }
            }
        }
        double[][] matrix = new double[n][n];
        double[] right = new double[n];
        boolean good = true;
        for (int r = 0; r < n; r++) {
            right[r] = change[r] / scale[r];
            good &= Double.isFinite(right[r]);
            for (int c = 0; c < n; c++) {
                matrix[r][c] = slopes[r][c] * scale[c] / scale[r];
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
            renewOrRepeat(renewed);
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
        if (part < LEAST_PART || runsAway(delta) || residual > ROUNDING && leavesOver(matrix, delta, right) > CALM * residual) {
            renewOrRepeat(renewed);
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
            if (!renewed && step > close) {
                // only a step by the slopes of this very place tells how far it is
                needsSlopes = true;
                lastStep = step;
            } else if (attracts(matrix)) {
                Method method = dose.constant() ? Method.BALANCE : repeated ? Method.REPETITION_AND_NEWTON : Method.NEWTON;
                answer = new Answer(next, "", method, rounds, intervals, dose.constant() ? step : residual, step, linear && !repeated);
            } else {
                plainly();
            }
            return;
        }
        // old slopes serve as long as each step is a tenth of the one before; those of a constant input cost next to nothing
        needsSlopes = dose.constant() || bent || !renewed && step > 0.1 * lastStep;
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

    /** Old slopes may have misled; slopes of this place cannot. */
    private void renewOrRepeat(boolean renewed) {
        if (renewed) {
            plainly();
        } else {
            needsSlopes = true;
        }
    }

    /** What a step does not account for: much of it, where the matrix is singular and what goes in stays in. */
    private static double leavesOver(double[][] matrix, double[] delta, double[] right) {
        double most = 0;
        for (int r = 0; r < right.length; r++) {
            double sum = 0;
            for (int c = 0; c < right.length; c++) {
                sum += matrix[r][c] * delta[c];
            }
            most = Math.max(most, Math.abs(right[r] - sum));
        }
        return most;
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
                + " still changes by " + String.format(Locale.ROOT, "%.3g", lastChange[most]) + " per "
                + (dose.constant() ? "unit of time" : "interval")
                + "; more may go in than can leave, the state may only collect, or the rhythm does not repeat after one interval";
    }

    private void fail(String why) {
        repeats = 0;
        answer = new Answer(null, why, Method.FAILED, rounds, intervals, lastResidual, lastStep, false);
    }

    private static boolean finite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }
}

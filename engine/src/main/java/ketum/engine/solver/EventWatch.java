package ketum.engine.solver;

import ketum.engine.kernel.CompiledEvents;
import ketum.engine.kernel.EventKernel;
import ketum.engine.kernel.Kernel;

/**
 * Finds, in all lanes of a block at once, when within an attempted step a condition changes. One thread's own.
 *
 * <p>A step is looked at in its quarters and where a parabola through the values of a comparison says that it comes closest to changing. The first
 * stretch in which a condition changes is narrowed to a few units in the last place of time, by the rule of false position in the
 * form called Illinois (M. Dowell, P. Jarratt, BIT 11 (1971) 168-174) and by halving. What is found rests on the dense output, which is less exact than the
 * step. So a step is taken anew to end there, and the moment that counts is found once more: close to the end of a step, where the
 * dense output is as exact as the step.
 */
final class EventWatch {

    private static final int LANES = Kernel.LANES;
    /** Start, quarters, end, and one between each three of them. */
    private static final int MOST_LOOKS = 8;
    private static final int PLAIN_LOOKS = 5;
    /** This close to an end of a step, as a part of it, dense output is as good as the step. */
    private static final double NEAR = 1e-4;
    private static final int MOST_ROUNDS = 100;
    private static final int ROUNDS_BY_SECANT = 14;
    private static final double PRECISION_ULPS = 4;
    /** Of a step; enough where it is to be taken anew. */
    private static final double ROUGH = 1e-2 * NEAR;

    private final Block block;
    private final StepMethod method;
    private final CompiledEvents events;
    private final int conditions;
    private final int watched;
    private final double[] theta = Block.row(1);
    private final double[] time = Block.row(1);
    private final double[] state;
    private final double[] work;
    /** Where each lane was looked at, and what was found there. */
    private final double[][] place = new double[MOST_LOOKS][LANES];
    private final double[][] found = new double[MOST_LOOKS][];
    /** Looks in order of their place, by lane. */
    private final int[][] order = new int[LANES][MOST_LOOKS];
    private final double[] low = new double[LANES];
    private final double[] high = new double[LANES];
    private final double[] lowFound;
    private final double[] highFound;
    private final double[] probe;
    private final double[] highState;
    private final boolean[] locating = new boolean[LANES];
    /** Comparison that is followed, or -1, and the values of it at both ends with the weights of the Illinois rule. */
    private final int[] followed = new int[LANES];
    private final double[] lowValue = new double[LANES];
    private final double[] highValue = new double[LANES];
    /** Which end the last round moved: 1 the later, -1 the earlier. */
    private final int[] moved = new int[LANES];
    private final double[] moment = new double[LANES];

    EventWatch(Block block, StepMethod method, CompiledEvents events) {
        this.block = block;
        this.method = method;
        this.events = events;
        this.conditions = events.events().size();
        this.watched = events.watched();
        this.state = Block.row(block.states);
        this.highState = Block.row(block.states);
        this.work = Block.row(events.workRows());
        for (int i = 0; i < MOST_LOOKS; i++) {
            found[i] = Block.row(watched);
        }
        this.lowFound = Block.row(watched);
        this.highFound = Block.row(watched);
        this.probe = Block.row(watched);
    }

    /**
     * Looks at the attempted step.
     *
     * @param courses null in lanes to leave out
     */
    void look(Course[] courses, int places) {
        int looks = PLAIN_LOOKS;
        for (int look = 0; look < PLAIN_LOOKS; look++) {
            for (int lane = 0; lane < block.lanes; lane++) {
                place[look][lane] = 0.25 * look;
            }
            see(place[look], look == 0 ? block.state : look == PLAIN_LOOKS - 1 ? block.next : null, found[look]);
        }
        for (int middle = 1; middle < PLAIN_LOOKS - 1; middle++) {
            if (closest(courses, places, middle, place[looks])) {
                see(place[looks], null, found[looks]);
                looks++;
            }
        }
        boolean any = false;
        for (int lane = 0; lane < places; lane++) {
            moment[lane] = Double.NaN;
            locating[lane] = courses[lane] != null && bracket(courses[lane].memory, lane, looks);
            if (courses[lane] != null && !locating[lane]) {
                remember(courses[lane].memory, found[PLAIN_LOOKS - 1], lane);
            }
            any |= locating[lane];
        }
        if (any) {
            locate(courses, places);
        }
    }

    /** Values of conditions and comparisons at a place of the step in each lane. */
    private void see(double[] at, double[] known, double[] result) {
        for (int lane = 0; lane < block.lanes; lane++) {
            theta[lane] = at[lane];
            time[lane] = Math.fma(at[lane], block.step[lane], block.time[lane]);
        }
        double[] seen = known;
        if (known == null) {
            method.dense(theta, state);
            seen = state;
        }
        EventKernel kernel = block.arithmetic instanceof VectorArithmetic ? events.vector().orElseThrow() : events.scalar();
        kernel.watch(time, seen, block.parameters, result, work, block.lanes);
    }

    /** Where between three looks some comparison may change and change back; whether there is such a place in any lane. */
    private boolean closest(Course[] courses, int places, int middle, double[] result) {
        boolean any = false;
        for (int lane = 0; lane < LANES; lane++) {
            result[lane] = 0.25 * middle;
            if (lane >= places || courses[lane] == null) {
                continue;
            }
            double lowest = 0;
            for (int row = conditions; row < watched; row++) {
                double a = found[middle - 1][row * LANES + lane];
                double b = found[middle][row * LANES + lane];
                double c = found[middle + 1][row * LANES + lane];
                double bend = a - 2 * b + c;
                double slope = 0.5 * (c - a);
                boolean sameSide = a > 0 && b > 0 && c > 0 || a < 0 && b < 0 && c < 0;
                if (sameSide && bend * b > 0 && Math.abs(slope) < Math.abs(bend)) {
                    // relative to the middle value, below 0 where the parabola changes sign; a little room, since it is no parabola
                    double extreme = (b - slope * slope / (2 * bend)) / b;
                    if (extreme < 0.1 && extreme - 1 < lowest) {
                        lowest = extreme - 1;
                        result[lane] = 0.25 * (middle - slope / bend);
                        any = true;
                    }
                }
            }
        }
        return any;
    }

    /** Finds the first stretch in which a condition changes so that it matters. */
    private boolean bracket(EventMemory memory, int lane, int looks) {
        int[] sorted = order[lane];
        for (int look = 0; look < PLAIN_LOOKS; look++) {
            sorted[look] = look;
        }
        for (int look = PLAIN_LOOKS; look < looks; look++) {
            int at = look;
            while (at > 0 && place[sorted[at - 1]][lane] > place[look][lane]) {
                sorted[at] = sorted[at - 1];
                at--;
            }
            sorted[at] = look;
        }
        for (int i = 1; i < looks; i++) {
            double[] before = found[sorted[i - 1]];
            double[] after = found[sorted[i]];
            if (matters(memory, before, after, lane)) {
                low[lane] = place[sorted[i - 1]][lane];
                high[lane] = place[sorted[i]][lane];
                copy(before, lowFound, lane);
                copy(after, highFound, lane);
                follow(lane);
                return true;
            }
        }
        return false;
    }

    private void remember(EventMemory memory, double[] from, int lane) {
        for (int row = 0; row < conditions; row++) {
            memory.truth[row] = from[row * LANES + lane];
        }
    }

    /** Whether some condition becomes true, or false while its changes wait for it to stay true. */
    private boolean matters(EventMemory memory, double[] before, double[] after, int lane) {
        for (int row = 0; row < conditions; row++) {
            double was = before[row * LANES + lane];
            double is = after[row * LANES + lane];
            if (was != is && (is != 0 || !events.events().get(row).persistent() && memory.waiting(row))) {
                return true;
            }
        }
        return false;
    }

    private void copy(double[] from, double[] to, int lane) {
        for (int at = lane; at < watched * LANES; at += LANES) {
            to[at] = from[at];
        }
    }

    /** Chooses the comparison that seems to change first. */
    private void follow(int lane) {
        followed[lane] = -1;
        moved[lane] = 0;
        double first = Double.POSITIVE_INFINITY;
        for (int row = conditions; row < watched; row++) {
            double a = lowFound[row * LANES + lane];
            double b = highFound[row * LANES + lane];
            if (a * b < 0 && a / (a - b) < first) {
                first = a / (a - b);
                followed[lane] = row;
                lowValue[lane] = a;
                highValue[lane] = b;
            }
        }
    }

    private void locate(Course[] courses, int places) {
        System.arraycopy(block.next, 0, highState, 0, highState.length);
        double[] at = place[0];
        boolean more = true;
        for (int round = 0; round < MOST_ROUNDS && more; round++) {
            for (int lane = 0; lane < block.lanes; lane++) {
                at[lane] = lane < places && locating[lane] ? candidate(lane, round) : 0;
            }
            see(at, null, probe);
            more = false;
            for (int lane = 0; lane < places; lane++) {
                if (locating[lane] && narrow(courses[lane].memory, lane, at[lane])) {
                    more = true;
                }
            }
        }
        // the state at the later end of what is left
        for (int lane = 0; lane < block.lanes; lane++) {
            at[lane] = lane < places && !Double.isNaN(moment[lane]) ? moment[lane] : 0;
        }
        see(at, null, probe);
        for (int lane = 0; lane < places; lane++) {
            if (!Double.isNaN(moment[lane]) && moment[lane] < 1) {
                for (int row = 0; row < block.states; row++) {
                    highState[row * LANES + lane] = state[row * LANES + lane];
                }
            }
        }
    }

    private double candidate(int lane, int round) {
        double width = high[lane] - low[lane];
        double middle = low[lane] + 0.5 * width;
        if (followed[lane] < 0 || round >= ROUNDS_BY_SECANT) {
            return middle;
        }
        double guess = low[lane] + width * (lowValue[lane] / (lowValue[lane] - highValue[lane]));
        return guess > low[lane] && guess < high[lane] ? guess : middle;
    }

    /** Takes in what was seen within the stretch; false when it is as short as can be. */
    private boolean narrow(EventMemory memory, int lane, double at) {
        boolean later = matters(memory, lowFound, probe, lane);
        int row = followed[lane];
        double value = row < 0 ? 0 : probe[row * LANES + lane];
        if (at > low[lane] && at < high[lane]) {
            if (later) {
                high[lane] = at;
                copy(probe, highFound, lane);
                highValue[lane] = value;
                lowValue[lane] *= moved[lane] > 0 ? 0.5 : 1;
                moved[lane] = 1;
            } else {
                low[lane] = at;
                copy(probe, lowFound, lane);
                lowValue[lane] = value;
                highValue[lane] *= moved[lane] < 0 ? 0.5 : 1;
                moved[lane] = -1;
            }
            if (row >= 0 && lowValue[lane] * highValue[lane] >= 0) {
                follow(lane); // what changes first is something else
            }
        }
        double least = PRECISION_ULPS * Math.ulp(block.time[lane] + block.step[lane]);
        double middle = low[lane] + 0.5 * (high[lane] - low[lane]);
        moment[lane] = high[lane];
        boolean rough = high[lane] - low[lane] <= ROUGH && !counts(lane);
        locating[lane] = !rough && (high[lane] - low[lane]) * block.step[lane] > least && middle > low[lane] && middle < high[lane];
        return locating[lane];
    }

    /** Whether a condition changes within the step of this lane. */
    boolean changes(int lane) {
        return !Double.isNaN(moment[lane]);
    }

    /** Whether the moment found counts, or the step should be taken anew to end there. */
    boolean counts(int lane) {
        double at = moment[lane];
        return at <= NEAR || at >= 1 - NEAR || at * block.step[lane] <= 1 / NEAR * Math.ulp(block.time[lane]);
    }

    /** Time of the change. */
    double moment(int lane, double end) {
        return moment[lane] >= 1 ? end : Math.fma(moment[lane], block.step[lane], block.time[lane]);
    }

    /** Makes the state at the moment of the change the present one; the conditions are remembered as they were before. */
    void take(EventMemory memory, int lane) {
        remember(memory, lowFound, lane);
        for (int row = 0; row < block.states; row++) {
            block.state[row * LANES + lane] = highState[row * LANES + lane];
        }
    }
}

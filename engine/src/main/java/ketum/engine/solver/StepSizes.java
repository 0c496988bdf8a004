package ketum.engine.solver;

import java.util.Arrays;
import ketum.engine.kernel.Elementary;
import ketum.engine.kernel.Kernel;

/**
 * How long the next step of each lane is to be, and which steps are good enough. One thread's own.
 *
 * <p>A step is accepted when the error norm is at most 1; the next size follows the proportional-integral rule of Gustafsson as in
 * Hairer, Nørsett, Wanner (1993), II.4 and IV.2: h·0.9·e^(-0.17)·e_old^(0.04), between a fifth and ten times h. Where the method knows
 * beforehand how long a step may be, that is asked instead, and only a rejection shortens it.
 */
final class StepSizes {

    private static final int LANES = Kernel.LANES;
    private static final double SAFETY = 0.9;
    private static final double LEAST_FACTOR = 0.2;
    private static final double GREATEST_FACTOR = 10;
    private static final double LEAST_ERROR = 1e-10;
    private static final double BETA = 0.04;
    /** Steps shorter than this many units in the last place of the time make no progress. */
    private static final double LEAST_STEP_ULPS = 16;

    private final Block block;
    private final StepMethod method;
    private final int places;
    private final boolean choosing;
    private final FirstStep firstStep;
    private final double logOfLeastOldError = Elementary.ln(1e-4);

    private final double[] proposed = new double[LANES];
    private final double[] oldLogError = new double[LANES];
    /** No step was accepted since the last start. */
    private final boolean[] first = new boolean[LANES];
    private final boolean[] justRejected = new boolean[LANES];
    private final double[] allowed = Block.row(1);
    private final double[] logError = Block.row(1);
    private final double[] factor = Block.row(1);

    StepSizes(Block block, StepMethod method, int places) {
        this.block = block;
        this.method = method;
        this.places = places;
        this.choosing = method.choosesSteps();
        this.firstStep = new FirstStep(block, method.order());
    }

    /** The step to try next; NaN where it is not known yet. */
    double proposed(int lane) {
        return proposed[lane];
    }

    /** @param step NaN where it is not known */
    void propose(int lane, double step) {
        proposed[lane] = step;
    }

    /** A lane starts anew, with this much time before its next stop. */
    void start(int lane, double left) {
        first[lane] = true;
        justRejected[lane] = false;
        if (!choosing) {
            proposed[lane] = Double.NaN;
        } else if (Double.isNaN(proposed[lane])) {
            proposed[lane] = left;
        }
    }

    /** What served after an earlier action should serve after this one too. */
    void expect(int lane, double afterAction) {
        if (!choosing) {
            proposed[lane] = afterAction;
        }
    }

    /** First sizes of the lanes that start without one; the right-hand sides that they take are added to {@code begins}. */
    void estimateFirst(boolean[] starting, long[] begins) {
        boolean unknown = false;
        for (int lane = 0; lane < places; lane++) {
            unknown |= starting[lane] && Double.isNaN(proposed[lane]);
        }
        if (unknown && !choosing) {
            firstStep.estimate(method.slope(), starting, proposed, begins);
        }
    }

    /** Whether the proposed step is too short to get anywhere. */
    boolean stuck(int lane) {
        return !(proposed[lane] > LEAST_STEP_ULPS * Math.ulp(block.time[lane]));
    }

    /** Chooses the step to try: not past the next stop, and not so that a sliver remains. Fills {@code reaching} and {@code end}. */
    void plan(Course[] courses, double[] stop, boolean[] reaching, double[] end) {
        if (choosing) {
            choose();
        }
        for (int lane = 0; lane < places; lane++) {
            if (courses[lane] == null) {
                continue;
            }
            double left = stop[lane] - block.time[lane];
            double h = proposed[lane];
            reaching[lane] = h >= left;
            if (reaching[lane]) {
                h = left;
            } else if (2 * h > left) {
                h = 0.5 * left;
            }
            block.step[lane] = h;
            end[lane] = reaching[lane] ? stop[lane] : block.time[lane] + h;
        }
    }

    /** Steps that the method itself chooses; shorter after a rejection. */
    private void choose() {
        method.choose(proposed, allowed);
        for (int lane = 0; lane < places; lane++) {
            double most = justRejected[lane] ? proposed[lane] : GREATEST_FACTOR * proposed[lane];
            proposed[lane] = Math.min(most, allowed[lane]);
        }
    }

    /**
     * Accepts or rejects each lane's attempt, counts it, and proposes the next size.
     *
     * @param events   asked for lanes that try again to meet an event; null in a model without
     * @param accepted gets 1 for a step that is good enough, else 0
     */
    void judge(Course[] courses, Events events, double[] accepted) {
        if (choosing) {
            check(courses, accepted);
        } else {
            follow(courses, events, accepted);
        }
    }

    private void check(Course[] courses, double[] accepted) {
        for (int lane = 0; lane < places; lane++) {
            accepted[lane] = 0;
            Course course = courses[lane];
            if (course == null) {
                continue;
            }
            course.steps++;
            double error = block.error[lane];
            if (error <= 1) {
                accepted[lane] = 1;
                justRejected[lane] = false;
            } else {
                course.rejected++;
                justRejected[lane] = true;
                double shrink = error < 1e4 ? Elementary.exp(-0.25 * Elementary.ln(error)) : 0.1;
                proposed[lane] = block.step[lane] * Math.min(0.7, SAFETY * shrink);
            }
        }
    }

    private void follow(Course[] courses, Events events, double[] accepted) {
        factors();
        Arrays.fill(accepted, 0, places, 0);
        for (int lane = 0; lane < places; lane++) {
            Course course = courses[lane];
            if (course == null) {
                continue;
            }
            course.steps++;
            if (events != null && events.again(lane)) {
                course.rejected++;
                continue;
            }
            double h = block.step[lane];
            double grown = h * Math.max(LEAST_FACTOR, Math.min(GREATEST_FACTOR, SAFETY * factor[lane]));
            if (block.error[lane] <= 1) {
                accepted[lane] = 1;
                if (justRejected[lane]) {
                    grown = Math.min(grown, h);
                    justRejected[lane] = false;
                }
                // a step cut short by an action or halved says little about the size that the problem would allow
                proposed[lane] = h < proposed[lane] ? Math.max(grown, proposed[lane]) : grown;
                if (first[lane]) {
                    course.afterAction = proposed[lane];
                    first[lane] = false;
                }
                oldLogError[lane] = Math.max(logError[lane], logOfLeastOldError);
            } else {
                course.rejected++;
                justRejected[lane] = true;
                proposed[lane] = Math.min(grown, SAFETY * h);
            }
        }
    }

    /** By how much the rule would lengthen each lane's step, before safety and bounds. */
    private void factors() {
        double expo = 1.0 / method.order();
        for (int lane = 0; lane < places; lane++) {
            double e = block.error[lane];
            // a step that met NaN or infinity is as bad as can be
            logError[lane] = e <= 1e10 ? Math.max(e, LEAST_ERROR) : 1e10;
        }
        block.arithmetic.ln(logError, 1, block.lanes);
        for (int lane = 0; lane < places; lane++) {
            boolean integral = block.error[lane] <= 1 && !first[lane];
            factor[lane] = integral ? BETA * oldLogError[lane] - (expo - 0.75 * BETA) * logError[lane] : -expo * logError[lane];
        }
        block.arithmetic.exp(factor, block.lanes);
    }
}

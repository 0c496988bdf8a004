package ketum.engine.solver;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import ketum.engine.kernel.Elementary;
import ketum.engine.kernel.Kernel;

/**
 * Takes subjects from a queue into the lanes of one block and carries each from its start to the last output time.
 * A lane that is done takes the next subject at once. What happens in a lane depends on nothing but its subject.
 *
 * <p>Step sizes: a step is accepted when the error norm is at most 1; the next size follows the proportional-integral rule of
 * Gustafsson as in Hairer, Nørsett, Wanner (1993), II.4 and IV.2: h·0.9·e^(-0.17)·e_old^(0.04), between a fifth and ten times h.
 */
final class Worker implements Runnable {

    static final long MOST_STEPS = 2_000_000;
    private static final int LANES = Kernel.LANES;
    private static final double SAFETY = 0.9;
    private static final double LEAST_FACTOR = 0.2;
    private static final double GREATEST_FACTOR = 10;
    private static final double LEAST_ERROR = 1e-10;
    private static final double BETA = 0.04;
    /** Steps shorter than this many units in the last place of the time make no progress. */
    private static final double LEAST_STEP_ULPS = 16;

    private final Problem problem;
    private final Recording recording;
    private final AtomicInteger queue;
    private final CodeChoice code;
    /** Lanes that take subjects. */
    private final int places;
    private final Block block;
    private final StepMethod method;
    private final FirstStep firstStep;
    private final double lastTime;
    private final double logOfLeastOldError = Elementary.ln(1e-4);

    private final int[] subject = new int[LANES];
    private final Doses[] doses = new Doses[LANES];
    private final int[] nextDose = new int[LANES];
    private final int[] nextOutput = new int[LANES];
    private final double[] proposed = new double[LANES];
    /** First step that served after the previous dose; doses of one subject are mostly alike. */
    private final double[] afterDose = new double[LANES];
    private final double[] oldLogError = new double[LANES];
    private final double[] end = new double[LANES];
    private final long[] steps = new long[LANES];
    private final long[] rejected = new long[LANES];
    private final long[] begins = new long[LANES];
    private final boolean[] fresh = new boolean[LANES];
    private final boolean[] starting = new boolean[LANES];
    /** No step was accepted since the last start. */
    private final boolean[] first = new boolean[LANES];
    private final boolean[] reaching = new boolean[LANES];
    private final boolean[] justRejected = new boolean[LANES];
    private final boolean[] writing = new boolean[LANES];

    private final double[] accepted = Block.row(1);
    private final double[] logError = Block.row(1);
    private final double[] factor = Block.row(1);
    private final double[] theta = Block.row(1);
    private final double[] outputTime = Block.row(1);
    private final double[] outputState;
    /** States at the output times of the subject of each lane, one time after the other. */
    private final double[][] seen = new double[LANES][];
    /** The outputs of one subject are computed together, one lane per time. */
    private final double[] sharedParameters;
    private final double[] results;
    private final double[] derived;
    private final double[] initial;
    private int active;

    Worker(Problem problem, Recording recording, AtomicInteger queue, int places, CodeChoice code, Block block, StepMethod method) {
        this.problem = problem;
        this.recording = recording;
        this.queue = queue;
        this.places = places;
        this.code = code;
        this.block = block;
        this.method = method;
        this.firstStep = new FirstStep(block, method.order());
        this.lastTime = problem.times()[problem.times().length - 1];
        this.outputState = Block.row(block.states);
        this.sharedParameters = new double[block.parameters.length];
        for (int lane = 0; lane < places; lane++) {
            seen[lane] = new double[problem.times().length * block.states];
        }
        this.results = Block.row(problem.compiled().shape().outputs());
        this.derived = Block.row(problem.compiled().shape().derived());
        this.initial = Block.row(block.states);
    }

    @Override
    public void run() {
        try {
            integrate();
        } catch (RuntimeException | Error e) {
            queue.set(problem.subjects()); // the other workers need not go on
            throw e;
        }
    }

    private void integrate() {
        Arrays.fill(subject, -1);
        code.apply(block, places);
        for (int lane = 0; lane < places; lane++) {
            take(lane);
        }
        while (ready()) {
            code.apply(block, places);
            plan();
            method.attempt();
            judge();
            writeWithinStep();
            advance();
        }
    }

    /** Gives a lane its next subject, or leaves it idle. */
    private void take(int lane) {
        int next = queue.getAndIncrement();
        block.step[lane] = 0;
        if (next >= problem.subjects()) {
            subject[lane] = -1;
            return;
        }
        active++;
        subject[lane] = next;
        doses[lane] = problem.doses().apply(next);
        nextDose[lane] = 0;
        nextOutput[lane] = 0;
        afterDose[lane] = Double.NaN;
        steps[lane] = 0;
        rejected[lane] = 0;
        begins[lane] = 0;
        block.time[lane] = problem.startTime();
        for (int row = 0; row < problem.parameters().length; row++) {
            block.parameters[row * LANES + lane] = problem.parameters()[row][next];
        }
        fresh[lane] = true;
    }

    /** Brings every lane to where a step can be tried; false when all subjects are done. */
    private boolean ready() {
        while (any(fresh) || any(starting)) {
            if (any(fresh)) {
                enter();
            }
            if (any(starting)) {
                begin();
            }
        }
        return active > 0;
    }

    private boolean any(boolean[] flags) {
        for (int lane = 0; lane < places; lane++) {
            if (flags[lane]) {
                return true;
            }
        }
        return false;
    }

    /** Initial states and doses at the start of new subjects. */
    private void enter() {
        // once per subject: too seldom for vector code to get compiled
        Kernel kernel = problem.compiled().scalar();
        kernel.prepare(block.time, block.state, block.parameters, derived, block.work, block.lanes);
        System.arraycopy(derived, 0, block.parameters, problem.parameters().length * LANES, derived.length);
        kernel.initial(block.time, block.state, block.parameters, initial, block.work, block.lanes);
        for (int lane = 0; lane < places; lane++) {
            if (fresh[lane]) {
                fresh[lane] = false;
                for (int state = 0; state < block.states; state++) {
                    double[] given = problem.initial()[state];
                    block.state[state * LANES + lane] = given == null ? initial[state * LANES + lane] : given[subject[lane]];
                }
                arrive(lane);
            }
        }
        finishArrived();
    }

    /** Doses at the present time enter. */
    private void arrive(int lane) {
        Doses list = doses[lane];
        int dose = nextDose[lane];
        while (dose < list.time().length && list.time()[dose] <= block.time[lane]) {
            block.state[list.state()[dose] * LANES + lane] += list.amount()[dose];
            dose++;
        }
        nextDose[lane] = dose;
        starting[lane] = true;
        first[lane] = true;
        justRejected[lane] = false;
        proposed[lane] = afterDose[lane];
    }

    /** Slopes, and first step sizes where none is known. */
    private void begin() {
        method.begin();
        boolean unknown = false;
        for (int lane = 0; lane < places; lane++) {
            if (starting[lane]) {
                begins[lane]++;
                int broken = notFinite(method.slope(), lane);
                if (broken >= 0) {
                    starting[lane] = false;
                    stop(lane, 0, broken, "its rate of change is not a finite number here");
                } else {
                    unknown |= Double.isNaN(proposed[lane]);
                }
            }
        }
        if (unknown) {
            firstStep.estimate(method.slope(), starting, proposed, begins);
        }
        Arrays.fill(starting, false);
    }

    private int notFinite(double[] rows, int lane) {
        for (int state = 0; state < block.states; state++) {
            if (!Double.isFinite(rows[state * LANES + lane])) {
                return state;
            }
        }
        return -1;
    }

    /** Chooses the step to try: not past the next dose or the end, and not so that a sliver remains. */
    private void plan() {
        for (int lane = 0; lane < places; lane++) {
            if (subject[lane] < 0) {
                continue;
            }
            double[] doseTimes = doses[lane].time();
            double target = nextDose[lane] < doseTimes.length ? Math.min(doseTimes[nextDose[lane]], lastTime) : lastTime;
            double left = target - block.time[lane];
            double h = proposed[lane];
            reaching[lane] = h >= left;
            if (reaching[lane]) {
                h = left;
            } else if (2 * h > left) {
                h = 0.5 * left;
            }
            block.step[lane] = h;
            end[lane] = reaching[lane] ? target : block.time[lane] + h;
        }
    }

    /** Accepts or rejects each lane's step and proposes the next size. */
    private void judge() {
        double expo = 1.0 / method.order();
        for (int lane = 0; lane < places; lane++) {
            double e = block.error[lane];
            // a step that met NaN or infinity is as bad as can be
            logError[lane] = e <= 1e10 ? Math.max(e, LEAST_ERROR) : 1e10;
        }
        block.arithmetic.ln(logError, block.lanes);
        for (int lane = 0; lane < places; lane++) {
            boolean integral = block.error[lane] <= 1 && !first[lane];
            factor[lane] = integral ? BETA * oldLogError[lane] - (expo - 0.75 * BETA) * logError[lane] : -expo * logError[lane];
        }
        block.arithmetic.exp(factor, block.lanes);
        for (int lane = 0; lane < places; lane++) {
            accepted[lane] = 0;
            if (subject[lane] < 0) {
                continue;
            }
            double h = block.step[lane];
            double grown = h * Math.max(LEAST_FACTOR, Math.min(GREATEST_FACTOR, SAFETY * factor[lane]));
            steps[lane]++;
            if (block.error[lane] <= 1) {
                accepted[lane] = 1;
                if (justRejected[lane]) {
                    grown = Math.min(grown, h);
                    justRejected[lane] = false;
                }
                // a step cut short by a dose or halved says little about the size that the problem would allow
                proposed[lane] = h < proposed[lane] ? Math.max(grown, proposed[lane]) : grown;
                if (first[lane]) {
                    afterDose[lane] = proposed[lane];
                    first[lane] = false;
                }
                oldLogError[lane] = Math.max(logError[lane], logOfLeastOldError);
            } else {
                rejected[lane]++;
                justRejected[lane] = true;
                proposed[lane] = Math.min(grown, SAFETY * h);
            }
        }
    }

    /** Outputs from the start of an accepted step up to, not including, its end. */
    private void writeWithinStep() {
        double[] times = problem.times();
        boolean more = true;
        while (more) {
            more = false;
            for (int lane = 0; lane < places; lane++) {
                int output = nextOutput[lane];
                writing[lane] = accepted[lane] > 0 && times[output] < end[lane];
                if (writing[lane]) {
                    more = true;
                    theta[lane] = Math.max(0, (times[output] - block.time[lane]) / block.step[lane]);
                }
            }
            if (more) {
                method.dense(theta, outputState);
                for (int lane = 0; lane < places; lane++) {
                    if (writing[lane]) {
                        see(lane, nextOutput[lane]++, outputState);
                    }
                }
            }
        }
    }

    private void advance() {
        method.accept(accepted);
        for (int lane = 0; lane < places; lane++) {
            if (accepted[lane] > 0) {
                block.time[lane] = end[lane];
                if (reaching[lane]) {
                    arrive(lane);
                }
            }
        }
        finishArrived();
        for (int lane = 0; lane < places; lane++) {
            if (subject[lane] >= 0 && !fresh[lane] && !starting[lane]) {
                if (!(proposed[lane] > LEAST_STEP_ULPS * Math.ulp(block.time[lane]))) {
                    int broken = notFinite(block.next, lane);
                    stop(lane, proposed[lane], broken >= 0 ? broken : fastest(lane), broken >= 0
                            ? "it stops being a finite number here" : "no step is short enough; it may grow without bound or jump here");
                } else if (steps[lane] >= MOST_STEPS) {
                    stop(lane, proposed[lane], fastest(lane), "more than " + MOST_STEPS
                            + " steps; it changes much faster than the rest (a stiff model)");
                }
            }
        }
    }

    /** The state that changes fastest, in units of its tolerance. */
    private int fastest(int lane) {
        int result = -1;
        double most = -1;
        for (int state = 0; state < block.states; state++) {
            int i = state * LANES + lane;
            double bound = block.absoluteTolerance[state] + block.relativeTolerance * Math.abs(block.state[i]);
            double speed = Math.abs(method.slope()[i]) / bound;
            if (speed > most) {
                most = speed;
                result = state;
            }
        }
        return result;
    }

    private void see(int lane, int output, double[] states) {
        double[] row = seen[lane];
        int at = output * block.states;
        for (int state = 0; state < block.states; state++) {
            row[at + state] = states[state * LANES + lane];
        }
    }

    /** Writes the outputs of lanes that reached the end and gives these lanes new subjects. */
    private void finishArrived() {
        for (int lane = 0; lane < places; lane++) {
            if (subject[lane] >= 0 && !fresh[lane] && block.time[lane] >= lastTime) {
                for (int output = nextOutput[lane]; output < problem.times().length; output++) {
                    see(lane, output, block.state);
                }
                write(lane);
                recording.finish(subject[lane], block.state, lane, LANES);
                leave(lane);
            }
        }
    }

    /** Computes and records all outputs of a subject. */
    private void write(int lane) {
        for (int row = 0; row < sharedParameters.length; row += LANES) {
            Arrays.fill(sharedParameters, row, row + LANES, block.parameters[row + lane]);
        }
        double[] times = problem.times();
        for (int from = 0; from < times.length; from += LANES) {
            for (int place = 0; place < LANES; place++) {
                int output = Math.min(from + place, times.length - 1);
                outputTime[place] = times[output];
                for (int state = 0; state < block.states; state++) {
                    outputState[state * LANES + place] = seen[lane][output * block.states + state];
                }
            }
            block.kernel.outputs(outputTime, outputState, sharedParameters, results, block.work, LANES);
            for (int place = 0; place < Math.min(LANES, times.length - from); place++) {
                recording.put(subject[lane], from + place, results, place, LANES);
            }
        }
    }

    private void stop(int lane, double stepSize, int state, String cause) {
        recording.stop(new Recording.Stop(subject[lane], block.time[lane], stepSize, state, cause));
        leave(lane);
    }

    private void leave(int lane) {
        recording.count(steps[lane], rejected[lane], steps[lane] * method.rightHandSidesPerStep() + begins[lane]);
        starting[lane] = false;
        active--;
        take(lane);
    }
}

package ketum.engine.solver;

import ketum.engine.kernel.CompiledEvents;
import ketum.engine.kernel.CompiledKernel;
import ketum.engine.kernel.Kernel;

/**
 * Events and known times in the lanes of one block. One thread's own.
 *
 * <p>A known time is when a comparison of time with what is constant changes, in a condition of an event or in a rate. A step ends just before it and the next begins
 * there, so that no step contains a jump; the few units in the last place of time between are passed over.
 */
final class Events {

    private static final int LANES = Kernel.LANES;
    /** Moments in a row that differ by nothing but rounding. */
    private static final int MOST_CROWDED = 100;

    private final EventMoment moment;
    private final Block block;
    private final StepMethod method;
    private final EventWatch watch;
    private final int places;
    private final Course[] looked = new Course[LANES];
    /** The step is to be taken anew, to end where a condition changes. */
    private final boolean[] again = new boolean[LANES];
    /** The next stop is a place found by an earlier attempt. */
    private final boolean[] approaching = new boolean[LANES];
    private final int[] crowded = new int[LANES];
    /** A condition changes within the step, which is to be cut there. */
    private final boolean[] cut = new boolean[LANES];

    Events(CompiledKernel compiled, CompiledEvents events, Block block, StepMethod method, int places) {
        this.moment = new EventMoment(compiled, events);
        this.block = block;
        this.method = method;
        this.places = places;
        this.watch = events.continuous() ? new EventWatch(block, method, events) : null;
    }

    /** A subject at its start. */
    void start(Course course, int lane) {
        course.memory = moment.start(block, lane);
    }

    /** A parameter was given another value from outside. */
    void parameterGiven(Course course, int lane, int row) {
        course.memory.given[row] = block.parameters[row * LANES + lane];
        moment.knownTimes(course.memory, block, lane);
    }

    /** Parameters are again what was given, and nothing is due. */
    void reset(Course course, int lane) {
        moment.reset(course.memory, block, lane);
        moment.knownTimes(course.memory, block, lane);
    }

    /**
     * Lets events act at the present time and state.
     *
     * @param beforeParameters called before a parameter changes
     * @return what is wrong, or null
     */
    String settle(Course course, int lane, Runnable beforeParameters) {
        String trouble = moment.settle(course.memory, block, lane);
        if (trouble == null && crowded[lane] > MOST_CROWDED) {
            trouble = "its events come closer and closer together without end, the last by " + moment.last();
        }
        if (trouble == null && moment.changed()) {
            if (moment.parametersChanged()) {
                beforeParameters.run();
            }
            moment.copyOut(block, lane);
            if (moment.parametersChanged()) {
                method.parametersChanged();
            }
        }
        return trouble;
    }

    /** Time of what comes next: an action, the end, the changes of an event, or just before a known time. */
    double nextStop(Course course, int lane) {
        again[lane] = false;
        approaching[lane] = false;
        cut[lane] = false;
        crowded[lane] = 0;
        double now = block.time[lane];
        double before = course.memory.beforeNextTime(now);
        double known = before > now ? before : course.memory.nextTime(now);
        return Math.min(course.nextStop(), Math.min(course.memory.nextDue(), known));
    }

    /** Moves on to the next known time where it is so near that no step is needed, or can be taken. */
    boolean passKnownTime(Course course, int lane) {
        double now = block.time[lane];
        double next = course.memory.nextTime(now);
        if (!(course.memory.beforeNextTime(now) <= now) || next > course.agenda.end() || course.nextStop() < next
                || course.memory.nextDue() < next) {
            return false;
        }
        while (course.nextOutputTime() < next) {
            course.see(block.state, lane, LANES, block.states);
        }
        block.time[lane] = next;
        return true;
    }

    /** Looks at the attempted steps that are good enough; may make a step end earlier. */
    void look(Course[] courses, double[] end, double[] stop, boolean[] reaching) {
        if (watch == null) {
            return;
        }
        for (int lane = 0; lane < places; lane++) {
            looked[lane] = courses[lane] != null && block.error[lane] <= 1 ? courses[lane] : null;
            again[lane] = false;
            cut[lane] = false;
        }
        watch.look(looked, places);
        for (int lane = 0; lane < places; lane++) {
            if (looked[lane] == null) {
                continue;
            }
            if (!watch.changes(lane)) {
                if (approaching[lane] && reaching[lane]) {
                    approaching[lane] = false; // the place found before was a little early; there is nothing to do
                    reaching[lane] = false;
                    stop[lane] = nextStop(looked[lane], lane);
                }
            } else if (watch.counts(lane)) {
                cut[lane] = true;
                end[lane] = watch.moment(lane, end[lane]);
                crowded[lane] = looked[lane].memory.crowded(end[lane]);
                reaching[lane] = true;
            } else {
                again[lane] = true;
                approaching[lane] = true;
                stop[lane] = watch.moment(lane, end[lane]);
            }
        }
    }

    /** Whether the step is not to be kept although it is good enough. */
    boolean again(int lane) {
        return again[lane];
    }

    /** An accepted step is taken up to where a condition changes in it. */
    void take(Course course, int lane) {
        if (cut[lane]) {
            watch.take(course.memory, lane);
            cut[lane] = false;
        }
    }
}

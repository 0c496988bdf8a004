package ketum.engine.solver;

import java.util.Arrays;
import java.util.function.Supplier;
import ketum.engine.kernel.Kernel;

/**
 * One block of lanes under one method. Takes courses from a source into its lanes and carries each to its last output; a lane that
 * is done takes the next course at once. What happens in a lane depends on nothing but its subject. One thread's own.
 */
final class Lanes {

    static final long MOST_STEPS = 2_000_000;
    private static final int LANES = Kernel.LANES;

    private final Problem problem;
    private final CodeChoice code;
    /** Gives the next course, or null where there is none for now. */
    private final Supplier<Course> source;
    private final StiffnessWatch watch;
    private final Journal journal;
    /** Lanes that take courses. */
    private final int places;
    private final Block block;
    private final StepMethod method;
    private final StepSizes steps;
    private final StartValues values;
    /** Null in a model without events and known times. */
    private final Events events;

    /** Null in an idle lane. */
    private final Course[] courses = new Course[LANES];
    private final double[] end = new double[LANES];
    /** Time of the next action or of the end. */
    private final double[] stop = new double[LANES];
    private final double[] nextOutput = new double[LANES];
    private final long[] begins = new long[LANES];
    private final boolean[] fresh = new boolean[LANES];
    private final boolean[] starting = new boolean[LANES];
    private final boolean[] reaching = new boolean[LANES];
    private final boolean[] writing = new boolean[LANES];
    /** The subject changes to the other method after this step. */
    private final boolean[] changing = new boolean[LANES];

    private final double[] accepted = Block.row(1);
    private final double[] theta = Block.row(1);
    private final double[] outputState;
    private int active;

    Lanes(Problem problem, Journal journal, int places, CodeChoice code, Block block, StepMethod method, Supplier<Course> source,
          StiffnessWatch watch) {
        this.problem = problem;
        this.journal = journal;
        this.places = places;
        this.code = code;
        this.block = block;
        this.method = method;
        this.source = source;
        this.watch = watch;
        this.steps = new StepSizes(block, method, places);
        this.values = new StartValues(problem, block, places);
        this.outputState = Block.row(block.states);
        this.events = problem.compiled().events().map(compiled -> new Events(problem.compiled(), compiled, block, method, places)).orElse(null);
    }

    /** Tries one step in every lane; false when no lane has a course and the source has none. */
    boolean advance() {
        code.apply(block, places);
        for (int lane = 0; lane < places && active < places; lane++) {
            if (courses[lane] == null && !take(lane)) {
                break;
            }
        }
        if (!ready()) {
            return false;
        }
        steps.plan(courses, stop, reaching, end);
        method.attempt();
        if (events != null) {
            events.look(courses, end, stop, reaching);
        }
        steps.judge(courses, events, accepted);
        writeWithinStep();
        moveOn();
        return true;
    }

    /** Lanes that carry a course. */
    int active() {
        return active;
    }

    /** Gives a lane its next course, or leaves it idle. */
    private boolean take(int lane) {
        block.step[lane] = 0;
        Course course = source.get();
        courses[lane] = course;
        if (course == null) {
            return false;
        }
        active++;
        begins[lane] = 0;
        steps.propose(lane, Double.NaN);
        if (course.started) {
            course.enter(block, lane);
            method.parametersChanged();
            noteInputs(lane);
            start(lane);
            steps.propose(lane, course.proposed);
            return true;
        }
        block.time[lane] = course.agenda.start();
        for (int row = 0; row < problem.parameters().length; row++) {
            block.parameters[row * LANES + lane] = problem.parameters()[row][course.subject];
        }
        for (int row = 0; row < block.states; row++) {
            block.input[row * LANES + lane] = 0;
        }
        fresh[lane] = true;
        return true;
    }

    private void noteInputs(int lane) {
        for (int row = 0; row < block.states; row++) {
            block.inputs |= block.input[row * LANES + lane] != 0;
        }
    }

    /** Brings every lane to where a step can be tried; false when there is nothing left to do. */
    private boolean ready() {
        while (any(fresh) || any(starting)) {
            if (any(fresh)) {
                open();
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

    /** Initial states and actions at the start of new subjects. */
    private void open() {
        values.derive();
        for (int lane = 0; lane < places; lane++) {
            if (fresh[lane]) {
                fresh[lane] = false;
                values.putDerived(lane);
            }
        }
        method.parametersChanged();
        values.initialise();
        for (int lane = 0; lane < places; lane++) {
            if (courses[lane] != null && !courses[lane].started) {
                courses[lane].started = true;
                values.putInitial(lane, courses[lane].subject);
                if (events != null) {
                    events.start(courses[lane], lane);
                }
                arrive(lane);
            }
        }
        finishArrived();
    }

    /** Actions at the present time are done, and outputs between them recorded. */
    private void arrive(int lane) {
        Course course = courses[lane];
        Agenda agenda = course.agenda;
        do {
            if (!react(lane, course)) {
                return;
            }
            while (course.nextAction < agenda.actions() && agenda.time()[course.nextAction] <= block.time[lane]) {
                while (course.outputBeforeAction(block.time[lane])) {
                    course.see(block.state, lane, LANES, block.states);
                }
                act(lane, course, agenda.kind()[course.nextAction], agenda.index()[course.nextAction], agenda.value()[course.nextAction]);
                course.nextAction++;
                if (!react(lane, course)) {
                    return;
                }
            }
        } while (events != null && events.passKnownTime(course, lane));
        start(lane);
        steps.expect(lane, course.afterAction);
    }

    /** Lets events act at the present moment; false where that goes wrong and the subject is given up. */
    private boolean react(int lane, Course course) {
        if (events == null) {
            return true;
        }
        String trouble = events.settle(course, lane, () -> journal.write(course, block, lane));
        if (trouble != null) {
            fail(lane, 0, -1, trouble);
        }
        return trouble == null;
    }

    private void start(int lane) {
        stop[lane] = events == null ? courses[lane].nextStop() : events.nextStop(courses[lane], lane);
        nextOutput[lane] = courses[lane].nextOutputTime();
        starting[lane] = true;
        method.restarted(lane);
        steps.start(lane, stop[lane] - block.time[lane]);
    }

    private void act(int lane, Course course, byte kind, int index, double value) {
        int at = index * LANES + lane;
        switch (kind) {
            case Agenda.ADD -> block.state[at] += value;
            case Agenda.PUT -> block.state[at] = value;
            case Agenda.INPUT -> {
                block.input[at] = value;
                block.inputs |= value != 0;
            }
            case Agenda.SET -> {
                journal.write(course, block, lane); // what was seen so far belongs to the old value
                block.parameters[at] = value;
                values.derive();
                values.putDerived(lane);
                method.parametersChanged();
                if (events != null) {
                    events.parameterGiven(course, lane, index);
                }
            }
            case Agenda.RESET -> {
                if (events != null) {
                    journal.write(course, block, lane);
                    events.reset(course, lane);
                    values.derive();
                    values.putDerived(lane);
                    method.parametersChanged();
                }
                values.initialise();
                values.putInitial(lane, courses[lane].subject);
            }
            default -> throw new IllegalArgumentException("action of kind " + kind);
        }
    }

    /** Slopes, and first step sizes where none is known. */
    private void begin() {
        method.begin();
        for (int lane = 0; lane < places; lane++) {
            if (starting[lane]) {
                begins[lane]++;
                int broken = notFinite(method.slope(), lane);
                if (broken >= 0) {
                    starting[lane] = false;
                    fail(lane, 0, broken, "its rate of change is not a finite number here");
                }
            }
        }
        steps.estimateFirst(starting, begins);
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

    /** Outputs from the start of an accepted step up to, not including, its end. */
    private void writeWithinStep() {
        boolean more = true;
        while (more) {
            more = false;
            for (int lane = 0; lane < places; lane++) {
                writing[lane] = accepted[lane] > 0 && nextOutput[lane] < end[lane];
                if (writing[lane]) {
                    more = true;
                    theta[lane] = Math.max(0, (nextOutput[lane] - block.time[lane]) / block.step[lane]);
                }
            }
            if (more) {
                method.dense(theta, outputState);
                for (int lane = 0; lane < places; lane++) {
                    if (writing[lane]) {
                        courses[lane].see(outputState, lane, LANES, block.states);
                        nextOutput[lane] = courses[lane].nextOutputTime();
                    }
                }
            }
        }
    }

    private void moveOn() {
        for (int lane = 0; lane < places; lane++) {
            changing[lane] = courses[lane] != null && watch.change(courses[lane], method, lane, accepted[lane] > 0);
        }
        method.accept(accepted);
        for (int lane = 0; lane < places; lane++) {
            if (accepted[lane] > 0) {
                block.time[lane] = end[lane];
                if (events != null) {
                    events.take(courses[lane], lane);
                }
                if (reaching[lane]) {
                    arrive(lane);
                }
            }
        }
        finishArrived();
        for (int lane = 0; lane < places; lane++) {
            if (courses[lane] != null && !fresh[lane] && !starting[lane]) {
                if (steps.stuck(lane)) {
                    int broken = notFinite(block.next, lane);
                    String trouble = method.trouble(lane);
                    fail(lane, steps.proposed(lane), broken >= 0 ? broken : fastest(lane), broken < 0
                            ? "no step is short enough; it may grow without bound or jump here"
                            : trouble != null ? trouble : "it stops being a finite number here");
                } else if (courses[lane].steps >= MOST_STEPS) {
                    fail(lane, steps.proposed(lane), fastest(lane), "more than " + MOST_STEPS + " steps; " + watch.tooManySteps());
                }
            }
            if (changing[lane] && courses[lane] != null && courses[lane].started && !fresh[lane]) {
                handOver(lane);
            }
        }
    }

    private void handOver(int lane) {
        Course course = courses[lane];
        course.leave(block, lane, steps.proposed(lane));
        settle(lane);
        watch.handOver(course);
        vacate(lane);
    }

    /** The state that changes fastest, in units of its tolerance. */
    private int fastest(int lane) {
        double[] pace = method.pace();
        int result = -1;
        double most = -1;
        for (int state = 0; state < block.states; state++) {
            int i = state * LANES + lane;
            double bound = block.absoluteTolerance[state] + block.relativeTolerance * Math.abs(block.state[i]);
            double speed = Math.abs(pace[i]) / bound;
            if (speed > most) {
                most = speed;
                result = state;
            }
        }
        return result;
    }

    /** Records the outputs of lanes that reached the end and frees these lanes. */
    private void finishArrived() {
        for (int lane = 0; lane < places; lane++) {
            Course course = courses[lane];
            if (course != null && !fresh[lane] && block.time[lane] >= course.agenda.end()) {
                while (course.nextOutput < course.agenda.outputs().length) {
                    course.see(block.state, lane, LANES, block.states);
                }
                journal.finish(course, block, lane);
                release(lane);
            }
        }
    }

    private void fail(int lane, double stepSize, int state, String cause) {
        journal.fail(courses[lane], new Recording.Stop(courses[lane].subject, block.time[lane], stepSize, state, cause));
        release(lane);
    }

    /** Frees a lane of its course and takes the next. */
    private void release(int lane) {
        settle(lane);
        journal.leave(courses[lane]);
        vacate(lane);
    }

    /** Books what this method did for the course of a lane. */
    private void settle(int lane) {
        Course course = courses[lane];
        long done = course.steps - course.counted;
        course.evaluations += done * method.rightHandSidesPerStep() + begins[lane];
        course.stiffSteps += watch.stiff() ? done : 0;
        course.counted = course.steps;
    }

    private void vacate(int lane) {
        starting[lane] = false;
        changing[lane] = false;
        courses[lane] = null;
        active--;
        take(lane);
    }
}

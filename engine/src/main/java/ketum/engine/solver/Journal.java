package ketum.engine.solver;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import ketum.engine.kernel.Kernel;

/** Computes outputs from recorded states and writes them down. One thread's own. */
final class Journal {

    private static final int LANES = Kernel.LANES;

    private final Recording recording;
    private final double[] time = Block.row(1);
    private final double[] state;
    private final double[] parameters;
    private final double[] results;
    private final Deque<Course> spare = new ArrayDeque<>();

    Journal(Problem problem, Recording recording) {
        this.recording = recording;
        var shape = problem.compiled().shape();
        this.state = Block.row(shape.states());
        this.parameters = Block.row(shape.parameters() + shape.derived());
        this.results = Block.row(shape.outputs());
    }

    /** A course to use, new or one that is done. */
    Course course() {
        Course known = spare.poll();
        return known == null ? new Course() : known;
    }

    /** Computes the outputs of one subject that are not yet computed, one lane per time, with the block's present parameters. */
    void write(Course course, Block block, int lane) {
        if (course.written == course.nextOutput) {
            return;
        }
        for (int row = 0; row < parameters.length; row += LANES) {
            Arrays.fill(parameters, row, row + LANES, block.parameters[row + lane]);
        }
        double[] times = course.agenda.outputs();
        int states = block.states;
        for (int from = course.written; from < course.nextOutput; from += LANES) {
            int count = Math.min(LANES, course.nextOutput - from);
            for (int place = 0; place < LANES; place++) {
                int output = from + Math.min(place, count - 1);
                time[place] = times[output];
                for (int row = 0; row < states; row++) {
                    state[row * LANES + place] = course.seen[output * states + row];
                }
            }
            block.kernel.outputs(time, state, parameters, results, block.work, LANES);
            for (int place = 0; place < count; place++) {
                recording.put(course.subject, from + place, results, place, LANES);
            }
        }
        course.written = course.nextOutput;
    }

    void finish(Course course, Block block, int lane) {
        write(course, block, lane);
        recording.finish(course.subject, block.state, lane, LANES);
    }

    void fail(Course course, Recording.Stop stop) {
        recording.stop(stop);
    }

    /** A course is done, or given up. */
    void leave(Course course) {
        recording.count(course);
        spare.push(course);
    }
}

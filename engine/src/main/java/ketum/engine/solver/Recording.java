package ketum.engine.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** What a run wrote down. Workers write to different subjects at the same time. */
public final class Recording {

    /** Where each subject's values begin; one more for the end of the last. */
    private final int[] from;
    private final double[][] values;
    private final double[][] finals;
    private final List<Stop> stops = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final LongAdder steps = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder rightHandSides = new LongAdder();
    private final LongAdder stiffSteps = new LongAdder();
    private final LongAdder stiffSwitches = new LongAdder();
    private final LongAdder stiffSubjects = new LongAdder();

    /** An integration that could not go on; {@code state} is a row, or -1. */
    public record Stop(int subject, double time, double stepSize, int state, String cause) {}

    private final String explicitMethod;

    /**
     * @param times          output times by subject
     * @param explicitMethod name of the method for subjects that are not stiff
     */
    Recording(int outputs, int states, int[] times, String explicitMethod) {
        this.explicitMethod = explicitMethod;
        this.from = new int[times.length + 1];
        long total = 0;
        for (int subject = 0; subject < times.length; subject++) {
            total += times[subject];
            if (total > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException(times.length + " subjects at up to " + Arrays.stream(times).max().orElse(0)
                        + " output times are more than one run can hold; use fewer times, or several runs");
            }
            from[subject + 1] = (int) total;
        }
        this.values = new double[outputs][(int) total];
        this.finals = new double[states][times.length];
    }

    public String explicitMethod() {
        return explicitMethod;
    }

    /** One output: subject after subject, each at all its times. */
    public double[] values(int output) {
        return values[output];
    }

    /** Where the values of a subject begin in {@link #values}; they end where those of the next begin. */
    public int from(int subject) {
        return from[subject];
    }

    /** One state at the last output time, by subject. */
    public double[] finals(int state) {
        return finals[state];
    }

    /** About the code that ran; for people. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    /** In order of subjects. */
    public List<Stop> stops() {
        synchronized (stops) {
            return stops.stream().sorted(Comparator.comparingInt(Stop::subject)).toList();
        }
    }

    public long steps() {
        return steps.sum();
    }

    public long rejected() {
        return rejected.sum();
    }

    public long rightHandSides() {
        return rightHandSides.sum();
    }

    /** Attempts of the stiff method, each with a Jacobian. */
    public long stiffSteps() {
        return stiffSteps.sum();
    }

    /** How often a subject went over to the stiff method. */
    public long stiffSwitches() {
        return stiffSwitches.sum();
    }

    /** Subjects that the stiff method carried at least a part of the way. */
    public long stiffSubjects() {
        return stiffSubjects.sum();
    }

    void put(int subject, int time, double[] results, int lane, int lanes) {
        int at = from[subject] + time;
        for (int output = 0; output < values.length; output++) {
            values[output][at] = results[output * lanes + lane];
        }
    }

    void finish(int subject, double[] states, int lane, int lanes) {
        for (int state = 0; state < finals.length; state++) {
            finals[state][subject] = states[state * lanes + lane];
        }
    }

    void stop(Stop stop) {
        for (double[] output : values) {
            Arrays.fill(output, from[stop.subject()], from[stop.subject() + 1], Double.NaN);
        }
        for (double[] state : finals) {
            state[stop.subject()] = Double.NaN;
        }
        synchronized (stops) {
            stops.add(stop);
        }
    }

    void count(Course course) {
        steps.add(course.steps);
        rejected.add(course.rejected);
        rightHandSides.add(course.evaluations);
        stiffSteps.add(course.stiffSteps);
        stiffSwitches.add(course.stiffSwitches);
        stiffSubjects.add(course.stiffSteps > 0 ? 1 : 0);
    }
}

package ketum.engine.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** What a run wrote down. Workers write to different subjects at the same time. */
public final class Recording {

    private final int times;
    private final double[][] values;
    private final double[][] finals;
    private final List<Stop> stops = new ArrayList<>();
    private final LongAdder steps = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder rightHandSides = new LongAdder();

    /** An integration that could not go on; {@code state} is a row, or -1. */
    public record Stop(int subject, double time, double stepSize, int state, String cause) {}

    Recording(int outputs, int states, int subjects, int times) {
        if ((long) subjects * times > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(subjects + " subjects at " + times
                    + " output times are more than one run can hold; use fewer times, or several runs");
        }
        this.times = times;
        this.values = new double[outputs][subjects * times];
        this.finals = new double[states][subjects];
    }

    /** One output: subject after subject, each at all times. */
    public double[] values(int output) {
        return values[output];
    }

    /** One state at the last output time, by subject. */
    public double[] finals(int state) {
        return finals[state];
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

    void put(int subject, int time, double[] results, int lane, int lanes) {
        int at = subject * times + time;
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
            Arrays.fill(output, stop.subject() * times, (stop.subject() + 1) * times, Double.NaN);
        }
        for (double[] state : finals) {
            state[stop.subject()] = Double.NaN;
        }
        synchronized (stops) {
            stops.add(stop);
        }
    }

    void count(long stepsDone, long stepsRejected, long evaluations) {
        steps.add(stepsDone);
        rejected.add(stepsRejected);
        rightHandSides.add(evaluations);
    }
}

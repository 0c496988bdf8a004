package ketum.engine.solver;

import java.util.Arrays;
import ketum.engine.kernel.CompiledEvents;

/** What one subject's events remember from one moment to the next. Goes along with its {@link Course}. */
final class EventMemory {

    /** 1 where the condition of an event held when it was last looked at. */
    final double[] truth;
    /** Parameters as they were given, by parameter row: what a reset goes back to. */
    final double[] given;
    /** Known times at which a condition changes, and how far from them it is safe to look. */
    private final double[] times;
    private final double[] gaps;

    /** When a condition last changed within a step, and how many such moments in a row hardly differ in time. */
    private double lastMoment = Double.NEGATIVE_INFINITY;
    private int crowded;

    private int due;
    private double[] dueTime = new double[4];
    private int[] dueEvent = new int[4];
    private double[][] dueValues = new double[4][];

    EventMemory(CompiledEvents events, int parameters) {
        truth = new double[events.events().size()];
        given = new double[parameters];
        times = new double[events.times().size()];
        gaps = new double[events.times().size()];
    }

    /** A known time, when the parameters that it depends on have changed. */
    void time(int row, double value, CompiledEvents.Time kind) {
        double scale = 4 * Math.ulp(value);
        times[row] = switch (kind) {
            case FROM -> value;
            case AFTER -> Math.nextUp(value);
            case ABOUT -> value + scale; // by now it has changed, however the sum was rounded
        };
        gaps[row] = kind == CompiledEvents.Time.ABOUT ? 2 * scale : scale;
    }

    /** The first known time after {@code now}, infinite where there is none. */
    double nextTime(double now) {
        double next = Double.POSITIVE_INFINITY;
        for (double time : times) {
            if (time > now && time < next) {
                next = time;
            }
        }
        return next;
    }

    /** Just before the first known time after {@code now}: up to here the condition is what it was, however times are rounded. */
    double beforeNextTime(double now) {
        double next = Double.POSITIVE_INFINITY;
        for (int i = 0; i < times.length; i++) {
            if (times[i] > now) {
                next = Math.min(next, times[i] - gaps[i]);
            }
        }
        return next;
    }

    /** Notes a moment within a step; how many in a row have come as close together as doubles can tell. */
    int crowded(double moment) {
        crowded = moment - lastMoment <= 1024 * Math.ulp(moment) ? crowded + 1 : 0;
        lastMoment = moment;
        return crowded;
    }

    int due() {
        return due;
    }

    double dueTime(int i) {
        return dueTime[i];
    }

    int dueEvent(int i) {
        return dueEvent[i];
    }

    /** Values computed at the moment of the trigger, or null. */
    double[] dueValues(int i) {
        return dueValues[i];
    }

    /** When the next changes are due, infinite where none are. */
    double nextDue() {
        double next = Double.POSITIVE_INFINITY;
        for (int i = 0; i < due; i++) {
            next = Math.min(next, dueTime[i]);
        }
        return next;
    }

    void add(double time, int event, double[] values) {
        if (due == dueTime.length) {
            dueTime = Arrays.copyOf(dueTime, 2 * due);
            dueEvent = Arrays.copyOf(dueEvent, 2 * due);
            dueValues = Arrays.copyOf(dueValues, 2 * due);
        }
        dueTime[due] = time;
        dueEvent[due] = event;
        dueValues[due] = values;
        due++;
    }

    /** The others stay in the order in which they came. */
    void remove(int i) {
        due--;
        System.arraycopy(dueTime, i + 1, dueTime, i, due - i);
        System.arraycopy(dueEvent, i + 1, dueEvent, i, due - i);
        System.arraycopy(dueValues, i + 1, dueValues, i, due - i);
    }

    /** Calls off what is due of an event. */
    void callOff(int event) {
        for (int i = due - 1; i >= 0; i--) {
            if (dueEvent[i] == event) {
                remove(i);
            }
        }
    }

    void callOffAll() {
        due = 0;
    }

    boolean waiting(int event) {
        for (int i = 0; i < due; i++) {
            if (dueEvent[i] == event) {
                return true;
            }
        }
        return false;
    }
}

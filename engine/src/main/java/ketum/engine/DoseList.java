package ketum.engine;

/**
 * The doses of one subject, sorted by time: amounts added to a state at once or evenly over a while. Immutable once built; arrays are
 * not copied.
 *
 * @param time     model time of each dose as recorded (before any lag), not decreasing
 * @param state    index of the receiving state in {@link Simulator#states()}
 * @param amount   amount as recorded (before bioavailability), in the state's unit
 * @param duration time over which the amount enters; 0 for at once
 */
public record DoseList(double[] time, int[] state, double[] amount, double[] duration) {

    public static final DoseList NONE = new DoseList(new double[0], new int[0], new double[0]);

    public DoseList {
        if (time.length != state.length || time.length != amount.length || time.length != duration.length) {
            throw new IllegalArgumentException("time, state, amount and duration differ in length: "
                    + time.length + ", " + state.length + ", " + amount.length + ", " + duration.length);
        }
        for (int i = 1; i < time.length; i++) {
            if (!(time[i] >= time[i - 1])) {
                throw new IllegalArgumentException("dose " + i + " at " + time[i] + " comes before the dose at " + time[i - 1]);
            }
        }
    }

    /** Doses that enter at once. */
    public DoseList(double[] time, int[] state, double[] amount) {
        this(time, state, amount, new double[time.length]);
    }

    public int size() {
        return time.length;
    }
}

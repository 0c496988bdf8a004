package ketum.engine;

/**
 * The doses of one subject: amounts added at once to a state, sorted by time. Immutable once built; arrays are not copied.
 *
 * @param time   model time of each dose as recorded (before any lag), not decreasing
 * @param state  index of the receiving state in {@link Simulator#states()}
 * @param amount amount as recorded (before bioavailability), in the state's unit
 */
public record DoseList(double[] time, int[] state, double[] amount) {

    public static final DoseList NONE = new DoseList(new double[0], new int[0], new double[0]);

    public DoseList {
        if (time.length != state.length || time.length != amount.length) {
            throw new IllegalArgumentException("time, state and amount differ in length: "
                    + time.length + ", " + state.length + ", " + amount.length);
        }
        for (int i = 1; i < time.length; i++) {
            if (!(time[i] >= time[i - 1])) {
                throw new IllegalArgumentException("dose " + i + " at " + time[i] + " comes before the dose at " + time[i - 1]);
            }
        }
    }

    public int size() {
        return time.length;
    }
}

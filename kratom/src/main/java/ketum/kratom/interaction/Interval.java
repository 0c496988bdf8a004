package ketum.kratom.interaction;

/**
 * A number with the interval it is computed to lie in.
 *
 * @param low    lower end, at most the median
 * @param median middle
 * @param high   upper end, at least the median
 */
public record Interval(double low, double median, double high) {
    public Interval {
        if (!(low <= median && median <= high)) {
            throw new IllegalArgumentException("not in order: " + low + ", " + median + ", " + high);
        }
    }

    static Interval exactly(double value) {
        return new Interval(value, value, value);
    }

    /** Whether a value lies within. */
    public boolean holds(double value) {
        return low <= value && value <= high;
    }
}

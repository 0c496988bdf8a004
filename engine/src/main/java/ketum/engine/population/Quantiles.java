package ketum.engine.population;

import java.util.Arrays;

/**
 * Sample quantiles by linear interpolation of order statistics (type 7 of R. J. Hyndman, Y. Fan, <i>Sample quantiles in
 * statistical packages</i>, Am. Stat. 50 (1996) 361-365). Values that are NaN are left out and counted.
 */
public final class Quantiles {

    private final double[] sorted;
    private final int count;

    private Quantiles(double[] sorted, int count) {
        this.sorted = sorted;
        this.count = count;
    }

    /** The array is not changed. */
    public static Quantiles of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted); // puts NaN last
        int count = sorted.length;
        while (count > 0 && Double.isNaN(sorted[count - 1])) {
            count--;
        }
        return new Quantiles(sorted, count);
    }

    /** Number of values that were not NaN. */
    public int count() {
        return count;
    }

    /** Number of values that were NaN. */
    public int missing() {
        return sorted.length - count;
    }

    /**
     * NaN if there are no values.
     *
     * @param p from 0 (smallest) to 1 (greatest)
     */
    public double at(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p = " + p + " is not between 0 and 1");
        }
        if (count == 0) {
            return Double.NaN;
        }
        double position = (count - 1) * p;
        int below = (int) position;
        double low = sorted[below];
        double share = position - below;
        return share == 0 ? low : low + share * (sorted[below + 1] - low);
    }

    /** Share of values (from 0 to 1) that are at least {@code threshold}; NaN if there are none. */
    public double shareAtLeast(double threshold) {
        int from = 0;
        while (from < count && sorted[from] < threshold) {
            from++;
        }
        return count == 0 ? Double.NaN : (count - from) / (double) count;
    }
}

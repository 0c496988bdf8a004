package ketum.bench;

import java.util.Arrays;

/** Median, least and greatest of the rounds. */
record Spread(double median, double least, double greatest) {

    static Spread of(double[] values) {
        return new Spread(median(values), Arrays.stream(values).min().orElseThrow(), Arrays.stream(values).max().orElseThrow());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : 0.5 * (sorted[n / 2 - 1] + sorted[n / 2]);
    }
}

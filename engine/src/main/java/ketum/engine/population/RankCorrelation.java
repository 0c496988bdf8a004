package ketum.engine.population;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Spearman's rank correlation: the correlation of ranks, equal values sharing the mean of theirs. */
public final class RankCorrelation {

    private RankCorrelation() {
    }

    /**
     * From -1 to 1; pairs with a NaN are left out. NaN if fewer than two pairs remain or either side does not vary.
     *
     * @throws IllegalArgumentException for arrays of different lengths
     */
    public static double spearman(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " values against " + y.length);
        }
        int[] pairs = IntStream.range(0, x.length).filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i])).toArray();
        double[] ranksX = ranks(IntStream.of(pairs).mapToDouble(i -> x[i]).toArray());
        double[] ranksY = ranks(IntStream.of(pairs).mapToDouble(i -> y[i]).toArray());
        double mean = (pairs.length + 1) / 2.0;
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < pairs.length; i++) {
            double dx = ranksX[i] - mean;
            double dy = ranksY[i] - mean;
            xy += dx * dy;
            xx += dx * dx;
            yy += dy * dy;
        }
        return xx > 0 && yy > 0 ? xy / StrictMath.sqrt(xx * yy) : Double.NaN;
    }

    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length).boxed()
                .sorted(Comparator.comparingDouble(i -> values[i])).mapToInt(Integer::intValue).toArray();
        double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to + 1 < order.length && values[order[to + 1]] == values[order[from]]) {
                to++;
            }
            double shared = (from + to) / 2.0 + 1;
            Arrays.stream(order, from, to + 1).forEach(i -> ranks[i] = shared);
            from = to + 1;
        }
        return ranks;
    }
}

package ketum.kratom.study;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import ketum.engine.population.Quantiles;

/** Statistics of replicate trials: of the people of one replicate, and over replicates. A value that is not a number is a missing one. */
final class Replicates {

    private Replicates() {
    }

    /** The middle and the 95 % interval of a statistic that each replicate gives once. */
    static StudyResult.Prediction prediction(int replicates, IntToDoubleFunction statistic) {
        double[] values = new double[replicates];
        Arrays.setAll(values, statistic);
        Quantiles quantiles = Quantiles.of(values);
        return new StudyResult.Prediction(quantiles.at(0.5), quantiles.at(0.025), quantiles.at(0.975), (double) quantiles.missing() / replicates);
    }

    /** The people of one replicate. */
    static double[] of(double[] subjects, int replicate, int people) {
        return Arrays.copyOfRange(subjects, replicate * people, (replicate + 1) * people);
    }

    static double median(double[] values) {
        return Quantiles.of(values).at(0.5);
    }

    static double mean(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN);
    }

    static double sd(double[] values) {
        double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        double mean = mean(present);
        return present.length < 2 ? Double.NaN : StrictMath.sqrt(Arrays.stream(present).map(value -> (value - mean) * (value - mean)).sum() / (present.length - 1));
    }

    /** Share of values that are at least a threshold. */
    static double shareAtLeast(double[] values, double threshold) {
        return Quantiles.of(values).shareAtLeast(threshold);
    }

    /** Odds in the second group over odds in the first, half a person added to every cell so that an empty one gives a number (Haldane 1956). */
    static double oddsRatio(double[] first, double[] second, double threshold) {
        double yesFirst = Arrays.stream(first).filter(value -> value >= threshold).count() + 0.5;
        double yesSecond = Arrays.stream(second).filter(value -> value >= threshold).count() + 0.5;
        return yesSecond / (second.length + 1 - yesSecond) / (yesFirst / (first.length + 1 - yesFirst));
    }

    /** Slope of a straight line of y on x by least squares. */
    static double slope(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < x.length; i++) {
            covariance += (x[i] - meanX) * (y[i] - meanY);
            variance += (x[i] - meanX) * (x[i] - meanX);
        }
        return covariance / variance;
    }

    /** Partial slopes of y on a and on b by least squares, all three in units of their own SD. */
    static double[] standardisedSlopes(double[] a, double[] b, double[] y) {
        double ab = correlation(a, b);
        double ay = correlation(a, y);
        double by = correlation(b, y);
        double rest = 1 - ab * ab;
        return new double[] {(ay - ab * by) / rest, (by - ab * ay) / rest};
    }

    private static double correlation(double[] x, double[] y) {
        return slope(x, y) * sd(x) / sd(y);
    }
}

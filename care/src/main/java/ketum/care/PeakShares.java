package ketum.care;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import ketum.care.Assessment.Interval;

/**
 * Of 100 people, how many would peak in each category, as a range over science's uncertainty. For science draw s, person p's peak drive is
 * taken as the median person's under s times the ratio that p has under reference science (log-additive); their score then follows from p's own
 * sensitivity and scale height and s's link. So every science draw is tried on every person without simulating all pairs.
 */
final class PeakShares {

    private static final double[] COWS = {5, 13, 25, 37};
    /** SOWS has three bands; none of them is called moderately severe. */
    private static final double[] SOWS = {1, 11, 21, 21};
    private static final String[] CATEGORIES = {"none", "mild", "moderate", "moderately_severe", "severe"};

    private final Cohorts cohorts;
    private final double[] peaks;
    private final boolean cows;

    /** @param peaks highest opponent drive by subject of the three cohorts */
    PeakShares(Cohorts cohorts, double[] peaks, String scale) {
        this.cohorts = cohorts;
        this.peaks = peaks;
        this.cows = scale.equals("COWS");
    }

    Map<String, Optional<Interval>> shares() {
        int n = cohorts.size();
        int people = Math.min(n, 200);
        double[][] shares = new double[CATEGORIES.length][n];
        double[] person = personFactors(people);
        boolean[] reached = new boolean[CATEGORIES.length];
        double[] half = cohorts.parameter("half_effect");
        double[] shift = cohorts.parameter("cows_shift");
        double[] steepness = cohorts.parameter("steepness");
        double[] top = cohorts.parameter(cows ? "cows_top" : "sows_top");
        double middleTop = logit(median(top, n) / (cows ? 48 : 64));
        double scale = cows ? 48 : 64;
        for (int s = 0; s < n; s++) {
            int science = 2 * n + s;
            double link = half[science] * (cows ? shift[science] : 1);
            double logitMove = logit(top[science] / scale) - middleTop;
            for (int p = 0; p < people; p++) {
                double relative = person[p] * peaks[science] / link;
                double pull = StrictMath.pow(relative, steepness[science]);
                double height = scale / (1 + StrictMath.exp(-(logit(top[n + p] / scale) + logitMove)));
                int category = category(height * pull / (1 + pull));
                shares[category][s] += 100.0 / people;
                reached[category] = true;
            }
        }
        Map<String, Optional<Interval>> result = new LinkedHashMap<>();
        Summary summary = new Summary(n);
        for (int c = 0; c < CATEGORIES.length; c++) {
            result.put(CATEGORIES[c], reached[c] ? Optional.of(summary.interval(shares[c], 0, n)) : Optional.empty());
        }
        return result;
    }

    /** Each person's peak drive over their half-effect drive, relative to the median person's, under reference science. */
    private double[] personFactors(int people) {
        int n = cohorts.size();
        double[] half = cohorts.parameter("half_effect");
        double middleDrive = median(peaks, n);
        double middleHalf = median(half, n);
        double[] factors = new double[people];
        for (int p = 0; p < people; p++) {
            factors[p] = (peaks[n + p] / middleDrive) / (half[n + p] / middleHalf);
        }
        return factors;
    }

    /** Median over the cohort in which people alone differ. */
    private static double median(double[] values, int n) {
        double[] sorted = Arrays.copyOfRange(values, n, 2 * n);
        Arrays.sort(sorted);
        return Summary.quantile(sorted, 0.5);
    }

    private static double logit(double share) {
        return StrictMath.log(share / (1 - share));
    }

    private int category(double score) {
        double[] limits = cows ? COWS : SOWS;
        int category = 0;
        while (category < limits.length && score >= limits[category]) {
            category++;
        }
        return category;
    }
}

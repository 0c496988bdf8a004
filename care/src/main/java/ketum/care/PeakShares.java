package ketum.care;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ketum.care.Assessment.Interval;
import ketum.kratom.data.Instruments;
import ketum.kratom.twin.Spread;

/**
 * Of 100 people, how many would peak in each category, as a range over science's uncertainty. For science draw s, person p's peak drive is
 * taken as the median person's under s times the ratio that p has under reference science (log-additive); their score then follows from p's own
 * sensitivity and scale height and s's link. So every science draw is tried on every person without simulating all pairs.
 */
final class PeakShares {

    /** Enough for whole people of 100; more would only cost time. */
    private static final int MOST_PEOPLE = 200;
    private static final List<String> CATEGORIES = List.of("none", "mild", "moderate", "moderately_severe", "severe");

    enum Scale {
        COWS(48), SOWS(64);

        private final double maximum;

        Scale(double maximum) {
            this.maximum = maximum;
        }

        double maximum() {
            return maximum;
        }

        /** The model's name of it. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The lowest score of each category, as the questionnaire of this scale has its bands; empty where no source for bands was found. */
        List<Double> lowest() {
            return Instruments.standard().find(id()).orElseThrow().bands().stream().map(band -> (double) band.from()).toList();
        }
    }

    private final Cohorts cohorts;
    private final Summary summary;
    private final double[] peaks;
    private final Scale scale;
    private final List<Double> lowest;

    /**
     * @param peaks  highest opponent drive by subject of the three cohorts
     * @param lowest the lowest score of each category
     */
    PeakShares(Cohorts cohorts, double[] peaks, Scale scale, List<Double> lowest) {
        if (lowest.size() != CATEGORIES.size()) {
            throw new IllegalArgumentException(scale + " has " + lowest.size() + " bands, and not those for " + CATEGORIES);
        }
        this.lowest = List.copyOf(lowest);
        this.cohorts = cohorts;
        this.summary = new Summary(cohorts);
        this.peaks = peaks;
        this.scale = scale;
    }

    /**
     * By category; empty where the model cannot produce it: no twin's score could rise so high under any drive. A category that could be reached
     * but is not by this use is 0.
     */
    Map<String, Optional<Interval>> shares() {
        double[][] shares = new double[CATEGORIES.size()][];
        double highest = bySciencePerson(shares);
        Map<String, Optional<Interval>> result = new LinkedHashMap<>();
        for (int c = 0; c < CATEGORIES.size(); c++) {
            result.put(CATEGORIES.get(c), highest >= lowest.get(c) ? Optional.of(Summary.interval(shares[c])) : Optional.empty());
        }
        return result;
    }

    /** Mean over science of each category's share of 100. */
    double[] means() {
        double[][] shares = new double[CATEGORIES.size()][];
        bySciencePerson(shares);
        return Arrays.stream(shares).mapToDouble(category -> Arrays.stream(category).average().orElseThrow()).toArray();
    }

    /** Fills in how many of 100 people fall in a category, by science draw; returns the highest score that any pair could have. */
    private double bySciencePerson(double[][] shares) {
        int draws = cohorts.count(Spread.SCIENCE);
        int people = Math.min(cohorts.count(Spread.PEOPLE), MOST_PEOPLE);
        double[] person = personFactors(people);
        double[] half = cohorts.parameter("half_effect");
        double[] shift = cohorts.parameter("cows_shift");
        double[] steepness = cohorts.parameter("steepness");
        double[] top = cohorts.parameter(scale.id() + "_top");
        double middleTop = logit(summary.median(top, Spread.PEOPLE));
        double highest = 0;
        for (int c = 0; c < shares.length; c++) {
            shares[c] = new double[draws];
        }
        for (int s = 0; s < draws; s++) {
            int science = cohorts.first(Spread.SCIENCE) + s;
            double needed = half[science] * (scale == Scale.COWS ? shift[science] : 1);
            double move = logit(top[science]) - middleTop;
            if (Double.isNaN(peaks[science])) {
                unknown(shares, s);
                continue;
            }
            for (int p = 0; p < people; p++) {
                double pull = StrictMath.pow(person[p] * peaks[science] / needed, steepness[science]);
                double height = scale.maximum() / (1 + StrictMath.exp(-(logit(top[cohorts.first(Spread.PEOPLE) + p]) + move)));
                shares[category(height * pull / (1 + pull))][s] += 100.0 / people;
                highest = Math.max(highest, height);
            }
        }
        return highest;
    }

    int category(double score) {
        int category = 0;
        while (category + 1 < lowest.size() && score >= lowest.get(category + 1)) {
            category++;
        }
        return category;
    }

    private static void unknown(double[][] shares, int draw) {
        for (double[] category : shares) {
            category[draw] = Double.NaN;
        }
    }

    /** Each person's peak drive over their half-effect drive, relative to the median person's, under reference science. */
    private double[] personFactors(int people) {
        double[] half = cohorts.parameter("half_effect");
        double middleDrive = summary.median(peaks, Spread.PEOPLE);
        double middleHalf = summary.median(half, Spread.PEOPLE);
        double[] factors = new double[people];
        for (int p = 0; p < people; p++) {
            int subject = cohorts.first(Spread.PEOPLE) + p;
            double factor = peaks[subject] / middleDrive * middleHalf / half[subject];
            factors[p] = Double.isFinite(factor) ? factor : 1; // nobody has any drive, or this person could not be computed
        }
        return factors;
    }

    /** Log odds of a score as a share of the scale. */
    private double logit(double score) {
        double share = score / scale.maximum();
        return StrictMath.log(share / (1 - share));
    }
}

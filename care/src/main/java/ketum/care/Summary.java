package ketum.care;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import ketum.care.Assessment.Bands;
import ketum.care.Assessment.Grade;
import ketum.care.Assessment.Interval;
import ketum.care.Assessment.Quantity;
import ketum.care.Assessment.Series;
import ketum.engine.Trajectories;
import ketum.engine.population.Quantiles;
import ketum.kratom.twin.Spread;

/** Percentiles over the three cohorts of {@link Cohorts}. */
final class Summary {

    /** Curves of single twins that a chart may draw: the first ones, so that they are the same for every cohort size. */
    private static final int SAMPLED = 24;
    /** Where fewer than this share of a cohort has a value at all (reaches a threshold), no percentile is given. */
    private static final double ENOUGH = 0.05;
    private static final Interval NONE = new Interval(Double.NaN, Double.NaN, Double.NaN);

    private final Cohorts cohorts;

    Summary(Cohorts cohorts) {
        this.cohorts = cohorts;
    }

    /** A value of one subject at one index of the axis. */
    private interface Values {
        double of(int subject, int time);
    }

    /** @param values one per subject of the three cohorts; NaN is left out */
    Quantity quantity(String id, String label, String unit, double[] values, Grade grade) {
        return new Quantity(id, label, unit, interval(values, Spread.BOTH), interval(values, Spread.PEOPLE), interval(values, Spread.SCIENCE), grade);
    }

    private Interval interval(double[] values, Spread spread) {
        int first = cohorts.first(spread);
        return interval(Arrays.copyOfRange(values, first, first + cohorts.count(spread)));
    }

    /** 5th, 50th and 95th percentile of what is not NaN; all three NaN where less than a twentieth is left. */
    static Interval interval(double[] values) {
        Quantiles quantiles = Quantiles.of(values);
        return quantiles.count() < ENOUGH * values.length || quantiles.count() == 0 ? NONE
                : new Interval(quantiles.at(0.05), quantiles.at(0.5), quantiles.at(0.95));
    }

    /** A curve of one output of a run, over its times less {@code zero}. */
    Series series(String id, String label, String unit, Trajectories run, int output, double zero, Grade grade) {
        double[] axis = Arrays.stream(run.times()).map(time -> time - zero).toArray();
        return series(id, label, unit, axis, (subject, time) -> run.value(output, subject, time), grade);
    }

    /** A curve from values computed per subject and time. */
    Series series(String id, String label, String unit, double[] axis, double[][] bySubject, Grade grade) {
        return series(id, label, unit, axis, (subject, time) -> bySubject[subject][time], grade);
    }

    private Series series(String id, String label, String unit, double[] axis, Values values, Grade grade) {
        List<double[]> sampled = new ArrayList<>();
        for (int i = 0; i < Math.min(SAMPLED, cohorts.size()); i++) {
            int twin = i;
            sampled.add(IntStream.range(0, axis.length).mapToDouble(time -> values.of(twin, time)).toArray());
        }
        return new Series(id, label, unit, axis, bands(axis.length, values, Spread.BOTH), bands(axis.length, values, Spread.PEOPLE),
                bands(axis.length, values, Spread.SCIENCE), sampled, grade);
    }

    /** Each hour on its own, so that the order in which threads take them cannot matter. */
    private Bands bands(int times, Values values, Spread spread) {
        int first = cohorts.first(spread);
        int count = cohorts.count(spread);
        double[][] bands = new double[5][times];
        IntStream.range(0, times).parallel().forEach(time -> {
            double[] column = new double[count];
            for (int i = 0; i < count; i++) {
                column[i] = values.of(first + i, time);
            }
            Quantiles quantiles = Quantiles.of(column);
            for (int b = 0; b < bands.length; b++) {
                bands[b][time] = quantiles.at(LEVELS[b]);
            }
        });
        return new Bands(bands[0], bands[1], bands[2], bands[3], bands[4]);
    }

    private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};

    /** Median of one cohort's values. */
    double median(double[] values, Spread spread) {
        int first = cohorts.first(spread);
        return Quantiles.of(Arrays.copyOfRange(values, first, first + cohorts.count(spread))).at(0.5);
    }
}

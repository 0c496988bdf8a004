package ketum.care;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import ketum.care.Assessment.Bands;
import ketum.care.Assessment.Grade;
import ketum.care.Assessment.Interval;
import ketum.care.Assessment.Quantity;
import ketum.care.Assessment.Series;
import ketum.engine.Trajectories;

/** Percentiles over the three cohorts of {@link Cohorts}: subjects 0..n-1 both spreads, then people alone, then science alone. */
final class Summary {

    /** Curves of single twins that a chart may draw: the first ones, so that they are the same for every cohort size. */
    private static final int SAMPLED = 24;

    private final int size;

    Summary(int size) {
        this.size = size;
    }

    /** @param values one per subject of the three cohorts; NaN is left out */
    Quantity quantity(String id, String label, String unit, double[] values, Grade grade) {
        return new Quantity(id, label, unit, interval(values, 0, size), interval(values, size, 2 * size), interval(values, 2 * size, 3 * size), grade);
    }

    Interval interval(double[] values, int from, int to) {
        double[] sorted = sorted(Arrays.copyOfRange(values, from, to));
        return new Interval(quantile(sorted, 0.05), quantile(sorted, 0.5), quantile(sorted, 0.95));
    }

    /** A curve of one output of a run, over its times less {@code zero}. */
    Series series(String id, String label, String unit, Trajectories run, int output, double zero, Grade grade) {
        double[] times = run.times();
        double[] axis = Arrays.stream(times).map(time -> time - zero).toArray();
        List<double[]> sampled = new ArrayList<>();
        for (int i = 0; i < Math.min(SAMPLED, size); i++) {
            sampled.add(run.series(output, i));
        }
        return new Series(id, label, unit, axis, bands(run, output, 0), bands(run, output, size), bands(run, output, 2 * size), sampled, grade);
    }

    private Bands bands(Trajectories run, int output, int first) {
        return bands(run.times().length, time -> {
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                values[i] = run.value(output, first + i, time);
            }
            return values;
        });
    }

    /** A curve from values computed per subject and time. */
    Series series(String id, String label, String unit, double[] axis, double[][] bySubject, Grade grade) {
        List<double[]> sampled = new ArrayList<>();
        for (int i = 0; i < Math.min(SAMPLED, size); i++) {
            sampled.add(bySubject[i].clone());
        }
        return new Series(id, label, unit, axis, bands(axis.length, column(bySubject, s -> s)), bands(axis.length, column(bySubject, s -> size + s)),
                bands(axis.length, column(bySubject, s -> 2 * size + s)), sampled, grade);
    }

    private IntFunction<double[]> column(double[][] bySubject, IntUnaryOperator subject) {
        return time -> {
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                values[i] = bySubject[subject.applyAsInt(i)][time];
            }
            return values;
        };
    }

    private static Bands bands(int times, IntFunction<double[]> at) {
        double[][] bands = new double[5][times];
        IntStream.range(0, times).parallel().forEach(time -> {
            double[] sorted = sorted(at.apply(time));
            for (int b = 0; b < 5; b++) {
                bands[b][time] = quantile(sorted, LEVELS[b]);
            }
        });
        return new Bands(bands[0], bands[1], bands[2], bands[3], bands[4]);
    }

    private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};

    private static double[] sorted(double[] values) {
        double[] finite = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        Arrays.sort(finite);
        return finite;
    }

    /** Linear interpolation between order statistics (type 7); NaN where there are none. */
    static double quantile(double[] sorted, double level) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = level * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}

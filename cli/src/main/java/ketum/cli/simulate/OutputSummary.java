package ketum.cli.simulate;

import java.util.Arrays;
import ketum.engine.population.Quantiles;

/**
 * What one output did, over all subjects that could be integrated.
 *
 * @param output   its id
 * @param unit     UCUM code
 * @param smallest each subject's smallest value
 * @param largest  each subject's largest value
 * @param last     each subject's value at its last time
 */
public record OutputSummary(String output, String unit, Spread smallest, Spread largest, Spread last) {

    /**
     * Quantiles over subjects; NaN where there is none.
     *
     * @param least smallest
     * @param p05   5 % of subjects lie below
     * @param p50   median
     * @param p95   95 % lie below
     * @param most  largest
     */
    public record Spread(double least, double p05, double p50, double p95, double most) {

        static Spread of(double[] values) {
            Quantiles quantiles = Quantiles.of(values);
            return new Spread(quantiles.at(0), quantiles.at(0.05), quantiles.at(0.5), quantiles.at(0.95), quantiles.at(1));
        }
    }

    /** Collects one output, subject by subject. */
    static final class Collector {

        private final double[] smallest;
        private final double[] largest;
        private final double[] last;
        private int subjects;

        Collector(int subjects) {
            smallest = new double[subjects];
            largest = new double[subjects];
            last = new double[subjects];
        }

        /** NaN among the values is passed over. */
        void add(double[] values) {
            double low = Double.NaN;
            double high = Double.NaN;
            for (double value : values) {
                if (!(low <= value)) {
                    low = Double.isNaN(value) ? low : value;
                }
                if (!(high >= value)) {
                    high = Double.isNaN(value) ? high : value;
                }
            }
            smallest[subjects] = low;
            largest[subjects] = high;
            last[subjects] = values[values.length - 1];
            subjects++;
        }

        OutputSummary summary(String output, String unit) {
            return new OutputSummary(output, unit, spread(smallest), spread(largest), spread(last));
        }

        private Spread spread(double[] values) {
            return Spread.of(Arrays.copyOf(values, subjects));
        }
    }
}

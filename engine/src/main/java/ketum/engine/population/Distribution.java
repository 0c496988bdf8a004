package ketum.engine.population;

import java.util.Arrays;

/**
 * How a quantity is spread, given by its quantile function; a draw is the quantile of a uniform number. All functions go
 * through {@link StrictMath}, so draws have the same bits everywhere.
 */
public sealed interface Distribution {

    /**
     * The value that a share {@code p} of all draws lies below.
     *
     * @param p strictly between 0 and 1
     */
    double quantile(double p);

    default double median() {
        return quantile(0.5);
    }

    /** Always the same value. */
    record Constant(double value) implements Distribution {
        @Override
        public double quantile(double p) {
            return value;
        }
    }

    /** Normal with this mean and standard deviation (at least 0). */
    record Normal(double mean, double standardDeviation) implements Distribution {
        public Normal {
            require(standardDeviation >= 0, "standard deviation", standardDeviation);
        }

        @Override
        public double quantile(double p) {
            return mean + standardDeviation * NormalQuantile.of(p);
        }
    }

    /** The natural logarithm is normal: {@code median·e^(logStandardDeviation·z)}, median above 0. */
    record LogNormal(double median, double logStandardDeviation) implements Distribution {
        public LogNormal {
            require(median > 0, "median", median);
            require(logStandardDeviation >= 0, "standard deviation of the logarithm", logStandardDeviation);
        }

        @Override
        public double quantile(double p) {
            return median * StrictMath.exp(logStandardDeviation * NormalQuantile.of(p));
        }
    }

    /** Every value between the bounds is equally likely. */
    record Uniform(double low, double high) implements Distribution {
        public Uniform {
            require(low <= high, "lower bound", low);
        }

        @Override
        public double quantile(double p) {
            return low + (high - low) * p;
        }
    }

    /** The logarithm is uniform; both bounds are above 0. */
    record LogUniform(double low, double high) implements Distribution {
        public LogUniform {
            require(low > 0 && low <= high, "lower bound", low);
        }

        @Override
        public double quantile(double p) {
            return low * StrictMath.exp(p * StrictMath.log(high / low));
        }
    }

    /** A distribution with everything outside two of its own quantiles cut off. */
    record Truncated(Distribution of, double lowest, double highest) implements Distribution {
        public Truncated {
            require(lowest >= 0 && lowest < highest && highest <= 1, "lowest share", lowest);
        }

        @Override
        public double quantile(double p) {
            return of.quantile(lowest + (highest - lowest) * p);
        }
    }

    /** One of the numbers 0, 1, 2, … with chances in proportion to {@code weights}. The median is a category, not a mean. */
    record Categorical(double[] weights) implements Distribution {
        public Categorical {
            weights = weights.clone();
            double sum = 0;
            for (double weight : weights) {
                require(weight >= 0, "weight", weight);
                sum += weight;
            }
            require(sum > 0, "sum of weights", sum);
        }

        @Override
        public double[] weights() {
            return weights.clone();
        }

        @Override
        public double quantile(double p) {
            double target = p * Arrays.stream(weights).sum();
            double sum = 0;
            int last = 0;
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] > 0) {
                    sum += weights[i];
                    last = i;
                    if (target < sum) {
                        return i;
                    }
                }
            }
            return last;
        }
    }

    /** One of these values, all equally likely. */
    record Empirical(double[] values) implements Distribution {
        public Empirical {
            values = values.clone();
            require(values.length > 0, "number of values", values.length);
            Arrays.sort(values);
        }

        @Override
        public double[] values() {
            return values.clone();
        }

        @Override
        public double quantile(double p) {
            return values[Math.min((int) (p * values.length), values.length - 1)];
        }
    }

    private static void require(boolean holds, String what, double value) {
        if (!holds) {
            throw new IllegalArgumentException(what + " " + value + " is out of range");
        }
    }
}

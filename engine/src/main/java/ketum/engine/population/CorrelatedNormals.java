package ketum.engine.population;

import java.util.List;

/** Normal deviates with mean 0 and a given covariance: L·z, with L the lower Cholesky factor and z independent. Immutable. */
public final class CorrelatedNormals {

    private final List<String> quantities;
    private final double[][] factor;

    private CorrelatedNormals(List<String> quantities, double[][] factor) {
        this.quantities = quantities;
        this.factor = factor;
    }

    /**
     * @param quantities names, in the order of rows; z of each is keyed by its name
     * @param covariance square, symmetric, not negative in any direction (a variance may be 0)
     * @throws IllegalArgumentException if it is not such a matrix; names the row
     */
    public static CorrelatedNormals of(List<String> quantities, double[][] covariance) {
        int n = quantities.size();
        double[][] factor = new double[n][n];
        if (covariance.length != n) {
            throw new IllegalArgumentException(covariance.length + " rows of covariance for " + n + " quantities");
        }
        for (int i = 0; i < n; i++) {
            if (covariance[i].length != n) {
                throw new IllegalArgumentException("covariance of " + quantities.get(i) + " has " + covariance[i].length + " entries, not " + n);
            }
            for (int j = 0; j <= i; j++) {
                if (covariance[i][j] != covariance[j][i]) {
                    throw new IllegalArgumentException("covariance of " + quantities.get(i) + " and " + quantities.get(j)
                            + " is " + covariance[i][j] + " one way and " + covariance[j][i] + " the other");
                }
                double rest = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = entry(quantities, covariance, factor, i, j, rest);
            }
        }
        return new CorrelatedNormals(List.copyOf(quantities), factor);
    }

    private static double entry(List<String> quantities, double[][] covariance, double[][] factor, int i, int j, double rest) {
        // what rounding alone can leave of a variance that the rows above explain fully
        double nothing = 1e-12 * StrictMath.sqrt(covariance[i][i] * covariance[j][j]);
        if (i == j) {
            if (!(rest >= -nothing) || !(covariance[i][i] >= 0)) {
                throw new IllegalArgumentException("no normal deviates have this covariance; seen at " + quantities.get(i));
            }
            return rest <= nothing ? 0 : StrictMath.sqrt(rest);
        }
        if (factor[j][j] > 0) {
            return rest / factor[j][j];
        }
        if (Math.abs(rest) > 1e-6 * StrictMath.sqrt(covariance[i][i] * covariance[j][j])) {
            throw new IllegalArgumentException("no normal deviates have this covariance; seen at "
                    + quantities.get(i) + " with " + quantities.get(j));
        }
        return 0;
    }

    /** One deviate per quantity; all 0 in a layer that is not active. */
    public double[] draw(Sampler sampler, long subject, long occasion, Layer layer) {
        int n = quantities.size();
        double[] independent = new double[n];
        for (int i = 0; i < n; i++) {
            independent[i] = sampler.normal(quantities.get(i), subject, occasion, layer);
        }
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                result[i] += factor[i][j] * independent[j];
            }
        }
        return result;
    }
}

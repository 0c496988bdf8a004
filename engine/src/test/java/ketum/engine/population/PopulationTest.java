package ketum.engine.population;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

class PopulationTest {

    private static final Distribution CLEARANCE = new Distribution.LogNormal(40, 0.4);

    @Test
    void holdingALayerStillCollapsesOnlyThatLayer() {
        Sampler both = new Sampler(5);
        Sampler people = new Sampler(5, Set.of(Layer.BETWEEN_SUBJECTS));
        Sampler science = new Sampler(5, Set.of(Layer.PARAMETER_UNCERTAINTY));
        for (int i = 0; i < 10; i++) {
            assertEquals(both.draw("cl", CLEARANCE, i, Layer.BETWEEN_SUBJECTS), people.draw("cl", CLEARANCE, i, Layer.BETWEEN_SUBJECTS));
            assertEquals(40, science.draw("cl", CLEARANCE, i, Layer.BETWEEN_SUBJECTS));
            assertEquals(40, people.draw("ki", CLEARANCE, i, Layer.PARAMETER_UNCERTAINTY));
            assertNotEquals(40, science.draw("ki", CLEARANCE, i, Layer.PARAMETER_UNCERTAINTY));
        }
    }

    /** Oracle: Hipparchus for normal shapes, arithmetic for the others. */
    @Test
    void quantilesAreThoseOfTheDistribution() {
        double z = new NormalDistribution().inverseCumulativeProbability(0.9);
        assertEquals(3 + 2 * z, new Distribution.Normal(3, 2).quantile(0.9), 1e-12);
        assertEquals(40 * StrictMath.exp(0.4 * z), CLEARANCE.quantile(0.9), 1e-10);
        assertEquals(40, CLEARANCE.median());
        assertEquals(2.5, new Distribution.Uniform(2, 4).quantile(0.25));
        assertEquals(10, new Distribution.LogUniform(1, 100).quantile(0.5), 1e-12);
        assertEquals(0.75, new Distribution.Truncated(new Distribution.Uniform(0, 1), 0.5, 1).quantile(0.5));
        assertEquals(7, new Distribution.Constant(7).quantile(0.01));
        Distribution categories = new Distribution.Categorical(new double[] {1, 0, 3});
        assertArrayEquals(new double[] {0, 2, 2}, new double[] {categories.quantile(0.24), categories.quantile(0.26), categories.quantile(0.999)});
        Distribution table = new Distribution.Empirical(new double[] {9, 5, 7});
        assertArrayEquals(new double[] {5, 7, 9}, new double[] {table.quantile(0.1), table.quantile(0.5), table.quantile(0.99)});
        assertThrows(IllegalArgumentException.class, () -> new Distribution.LogNormal(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Distribution.Uniform(2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Distribution.Categorical(new double[] {0, 0}));
    }

    /** Oracle: the covariance asked for; bounds are 4 standard errors at 50,000 draws. */
    @Test
    void correlatedNormalsHaveTheirCovariance() {
        double[][] covariance = {{0.16, 0.09, 0}, {0.09, 0.25, -0.05}, {0, -0.05, 0.04}};
        CorrelatedNormals normals = CorrelatedNormals.of(List.of("cl", "v", "ka"), covariance);
        Sampler sampler = new Sampler(3);
        int n = 50_000;
        double[][] sum = new double[3][3];
        for (int s = 0; s < n; s++) {
            double[] x = normals.draw(sampler, s, 0, Layer.BETWEEN_SUBJECTS);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    sum[i][j] += x[i] * x[j] / n;
                }
            }
        }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double error = Math.sqrt((covariance[i][i] * covariance[j][j] + covariance[i][j] * covariance[i][j]) / n);
                assertEquals(covariance[i][j], sum[i][j], 4 * error, i + "," + j);
            }
        }
    }

    @Test
    void covarianceThatCannotBeIsRejectedAndFullCorrelationIsNot() {
        List<String> two = List.of("a", "b");
        assertThrows(IllegalArgumentException.class, () -> CorrelatedNormals.of(two, new double[][] {{1, 2}, {2, 1}}));
        assertThrows(IllegalArgumentException.class, () -> CorrelatedNormals.of(two, new double[][] {{1, 0.1}, {0.2, 1}}));
        assertThrows(IllegalArgumentException.class, () -> CorrelatedNormals.of(two, new double[][] {{-1, 0}, {0, 1}}));
        assertThrows(IllegalArgumentException.class, () -> CorrelatedNormals.of(two, new double[][] {{0, 0.5}, {0.5, 1}}));
        double[] equal = CorrelatedNormals.of(two, new double[][] {{4, 6}, {6, 9}}).draw(new Sampler(1), 0, 0, Layer.BETWEEN_SUBJECTS);
        assertEquals(1.5 * equal[0], equal[1], 1e-12);
        double[] still = CorrelatedNormals.of(two, new double[][] {{0, 0}, {0, 1}}).draw(new Sampler(1), 0, 0, Layer.BETWEEN_SUBJECTS);
        assertEquals(0, still[0]);
    }

    @Test
    void weightScalesClearanceByThePowerOfItsRatio() {
        PowerEffect effect = new PowerEffect(70, 0.75);
        assertEquals(1, effect.factor(70));
        assertEquals(2, effect.factor(70 * 2.519842099789746), 1e-12);
    }

    /** Oracle: R's quantile(c(3, 1, 4, 1, 5), type = 7). */
    @Test
    void quantilesAreOfTypeSevenAndCountWhatIsMissing() {
        Quantiles quantiles = Quantiles.of(new double[] {3, Double.NaN, 1, 4, 1, 5});
        assertEquals(5, quantiles.count());
        assertEquals(1, quantiles.missing());
        assertArrayEquals(new double[] {1, 1, 3, 4, 4.8, 5}, new double[] {quantiles.at(0), quantiles.at(0.25), quantiles.at(0.5),
            quantiles.at(0.75), quantiles.at(0.95), quantiles.at(1)}, 1e-12);
        assertEquals(0.4, quantiles.shareAtLeast(4));
        assertTrue(Double.isNaN(Quantiles.of(new double[] {Double.NaN}).at(0.5)));
        assertThrows(IllegalArgumentException.class, () -> quantiles.at(1.1));
    }

    /** Oracle: 1 - 6Σd²/(n(n²-1)) where no values are equal; by hand where some are. */
    @Test
    void spearmanComparesRanks() {
        double[] x = {1, 2, 3, 4, 5};
        assertEquals(1, RankCorrelation.spearman(x, new double[] {1, 10, 100, 1000, 1e4}), 1e-15);
        assertEquals(-1, RankCorrelation.spearman(x, new double[] {5, 4, 3, 2, 1}), 1e-15);
        assertEquals(1 - 6 * 8.0 / (5 * 24), RankCorrelation.spearman(x, new double[] {2, 1, 5, 3, 4}), 1e-15);
        assertEquals(StrictMath.sqrt(0.75), RankCorrelation.spearman(new double[] {1, 2, 3}, new double[] {7, 7, 9}), 1e-15);
        assertEquals(1, RankCorrelation.spearman(new double[] {1, Double.NaN, 3}, new double[] {7, 0, 9}), 1e-15);
        assertTrue(Double.isNaN(RankCorrelation.spearman(new double[] {1, 1}, new double[] {2, 3})));
    }

    @Test
    void aSampleLooksLikeItsDistribution() {
        Sampler sampler = new Sampler(9);
        double[] draws = IntStream.range(0, 20_000).mapToDouble(i -> sampler.draw("x", CLEARANCE, i, Layer.BETWEEN_SUBJECTS)).toArray();
        Quantiles quantiles = Quantiles.of(draws);
        for (double p : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
            // the standard error of a sample quantile in p is sqrt(p(1-p)/n); 4 of them
            double error = 4 * Math.sqrt(p * (1 - p) / draws.length);
            assertTrue(CLEARANCE.quantile(p - error) < quantiles.at(p) && quantiles.at(p) < CLEARANCE.quantile(p + error), "p " + p);
        }
    }
}

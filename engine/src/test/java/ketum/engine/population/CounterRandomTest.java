package ketum.engine.population;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.rng.core.source64.Philox4x64;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

class CounterRandomTest {

    /** Oracle: the file kat_vectors of the Random123 distribution, lines philox4x64 10. The generator counts up before each block. */
    @Test
    void philoxGivesItsPublishedKnownAnswers() {
        assertBlock(new long[] {0, 0, -1, -1, -1, -1},
                0x16554d9eca36314cL, 0xdb20fe9d672d0fdcL, 0xd7e772cee186176bL, 0x7e68b68aec7ba23bL);
        assertBlock(new long[] {-1, -1, -2, -1, -1, -1},
                0x87b092c3013fe90bL, 0x438c3c67be8d0224L, 0x9cc7d7c69cd777b6L, 0xa09caebf594f0ba0L);
        assertBlock(new long[] {0x452821e638d01377L, 0xbe5466cf34e90c6cL, 0x243f6a8885a308d3L - 1, 0x13198a2e03707344L,
            0xa4093822299f31d0L, 0x082efa98ec4e6c89L},
                0xa528f45403e61d95L, 0x38c72dbd566e9788L, 0xa5a1610e72fd18b5L, 0x57bd43b5e52b7fe6L);
    }

    private static void assertBlock(long[] keyAndCounter, long... expected) {
        Philox4x64 philox = new Philox4x64(keyAndCounter);
        assertArrayEquals(expected, new long[] {philox.next(), philox.next(), philox.next(), philox.next()});
    }

    /** Oracle: these bits as first computed; a change of them changes every published figure. */
    @Test
    void drawsNeverChangeBetweenReleases() {
        CounterRandom random = new CounterRandom(2026);
        assertEquals(0.4616676671736101, random.uniform("clearance", 7, 0));
        assertEquals(-0.09623323655833901, random.normal("clearance", 7, 0));
    }

    @Test
    void seedQuantitySubjectAndOccasionEachMatter() {
        double base = new CounterRandom(1).uniform("a", 2, 3);
        assertNotEquals(base, new CounterRandom(2).uniform("a", 2, 3));
        assertNotEquals(base, new CounterRandom(1).uniform("b", 2, 3));
        assertNotEquals(base, new CounterRandom(1).uniform("a", 3, 3));
        assertNotEquals(base, new CounterRandom(1).uniform("a", 2, 4));
        assertNotEquals(base, new CounterRandom(1).uniform("a", 3, 2));
    }

    /** Oracle: moments of the distributions; bounds are 4 standard errors at 100,000 draws. */
    @Test
    void drawsHaveTheMomentsOfTheirDistributions() {
        CounterRandom random = new CounterRandom(11);
        int n = 100_000;
        double mean = 0;
        double normalMean = 0;
        double square = 0;
        double neighbours = 0;
        double before = 0;
        for (int i = 0; i < n; i++) {
            mean += random.uniform("u", i, 0) / n;
            double z = random.normal("z", i, 0);
            normalMean += z / n;
            square += z * z / n;
            neighbours += z * before / n;
            before = z;
        }
        assertEquals(0.5, mean, 4 * 0.2887 / Math.sqrt(n));
        assertEquals(0, normalMean, 4 / Math.sqrt(n));
        assertEquals(1, square, 4 * Math.sqrt(2.0 / n));
        assertEquals(0, neighbours, 4 / Math.sqrt(n));
    }

    /** Oracle: Hipparchus' cumulative normal distribution. */
    @Test
    void normalQuantileInvertsTheNormalDistribution() {
        NormalDistribution normal = new NormalDistribution();
        for (double p : new double[] {1e-300, 1e-20, 1e-10, 1e-6, 0.001, 0.02, 0.0749, 0.0751, 0.1, 0.3, 0.49999, 0.5}) {
            double z = NormalQuantile.of(p);
            assertEquals(p, normal.cumulativeProbability(z), 2e-13 * p);
            if (p > 1e-6) {
                assertEquals(-z, NormalQuantile.of(1 - p), 1e-10);
            }
        }
        assertEquals(0, NormalQuantile.of(0.5));
        assertTrue(Double.isNaN(NormalQuantile.of(-0.1)));
    }
}

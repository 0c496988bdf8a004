package ketum.kratom.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class NonCompartmentalTest {
    private static final double[] TIMES = {0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3.5, 4.5, 6.5, 8.5, 12, 24, 36, 48};

    private static double[] sample(DoubleUnaryOperator curve) {
        double[] values = new double[TIMES.length];
        for (int i = 0; i < TIMES.length; i++) {
            values[i] = curve.applyAsDouble(TIMES[i]);
        }
        return values;
    }

    /** Oracle: from its peak on, 100 exp(-k t) has area 100/k from that point and half-life ln 2 / k, and log-linear pieces are exact for it. */
    @Test
    void aSingleExponentialGivesItsExactAreaAndHalfLife() {
        double k = 0.1;
        NonCompartmental statistics = NonCompartmental.of(TIMES, sample(t -> 100 * StrictMath.exp(-k * t)), 1e-6).orElseThrow();
        double first = 100 * StrictMath.exp(-k * 0.25);
        assertEquals(first, statistics.cmax());
        assertEquals(0.25, statistics.tmax());
        assertEquals(0.25 * first / 2 + first / k, statistics.aucInfinity().orElseThrow(), 1e-9);
        assertEquals(StrictMath.log(2) / k, statistics.terminalHalfLife().orElseThrow(), 1e-10);
        assertEquals(statistics.aucInfinity().orElseThrow() - 100 * StrictMath.exp(-4.8) / k, statistics.aucLast(), 1e-9);
    }

    /** Oracle: trapezoids by hand. */
    @Test
    void risingAndLevelPiecesAreStraight() {
        double[] times = {1, 2, 3, 5};
        NonCompartmental statistics = NonCompartmental.of(times, new double[] {2, 4, 4, 6}, 1).orElseThrow();
        assertEquals(1 + 3 + 4 + 10, statistics.aucLast(), 1e-12);
        assertTrue(statistics.terminalHalfLife().isEmpty());
        assertTrue(statistics.aucInfinity().isEmpty());
    }

    /** Oracle: dropping the values by hand. */
    @Test
    void valuesBelowTheLimitAreAsIfNeverDrawn() {
        double[] times = {1, 2, 3, 4, 5, 6, 7};
        double[] drawn = {0.4, 10, 8, 0.3, 2, 1, 0.2};
        assertEquals(NonCompartmental.of(new double[] {2, 3, 5, 6}, new double[] {10, 8, 2, 1}, 0.5),
                NonCompartmental.of(times, drawn, 0.5));
        assertTrue(NonCompartmental.of(times, drawn, 11).isEmpty());
    }

    @Test
    void theTerminalLineNeedsThreePointsAfterThePeak() {
        double[] times = {1, 2, 3, 4};
        assertTrue(NonCompartmental.of(times, new double[] {10, 20, 5, 2}, 1).orElseThrow().terminalHalfLife().isEmpty());
        assertEquals(1, NonCompartmental.of(times, new double[] {16, 8, 4, 2}, 1).orElseThrow().terminalHalfLife().orElseThrow(), 1e-12);
    }

    @Test
    void disorderedTimesUnequalLengthsAndMissingNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> NonCompartmental.of(new double[] {1, 1}, new double[] {1, 1}, 1));
        assertThrows(IllegalArgumentException.class, () -> NonCompartmental.of(new double[] {0, 1}, new double[] {1, 1}, 1));
        assertThrows(IllegalArgumentException.class, () -> NonCompartmental.of(new double[] {1}, new double[] {1, 1}, 1));
        assertThrows(IllegalArgumentException.class, () -> NonCompartmental.of(new double[] {1}, new double[] {Double.NaN}, 1));
        assertThrows(IllegalArgumentException.class, () -> NonCompartmental.of(new double[] {1}, new double[] {1}, 0));
    }
}

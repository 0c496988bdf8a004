package ketum.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Oracle: {@link StrictMath}, itself within 1 unit in the last place. */
class ElementaryTest {

    private static final double[] SPECIAL = {0.0, -0.0, 1, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL, Math.nextDown(Double.MIN_NORMAL), Double.MAX_VALUE, -Double.MAX_VALUE,
        709.782712893384, 709.782712893385, 710, 711, -708.4, -744.4, -745.13, -745.2, -746, -747, 1e-320, 3e-310, 0x1p-1022, 2, 0.5,
        0.70710678118654746, 0.70710678118654757, 1.4142135623730949, 1.4142135623730951, 1e-17, -1e-17};

    @Test
    void expStaysWithinTwoUnitsInTheLastPlace() {
        SplittableRandom random = new SplittableRandom(1);
        double worst = 0;
        for (int i = 0; i < 300_000; i++) {
            double x = i % 3 == 0 ? random.nextDouble(-745, 709.7) : i % 3 == 1 ? random.nextDouble(-5, 5)
                    : random.nextDouble(-1, 1) * StrictMath.pow(2, -random.nextInt(60));
            worst = Math.max(worst, ulps(Elementary.exp(x), StrictMath.exp(x)));
        }
        assertTrue(worst <= 2, "worst " + worst);
    }

    @Test
    void lnStaysWithinTwoUnitsInTheLastPlace() {
        SplittableRandom random = new SplittableRandom(2);
        double worst = 0;
        for (int i = 0; i < 300_000; i++) {
            double x = i % 3 == 0 ? Double.longBitsToDouble(random.nextLong(0x7ff0000000000000L)) : i % 3 == 1 ? random.nextDouble(0.5, 2)
                    : 1 + random.nextDouble(-1, 1) * StrictMath.pow(2, -random.nextInt(50));
            worst = Math.max(worst, ulps(Elementary.ln(x), StrictMath.log(x)));
        }
        assertTrue(worst <= 2, "worst " + worst);
    }

    @Test
    void specialArgumentsBehaveAsInTheLibrary() {
        for (double x : SPECIAL) {
            assertSpecial(x, Elementary.exp(x), StrictMath.exp(x));
            assertSpecial(x, Elementary.ln(x), StrictMath.log(x));
        }
        assertEquals(1, Elementary.exp(0));
        assertEquals(0, Elementary.ln(1));
    }

    @Test
    void vectorsGiveTheBitsOfScalars() {
        SplittableRandom random = new SplittableRandom(3);
        int rows = 40;
        double[] arguments = new double[rows * Kernel.LANES];
        for (int round = 0; round < 500; round++) {
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = round == 0 ? SPECIAL[i % SPECIAL.length]
                        : round % 2 == 0 ? Double.longBitsToDouble(random.nextLong()) : random.nextDouble(-750, 750);
            }
            double[] exp = arguments.clone();
            VectorElementary.exp(exp, 0, rows, Kernel.LANES);
            double[] ln = arguments.clone();
            VectorElementary.ln(ln, 0, rows, Kernel.LANES);
            for (int i = 0; i < arguments.length; i++) {
                assertEquals(Elementary.exp(arguments[i]), exp[i], "exp " + arguments[i]);
                assertEquals(Elementary.ln(arguments[i]), ln[i], "ln " + arguments[i]);
            }
        }
    }

    @Test
    void onlyTheRowsAndLanesAskedForChange() {
        for (DoubleUnaryOperator f : new DoubleUnaryOperator[] {Elementary::exp, Elementary::ln}) {
            double[] rows = new double[4 * Kernel.LANES];
            java.util.Arrays.fill(rows, 2);
            if (f.applyAsDouble(1) == 0) {
                Elementary.ln(rows, 1, 2, 3);
            } else {
                Elementary.exp(rows, 1, 2, 3);
            }
            for (int i = 0; i < rows.length; i++) {
                int row = i / Kernel.LANES;
                boolean inside = row >= 1 && row < 3 && i % Kernel.LANES < 3;
                assertEquals(inside ? f.applyAsDouble(2) : 2, rows[i]);
            }
        }
    }

    private static double ulps(double value, double exact) {
        return Math.abs(value - exact) / Math.ulp(exact);
    }

    private static void assertSpecial(double x, double value, double exact) {
        if (Double.isFinite(exact)) {
            assertTrue(ulps(value, exact) <= 2, x + ": " + value + " " + exact);
        } else {
            assertEquals(exact, value, "at " + x);
        }
    }
}

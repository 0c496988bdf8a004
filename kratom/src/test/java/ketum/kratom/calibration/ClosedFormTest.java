package ketum.kratom.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The closed forms against a fourth-order Runge-Kutta integration of the differential equations they solve. */
class ClosedFormTest {
    private static final TwoCompartments MITRAGYNINE = new TwoCompartments(233, 600, 1.4, 184, 6590);
    private static final double DOSE = 97_870;
    private static final double SHARE = 0.4;
    private static final double LOSS = 0.38;
    private static final double BIOAVAILABILITY = 0.7;

    /** Gut, central, peripheral, metabolite formed from this (bioavailability applied to the two middle ones). */
    private static double[] slope(TwoCompartments p, double[] y) {
        double absorbed = p.absorptionRate() * y[0];
        double out = p.intercompartmentalClearance() / p.centralVolume() * y[1];
        double back = p.intercompartmentalClearance() / p.peripheralVolume() * y[2];
        double lost = p.clearance() / p.centralVolume() * y[1];
        return new double[] {-absorbed, BIOAVAILABILITY * absorbed - lost - out + back, out - back,
                SHARE * absorbed + (1 - SHARE) * lost - LOSS * y[3]};
    }

    private static double[] plus(double[] y, double factor, double[] slope) {
        double[] sum = y.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * slope[i];
        }
        return sum;
    }

    private static double[] integrate(TwoCompartments p, double hours) {
        double[] y = {DOSE, 0, 0, 0};
        int steps = 20_000;
        double h = hours / steps;
        for (int i = 0; i < steps; i++) {
            double[] k1 = slope(p, y);
            double[] k2 = slope(p, plus(y, h / 2, k1));
            double[] k3 = slope(p, plus(y, h / 2, k2));
            double[] k4 = slope(p, plus(y, h, k3));
            y = plus(plus(plus(plus(y, h / 6, k1), h / 3, k2), h / 3, k3), h / 6, k4);
        }
        return y;
    }

    @Test
    void parentAndMetaboliteEqualTheNumericalSolution() {
        for (double hours : new double[] {0.5, 2, 12, 48}) {
            double[] y = integrate(MITRAGYNINE, hours);
            assertEquals(y[0], MITRAGYNINE.gut(DOSE).at(hours), 1e-8 * DOSE);
            assertEquals(y[1], BIOAVAILABILITY * MITRAGYNINE.amount(DOSE).at(hours), 1e-9 * y[1]);
            assertEquals(y[3], MITRAGYNINE.metabolite(DOSE, BIOAVAILABILITY, SHARE, LOSS).at(hours), 1e-8 * y[3]);
        }
    }

    @Test
    void equalRatesAreNoDivisionByZero() {
        // ka equal to the metabolite's loss rate, where the textbook form is 0/0.
        TwoCompartments p = new TwoCompartments(233, 600, LOSS, 184, 6590);
        double[] y = integrate(p, 3);
        assertEquals(y[3], p.metabolite(DOSE, BIOAVAILABILITY, SHARE, LOSS).at(3), 1e-6 * y[3]);
    }

    @Test
    void thePeakIsWhereTheSlopeVanishes() {
        ExponentialSum curve = MITRAGYNINE.concentration(DOSE);
        double peak = curve.peakHours();
        assertTrue(curve.at(peak) > curve.at(peak - 1e-3) && curve.at(peak) > curve.at(peak + 1e-3));
    }
}

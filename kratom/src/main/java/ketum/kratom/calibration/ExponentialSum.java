package ketum.kratom.calibration;

/**
 * A curve that is a sum of falling exponentials, {@code sum of coefficient[i] * exp(-rate[i] * t)}; t in h, rates per h. The closed form
 * of every linear compartment after a single dose.
 */
record ExponentialSum(double[] coefficient, double[] rate) {

    double at(double hours) {
        double sum = 0;
        for (int i = 0; i < rate.length; i++) {
            sum += coefficient[i] * StrictMath.exp(-rate[i] * hours);
        }
        return sum;
    }

    double slopeAt(double hours) {
        double sum = 0;
        for (int i = 0; i < rate.length; i++) {
            sum -= rate[i] * coefficient[i] * StrictMath.exp(-rate[i] * hours);
        }
        return sum;
    }

    double[] at(double[] hours) {
        double[] values = new double[hours.length];
        for (int i = 0; i < hours.length; i++) {
            values[i] = at(hours[i]);
        }
        return values;
    }

    ExponentialSum times(double factor) {
        double[] scaled = coefficient.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return new ExponentialSum(scaled, rate);
    }

    ExponentialSum plus(ExponentialSum other) {
        double[] coefficients = new double[rate.length + other.rate.length];
        double[] rates = new double[coefficients.length];
        System.arraycopy(coefficient, 0, coefficients, 0, rate.length);
        System.arraycopy(rate, 0, rates, 0, rate.length);
        System.arraycopy(other.coefficient, 0, coefficients, rate.length, other.rate.length);
        System.arraycopy(other.rate, 0, rates, rate.length, other.rate.length);
        return new ExponentialSum(coefficients, rates);
    }

    /**
     * The solution of {@code H' = this - lossRate * H, H(0) = 0}. A rate of this sum that equals {@code lossRate} to 1 part in 10^9 is
     * moved apart by 1 part in 10^8, where the closed form would otherwise divide by zero.
     */
    ExponentialSum intoCompartmentWithLoss(double lossRate) {
        double[] coefficients = new double[rate.length + 1];
        double[] rates = new double[rate.length + 1];
        for (int i = 0; i < rate.length; i++) {
            double own = apart(rate[i], lossRate);
            double part = coefficient[i] / (lossRate - own);
            coefficients[i] = part;
            rates[i] = own;
            coefficients[rate.length] -= part;
        }
        rates[rate.length] = lossRate;
        return new ExponentialSum(coefficients, rates);
    }

    static double apart(double rate, double from) {
        return StrictMath.abs(rate - from) < 1e-9 * from ? from * (1 + 1e-8) : rate;
    }

    /** Time in h of the only maximum of a curve that starts at 0, rises once and falls for ever; found by halving to the last bit. */
    double peakHours() {
        double below = 0;
        double above = 0.125;
        while (slopeAt(above) > 0 && above < 1e4) {
            below = above;
            above *= 2;
        }
        for (int i = 0; i < 60; i++) {
            double middle = (below + above) / 2;
            if (slopeAt(middle) > 0) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return (below + above) / 2;
    }
}

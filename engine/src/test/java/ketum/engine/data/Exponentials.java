package ketum.engine.data;

/**
 * What one unit given at once into a linear system is later: a sum of exponentials, weight·e^(-rate·t). All closed forms of the suite are
 * sums of it, independent of the engine.
 */
record Exponentials(double[] weights, double[] rates) {

    static Exponentials single(double rate) {
        return new Exponentials(new double[] {1}, new double[] {rate});
    }

    /** Central compartment after one unit into a gut. */
    static Exponentials absorbed(double ka, double k) {
        return new Exponentials(new double[] {ka / (ka - k), -ka / (ka - k)}, new double[] {k, ka});
    }

    /** Central compartment of two, after one unit into it. */
    static Exponentials twoCompartments(double k10, double k12, double k21) {
        double sum = k10 + k12 + k21;
        double root = Math.sqrt(sum * sum - 4 * k10 * k21);
        double fast = (sum + root) / 2;
        double slow = (sum - root) / 2;
        return new Exponentials(new double[] {(fast - k21) / (fast - slow), (k21 - slow) / (fast - slow)}, new double[] {fast, slow});
    }

    /** At a time since the dose; nothing before it. */
    double bolus(double since) {
        double sum = 0;
        for (int i = 0; i < rates.length && since >= 0; i++) {
            sum += weights[i] * StrictMath.exp(-rates[i] * since);
        }
        return sum;
    }

    /** At a time since the start of an infusion of one unit per time over a duration. */
    double infusion(double since, double duration) {
        double sum = 0;
        double given = StrictMath.min(since, duration);
        for (int i = 0; i < rates.length && since >= 0; i++) {
            sum += weights[i] / rates[i] * (StrictMath.exp(-rates[i] * (since - given)) - StrictMath.exp(-rates[i] * since));
        }
        return sum;
    }

    /** At a time since the last of endless doses of one unit. */
    double endlessBolus(double since, double interval) {
        double sum = 0;
        for (int i = 0; i < rates.length; i++) {
            sum += weights[i] * StrictMath.exp(-rates[i] * since) / (1 - StrictMath.exp(-rates[i] * interval));
        }
        return sum;
    }

    /** At a time since the start of the last of endless infusions of one unit per time, of any duration. */
    double endlessInfusion(double since, double interval, double duration) {
        double sum = 0;
        double last = since;
        while (last < duration) {
            sum += infusion(last, duration);
            last += interval;
        }
        for (int i = 0; i < rates.length; i++) {
            sum += weights[i] / rates[i] * StrictMath.exp(-rates[i] * last) * (StrictMath.exp(rates[i] * duration) - 1)
                    / (1 - StrictMath.exp(-rates[i] * interval));
        }
        return sum;
    }

    /** Under an endless input of one unit per time. */
    double endlessInput() {
        double sum = 0;
        for (int i = 0; i < rates.length; i++) {
            sum += weights[i] / rates[i];
        }
        return sum;
    }
}

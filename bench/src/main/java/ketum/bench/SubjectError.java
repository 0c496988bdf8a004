package ketum.bench;

import java.util.Arrays;

/**
 * How far a solution of K8 is from the exact one: per subject the greatest |difference| / (0.001 + |exact|) over all states and all
 * hours that are not hours of a dose (there the record jumps).
 *
 * @param worst  of all subjects
 * @param median of the subjects
 */
record SubjectError(double worst, double median) {

    private static final double FLOOR = 1e-3;

    /** Solutions of one subject: hour after hour, all states. NaN counts as infinitely wrong. */
    static double of(double[] exact, double[] found) {
        int states = K8Problem.STATES.size();
        double most = 0;
        for (int i = 0; i < exact.length; i++) {
            if (!K8Problem.isDoseHour(i / states)) {
                double error = Math.abs(found[i] - exact[i]) / (FLOOR + Math.abs(exact[i]));
                most = Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(most, error);
            }
        }
        return most;
    }

    static SubjectError over(double[] bySubject) {
        return new SubjectError(Arrays.stream(bySubject).max().orElseThrow(), Spread.median(bySubject));
    }
}

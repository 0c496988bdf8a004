package ketum.kratom.study;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Noncompartmental statistics of one plasma curve after a single extravascular dose at time 0 into a body that holds none of the
 * substance, as clinical reports tabulate them. Units are the caller's: concentrations in C, times in T, areas in C times T.
 *
 * <p>Rules, fixed before any model was fitted:
 * <ul>
 *   <li>values below the limit of quantification are dropped, wherever they stand; the curve starts at (0, 0);</li>
 *   <li>the area uses straight lines where the curve rises or stays level and logarithmic ones where it falls (linear up, log down);</li>
 *   <li>the terminal slope is the least-squares line of log concentration over the last {@value #TERMINAL_POINTS} quantifiable
 *       points, all of them after the highest; with fewer such points, or where that line does not fall, there is no half-life;</li>
 *   <li>the area to infinity adds the last quantifiable concentration over the terminal slope.</li>
 * </ul>
 *
 * @param cmax             highest quantifiable concentration
 * @param tmax             sampling time of the first value that reaches it
 * @param aucLast          area up to the last quantifiable value
 * @param aucInfinity      area to infinity, empty where there is no terminal slope
 * @param terminalHalfLife ln 2 over the terminal slope, empty where there is none
 */
public record NonCompartmental(double cmax, double tmax, double aucLast, OptionalDouble aucInfinity, OptionalDouble terminalHalfLife) {
    /** Points that the terminal line is drawn through. */
    public static final int TERMINAL_POINTS = 3;

    /**
     * The statistics of a sampled curve; empty where no value is quantifiable.
     *
     * @param times               sampling times after the dose, ascending, the first above 0
     * @param concentrations      one value per time
     * @param limitOfQuantification smallest value that counts, above 0
     * @throws IllegalArgumentException where lengths differ, times do not ascend from above 0, the limit is not above 0 or a value is not a number
     */
    public static Optional<NonCompartmental> of(double[] times, double[] concentrations, double limitOfQuantification) {
        check(times, concentrations, limitOfQuantification);
        double[] t = new double[times.length];
        double[] c = new double[times.length];
        int n = 0;
        for (int i = 0; i < times.length; i++) {
            if (concentrations[i] >= limitOfQuantification) {
                t[n] = times[i];
                c[n++] = concentrations[i];
            }
        }
        if (n == 0) {
            return Optional.empty();
        }
        int peak = 0;
        for (int i = 1; i < n; i++) {
            if (c[i] > c[peak]) {
                peak = i;
            }
        }
        double area = area(t, c, n);
        double slope = n - TERMINAL_POINTS > peak ? logSlope(t, c, n - TERMINAL_POINTS, n) : 0;
        if (!(slope < 0)) {
            return Optional.of(new NonCompartmental(c[peak], t[peak], area, OptionalDouble.empty(), OptionalDouble.empty()));
        }
        return Optional.of(new NonCompartmental(c[peak], t[peak], area, OptionalDouble.of(area - c[n - 1] / slope),
                OptionalDouble.of(-StrictMath.log(2) / slope)));
    }

    private static double area(double[] t, double[] c, int n) {
        double area = t[0] * c[0] / 2;
        for (int i = 1; i < n; i++) {
            double width = t[i] - t[i - 1];
            double fall = c[i - 1] - c[i];
            area += fall > 0 ? width * fall / StrictMath.log(c[i - 1] / c[i]) : width * (c[i - 1] + c[i]) / 2;
        }
        return area;
    }

    private static double logSlope(double[] t, double[] c, int from, int to) {
        double meanTime = 0;
        double meanLog = 0;
        for (int i = from; i < to; i++) {
            meanTime += t[i] / (to - from);
            meanLog += StrictMath.log(c[i]) / (to - from);
        }
        double covariance = 0;
        double variance = 0;
        for (int i = from; i < to; i++) {
            covariance += (t[i] - meanTime) * (StrictMath.log(c[i]) - meanLog);
            variance += (t[i] - meanTime) * (t[i] - meanTime);
        }
        return covariance / variance;
    }

    private static void check(double[] times, double[] concentrations, double limit) {
        if (times.length != concentrations.length) {
            throw new IllegalArgumentException(times.length + " times but " + concentrations.length + " concentrations");
        }
        if (!(limit > 0)) {
            throw new IllegalArgumentException("limit of quantification must be above 0, not " + limit);
        }
        double previous = 0;
        for (int i = 0; i < times.length; i++) {
            if (!(times[i] > previous)) {
                throw new IllegalArgumentException("sampling times must ascend from above 0: " + times[i] + " after " + previous);
            }
            if (Double.isNaN(concentrations[i])) {
                throw new IllegalArgumentException("the concentration at time " + times[i] + " is not a number");
            }
            previous = times[i];
        }
    }
}

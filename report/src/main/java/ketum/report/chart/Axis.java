package ketum.report.chart;

import java.util.ArrayList;
import java.util.List;
import ketum.report.text.Numbers;

/**
 * A linear axis.
 *
 * @param low   value at its start; @param high value at its end, above {@code low}
 * @param title what it measures, with the unit
 */
public record Axis(double low, double high, List<Tick> ticks, String title) {

    public record Tick(double value, String label) {}

    public Axis {
        if (!(high > low)) {
            throw new IllegalArgumentException("axis from " + low + " to " + high);
        }
        ticks = List.copyOf(ticks);
    }

    /** From zero to a round number not below {@code highest}, with at most seven ticks; from 0 to 1 where nothing is above zero. */
    public static Axis fromZero(double highest, String title) {
        return covering(0, highest, title);
    }

    /** Round numbers around {@code lowest} and {@code highest}. */
    public static Axis covering(double lowest, double highest, String title) {
        double low = Double.isFinite(lowest) ? lowest : 0;
        double high = Double.isFinite(highest) && highest > low ? highest : low + 1;
        double step = roundStep((high - low) / 5);
        double first = StrictMath.floor(low / step + 1e-9);
        double last = StrictMath.ceil(high / step - 1e-9);
        List<Tick> ticks = new ArrayList<>();
        for (double i = first; i <= last; i++) {
            ticks.add(new Tick(i * step, Numbers.significant(i * step, 6)));
        }
        return new Axis(first * step, last * step, ticks, title);
    }

    /** Smallest of 1, 2, 2.5 or 5 times a power of ten that is not below {@code raw}. */
    private static double roundStep(double raw) {
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(raw)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (factor * power >= raw * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}

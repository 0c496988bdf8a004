package ketum.report.chart;

import java.util.ArrayList;
import java.util.List;
import ketum.report.text.Times;

/** Time axes with labels as people say them: clock times in a day, days or weeks otherwise. All values are hours. */
public final class TimeAxis {
    private static final double DAY = 24;
    private static final double WEEK = 168;
    private static final double MONTH = 365.25 / 12 * 24;

    private TimeAxis() {}

    /** Hours after midnight. */
    public static Axis clock(double low, double high, String title) {
        double step = high - low > 36 ? 12 : 6;
        List<Axis.Tick> ticks = new ArrayList<>();
        for (double t = StrictMath.ceil(low / step) * step; t <= high + 1e-9; t += step) {
            ticks.add(new Axis.Tick(t, Times.clock(t).substring(0, 5)));
        }
        return new Axis(low, high, ticks, title);
    }

    /** Hours, days, weeks or months from a start at zero; negative values lie before it. The title tells the unit. */
    public static Axis elapsed(double low, double high, Titles titles) {
        double length = high - low;
        if (length <= 3 * DAY) {
            return ticked(low, high, 1, stepFor(length, 12, 6, 3), titles.hours());
        }
        if (length <= 5 * WEEK + 1) {
            return ticked(low, high, DAY, stepFor(length / DAY, 7, 3, 2, 1), titles.days());
        }
        if (length <= 30 * WEEK) {
            return ticked(low, high, WEEK, stepFor(length / WEEK, 4, 2, 1), titles.weeks());
        }
        return ticked(low, high, MONTH, stepFor(length / MONTH, 12, 6, 3, 2, 1), titles.months());
    }

    /** What the axis is called in each unit, for example "days after the last dose". */
    public record Titles(String hours, String days, String weeks, String months) {}

    private static double stepFor(double length, double... candidates) {
        double step = candidates[0];
        for (double candidate : candidates) {
            if (length / candidate <= 8) {
                step = candidate;
            }
        }
        while (length / step > 8) {
            step *= 2;
        }
        return step;
    }

    private static Axis ticked(double low, double high, double unit, double step, String title) {
        List<Axis.Tick> ticks = new ArrayList<>();
        double first = StrictMath.ceil(low / unit / step - 1e-9);
        double last = StrictMath.floor(high / unit / step + 1e-9);
        for (double i = first; i <= last; i++) {
            long label = StrictMath.round(StrictMath.abs(i * step));
            ticks.add(new Axis.Tick(i * step * unit, Long.toString(label)));
        }
        return new Axis(low, high, ticks, title);
    }
}

package ketum.report.html;

import java.util.Arrays;
import java.util.List;
import ketum.care.Assessment.Bands;
import ketum.care.Assessment.Interval;
import ketum.care.Assessment.Quantity;
import ketum.care.Assessment.Series;

/** Fractions as people read them: in percent. What is no bare number stays as it is. */
final class Percent {
    private Percent() {}

    static Series of(Series series) {
        return series.unit().equals("1") ? new Series(series.id(), series.label(), "%", series.timeH(), of(series.both()), of(series.people()), of(series.science()),
                series.sampled().stream().map(Percent::of).toList(), series.grade()) : series;
    }

    static List<Series> of(List<Series> series) {
        return series.stream().map(Percent::of).toList();
    }

    static Quantity of(Quantity quantity) {
        return quantity.unit().equals("1") ? new Quantity(quantity.id(), quantity.label(), "%", of(quantity.both()), of(quantity.people()), of(quantity.science()),
                quantity.grade()) : quantity;
    }

    private static Interval of(Interval interval) {
        return interval == null ? null : new Interval(interval.low() * 100, interval.median() * 100, interval.high() * 100);
    }

    private static Bands of(Bands bands) {
        return bands == null ? null : new Bands(of(bands.p05()), of(bands.p25()), of(bands.p50()), of(bands.p75()), of(bands.p95()));
    }

    private static double[] of(double[] values) {
        return Arrays.stream(values).map(value -> value * 100).toArray();
    }
}

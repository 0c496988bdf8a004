package ketum.report.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ketum.care.Assessment.Bands;
import ketum.care.Assessment.Interval;
import ketum.care.Assessment.Series;
import ketum.report.chart.Axis;
import ketum.report.chart.FanChart;
import ketum.report.chart.FanChart.Band;
import ketum.report.chart.FanChart.Look;
import ketum.report.chart.FanChart.Threshold;
import ketum.report.chart.Heading;
import ketum.report.markup.Markup;
import ketum.report.text.Phrases;
import ketum.report.text.Units;

/**
 * One curve with its spread. A clinician sees median and bands; a person sees single simulated curves inside the outer band,
 * because a smooth middle line reads like a promise. A second chart splits the spread into people and science.
 */
final class SeriesFigure {
    private static final int SAMPLES = 25;
    /** How far above the outer band single curves may stretch the axis. */
    private static final double BEYOND = 1.5;
    private static final double[] NO_MARKS = {};

    private final Page page;
    private final String id;
    private final Series series;
    private final TimeFrame frame;
    private double[] marks = NO_MARKS;
    private List<Threshold> thresholds = List.of();
    private String title;
    private boolean atEnd;

    SeriesFigure(Page page, String id, Series series, TimeFrame frame) {
        this.page = page;
        this.id = id.replaceAll("[^A-Za-z0-9_-]", "-");
        String label = "label." + series.id();
        this.title = Phrases.capital(page.texts().has(label) ? page.text(label) : series.label());
        this.series = series;
        this.frame = frame;
    }

    /** Marks the doses. */
    SeriesFigure doses(double[] timesH) {
        marks = timesH;
        return this;
    }

    SeriesFigure thresholds(List<Threshold> lines) {
        thresholds = lines;
        return this;
    }

    /** A fuller name than the curve's own, where several curves of that name stand on the page. */
    SeriesFigure titled(String fuller) {
        title = fuller;
        return this;
    }

    /** The summary speaks of the last value instead of the highest. */
    SeriesFigure summarisedAtEnd() {
        atEnd = true;
        return this;
    }

    void write() {
        if (Arrays.stream(series.both().p50()).noneMatch(Double::isFinite)) {
            page.paragraph(page.text("series.unknown", title));
            return;
        }
        if (series.timeH().length < 2) {
            // One point is no curve: its sentence says all there is.
            page.paragraph(summary());
            GradeBadge.write(page, series.grade());
            return;
        }
        Markup out = page.out();
        out.open("figure").element("figcaption", title);
        String summary = summary();
        out.add(main(summary)).element("p", summary, "class", "summary");
        GradeBadge.write(page, series.grade());
        if (series.people() != null && series.science() != null) {
            out.open("details").element("summary", page.text("split.heading"));
            out.add(split()).element("p", page.text("split.summary")).close();
        }
        out.open("details").element("summary", page.text("table.show"));
        TableBlock.write(page, SeriesTable.of(page, title, series, frame));
        out.close().close();
    }

    private Markup main(String summary) {
        Bands both = series.both();
        List<double[]> samples = page.clinician() ? List.of() : series.sampled().stream().limit(SAMPLES).toList();
        List<Band> bands = new ArrayList<>();
        bands.add(new Band(Look.OUTER, both.p05(), both.p95(), page.text("band.90")));
        Optional<FanChart.Line> middle = Optional.empty();
        if (page.clinician()) {
            bands.add(new Band(Look.INNER, both.p25(), both.p75(), page.text("band.50")));
            middle = Optional.of(new FanChart.Line(both.p50(), page.text("band.median")));
        }
        Axis vertical = value(List.of(both.p05(), both.p95()), samples);
        Heading heading = new Heading(id, title, page.text(page.clinician() || !samples.isEmpty() ? "chart.desc" : "chart.desc.band", samples.size(), summary));
        return new FanChart(heading, time(), vertical, series.timeH(), bands, middle, inside(vertical, samples), page.text("band.samples"), thresholds, marks,
                page.text("chart.dose")).svg();
    }

    private Markup split() {
        Bands people = series.people();
        Bands science = series.science();
        List<Band> bands = List.of(new Band(Look.PEOPLE, people.p05(), people.p95(), page.text("band.people")),
                new Band(Look.SCIENCE, science.p05(), science.p95(), page.text("band.science")));
        Heading heading = new Heading(id + "-split", page.text("split.title", title), page.text("split.desc"));
        return new FanChart(heading, time(), value(List.of(people.p05(), people.p95(), science.p05(), science.p95()), List.of()), series.timeH(), bands, Optional.empty(),
                List.of(), "", thresholds, marks, page.text("chart.dose")).svg();
    }

    private Axis time() {
        double[] t = series.timeH();
        double low = frame == TimeFrame.SINCE || frame == TimeFrame.PLAN ? StrictMath.min(0, t[0]) : t[0];
        return frame.axis(low, t[t.length - 1], page.texts());
    }

    /** Covers the bands, and single curves as far as they do not dwarf the bands. */
    private Axis value(List<double[]> bands, List<double[]> samples) {
        double lowest = StrictMath.min(0, StrictMath.max(edge(samples, -1), BEYOND * edge(bands, -1)));
        double highest = StrictMath.max(0, StrictMath.min(edge(samples, 1), BEYOND * edge(bands, 1)));
        return Axis.covering(StrictMath.min(lowest, edge(bands, -1)), StrictMath.max(highest, edge(bands, 1)), Units.shown(series.unit()));
    }

    /** The highest (sign 1, at least 0) or lowest (sign -1, at most 0) value of all curves. */
    private static double edge(List<double[]> curves, int sign) {
        return sign * curves.stream().flatMapToDouble(Arrays::stream).filter(Double::isFinite).map(value -> sign * value).filter(value -> value > 0).max().orElse(0);
    }

    /** What leaves the axis is cut off there, not drawn along its edge. */
    private static List<double[]> inside(Axis axis, List<double[]> samples) {
        return samples.stream().map(sample -> Arrays.stream(sample).map(value -> value > axis.high() || value < axis.low() ? Double.NaN : value).toArray()).toList();
    }

    private String summary() {
        Bands both = series.both();
        boolean falls = extreme(both.p50(), -1) < 0 && -extreme(both.p50(), -1) > extreme(both.p50(), 1);
        int at = atEnd ? series.timeH().length - 1 : indexOf(both.p50(), extreme(both.p50(), falls ? -1 : 1));
        Phrases phrases = page.phrases();
        String range = phrases.range(new Interval(both.p05()[at], both.p50()[at], both.p95()[at]), series.unit());
        String middle = phrases.value(both.p50()[at], series.unit());
        String time = frame.at(series.timeH()[at], page.texts());
        String key = atEnd ? "summary.now" : falls ? "summary.lowest" : frame == TimeFrame.DAY ? "summary.peak" : "summary.worst";
        return page.text(key, title, falls && frame == TimeFrame.DAY ? page.text("time.at", time) : time, range, middle);
    }

    /** The highest value (sign 1) or the lowest (sign -1). */
    private static double extreme(double[] values, int sign) {
        return sign * Arrays.stream(values).filter(Double::isFinite).map(value -> sign * value).max().orElse(Double.NaN);
    }

    private static int indexOf(double[] values, double value) {
        int at = 0;
        while (values[at] != value) {
            at++;
        }
        return at;
    }
}

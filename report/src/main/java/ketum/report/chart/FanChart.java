package ketum.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ketum.report.markup.Markup;

/**
 * Bands over time with, as the reader needs, a middle line or a sample of single curves.
 *
 * @param x          positions, increasing
 * @param bands      drawn in order, first at the back
 * @param middle     one line through the middle, where wanted
 * @param samples    single simulated curves, drawn thin
 * @param samplesLabel what the legend says of them; ignored without samples
 * @param thresholds horizontal lines with a name
 * @param marks      positions marked on the horizontal axis (doses), @param marksLabel what the marks are
 */
public record FanChart(Heading heading, Axis horizontal, Axis vertical, double[] x, List<Band> bands, Optional<Line> middle,
                       List<double[]> samples, String samplesLabel, List<Threshold> thresholds, double[] marks, String marksLabel) {
    private static final int POINTS = 160;

    /** How a band is drawn. People and science differ in pattern and edge, not only in colour. */
    public enum Look { OUTER, INNER, PEOPLE, SCIENCE }

    public record Band(Look look, double[] low, double[] high, String label) {}

    public record Line(double[] values, String label) {}

    public record Threshold(double value, String label) {}

    public Markup svg() {
        Plot plot = new Plot(horizontal, vertical);
        List<Legend> legends = legends();
        Markup svg = plot.begin(heading, legends);
        if (bands.stream().anyMatch(band -> band.look() == Look.SCIENCE)) {
            svg.open("defs").open("pattern", "id", hatch(), "width", "7", "height", "7", "patternUnits", "userSpaceOnUse", "patternTransform", "rotate(45)")
                    .empty("line", "class", "hatch", "x1", "0", "x2", "0", "y1", "0", "y2", "7").close().close();
        }
        double[] guide = bands.isEmpty() ? middle.map(Line::values).orElse(x) : bands.getFirst().high();
        int[] picked = Thinning.keepingExtremes(x.length, POINTS, guide);
        for (Band band : bands) {
            String area = Coordinates.area(plot, x, band.low(), band.high(), picked);
            switch (band.look()) {
                case OUTER -> svg.empty("path", "class", "outer", "d", area);
                case INNER -> svg.empty("path", "class", "inner", "d", area);
                case PEOPLE -> svg.empty("path", "class", "people", "d", area);
                case SCIENCE -> svg.empty("path", "class", "science", "fill", "url(#" + hatch() + ")", "d", area);
            }
        }
        for (Threshold threshold : shownThresholds()) {
            String y = Coordinates.of(plot.y(threshold.value()));
            svg.empty("line", "class", "threshold", "x1", Coordinates.of(Plot.LEFT), "x2", Coordinates.of(Plot.RIGHT), "y1", y, "y2", y);
        }
        for (double[] sample : samples) {
            svg.empty("path", "class", "path", "d", Coordinates.path(plot, x, sample, picked));
        }
        middle.ifPresent(line -> svg.empty("path", "class", "line s0", "d", Coordinates.path(plot, x, line.values(), picked)));
        for (Threshold threshold : shownThresholds()) {
            svg.element("text", threshold.label(), "class", "soft halo", "x", Coordinates.of(Plot.RIGHT - 3), "y", Coordinates.of(plot.y(threshold.value()) - 4),
                    "text-anchor", "end");
        }
        for (double mark : marks) {
            if (mark >= horizontal.low() && mark <= horizontal.high()) {
                svg.empty("path", "class", "dose", "d", triangle(plot.x(mark), Plot.BOTTOM));
            }
        }
        plot.end(svg, legends);
        return svg;
    }

    private List<Threshold> shownThresholds() {
        return thresholds.stream().filter(threshold -> threshold.value() < vertical.high() && threshold.value() > vertical.low()).toList();
    }

    private List<Legend> legends() {
        List<Legend> legends = new ArrayList<>();
        middle.ifPresent(line -> legends.add(new Legend(Legend.line("line s0"), line.label())));
        for (Band band : bands.reversed()) {
            legends.add(new Legend(switch (band.look()) {
                case OUTER -> Legend.box("outer");
                case INNER -> Legend.box("inner");
                case PEOPLE -> Legend.box("people");
                case SCIENCE -> Legend.box("science", "url(#" + hatch() + ")");
            }, band.label()));
        }
        if (!samples.isEmpty()) {
            legends.add(new Legend(Legend.line("path"), samplesLabel));
        }
        if (marks.length > 0) {
            legends.add(new Legend((svg, y) -> svg.empty("path", "class", "dose", "d", triangle(21, y + 6)), marksLabel));
        }
        return legends;
    }

    private String hatch() {
        return heading.id() + "-hatch";
    }

    static String triangle(double x, double base) {
        return "M" + Coordinates.of(x) + " " + Coordinates.of(base - 11) + "L" + Coordinates.of(x - 6) + " " + Coordinates.of(base) + "L"
                + Coordinates.of(x + 6) + " " + Coordinates.of(base) + "Z";
    }
}

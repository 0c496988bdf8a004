package ketum.report.chart;

import java.util.ArrayList;
import java.util.List;
import ketum.report.markup.Markup;

/** Several curves over the same axis, each with its own colour and dash; up to eight. */
public record LineChart(Heading heading, Axis horizontal, Axis vertical, List<Curve> curves, double[] marks, String marksLabel) {
    private static final int POINTS = 240;
    private static final int STYLES = 8;

    public record Curve(double[] x, double[] y, String label) {}

    public LineChart {
        if (curves.size() > STYLES) {
            throw new IllegalArgumentException(curves.size() + " curves cannot be told apart; at most " + STYLES);
        }
        curves = List.copyOf(curves);
    }

    public Markup svg() {
        Plot plot = new Plot(horizontal, vertical);
        List<Legend> legends = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            legends.add(new Legend(Legend.line("line s" + i), curves.get(i).label()));
        }
        if (marks.length > 0) {
            legends.add(new Legend((svg, y) -> svg.empty("path", "class", "dose", "d", FanChart.triangle(21, y + 6)), marksLabel));
        }
        Markup svg = plot.begin(heading, legends);
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            int[] picked = Thinning.keepingExtremes(curve.x().length, POINTS, curve.y());
            svg.empty("path", "class", "line s" + i, "d", Coordinates.path(plot, curve.x(), curve.y(), picked));
        }
        for (double mark : marks) {
            if (mark >= horizontal.low() && mark <= horizontal.high()) {
                svg.empty("path", "class", "dose", "d", FanChart.triangle(plot.x(mark), Plot.BOTTOM));
            }
        }
        plot.end(svg, legends);
        return svg;
    }
}

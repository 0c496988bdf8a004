package ketum.report.chart;

import java.util.List;
import ketum.report.markup.Markup;

/** A value that holds until the next step, such as the daily amount of a plan. The last level is drawn to the end of the axis. */
public record StepChart(Heading heading, Axis horizontal, Axis vertical, List<Step> steps) {

    /** From {@code at} on, {@code level}. */
    public record Step(double at, double level) {}

    public StepChart {
        steps = List.copyOf(steps);
    }

    public Markup svg() {
        Plot plot = new Plot(horizontal, vertical);
        Markup svg = plot.begin(heading, List.of());
        StringBuilder path = new StringBuilder();
        for (Step step : steps) {
            String x = Coordinates.of(plot.x(step.at()));
            String y = Coordinates.of(plot.y(step.level()));
            path.append(path.isEmpty() ? "M" + x + " " + y : "H" + x + "V" + y);
        }
        path.append('H').append(Coordinates.of(Plot.RIGHT));
        svg.empty("path", "class", "line s0", "d", path.toString());
        plot.end(svg, List.of());
        return svg;
    }
}

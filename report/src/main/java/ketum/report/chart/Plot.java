package ketum.report.chart;

import java.util.List;
import ketum.report.markup.Markup;

/**
 * The frame that the curve charts share: plotting area, axes, grid, legend below. Drawn 440 units wide; the height follows the
 * legend. Writing the frame first and the curves afterwards keeps grid lines behind them.
 */
final class Plot {
    static final double WIDTH = 440;
    static final double LEFT = 58;
    static final double RIGHT = 424;
    static final double TOP = 32;
    static final double BOTTOM = 232;
    private static final double LEGEND_TOP = 290;
    static final double LINE_HEIGHT = 22;
    /** Width of a character at 17 units, on the generous side. */
    static final double CHARACTER = 9.3;

    private final Axis horizontal;
    private final Axis vertical;

    Plot(Axis horizontal, Axis vertical) {
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    double x(double value) {
        double within = StrictMath.min(horizontal.high(), StrictMath.max(horizontal.low(), value));
        return LEFT + (within - horizontal.low()) / (horizontal.high() - horizontal.low()) * (RIGHT - LEFT);
    }

    double y(double value) {
        double within = StrictMath.min(vertical.high(), StrictMath.max(vertical.low(), value));
        return BOTTOM - (within - vertical.low()) / (vertical.high() - vertical.low()) * (BOTTOM - TOP);
    }

    /** Opens the svg element, with title and description; the caller closes it. */
    static Markup begin(Heading heading, double height) {
        String title = heading.id() + "-title";
        String description = heading.id() + "-desc";
        return new Markup()
                .open("svg", "class", "chart", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 440 " + Coordinates.of(height), "role", "img",
                        "aria-labelledby", title + " " + description)
                .element("title", heading.title(), "id", title)
                .element("desc", heading.description(), "id", description);
    }

    Markup begin(Heading heading, List<Legend> legends) {
        Markup svg = begin(heading, LEGEND_TOP + Legend.height(legends));
        for (Axis.Tick tick : vertical.ticks()) {
            String y = Coordinates.of(y(tick.value()));
            svg.empty("line", "class", "grid", "x1", Coordinates.of(LEFT), "x2", Coordinates.of(RIGHT), "y1", y, "y2", y);
            svg.element("text", tick.label(), "x", Coordinates.of(LEFT - 7), "y", Coordinates.of(y(tick.value()) + 6), "text-anchor", "end");
        }
        if (vertical.low() < 0 && vertical.high() > 0) {
            String zero = Coordinates.of(y(0));
            svg.empty("line", "class", "axis", "x1", Coordinates.of(LEFT), "x2", Coordinates.of(RIGHT), "y1", zero, "y2", zero);
        }
        svg.element("text", vertical.title(), "x", "4", "y", "16", "class", "soft");
        return svg;
    }

    /** The horizontal axis and the legend; written after the curves so that the axis lies on top. */
    void end(Markup svg, List<Legend> legends) {
        String base = Coordinates.of(BOTTOM);
        svg.empty("line", "class", "axis", "x1", Coordinates.of(LEFT), "x2", Coordinates.of(RIGHT), "y1", base, "y2", base);
        for (Axis.Tick tick : horizontal.ticks()) {
            double x = x(tick.value());
            svg.empty("line", "class", "axis", "x1", Coordinates.of(x), "x2", Coordinates.of(x), "y1", base, "y2", Coordinates.of(BOTTOM + 6));
            double half = tick.label().length() * CHARACTER / 2;
            double shown = StrictMath.min(x, WIDTH - half);
            svg.element("text", tick.label(), "x", Coordinates.of(shown), "y", Coordinates.of(BOTTOM + 23), "text-anchor", "middle");
        }
        svg.element("text", horizontal.title(), "x", Coordinates.of((LEFT + RIGHT) / 2), "y", Coordinates.of(BOTTOM + 45), "text-anchor", "middle",
                "class", "soft");
        double y = LEGEND_TOP;
        for (Legend legend : legends) {
            y = legend.draw(svg, y);
        }
        svg.close();
    }
}

package ketum.report.chart;

import java.util.List;
import java.util.stream.Stream;
import ketum.report.markup.Markup;

/**
 * Ranges on one scale, a row each: a thin bar with a dot for both kinds of spread together, beneath it where wanted a solid bar for
 * what differs between people and a broken bar for what science does not know.
 */
public record IntervalChart(Heading heading, Axis horizontal, List<Row> rows, Words words) {
    private static final double SPLIT_HEIGHT = 86;
    private static final double PLAIN_HEIGHT = 58;

    /** A range with its middle. */
    public record Range(double low, double middle, double high) {
        boolean known() {
            return Double.isFinite(low) && Double.isFinite(high);
        }
    }

    /** @param people and @param science may be null together: then only {@code both} is drawn */
    public record Row(String label, Range both, Range people, Range science) {
        boolean split() {
            return people != null && science != null;
        }
    }

    /** What the legend calls the three bars, and what stands where a range is not known. */
    public record Words(String both, String people, String science, String unknown) {}

    public Markup svg() {
        List<Legend> legends = legends();
        double bottom = 12 + rows.stream().mapToDouble(row -> row.split() ? SPLIT_HEIGHT : PLAIN_HEIGHT).sum();
        double legendTop = bottom + 54;
        Markup svg = Plot.begin(heading, legendTop + Legend.height(legends));
        for (Axis.Tick tick : horizontal.ticks()) {
            String x = Coordinates.of(x(tick.value()));
            svg.empty("line", "class", "grid", "x1", x, "x2", x, "y1", "4", "y2", Coordinates.of(bottom));
            svg.element("text", tick.label(), "x", x, "y", Coordinates.of(bottom + 20), "text-anchor", "middle");
        }
        double y = 12;
        for (Row row : rows) {
            svg.element("text", row.label(), "x", "8", "y", Coordinates.of(y + 14));
            bar(svg, row.both(), y + 32, "bar-both");
            if (row.split()) {
                bar(svg, row.people(), y + 49, "bar-people");
                bar(svg, row.science(), y + 63, "bar-science");
            }
            if (row.both().known() && Double.isFinite(row.both().middle())) {
                svg.empty("circle", "class", "dot", "cx", Coordinates.of(x(row.both().middle())), "cy", Coordinates.of(y + 32), "r", "6");
            } else {
                svg.element("text", words.unknown(), "class", "soft", "x", "8", "y", Coordinates.of(y + 37));
            }
            y += row.split() ? SPLIT_HEIGHT : PLAIN_HEIGHT;
        }
        svg.element("text", horizontal.title(), "class", "soft", "x", "220", "y", Coordinates.of(bottom + 42), "text-anchor", "middle");
        double top = legendTop;
        for (Legend legend : legends) {
            top = legend.draw(svg, top);
        }
        return svg.close();
    }

    private List<Legend> legends() {
        Legend both = new Legend(Legend.line("bar-both"), words.both());
        boolean split = rows.stream().anyMatch(Row::split);
        return split
                ? Stream.of(both, new Legend(Legend.line("bar-people"), words.people()), new Legend(Legend.line("bar-science"), words.science())).toList()
                : List.of(both);
    }

    private void bar(Markup svg, Range range, double y, String look) {
        if (range.known()) {
            svg.empty("line", "class", look, "x1", Coordinates.of(x(range.low())), "x2", Coordinates.of(StrictMath.max(x(range.high()), x(range.low()) + 2)),
                    "y1", Coordinates.of(y), "y2", Coordinates.of(y));
        }
    }

    private double x(double value) {
        double within = StrictMath.min(horizontal.high(), StrictMath.max(horizontal.low(), value));
        return 20 + (within - horizontal.low()) / (horizontal.high() - horizontal.low()) * 400;
    }
}

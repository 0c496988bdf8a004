package ketum.report.chart;

import java.util.ArrayList;
import java.util.List;
import ketum.report.markup.Markup;

/** One entry of a legend: a swatch drawn like the thing it names, and the name, wrapped to the width of the chart. */
record Legend(Swatch swatch, String label) {
    private static final int CHARACTERS = 42;
    private static final double TEXT_LEFT = 46;

    /** Draws itself with its middle at the given height, from 4 to 38 units across. */
    @FunctionalInterface
    interface Swatch {
        void draw(Markup svg, double y);
    }

    static Swatch line(String classes) {
        return (svg, y) -> svg.empty("line", "class", classes, "x1", "4", "x2", "38", "y1", Coordinates.of(y), "y2", Coordinates.of(y));
    }

    static Swatch box(String classes) {
        return box(classes, null);
    }

    static Swatch box(String classes, String fill) {
        return (svg, y) -> {
            String[] attributes = {"class", classes, "x", "4", "y", Coordinates.of(y - 7), "width", "34", "height", "14"};
            if (fill != null) {
                attributes = java.util.stream.Stream.concat(java.util.Arrays.stream(attributes), java.util.stream.Stream.of("fill", fill))
                        .toArray(String[]::new);
            }
            svg.empty("rect", attributes);
        };
    }

    static double height(List<Legend> legends) {
        return legends.stream().mapToDouble(legend -> legend.lines().size() * Plot.LINE_HEIGHT + 3).sum() + 4;
    }

    /** Draws the entry with its top at {@code y} and returns the top of the next one. */
    double draw(Markup svg, double y) {
        swatch.draw(svg, y + 9);
        double baseline = y + 15;
        for (String line : lines()) {
            svg.element("text", line, "x", Coordinates.of(TEXT_LEFT), "y", Coordinates.of(baseline));
            baseline += Plot.LINE_HEIGHT;
        }
        return y + lines().size() * Plot.LINE_HEIGHT + 3;
    }

    private List<String> lines() {
        return wrap(label, CHARACTERS);
    }

    static List<String> wrap(String text, int characters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > characters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}

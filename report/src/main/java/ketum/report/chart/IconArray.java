package ketum.report.chart;

import java.util.ArrayList;
import java.util.List;
import ketum.report.markup.Markup;

/**
 * One hundred people in ten rows of ten, each drawn in the shape and colour of its category.
 *
 * @param groups in order of severity; {@code count}s add up to 100
 */
public record IconArray(Heading heading, List<Group> groups) {
    private static final double PITCH = 31;
    private static final double TOP = 20;
    private static final double LEFT = 81;

    /** The five shapes, least to most severe; named as in the style sheet. */
    public enum Shape { NONE, MILD, MODERATE, MODERATELY_SEVERE, SEVERE }

    /** @param label with the number and its range, as the legend shows it */
    public record Group(Shape shape, int count, String label) {}

    public IconArray {
        groups = List.copyOf(groups);
        int total = groups.stream().mapToInt(Group::count).sum();
        if (total != 100) {
            throw new IllegalArgumentException("counts add up to " + total + ", not 100");
        }
    }

    /**
     * Whole numbers that add up to 100 in the proportions of {@code shares}: largest remainder, ties to the earlier one. All zero
     * shares are an {@link IllegalArgumentException}.
     */
    public static int[] outOf100(double[] shares) {
        double total = 0;
        for (double share : shares) {
            if (!(share >= 0)) {
                throw new IllegalArgumentException("share " + share);
            }
            total += share;
        }
        if (!(total > 0)) {
            throw new IllegalArgumentException("no share above zero");
        }
        int[] counts = new int[shares.length];
        double[] remainders = new double[shares.length];
        int left = 100;
        for (int i = 0; i < shares.length; i++) {
            double exact = shares[i] / total * 100;
            counts[i] = (int) StrictMath.floor(exact);
            remainders[i] = exact - counts[i];
            left -= counts[i];
        }
        for (; left > 0; left--) {
            int largest = 0;
            for (int i = 1; i < remainders.length; i++) {
                if (remainders[i] > remainders[largest] + 1e-9) {
                    largest = i;
                }
            }
            counts[largest]++;
            remainders[largest] = -1;
        }
        return counts;
    }

    public Markup svg() {
        List<Legend> legends = new ArrayList<>();
        for (Group group : groups) {
            legends.add(new Legend((svg, y) -> draw(svg, group.shape(), 21, y), group.label()));
        }
        double legendTop = TOP + 10 * PITCH + 6;
        Markup svg = Plot.begin(heading, legendTop + Legend.height(legends));
        int person = 0;
        for (Group group : groups) {
            for (int i = 0; i < group.count(); i++, person++) {
                draw(svg, group.shape(), LEFT + person % 10 * PITCH, TOP + person / 10 * PITCH);
            }
        }
        double y = legendTop;
        for (Legend legend : legends) {
            y = legend.draw(svg, y);
        }
        return svg.close();
    }

    private static void draw(Markup svg, Shape shape, double x, double y) {
        switch (shape) {
            case NONE -> circle(svg, "none", x, y, 9);
            case MILD -> {
                circle(svg, "mild", x, y, 9);
                circle(svg, "moderate", x, y, 2.5);
            }
            case MODERATE -> circle(svg, "moderate", x, y, 9);
            case MODERATELY_SEVERE -> svg.empty("rect", "class", "moderately_severe", "x", Coordinates.of(x - 9), "y", Coordinates.of(y - 9), "width", "18",
                    "height", "18");
            case SEVERE -> svg.empty("path", "class", "severe", "d", "M" + Coordinates.of(x) + " " + Coordinates.of(y - 11) + "L" + Coordinates.of(x + 11) + " "
                    + Coordinates.of(y) + "L" + Coordinates.of(x) + " " + Coordinates.of(y + 11) + "L" + Coordinates.of(x - 11) + " " + Coordinates.of(y) + "Z");
        }
    }

    private static void circle(Markup svg, String look, double x, double y, double radius) {
        svg.empty("circle", "class", look, "cx", Coordinates.of(x), "cy", Coordinates.of(y), "r", Coordinates.of(radius));
    }
}

package ketum.report.html;

import java.util.ArrayList;
import java.util.List;
import ketum.care.interaction.InteractionAnswer;
import ketum.care.interaction.InteractionPair;
import ketum.kratom.interaction.Interval;
import ketum.report.chart.Axis;
import ketum.report.chart.Heading;
import ketum.report.chart.IntervalChart;
import ketum.report.markup.Markup;
import ketum.report.text.Numbers;

/** How many times as much of a medicine is in the blood, a row for each pair with a number, on a scale of doublings; the same numbers in a table. */
final class RatioFigure {
    private static final double[] TICKS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200};
    /** So many ticks fit without touching. */
    private static final int MOST_TICKS = 7;
    private static final int LONGEST_LABEL = 44;

    private RatioFigure() {}

    static void write(Markup out, InteractionAnswer answer) {
        List<InteractionPair> pairs = answer.pairs().stream().filter(pair -> pair.ratio().isPresent()).toList();
        if (pairs.isEmpty()) {
            return;
        }
        String title = "How much is in the blood, as a multiple of the medicine alone";
        List<IntervalChart.Row> rows = pairs.stream().map(pair -> {
            Interval ratio = pair.ratio().orElseThrow();
            return new IntervalChart.Row(label(pair), new IntervalChart.Range(StrictMath.log(ratio.low()), StrictMath.log(ratio.median()), StrictMath.log(ratio.high())), null, null);
        }).toList();
        IntervalChart chart = new IntervalChart(new Heading("chart-ratios", title, "For each pair with a number: the middle and the range in which 90 of 100 studies would lie."), axis(pairs), rows,
                new IntervalChart.Words("middle and 90 % range", "", "", "not known"));
        out.open("section", "id", "ratios", "aria-labelledby", "ratios-heading").element("h2", "What was computed or measured", "id", "ratios-heading");
        out.open("figure").element("figcaption", title).add(chart.svg());
        out.element("p", "1 is no change. A range that holds 1 leaves the direction open.", "class", "summary");
        out.open("details").element("summary", "Show the numbers");
        out.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", title).open("table").open("thead").open("tr");
        List.of("Changed, and by what", "Middle", "Range").forEach(column -> out.element("th", column, "scope", "col"));
        out.close().close().open("tbody");
        for (InteractionPair pair : pairs) {
            Interval ratio = pair.ratio().orElseThrow();
            out.open("tr").element("th", whole(pair), "scope", "row").element("td", number(ratio.median())).element("td", number(ratio.low()) + " to " + number(ratio.high())).close();
        }
        out.close().close().close().close().close().close();
    }

    private static String whole(InteractionPair pair) {
        return pair.second() + " with " + pair.first();
    }

    private static String label(InteractionPair pair) {
        String whole = whole(pair);
        return whole.length() <= LONGEST_LABEL ? whole : whole.substring(0, LONGEST_LABEL - 1) + "\u2026";
    }

    private static String number(double value) {
        return Numbers.significant(value, 2);
    }

    /** From the tick below the lowest range to the one above the highest, and at least from a half to two. */
    private static Axis axis(List<InteractionPair> pairs) {
        double lowest = Math.min(0.5, pairs.stream().mapToDouble(pair -> pair.ratio().orElseThrow().low()).min().orElseThrow());
        double highest = Math.max(2, pairs.stream().mapToDouble(pair -> pair.ratio().orElseThrow().high()).max().orElseThrow());
        int first = 0;
        while (first < TICKS.length - 1 && TICKS[first + 1] <= lowest) {
            first++;
        }
        int last = TICKS.length - 1;
        while (last > 0 && TICKS[last - 1] >= highest) {
            last--;
        }
        List<Axis.Tick> ticks = new ArrayList<>();
        boolean wide = last - first + 1 > MOST_TICKS;
        for (int i = first; i <= last; i++) {
            boolean power = StrictMath.abs(StrictMath.log10(TICKS[i]) - StrictMath.rint(StrictMath.log10(TICKS[i]))) < 1e-9;
            if (!wide || power || i == first || i == last) {
                ticks.add(new Axis.Tick(StrictMath.log(TICKS[i]), TICKS[i] < 1 ? Double.toString(TICKS[i]) : Integer.toString((int) TICKS[i])));
            }
        }
        return new Axis(StrictMath.log(TICKS[first]), StrictMath.log(TICKS[last]), ticks, "times as much (1 = no change)");
    }
}

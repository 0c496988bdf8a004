package ketum.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ketum.care.Assessment.Interval;
import ketum.care.Assessment.ScaleForecast;
import ketum.report.chart.DataTable;
import ketum.report.chart.Heading;
import ketum.report.chart.IconArray;
import ketum.report.chart.IconArray.Group;
import ketum.report.chart.IconArray.Shape;
import ketum.report.text.Numbers;

/** Of 100 people, how many fall into each category at their peak, each with its range; a category the model cannot produce is named, not drawn. */
final class PeakShares {
    private PeakShares() {}

    static void write(Page page, ScaleForecast forecast) {
        if (forecast.shareOf100().isEmpty()) {
            page.paragraph(page.text("withdrawal.array.nobands", forecast.scale()));
            return;
        }
        List<Shape> known = new ArrayList<>();
        List<Double> medians = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            Optional<Interval> share = share(forecast.shareOf100(), shape);
            if (share.isPresent()) {
                known.add(shape);
                medians.add(StrictMath.max(0, share.get().median()));
            } else if (forecast.shareOf100().containsKey(key(shape))) {
                missing.add(page.text("withdrawal.array.unknown", category(page, shape)));
            }
        }
        if (medians.stream().mapToDouble(Double::doubleValue).sum() <= 0) {
            page.paragraph(page.text("withdrawal.array.insufficient"));
            return;
        }
        int[] counts = IconArray.outOf100(medians.stream().mapToDouble(Double::doubleValue).toArray());
        List<Group> groups = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            Interval share = share(forecast.shareOf100(), known.get(i)).orElseThrow();
            String low = Numbers.fixed(share.low(), 0);
            String high = Numbers.fixed(share.high(), 0);
            groups.add(new Group(known.get(i), counts[i], page.text("withdrawal.array.group", category(page, known.get(i)), counts[i], low, high)));
            rows.add(List.of(category(page, known.get(i)), page.text("withdrawal.array.row", counts[i]), page.text("withdrawal.array.row.range", low, high)));
        }
        String title = page.text("withdrawal.array") + " (" + forecast.scale() + ")";
        String summary = page.text("withdrawal.array.summary", counts[0], category(page, known.getFirst()).toLowerCase(Locale.ROOT), atLeastModerate(known, counts));
        IconArray chart = new IconArray(new Heading("chart-shares-" + forecast.scale(), title, page.text("withdrawal.array.desc") + " " + summary), groups);
        DataTable table = new DataTable(page.text("table.caption", title), List.of(page.text("column.category"), page.text("withdrawal.array.number.column"),
                page.text("withdrawal.array.range.column")), rows);
        page.paragraph(page.text("withdrawal.array.intro"));
        FigureBlock.write(page, title, chart.svg(), summary, Optional.of(forecast.grade()), table);
        missing.forEach(page::paragraph);
    }

    private static int atLeastModerate(List<Shape> shapes, int[] counts) {
        int total = 0;
        for (int i = 0; i < counts.length; i++) {
            total += shapes.get(i).compareTo(Shape.MODERATE) >= 0 ? counts[i] : 0;
        }
        return total;
    }

    private static String category(Page page, Shape shape) {
        return page.text("category." + key(shape));
    }

    private static String key(Shape shape) {
        return shape.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Interval> share(Map<String, Optional<Interval>> shares, Shape shape) {
        return shares.getOrDefault(key(shape), Optional.empty());
    }
}

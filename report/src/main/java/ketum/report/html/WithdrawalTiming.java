package ketum.report.html;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ketum.care.Assessment.Interval;
import ketum.care.Assessment.Quantity;
import ketum.care.Assessment.ScaleForecast;
import ketum.report.chart.DataTable;
import ketum.report.chart.Heading;
import ketum.report.chart.IntervalChart;
import ketum.report.chart.IntervalChart.Range;
import ketum.report.chart.IntervalChart.Row;

/** When it starts, peaks and ends, with the two layers of spread apart, and how high it goes. */
final class WithdrawalTiming {
    private WithdrawalTiming() {}

    static void write(Page page, ScaleForecast forecast) {
        String title = page.text("withdrawal.when") + " (" + forecast.scale() + ")";
        List<Row> rows = List.of(row(page, "withdrawal.onset", forecast.onsetH()), row(page, "withdrawal.peak_time", forecast.peakH()),
                row(page, "withdrawal.end", forecast.endH()));
        double longest = Stream.of(forecast.onsetH(), forecast.peakH(), forecast.endH()).mapToDouble(quantity -> quantity.both().high())
                .filter(Double::isFinite).max().orElse(1);
        List<Quantity> quantities = List.of(forecast.onsetH(), forecast.peakH(), forecast.endH(), forecast.peak());
        if (rows.stream().noneMatch(row -> Double.isFinite(row.both().middle()))) {
            TableBlock.write(page, table(page, title, quantities));
            return;
        }
        IntervalChart chart = new IntervalChart(new Heading("chart-when-" + forecast.scale(), title, page.text("withdrawal.when.desc")),
                TimeFrame.SINCE.axis(0, longest * 1.02, page.texts()), rows, words(page));
        boolean few = forecast.scale().equals("COWS") && forecast.shareOf100().getOrDefault("none", Optional.empty()).filter(none -> none.median() >= 50).isPresent();
        String summary = (few ? page.text("withdrawal.few") + " " : "") + page.text("withdrawal.when.summary", page.phrases().full(forecast.onsetH()), page.phrases().full(forecast.peakH()),
                page.phrases().full(forecast.endH()));
        FigureBlock.write(page, title, chart.svg(), summary, Optional.of(forecast.grade()), table(page, title, quantities));
    }

    static void peak(Page page, ScaleForecast forecast) {
        QuantityTable.write(page, page.text("withdrawal.peak") + " (" + forecast.scale() + ")", List.of(forecast.peak()));
    }

    static IntervalChart.Words words(Page page) {
        return new IntervalChart.Words(page.text("band.both"), page.text("band.people"), page.text("band.science"), page.text("unknown"));
    }

    static Range range(Interval interval) {
        return interval == null ? null : new Range(interval.low(), interval.median(), interval.high());
    }

    private static Row row(Page page, String key, Quantity quantity) {
        return new Row(page.text(key), range(quantity.both()), range(quantity.people()), range(quantity.science()));
    }

    private static DataTable table(Page page, String title, List<Quantity> quantities) {
        List<String> columns = List.of(page.text("column.what"), page.text("column.about"), page.text("band.both"), page.text("band.people"),
                page.text("band.science"));
        return new DataTable(page.text("table.caption", title), columns, quantities.stream().map(quantity -> List.of(quantity.label(),
                page.phrases().middle(quantity), page.phrases().range(quantity), layer(page, quantity.people(), quantity), layer(page, quantity.science(),
                        quantity))).toList());
    }

    private static String layer(Page page, Interval interval, Quantity quantity) {
        return interval == null ? page.text("unknown") : page.phrases().range(interval, quantity.unit());
    }
}

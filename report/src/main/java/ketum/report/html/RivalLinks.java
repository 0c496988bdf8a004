package ketum.report.html;

import java.util.List;
import java.util.Optional;
import ketum.care.Assessment.LinkForecast;
import ketum.report.chart.DataTable;
import ketum.report.chart.Heading;
import ketum.report.chart.IntervalChart;
import ketum.report.chart.IntervalChart.Row;

/** The forecast under each rival explanation, side by side. */
final class RivalLinks {
    private RivalLinks() {}

    static void write(Page page, List<LinkForecast> links) {
        if (links.isEmpty()) {
            return;
        }
        String title = page.text("withdrawal.links");
        page.out().element("h3", title);
        page.paragraph(page.text("withdrawal.links.intro"));
        page.out().open("ul");
        links.forEach(link -> page.out().open("li").element("strong", link.label() + ": ").text(link.explanation()).close());
        page.out().close();
        double longest = links.stream().mapToDouble(link -> link.peakH().high()).filter(Double::isFinite).max().orElse(1);
        if (links.stream().noneMatch(link -> Double.isFinite(link.peakH().median()))) {
            TableBlock.write(page, table(page, links));
            return;
        }
        List<Row> rows = links.stream().map(link -> new Row(link.label(), WithdrawalTiming.range(link.peakH()), null, null)).toList();
        String chartTitle = page.text("withdrawal.links.chart");
        IntervalChart chart = new IntervalChart(new Heading("chart-links", chartTitle, page.text("withdrawal.links.desc")),
                TimeFrame.SINCE.axis(0, longest * 1.02, page.texts()), rows, WithdrawalTiming.words(page));
        double earliest = links.stream().mapToDouble(link -> link.peakH().median()).filter(Double::isFinite).min().orElse(Double.NaN);
        double latest = links.stream().mapToDouble(link -> link.peakH().median()).filter(Double::isFinite).max().orElse(Double.NaN);
        String summary = page.text("withdrawal.links.summary", page.phrases().value(earliest, "h"), page.phrases().value(latest, "h"));
        FigureBlock.write(page, chartTitle, chart.svg(), summary, Optional.empty(), table(page, links));
    }

    private static DataTable table(Page page, List<LinkForecast> links) {
        List<String> columns = List.of(page.text("withdrawal.links.column"), page.text("withdrawal.onset"), page.text("withdrawal.peak_time"),
                page.text("withdrawal.peak"), page.text("withdrawal.end"));
        return new DataTable(page.text("withdrawal.links"), columns, links.stream().map(link -> List.of(link.label(),
                page.phrases().full(link.onsetH(), "h"), page.phrases().full(link.peakH(), "h"),
                page.phrases().cell(link.peak(), "points"), page.phrases().full(link.endH(), "h"))).toList());
    }
}

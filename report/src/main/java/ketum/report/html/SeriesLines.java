package ketum.report.html;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ketum.care.Assessment.Series;
import ketum.report.chart.Axis;
import ketum.report.chart.DataTable;
import ketum.report.chart.Heading;
import ketum.report.chart.LineChart;
import ketum.report.chart.Thinning;
import ketum.report.text.Numbers;
import ketum.report.text.Units;

/** The medians of several curves of one unit together; for clinicians, each curve's spread is shown beside it. */
final class SeriesLines {
    private static final int MOST = 8;

    private SeriesLines() {}

    static void write(Page page, String id, String title, List<Series> all, TimeFrame frame, double[] doses) {
        List<Series> series = all.stream().limit(MOST).toList();
        if (series.size() < 2) {
            return;
        }
        Series first = series.getFirst();
        double[] t = first.timeH();
        double highest = series.stream().flatMapToDouble(one -> java.util.Arrays.stream(one.both().p50())).filter(Double::isFinite).max().orElse(1);
        Series strongest = series.stream().max(java.util.Comparator.comparingDouble(SeriesLines::peak)).orElse(first);
        String summary = page.text("lines.summary", ketum.report.text.Phrases.capital(strongest.label()),
                page.phrases().value(peak(strongest), strongest.unit()));
        List<LineChart.Curve> curves = series.stream().map(one -> new LineChart.Curve(one.timeH(), one.both().p50(), one.label())).toList();
        LineChart chart = new LineChart(new Heading(id, title, summary), frame.axis(t[0], t[t.length - 1], page.texts()),
                Axis.fromZero(highest, Units.shown(first.unit())), curves, doses, page.text("chart.dose"));
        FigureBlock.write(page, page.text("lines.title", title), chart.svg(), summary, Optional.empty(), table(page, title, series, frame));
    }

    private static double peak(Series series) {
        return java.util.Arrays.stream(series.both().p50()).filter(Double::isFinite).max().orElse(0);
    }

    private static DataTable table(Page page, String title, List<Series> series, TimeFrame frame) {
        Series first = series.getFirst();
        List<String> columns = java.util.stream.Stream.concat(java.util.stream.Stream.of(page.text("column.time")), series.stream().map(Series::label)).toList();
        List<List<String>> rows = java.util.Arrays.stream(Thinning.evenly(first.timeH().length, SeriesTable.ROWS, first.both().p50()))
                .mapToObj(i -> java.util.stream.Stream.concat(java.util.stream.Stream.of(frame.cell(first.timeH()[i], page.texts())),
                        series.stream().map(one -> Numbers.significant(one.both().p50()[i], SeriesTable.DIGITS))).collect(Collectors.toList()))
                .toList();
        return new DataTable(page.text("table.caption", title), columns, rows);
    }
}

package ketum.report.html;

import java.util.ArrayList;
import java.util.List;
import ketum.care.Assessment.Bands;
import ketum.care.Assessment.Series;
import ketum.report.chart.DataTable;
import ketum.report.chart.Thinning;
import ketum.report.text.Numbers;
import ketum.report.text.Units;

/** The numbers of a curve at up to twenty-six times (a day: every hour, and the peak), three significant digits. */
final class SeriesTable {
    static final int ROWS = 26;
    static final int DIGITS = 3;

    private SeriesTable() {}

    static DataTable of(Page page, String title, Series series, TimeFrame frame) {
        Bands both = series.both();
        List<String> columns = new ArrayList<>(List.of(page.text("column.time")));
        List<double[]> values = new ArrayList<>();
        add(columns, values, page.text("column.low"), both.p05());
        if (page.clinician()) {
            add(columns, values, "p25", both.p25());
        }
        add(columns, values, page.text("column.middle"), both.p50());
        if (page.clinician()) {
            add(columns, values, "p75", both.p75());
        }
        add(columns, values, page.text("column.high"), both.p95());
        if (page.clinician()) {
            layer(columns, values, "people", series.people());
            layer(columns, values, "science", series.science());
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i : Thinning.evenly(series.timeH().length, ROWS, both.p50())) {
            List<String> row = new ArrayList<>(List.of(frame.cell(series.timeH()[i], page.texts())));
            values.forEach(value -> row.add(Numbers.significant(value[i], DIGITS)));
            rows.add(row);
        }
        String unit = Units.shown(series.unit());
        return new DataTable(page.text("table.caption", title + (unit.isEmpty() ? "" : " (" + unit + ")")), columns, rows);
    }

    private static void layer(List<String> columns, List<double[]> values, String name, Bands bands) {
        if (bands != null) {
            add(columns, values, name + " p05", bands.p05());
            add(columns, values, name + " p95", bands.p95());
        }
    }

    private static void add(List<String> columns, List<double[]> values, String column, double[] series) {
        columns.add(column);
        values.add(series);
    }
}

package ketum.report.chart;

import java.util.List;

/** The numbers behind a chart, as text. The first column names the row. */
public record DataTable(String caption, List<String> columns, List<List<String>> rows) {
    public DataTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("a row of table '" + caption + "' does not have " + width + " cells");
        }
    }
}

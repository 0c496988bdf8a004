package ketum.report.html;

import java.util.ArrayList;
import java.util.List;
import ketum.care.Assessment.Interval;
import ketum.care.Assessment.Quantity;
import ketum.report.chart.DataTable;

/** Single numbers side by side; a clinician also sees both layers of spread, the weakest link and the source keys. */
final class QuantityTable {
    private QuantityTable() {}

    static void write(Page page, String caption, List<Quantity> quantities) {
        if (quantities.isEmpty()) {
            return;
        }
        List<String> columns = new ArrayList<>(List.of(page.text("column.what"), page.text("column.about"), page.text("column.range")));
        if (page.clinician()) {
            columns.addAll(List.of(page.text("column.people"), page.text("column.science")));
        }
        columns.add(page.text("column.sure"));
        if (page.clinician()) {
            columns.addAll(List.of(page.text("grade.weakest"), page.text("column.sources")));
        }
        List<List<String>> rows = quantities.stream().map(quantity -> row(page, quantity)).toList();
        TableBlock.write(page, new DataTable(caption, columns, rows));
    }

    private static List<String> row(Page page, Quantity quantity) {
        List<String> row = new ArrayList<>(List.of(ketum.report.text.Phrases.capital(quantity.label()), page.phrases().middle(quantity), page.phrases().range(quantity)));
        if (page.clinician()) {
            row.add(layer(page, quantity.people(), quantity.unit()));
            row.add(layer(page, quantity.science(), quantity.unit()));
        }
        row.add(GradeBadge.cell(page, quantity.grade()));
        if (page.clinician()) {
            row.add(quantity.grade().weakestLink());
            row.add(String.join(", ", quantity.grade().sources()));
        }
        return row;
    }

    private static String layer(Page page, Interval interval, String unit) {
        return interval == null ? page.text("unknown") : page.phrases().range(interval, unit);
    }
}

package ketum.report.html;

import java.util.List;
import ketum.report.chart.DataTable;
import ketum.report.markup.Markup;

/** A table with caption and scopes; it scrolls inside itself on a narrow screen, reachable by keyboard. */
final class TableBlock {
    private TableBlock() {}

    static void write(Page page, DataTable table) {
        Markup out = page.out();
        out.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", table.caption());
        out.open("table").element("caption", table.caption()).open("thead").open("tr");
        for (String column : table.columns()) {
            out.element("th", column, "scope", "col");
        }
        out.close().close().open("tbody");
        for (List<String> row : table.rows()) {
            out.open("tr").element("th", row.getFirst(), "scope", "row");
            row.stream().skip(1).forEach(cell -> out.element("td", cell));
            out.close();
        }
        out.close().close().close();
    }
}

package ketum.report.html;

import java.util.Optional;
import ketum.care.Assessment.Grade;
import ketum.report.chart.DataTable;
import ketum.report.markup.Markup;

/** A chart with its name, its one-sentence summary, how sure it is, and its numbers. */
final class FigureBlock {
    private FigureBlock() {}

    static void write(Page page, String title, Markup svg, String summary, Optional<Grade> grade, DataTable table) {
        Markup out = page.out();
        out.open("figure").element("figcaption", title).add(svg).element("p", summary, "class", "summary");
        grade.ifPresent(value -> GradeBadge.write(page, value));
        out.open("details").element("summary", page.text("table.show"));
        TableBlock.write(page, table);
        out.close().close();
    }
}

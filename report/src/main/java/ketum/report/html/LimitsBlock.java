package ketum.report.html;

import ketum.care.Assessment.Limits;
import ketum.report.chart.DataTable;
import ketum.report.markup.Markup;
import ketum.report.text.Numbers;
import java.util.List;

/** What is not known and what would settle it; what the model cannot do; which inputs are unconfirmed. */
final class LimitsBlock {
    private LimitsBlock() {}

    static void write(Page page) {
        Limits limits = page.assessment().limits();
        Markup out = page.out();
        SectionFrame.open(page, "limits");
        if (!limits.unknowns().isEmpty()) {
            TableBlock.write(page, new DataTable(page.text("limits.unknowns"),
                    List.of(page.text("limits.unknowns.column"), page.text("limits.strength"), page.text("limits.study")),
                    limits.unknowns().stream().map(unknown -> List.of(unknown.label(), Numbers.fixed(page.clinician() ? unknown.rankCorrelation()
                            : StrictMath.abs(unknown.rankCorrelation()), 2), unknown.studyThatWouldSettleIt())).toList()));
        }
        if (!limits.statements().isEmpty()) {
            out.element("h3", page.text("limits.statements")).open("ul");
            limits.statements().forEach(limit -> out.element("li", page.choose(limit.person(), limit.clinician())));
            out.close();
        }
        if (!limits.unconfirmed().isEmpty()) {
            out.element("h3", page.text("limits.unconfirmed"));
            page.paragraph(page.text("limits.unconfirmed.intro"));
            out.open("details").element("summary", page.text("table.show"));
            TableBlock.write(page, new DataTable(page.text("limits.unconfirmed"), List.of(page.text("limits.unconfirmed.column"),
                    page.text("limits.unconfirmed.note")), limits.unconfirmed().stream().map(input -> List.of(input.table() + ": " + input.id() + ", "
                            + input.quantity(), input.note())).toList()));
            out.close();
        }
        out.close();
    }
}

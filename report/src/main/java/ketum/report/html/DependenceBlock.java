package ketum.report.html;

import java.util.List;
import ketum.care.Assessment.DependenceFinding;
import ketum.care.Assessment.PersonFactor;
import ketum.report.chart.DataTable;
import ketum.report.text.Numbers;

/** Tolerance over months, adaptation, and the factors of the person that moved the forecast. */
final class DependenceBlock {
    private DependenceBlock() {}

    static void write(Page page) {
        SectionFrame.write(page, "dependence", page.assessment().dependence(), dependence -> present(page, dependence));
    }

    private static void present(Page page, DependenceFinding dependence) {
        page.paragraph(page.text("dependence.intro"));
        page.paragraph(page.choose(dependence.statementPerson(), dependence.statementClinician()));
        new SeriesFigure(page, "chart-tolerance", dependence.tolerance(), TimeFrame.BEFORE).summarisedAtEnd().write();
        QuantityTable.write(page, page.text("dependence.tolerance.now"),
                page.clinician() ? List.of(dependence.toleranceNow(), dependence.adaptation()) : List.of(dependence.toleranceNow()));
        factors(page, dependence.factors());
        GradeBadge.write(page, dependence.grade());
    }

    private static void factors(Page page, List<PersonFactor> factors) {
        if (factors.isEmpty()) {
            return;
        }
        List<List<String>> rows = factors.stream().map(factor -> List.of(factor.label(),
                page.clinician() ? "× " + Numbers.significant(factor.multiplier(), 3) : page.text(factor.multiplier() < 1 ? "factor.harder" : factor.multiplier() > 1
                        ? "factor.easier" : "factor.same"),
                page.text(factor.applied() ? "dependence.factor.applied" : "dependence.factor.not_applied"),
                GradeBadge.cell(page, factor.grade()))).toList();
        TableBlock.write(page, new DataTable(page.text("dependence.factors"),
                List.of(page.text("column.what"), page.text("factor.effect"), page.text("factor.used"), page.text("column.sure")), rows));
    }
}

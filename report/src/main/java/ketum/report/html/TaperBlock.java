package ketum.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ketum.care.Assessment.Stage;
import ketum.care.Assessment.Taper;
import ketum.care.Assessment.TaperFinding;
import ketum.report.chart.Axis;
import ketum.report.chart.DataTable;
import ketum.report.chart.FanChart.Threshold;
import ketum.report.chart.Heading;
import ketum.report.chart.StepChart;
import ketum.report.markup.Markup;
import ketum.report.text.Numbers;

/** The fixed ways to reduce, side by side: a table, then amount and worst score for each. Drafts, never an instruction. */
final class TaperBlock {
    private static final String POINTS = "points";

    private TaperBlock() {}

    static void write(Page page) {
        SectionFrame.write(page, "tapers", page.assessment().tapers(), tapers -> present(page, tapers));
    }

    private static void present(Page page, TaperFinding tapers) {
        if (tapers.forClinician()) {
            page.out().element("p", page.text("tapers.clinician"), "class", "strong");
        }
        page.paragraph(page.text("tapers.intro"));
        page.paragraph(page.choose(tapers.statementPerson(), tapers.statementClinician()));
        compare(page, tapers.options());
        double most = tapers.options().stream().flatMap(taper -> taper.stages().stream()).mapToDouble(TaperBlock::daily).max().orElse(1);
        for (Taper taper : tapers.options()) {
            Markup out = page.out();
            out.open("article", "class", "taper").element("h3", taper.label());
            page.paragraph(taper.explanation());
            out.open("div", "class", "multiples");
            amount(page, taper, most);
            new SeriesFigure(page, "chart-taper-" + taper.id() + "-worst", taper.dailyWorst(), TimeFrame.PLAN)
                    .titled(page.text("tapers.worst") + ": " + taper.label())
                    .thresholds(List.of(new Threshold(5, page.text("category.mild")), new Threshold(13, page.text("category.moderate")))).write();
            out.close().close();
        }
    }

    private static void compare(Page page, List<Taper> options) {
        List<String> columns = new ArrayList<>(List.of(page.text("tapers.plan"), page.text("tapers.days"), page.text("tapers.total"), page.text("tapers.peak"),
                page.text("tapers.mild")));
        if (page.clinician()) {
            columns.add(page.text("tapers.excess"));
        }
        columns.add(page.text("column.sure"));
        List<List<String>> rows = options.stream().map(taper -> {
            List<String> row = new ArrayList<>(List.of(taper.label(), Integer.toString(taper.days()), Numbers.readable(taper.totalGrams()) + " g",
                    page.phrases().cell(taper.peak().both(), POINTS), page.phrases().cell(taper.daysMild().both(), "d")));
            if (page.clinician()) {
                row.add(page.phrases().cell(taper.excess().both(), POINTS));
            }
            row.add(GradeBadge.cell(page, taper.peak().grade()));
            return row;
        }).toList();
        TableBlock.write(page, new DataTable(page.text("tapers.compare"), columns, rows));
    }

    private static void amount(Page page, Taper taper, double most) {
        String title = page.text("tapers.amount");
        String first = taper.stages().isEmpty() ? "0" : Numbers.significant(daily(taper.stages().getFirst()), 3);
        String summary = taper.days() <= 1 ? page.text("tapers.summary.at_once", taper.label())
                : page.text("tapers.summary.amount", taper.label(), first, taper.amountUnit(), taper.days());
        double end = StrictMath.max(taper.days(), 1) * 24.0;
        double shown = taper.dailyWorst().timeH().length == 0 ? end : StrictMath.max(end, taper.dailyWorst().timeH()[taper.dailyWorst().timeH().length - 1]);
        StepChart chart = new StepChart(new Heading(("chart-taper-" + taper.id() + "-amount").replaceAll("[^A-Za-z0-9_-]", "-"), title + ": " + taper.label(),
                page.text("tapers.amount.desc") + " " + summary), TimeFrame.PLAN.axis(0, shown, page.texts()), Axis.fromZero(most, taper.amountUnit()),
                taper.stages().stream().map(stage -> new StepChart.Step(stage.startDay() * 24.0, daily(stage))).toList());
        List<List<String>> rows = taper.stages().stream().map(stage -> List.of(Integer.toString(stage.startDay() + 1),
                Numbers.significant(stage.perDose(), 3) + " " + taper.amountUnit(), Integer.toString(stage.perDay()))).toList();
        FigureBlock.write(page, title + ": " + taper.label(), chart.svg(), summary, Optional.empty(), new DataTable(page.text("table.caption", title + ", " + taper.label()),
                List.of(page.text("tapers.stage.day"), page.text("tapers.stage.amount"), page.text("tapers.stage.count")), rows));
    }

    private static double daily(Stage stage) {
        return stage.perDose() * stage.perDay();
    }
}

package ketum.report.html;

import java.util.List;
import ketum.care.Assessment.ScaleForecast;
import ketum.care.Assessment.Section;
import ketum.care.Assessment.Series;
import ketum.care.Assessment.WithdrawalFinding;
import ketum.report.chart.FanChart.Threshold;
import ketum.report.markup.Markup;
import ketum.report.text.Numbers;

/** What stopping today would be like. The warning about lost tolerance stands here whether or not there is a forecast. */
final class WithdrawalBlock {
    private WithdrawalBlock() {}

    static void write(Page page) {
        Section<WithdrawalFinding> section = page.assessment().withdrawalIfStopped();
        SectionFrame.open(page, "withdrawal");
        page.out().element("p", page.text("withdrawal.safety"), "class", "safety");
        SectionFrame.body(page, section, finding -> present(page, finding));
        page.out().close();
    }

    private static void present(Page page, WithdrawalFinding finding) {
        Markup out = page.out();
        page.paragraph(page.choose(finding.statementPerson(), finding.statementClinician()));
        for (ScaleForecast forecast : finding.scales()) {
            boolean cows = forecast.scale().equals("COWS");
            out.element("h3", page.text(cows ? "withdrawal.course" : "withdrawal.course.self"));
            page.paragraph(page.text(cows ? "withdrawal.intro" : "withdrawal.sows", Numbers.fixed(forecast.maximum(), 0)));
            out.open("div", "class", "multiples");
            new SeriesFigure(page, "chart-" + forecast.scale(), forecast.series(), TimeFrame.SINCE).thresholds(cows ? cowsLines(page) : List.of()).write();
            WithdrawalTiming.write(page, forecast);
            out.close();
            WithdrawalTiming.peak(page, forecast);
            PeakShares.write(page, forecast);
        }
        multiples(page, "withdrawal.domains", "domain", finding.domains());
        multiples(page, "withdrawal.tail", "tail", List.of(finding.tail()));
        RivalLinks.write(page, finding.links());
    }

    private static void multiples(Page page, String heading, String id, List<Series> series) {
        if (series.isEmpty()) {
            return;
        }
        page.out().element("h3", page.text(heading)).open("div", "class", "multiples");
        series.forEach(one -> new SeriesFigure(page, "chart-" + id + "-" + one.id(), one, TimeFrame.SINCE).write());
        page.out().close();
    }

    private static List<Threshold> cowsLines(Page page) {
        return List.of(new Threshold(5, page.text("category.mild")), new Threshold(13, page.text("category.moderate")),
                new Threshold(25, page.text("category.moderately_severe")), new Threshold(37, page.text("category.severe")));
    }
}

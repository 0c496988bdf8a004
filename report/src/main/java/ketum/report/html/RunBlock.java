package ketum.report.html;

import java.util.List;
import ketum.care.Assessment.Run;
import ketum.report.chart.DataTable;
import ketum.report.text.Numbers;

/** How it was computed: what was assumed, then a sentence for a person, every setting for a clinician. */
final class RunBlock {
    private RunBlock() {}

    static void write(Page page) {
        Run run = page.assessment().run();
        SectionFrame.open(page, "run");
        page.assessment().notices().stream().filter(notice -> !notice.first()).forEach(notice -> page.paragraph(page.choose(notice.person(), notice.clinician())));
        if (page.clinician()) {
            TableBlock.write(page, new DataTable(page.text("run.settings"), List.of(page.text("run.setting"), page.text("run.value")), List.of(
                    List.of(page.text("run.twins"), Integer.toString(run.twins())),
                    List.of(page.text("run.failed"), Integer.toString(run.failedTwins())),
                    List.of(page.text("run.seed"), Long.toString(run.seed())),
                    List.of(page.text("run.relative"), Numbers.significant(run.relativeTolerance(), 3)),
                    List.of(page.text("run.absolute"), run.absoluteTolerance()),
                    List.of(page.text("run.history"), Integer.toString(run.simulatedHistoryDays())))));
        } else {
            page.paragraph(page.text("run.person", run.twins(), run.failedTwins()));
        }
        page.out().close();
    }
}

package ketum.report.html;

import java.util.List;
import ketum.care.Assessment.Entered;
import ketum.care.Assessment.NowFinding;
import ketum.report.text.Numbers;
import ketum.report.text.Times;

/** The score expected at this hour beside the one entered; an entered score never softens anything else. */
final class NowBlock {
    private NowBlock() {}

    static void write(Page page) {
        SectionFrame.write(page, "now", page.assessment().now(), now -> present(page, now));
    }

    private static void present(Page page, NowFinding now) {
        page.paragraph(page.text("now.hours", Times.duration(now.hoursSinceLastDose())));
        QuantityTable.write(page, page.text("now.expected"), List.of(now.expectedCows(), now.expectedSows()));
        now.entered().ifPresent(entered -> entered(page, entered));
    }

    private static void entered(Page page, Entered entered) {
        page.out().element("p", page.text("now.entered", entered.scale(), Numbers.fixed(entered.value(), 1)), "class", "strong");
        if (entered.outside90()) {
            page.out().element("p", page.text("now.outside"), "class", "strong");
        }
        page.paragraph(entered.statement());
        page.paragraph(page.text("now.no_downgrade"));
    }
}

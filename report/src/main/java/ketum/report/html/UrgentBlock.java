package ketum.report.html;

import java.util.Comparator;
import java.util.List;
import ketum.care.Assessment.Urgent;
import ketum.report.markup.Markup;

/** What to act on, most urgent first; the level stands in words, not in colour alone. */
final class UrgentBlock {
    private UrgentBlock() {}

    static void write(Page page) {
        Markup out = page.out();
        out.open("section", "id", "urgent", "class", page.assessment().urgent().isEmpty() ? "urgent calm" : "urgent", "aria-labelledby", "urgent-heading")
                .element("h2", page.text("urgent.heading"), "id", "urgent-heading");
        List<Urgent> urgent = page.assessment().urgent().stream().sorted(Comparator.comparing(Urgent::level)).toList();
        if (urgent.isEmpty()) {
            out.element("p", page.text("urgent.none"));
        } else {
            out.open("ul");
            for (Urgent item : urgent) {
                String level = item.level().name().toLowerCase(java.util.Locale.ROOT);
                out.open("li", "class", level).element("strong", page.text("level." + level) + ":", "class", "level").text(" ");
                out.text(page.choose(item.person(), item.clinician()));
                if (page.clinician()) {
                    out.text(" ").element("span", page.phrases().letter(item.grade()), "class", "badge");
                    SourceKeys.write(page, item.sources());
                }
                out.close();
            }
            out.close();
        }
        out.close();
    }
}

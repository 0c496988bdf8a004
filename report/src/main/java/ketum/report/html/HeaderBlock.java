package ketum.report.html;

import java.util.List;
import ketum.care.Assessment.Notice;
import ketum.care.Case;
import ketum.report.markup.Markup;

/** Title, what the report is about, and the notices that must be read before anything else. */
final class HeaderBlock {
    private HeaderBlock() {}

    static void write(Page page) {
        Markup out = page.out();
        Case input = page.assessment().input();
        out.open("header").open("div", "class", "bar").element("h1", page.text("title"));
        out.element("p", InputBlock.products(input) + " · " + input.place() + " · " + input.date(), "class", "about").close();
        List<Notice> first = page.assessment().notices().stream().filter(Notice::first).toList();
        if (!first.isEmpty()) {
            out.open("div", "class", "notices", "role", "note", "aria-label", page.text("notices.heading"));
            for (Notice notice : first) {
                out.element("p", page.choose(notice.person(), notice.clinician()));
            }
            out.close();
        }
        out.close();
    }
}

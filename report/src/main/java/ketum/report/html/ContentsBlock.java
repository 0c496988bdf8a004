package ketum.report.html;

import java.util.List;
import ketum.report.markup.Markup;

/** Links to the sections. */
final class ContentsBlock {
    private static final List<String> SECTIONS = List.of("input", "reading", "product", "exposure", "receptors", "effects", "dependence", "withdrawal", "now", "tapers", "options", "claims",
            "limits", "sources");

    private ContentsBlock() {}

    static void write(Page page) {
        Markup out = page.out();
        out.open("nav", "aria-label", page.text("contents")).open("ul");
        for (String section : SECTIONS) {
            if (section.equals("claims") && page.assessment().claims().isEmpty()) {
                continue;
            }
            out.open("li").element("a", page.text(section + ".heading"), "href", "#" + section).close();
        }
        out.close().close();
    }
}

package ketum.report.html;

import java.util.List;
import ketum.report.markup.Markup;

/** What the letters and the curves mean, once, before the first of them. */
final class ReadingBlock {
    private ReadingBlock() {}

    static void write(Page page) {
        Markup out = page.out();
        SectionFrame.open(page, "reading");
        page.paragraph(page.text("reading.curves"));
        page.paragraph(page.text("reading.layers"));
        page.paragraph(page.text("reading.grades"));
        out.open("dl", "class", "grades");
        for (String letter : List.of("A", "B", "C", "D")) {
            out.open("div").open("dt").element("b", letter, "class", "badge").close().element("dd", page.phrases().letter(letter).substring(3)).close();
        }
        out.close().close();
    }
}

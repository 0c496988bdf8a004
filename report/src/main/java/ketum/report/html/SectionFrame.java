package ketum.report.html;

import java.util.List;
import java.util.function.Consumer;
import ketum.care.Assessment.Section;
import ketum.report.markup.Markup;

/** Heading and frame of a section; where there is no result it says why, and nothing else. */
final class SectionFrame {
    private SectionFrame() {}

    static <T> void write(Page page, String id, Section<T> section, Consumer<T> body) {
        open(page, id);
        body(page, section, body);
        page.out().close();
    }

    /** The body alone, for a section that says something in any case. */
    static <T> void body(Page page, Section<T> section, Consumer<T> body) {
        switch (section) {
            case Section.Present<T>(T value) -> body.accept(value);
            case Section.Insufficient<T>(String reason, List<String> sources) -> absent(page, "insufficient", reason, sources);
            case Section.Withheld<T>(String reason, List<String> sources) -> absent(page, "withheld", reason, sources);
        }
    }

    static void open(Page page, String id) {
        page.out().open("section", "id", id, "aria-labelledby", id + "-heading").element("h2", page.text(id + ".heading"), "id", id + "-heading");
    }

    private static void absent(Page page, String status, String reason, List<String> sources) {
        Markup out = page.out();
        out.open("div", "class", "absent " + status).open("p").element("strong", page.text("section." + status)).text(" ").text(reason).close();
        SourceKeys.write(page, sources);
        out.close();
    }
}

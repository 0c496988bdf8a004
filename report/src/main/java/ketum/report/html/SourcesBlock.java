package ketum.report.html;

import ketum.care.Assessment.Source;
import ketum.report.markup.Markup;

/** The sources. Addresses are text, not links, so that the page never leads a reader online by accident. */
final class SourcesBlock {
    private SourcesBlock() {}

    static void write(Page page) {
        Markup out = page.out();
        SectionFrame.open(page, "sources");
        out.open("ul", "class", "sources");
        for (Source source : page.assessment().sources()) {
            out.open("li", "id", SourceKeys.anchor(source.key())).element("b", source.key()).text(" ").text(source.citation()).text(" ")
                    .element("span", source.address(), "class", "address").close();
        }
        out.close().close();
    }
}

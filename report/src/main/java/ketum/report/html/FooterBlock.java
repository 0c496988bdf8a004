package ketum.report.html;

import ketum.care.Assessment.Versions;
import ketum.report.markup.Markup;

/** Help once more, what this is meant for, and the versions. */
final class FooterBlock {
    private FooterBlock() {}

    static void write(Page page) {
        Markup out = page.out();
        Versions versions = page.assessment().versions();
        out.open("footer");
        HelpBlock.write(page, "help-again");
        out.open("section", "id", "purpose", "aria-labelledby", "purpose-heading").element("h2", page.text("footer.heading"), "id", "purpose-heading");
        out.element("p", page.text("purpose"));
        out.element("p", page.text("footer.versions", versions.software(), versions.model(), versions.data(), versions.schema()), "class", "versions");
        out.close().close();
    }
}

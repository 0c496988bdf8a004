package ketum.report.html;

import ketum.care.Assessment.HelpLine;
import ketum.report.markup.Markup;

/** Whom to call: the same box after the urgent part and in the footer of every report. */
final class HelpBlock {
    private HelpBlock() {}

    /** @param id also says which heading it has: the second box must be told apart by ear */
    static void write(Page page, String id) {
        Markup out = page.out();
        out.open("section", "id", id, "class", "help", "aria-labelledby", id + "-heading").element("h2", page.text(id + ".heading"), "id", id + "-heading");
        out.element("p", page.text("help.emergency"));
        if (page.assessment().help().isEmpty()) {
            out.element("p", page.text("help.none"), "class", "strong");
        } else {
            out.open("ul");
            for (HelpLine line : page.assessment().help()) {
                out.open("li").element("strong", line.name()).text(": ").element("a", line.number(), "class", "number", "href", telephone(line.number()));
                out.text(" ").element("span", line.what()).text(" ").element("small", page.text("help.checked", line.checked()) + " (" + line.country() + ")");
                if (line.stale()) {
                    out.text(" ").element("strong", page.text("help.stale"), "class", "alarm");
                }
                out.close();
            }
            out.close();
        }
        out.close();
    }

    /** A link that a phone can dial; it fetches nothing. */
    static String telephone(String number) {
        return "tel:" + number.replaceAll("[^0-9+*#]", "");
    }
}

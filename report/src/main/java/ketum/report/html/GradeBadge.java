package ketum.report.html;

import ketum.care.Assessment.Grade;
import ketum.report.markup.Markup;

/** How sure: direction, size and weakest link. Each letter has a word with it; {@link ReadingBlock} says what they mean. */
final class GradeBadge {
    private GradeBadge() {}

    static void write(Page page, Grade grade) {
        Markup out = page.out();
        out.open("p", "class", "grade").text(page.text("grade.heading") + " ");
        letter(page, "grade.direction", grade.direction());
        letter(page, "grade.size", grade.size());
        out.text(page.text("grade.weakest") + ": " + grade.weakestLink() + ".");
        SourceKeys.write(page, grade.sources());
        out.close();
    }

    /** For a table cell: the grade of the size for a person, direction and size for a clinician. */
    static String cell(Page page, Grade grade) {
        if (!page.clinician()) {
            return page.phrases().shortLetter(grade.size());
        }
        return grade.direction().equals(grade.size()) ? grade.size() : grade.direction() + " / " + grade.size();
    }

    private static void letter(Page page, String key, String letter) {
        page.out().open("span", "class", "together").text(page.text(key) + " ").element("b", page.phrases().shortLetter(letter), "class", "badge").text(";").close()
                .text(" ");
    }
}

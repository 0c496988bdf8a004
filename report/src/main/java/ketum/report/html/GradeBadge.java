package ketum.report.html;

import ketum.care.Assessment.Grade;
import ketum.report.markup.Markup;

/** How sure: direction, size and weakest link, in words beside the letters. */
final class GradeBadge {
    private GradeBadge() {}

    static void write(Page page, Grade grade) {
        Markup out = page.out();
        out.open("p", "class", "grade").element("span", page.text("grade.heading"), "class", "lead").text(" ");
        letter(page, "grade.direction", grade.direction());
        letter(page, "grade.size", grade.size());
        item(page, "grade.weakest", grade.weakestLink());
        SourceKeys.write(page, grade.sources());
        out.close();
    }

    /** For a table cell: the grade of the size for a person, direction and size for a clinician. */
    static String cell(Page page, Grade grade) {
        String size = page.phrases().shortLetter(grade.size());
        String direction = page.phrases().shortLetter(grade.direction());
        return page.clinician() && !direction.equals(size) ? direction + " / " + size : size;
    }

    private static void item(Page page, String key, String value) {
        page.out().text(page.text(key) + ": ").element("b", value).text(". ");
    }

    /** The letter in a frame, its meaning beside it. */
    private static void letter(Page page, String key, String letter) {
        String words = page.phrases().letter(letter);
        int comma = words.indexOf(", ");
        page.out().text(page.text(key) + ": ");
        if (comma == 1) {
            page.out().element("b", words.substring(0, 1), "class", "badge").text(" " + words.substring(3) + ". ");
        } else {
            page.out().element("b", words, "class", "badge").text(". ");
        }
    }
}

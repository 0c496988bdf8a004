package ketum.care.article;

import java.util.List;
import java.util.regex.Pattern;

/** Words that stand together, on one line and with single spaces. */
record Paragraph(boolean heading, String text) {

    /** Control and invisible signs, and every kind of space. */
    private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s\\u00a0\\u2000-\\u200b\\u202f\\u3000]+");

    /** No paragraph of an article is longer; what is longer is cut, so that no pattern runs for ever on it. */
    static final int LONGEST = 20_000;

    static String cut(String raw) {
        return raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
    }

    static void add(List<Paragraph> paragraphs, boolean heading, String raw) {
        String text = BLANKS.matcher(cut(raw)).replaceAll(" ").strip();
        if (!text.isEmpty()) {
            paragraphs.add(new Paragraph(heading, text));
        }
    }
}

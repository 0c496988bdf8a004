package ketum.care.article;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Parts paragraphs into sentences. Not safe between threads. */
final class Sentences {

    /** A full stop after these does not end a sentence. */
    private static final Pattern ABBREVIATED = Pattern.compile(
            ".*(?:^|[\\s(])(?:e\\.g|i\\.e|etc|vs|approx|no|fig|dr|mr|mrs|ms|prof|st|jr|al|ca|u\\.s|u\\.k|d\\.c|[A-Z])\\.[\"')]?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern WORDS = Pattern.compile(".*\\p{L}{2}.*", Pattern.DOTALL);

    /** Dear to make, so one serves a whole article. */
    private final BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);

    List<String> of(String paragraph) {
        breaks.setText(paragraph);
        List<String> sentences = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            open.append(paragraph, from, to);
            String so = open.toString().strip();
            boolean goesOn = to < paragraph.length() && (ABBREVIATED.matcher(so.length() > 40 ? so.substring(so.length() - 40) : so).matches()
                    || Character.isLowerCase(paragraph.charAt(to)));
            if (!goesOn) {
                add(sentences, so);
                open.setLength(0);
            }
        }
        add(sentences, open.toString().strip());
        return sentences;
    }

    private static void add(List<String> sentences, String sentence) {
        if (WORDS.matcher(sentence).matches()) {
            sentences.add(sentence);
        }
    }
}

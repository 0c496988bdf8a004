package ketum.care.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a Markdown text: marks of form go, addresses of links and pictures go, code and raw HTML go. */
final class MarkdownText {

    private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6}\\s+(.*?)\\s*#*\\s*");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d{1,3}[.)])\\s+(.*)");
    private static final Pattern QUOTE = Pattern.compile(" {0,3}>+ ?");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(```|~~~).*");
    private static final Pattern RULE = Pattern.compile(" {0,3}[-*_=][-*_=\\s]{2,}|\\s*\\|?[\\s:|-]+\\|[\\s:|-]*");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]{0,500}]\\([^)]{0,2000}\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]{1,500})](?:\\([^)]{0,2000}\\)|\\[[^\\]]{0,200}])");
    private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^?\\d{1,3}]");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]{0,500}>");
    private static final Pattern EMPHASIS = Pattern.compile("(?<![\\p{L}\\d])[*_]{1,3}(?=\\S)|(?<=\\S)[*_]{1,3}(?![\\p{L}\\d])|`|~~");

    private MarkdownText() {
    }

    static List<Paragraph> paragraphs(String markdown) {
        List<Paragraph> paragraphs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        boolean code = false;
        for (String raw : markdown.split("\n", -1)) {
            String line = QUOTE.matcher(Paragraph.cut(raw)).replaceFirst("");
            if (FENCE.matcher(line).matches()) {
                code = !code;
                close(paragraphs, open);
                continue;
            }
            if (code) {
                continue;
            }
            Matcher heading = HEADING.matcher(line);
            Matcher item = ITEM.matcher(line);
            if (line.isBlank() || RULE.matcher(line).matches()) {
                close(paragraphs, open);
            } else if (heading.matches()) {
                close(paragraphs, open);
                Paragraph.add(paragraphs, true, words(heading.group(1)));
            } else if (line.strip().startsWith("|")) {
                close(paragraphs, open);
                for (String cell : line.split("\\|")) {
                    Paragraph.add(paragraphs, false, words(cell));
                }
            } else {
                if (item.matches()) {
                    close(paragraphs, open);
                    line = item.group(1);
                }
                open.append(line).append('\n');
            }
        }
        close(paragraphs, open);
        return paragraphs;
    }

    private static void close(List<Paragraph> paragraphs, StringBuilder open) {
        Paragraph.add(paragraphs, false, words(open.toString()));
        open.setLength(0);
    }

    private static String words(String line) {
        String text = PICTURE.matcher(Paragraph.cut(line)).replaceAll(" ");
        text = LINK.matcher(text).replaceAll("$1");
        text = FOOTNOTE.matcher(text).replaceAll("");
        text = TAG.matcher(text).replaceAll(" ");
        return EMPHASIS.matcher(text).replaceAll("");
    }
}

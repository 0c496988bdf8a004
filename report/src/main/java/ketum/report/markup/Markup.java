package ketum.report.markup;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes elements, attributes and text. Every text and attribute value is escaped here and nowhere else, so nothing a person
 * typed can become markup. Closing too often, or taking the text while an element is open, throws {@link IllegalStateException}.
 */
public final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens {@code tag}; {@code attributes} are names and values in turn. */
    public Markup open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    public Markup close() {
        if (open.isEmpty()) {
            throw new IllegalStateException("nothing is open");
        }
        String tag = open.pop();
        out.append("</").append(tag).append('>');
        if (BLOCKS.contains(" " + tag + " ")) {
            out.append('\n');
        }
        return this;
    }

    /** An element with text in it. */
    public Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An SVG element without content, or an HTML void element; the form is valid in both. */
    public Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    public Markup text(String text) {
        escape(text, false);
        return this;
    }

    /** Puts in finished markup. */
    public Markup add(Markup finished) {
        out.append(finished);
        return this;
    }

    /** A style sheet written in this code base; it is not escaped, so it must not contain anything that was entered. */
    public Markup style(String css) {
        out.append("<style>\n").append(css).append("</style>\n");
        return this;
    }

    /** The document type of HTML. */
    public Markup htmlDocument() {
        out.append("<!DOCTYPE html>\n");
        return this;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }

    private static final String BLOCKS = " p div section article header footer main nav h1 h2 h3 h4 ul ol li dl dd table caption thead tbody tr"
            + " figure figcaption details summary svg head title body html ";

    private void start(String tag, String[] attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("attribute without a value in " + tag);
        }
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1], true);
            out.append('"');
        }
    }

    private void escape(String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\'' -> out.append(attribute ? "&#39;" : "'");
                default -> out.append(invisible(c) ? ' ' : c);
            }
        }
    }

    /** Control characters are not allowed in markup, and direction overrides could make a text read as its opposite. */
    private static boolean invisible(char c) {
        return c < ' ' && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0 || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069
                || c == 0xfffe || c == 0xffff;
    }
}

package ketum.report.terminal;

import java.util.ArrayList;
import java.util.List;

/** Lines no wider than the screen. Everything written passes through here and loses control characters, so no input can steer the terminal. */
final class Screen {
    private static final String RESET = "\033[0m";
    /** Stands for a space at which a line is not broken. */
    static final char UNBROKEN = '\u00a0';
    private final TerminalOptions options;
    private final List<String> lines = new ArrayList<>();

    Screen(TerminalOptions options) {
        this.options = options;
    }

    enum Style {
        PLAIN(""), BOLD("\033[1m"), ALARM("\033[1;31m");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    int width() {
        return options.width();
    }

    void line(String text, Style style) {
        wrap(text, "", "", style);
    }

    void blank() {
        if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
            lines.add("");
        }
    }

    /** A label at the left, the text beside it, continuation lines under the text. */
    void labelled(String label, int column, String text) {
        String lead = label.length() < column ? label + " ".repeat(column - label.length()) : label + " ";
        wrap(text, lead, " ".repeat(column), Style.PLAIN);
    }

    void item(String mark, String text, Style style) {
        wrap(text, mark, " ".repeat(mark.length()), style);
    }

    /** As it is; cut where too wide (tables are laid out to fit). */
    void fixed(String text) {
        String clean = clean(text).stripTrailing();
        lines.add(clean.length() > width() ? clean.substring(0, whole(clean, width())) : clean);
    }

    private void wrap(String text, String lead, String indent, Style style) {
        StringBuilder line = new StringBuilder(lead);
        boolean empty = true;
        for (String word : clean(text).strip().split("\\s+")) {
            String rest = word;
            if (!empty && line.length() + 1 + rest.length() > width()) {
                add(line.toString(), style);
                line = new StringBuilder(indent);
                empty = true;
            }
            if (!empty) {
                line.append(' ');
            }
            while (line.length() + rest.length() > width()) {
                int room = whole(rest, width() - line.length());
                add(line + rest.substring(0, room), style);
                rest = rest.substring(room);
                line = new StringBuilder(indent);
            }
            line.append(rest);
            empty = false;
        }
        add(line.toString(), style);
    }

    /** The greatest length up to {@code most} that does not part the two halves of a character; 0 where a label leaves no room. */
    private static int whole(String text, int most) {
        if (most <= 0) {
            return 0;
        }
        return most < text.length() && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }

    private void add(String line, Style style) {
        String plain = line.stripTrailing().replace(UNBROKEN, ' ');
        lines.add(options.colour() && style != Style.PLAIN ? style.code + plain + RESET : plain);
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().forEach(c -> clean.appendCodePoint(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c));
        return clean.toString();
    }

    @Override
    public String toString() {
        return String.join("\n", lines).stripTrailing() + "\n";
    }
}

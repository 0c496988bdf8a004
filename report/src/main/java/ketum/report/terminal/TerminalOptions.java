package ketum.report.terminal;

import java.util.Map;

/**
 * How wide the terminal is and whether it may be coloured.
 *
 * @param width  columns used, 40 to 80
 * @param colour whether bold and red may be written; words carry the meaning either way
 */
public record TerminalOptions(int width, boolean colour) {
    private static final int NARROWEST = 40;
    private static final int WIDEST = 80;

    public TerminalOptions {
        width = StrictMath.clamp(width, NARROWEST, WIDEST);
    }

    /** Colour only on a terminal, and never where {@code NO_COLOR} is set to anything or {@code TERM} is {@code dumb}. */
    public static TerminalOptions of(Map<String, String> environment, boolean terminal, int width) {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(environment.get("TERM"));
        return new TerminalOptions(width, terminal && !refused);
    }
}

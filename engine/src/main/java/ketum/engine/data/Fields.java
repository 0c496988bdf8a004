package ketum.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes a line of a file apart, and fields into numbers. */
final class Fields {

    /** What stands between fields. */
    enum Separator { COMMA, TAB, BLANKS }

    private static final int LONGEST_NUMBER = 64;

    private Fields() {
    }

    static Separator separator(String header) {
        return header.indexOf(',') >= 0 ? Separator.COMMA : header.indexOf('\t') >= 0 ? Separator.TAB : Separator.BLANKS;
    }

    /** The fields without blanks around them; null where a quotation mark is not closed or text follows one. */
    static List<String> split(String line, Separator separator) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (true) {
            while (at < line.length() && blank(line.charAt(at), separator)) {
                at++;
            }
            if (separator == Separator.BLANKS && at == line.length()) {
                return fields;
            }
            StringBuilder quoted = null;
            int from = at;
            if (at < line.length() && line.charAt(at) == '"') {
                quoted = new StringBuilder();
                at = quotation(line, at + 1, quoted);
                if (at < 0) {
                    return null;
                }
            }
            int text = at;
            while (at < line.length() && !ends(line.charAt(at), separator)) {
                at++;
            }
            if (quoted != null && !line.substring(text, at).isBlank()) {
                return null;
            }
            fields.add(quoted != null ? quoted.toString().strip() : line.substring(from, at).strip());
            if (at == line.length()) {
                return fields;
            }
            at++;
        }
    }

    /** Index after the closing mark, or -1. */
    private static int quotation(String line, int from, StringBuilder into) {
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c != '"') {
                into.append(c);
            } else if (at < line.length() && line.charAt(at) == '"') {
                into.append('"');
                at++;
            } else {
                return at;
            }
        }
        return -1;
    }

    private static boolean blank(char c, Separator separator) {
        return c == ' ' || c == '\t' && separator != Separator.TAB;
    }

    private static boolean ends(char c, Separator separator) {
        return switch (separator) {
            case COMMA -> c == ',';
            case TAB -> c == '\t';
            case BLANKS -> c == ' ' || c == '\t';
        };
    }

    /** Empty, a dot, or NA. */
    static boolean missing(String field) {
        return field.isEmpty() || field.equals(".") || field.toUpperCase(Locale.ROOT).equals("NA");
    }

    /** A finite decimal number, or NaN where it is none. */
    static double number(String field) {
        if (field.isEmpty() || field.length() > LONGEST_NUMBER) {
            return Double.NaN;
        }
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (!(c >= '0' && c <= '9') && "+-.eE".indexOf(c) < 0) {
                return Double.NaN;
            }
        }
        try {
            double value = Double.parseDouble(field);
            // no negative zero: it would be written as 0
            return Double.isFinite(value) ? value + 0.0 : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}

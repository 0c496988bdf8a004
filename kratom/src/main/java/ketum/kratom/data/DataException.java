package ketum.kratom.data;

/**
 * A data file says something that its schema does not accept. The message names file, line, column (or field), what was found and what
 * is accepted, so that the person who edited the file can mend it without reading code.
 */
public final class DataException extends RuntimeException {
    /** Characters of what was found that are repeated. */
    private static final int LONGEST = 300;

    private final String file;
    private final long line;
    private final String field;

    DataException(String file, long line, String field, String found, String accepted) {
        super(shown("%s, line %d, %s: found %s; accepted: %s".formatted(file, line, shortened(field), quoted(found), accepted)));
        this.file = file;
        this.line = line;
        this.field = field;
    }

    private static String quoted(String found) {
        return found.isEmpty() ? "nothing" : "\"" + shortened(found) + "\"";
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    /** A file is named by somebody who may not have written it: nothing in it steers a terminal or turns the direction of reading. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> shown.appendCodePoint(Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
                || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 ? '?' : c));
        return shown.toString();
    }

    /** File as named on the class path, without its folder prefix. */
    public String file() {
        return file;
    }

    /** Line in the file, from 1. */
    public long line() {
        return line;
    }

    /** Column of a table or key of a YAML file. */
    public String field() {
        return field;
    }
}

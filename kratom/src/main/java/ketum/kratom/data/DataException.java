package ketum.kratom.data;

/**
 * A data file says something that its schema does not accept. The message names file, line, column (or field), what was found and what
 * is accepted, so that the person who edited the file can mend it without reading code.
 */
public final class DataException extends RuntimeException {
    private final String file;
    private final long line;
    private final String field;

    DataException(String file, long line, String field, String found, String accepted) {
        super("%s, line %d, %s: found %s; accepted: %s".formatted(file, line, field, quoted(found), accepted));
        this.file = file;
        this.line = line;
        this.field = field;
    }

    private static String quoted(String found) {
        return found.isEmpty() ? "nothing" : "\"" + found + "\"";
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

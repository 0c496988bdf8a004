package ketum.engine.model;

/** A model text that cannot be used; the message is meant for the person who wrote it and names source, line and column. */
public final class ModelException extends RuntimeException {

    private final String source;
    private final int line;
    private final int column;

    public ModelException(String source, int line, int column, String problem) {
        super(source + ":" + line + ":" + column + ": " + problem);
        this.source = source;
        this.line = line;
        this.column = column;
    }

    public String source() {
        return source;
    }

    /** First line is 1. */
    public int line() {
        return line;
    }

    /** First column is 1. */
    public int column() {
        return column;
    }
}

package ketum.engine.data;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A data set that cannot be used as it is. The message lists what is wrong, one problem a line, each with its place and with what is
 * accepted there.
 */
public final class DataException extends RuntimeException {

    /** No more than this many problems are listed. */
    static final int MOST_PROBLEMS = 20;

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    DataException(List<Problem> problems, boolean more) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n"))
                + (more ? "\n... and more; the first " + problems.size() + " are shown" : ""));
        this.problems = List.copyOf(problems);
    }

    /** What was found, in the order of the file; at least one. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * One thing that is wrong.
     *
     * @param source name of the file
     * @param line   line in the file from 1, or 0 where no single line is at fault
     * @param field  name of the column, or "" where no single one is at fault
     * @param text   what was found, what is accepted, what to do
     */
    public record Problem(String source, int line, String field, String text) {
        @Override
        public String toString() {
            return source + (line > 0 ? ", line " + line : "") + (field.isEmpty() ? "" : ", " + field) + ": " + text;
        }
    }
}

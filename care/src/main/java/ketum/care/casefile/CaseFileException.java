package ketum.care.casefile;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An input file cannot be used. Holds every problem found in it (and in the certificates it names), the file itself first, each
 * file by line. The message is the problems' messages, one a line; it is meant to be shown as it is.
 */
public final class CaseFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    CaseFileException(List<Problem> problems) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an input file is refused for a reason");
        }
        this.problems = List.copyOf(problems);
    }

    /** All problems, at least one. */
    public List<Problem> problems() {
        return problems;
    }
}

package ketum.cli.simulate;

/**
 * A file or an option of a simulation cannot be used. The message is for the person who typed it: place, what was found, what is
 * accepted; it may have several lines, one for each problem.
 */
public final class UnusableInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableInput(String message) {
        super(message);
    }

    static UnusableInput at(String file, long line, String field, String found, String accepted) {
        return new UnusableInput("%s:%d: %s: found %s; %s.".formatted(file, line, field, found.isEmpty() ? "nothing" : "\"" + found + "\"", accepted));
    }
}

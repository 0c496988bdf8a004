package ketum.cli;

/** What the process's exit status means. The launcher adds 69: Java or Maven is missing. */
final class ExitCode {

    static final int OK = 0;
    /** Ketum failed; nothing the person typed is to blame. */
    static final int INTERNAL_FAILURE = 1;
    /** The command line or the input file cannot be used; the message says what to change. */
    static final int BAD_INPUT = 2;

    /** Done, except for some subjects of a simulation that could not be integrated. */
    static final int SOME_FAILED = 3;

    private ExitCode() {
    }
}

package ketum.cli;

/** Something the person typed cannot be used. The message says what was found, what is accepted and what to do. */
final class InputProblem extends RuntimeException {

    InputProblem(String message) {
        super(message);
    }
}

package ketum.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** How a look-up hands over its answer: text on the screen or JSON in its place, and a page where one was asked for. */
final class Answer {

    private static final String PAGE = "--html";

    private final boolean page;
    private final boolean json;
    private final Outputs outputs;

    /**
     * @param html file of the page as typed, or {@code -}; null where none was asked for
     * @throws InputProblem where the page cannot be written there
     */
    Answer(String html, boolean json) {
        this.page = html != null;
        this.json = json;
        this.outputs = new Outputs(page ? Map.of(PAGE, html) : Map.of());
        if (json && outputs.takesStandardOutput()) {
            throw new InputProblem("only one of --html and --json can go to standard output");
        }
    }

    /** @throws InputProblem where the page would replace this input */
    void refuseToReplace(Path input) {
        outputs.refuseToReplace(input);
    }

    /** Makes what was asked for, all of it before anything is written. */
    void deliver(Terminal terminal, Supplier<String> asText, Supplier<String> asJson, Supplier<String> asPage) {
        String screen = json ? asJson.get() : outputs.takesStandardOutput() ? "" : asText.get();
        if (page) {
            outputs.deliver(Map.of(PAGE, asPage.get().getBytes(StandardCharsets.UTF_8)), terminal.out());
        }
        terminal.print(screen);
    }
}

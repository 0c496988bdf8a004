package ketum.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import ketum.care.Assessment;
import ketum.care.Case;
import ketum.report.Audience;

/** What {@code ketum assess} asks of the modules below. An interface, so that tests can have each step fail. */
interface Assessor {

    /**
     * @param beforeReading told of each further file (a certificate) before it is read
     * @throws InputProblem where the file cannot be used; the message names file, line and field of every problem
     */
    Case read(Path file, Consumer<Path> beforeReading);

    /** @param threads worker threads; never changes a number */
    Assessment assess(Case person, int twins, long seed, int threads);

    /** One screen of text. */
    String terminal(Assessment assessment, Audience reader);

    String html(Assessment assessment, Audience reader);

    String json(Assessment assessment);
}

package ketum.bench;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What a run is connected to.
 *
 * @param out    for results
 * @param err    for what is said about the run
 * @param watched whether {@code err} is a terminal
 * @param root   the checkout
 */
record Console(PrintStream out, PrintStream err, boolean watched, Path root) {

    Progress progress() {
        return new Progress(err, watched);
    }

    /** Where compiled rivals and exact solutions are kept between runs; may be deleted at any time. */
    Path folder() {
        return root.resolve("target").resolve("bench-work");
    }
}

package ketum.bench;

import java.io.PrintStream;

/**
 * Tells what is being done: on one line that is overwritten where someone watches, otherwise line by line.
 *
 * @param watched whether {@code to} is a terminal
 */
record Progress(PrintStream to, boolean watched) {

    void say(String what) {
        if (watched) {
            to.print("\r\033[K" + what);
            to.flush();
        } else {
            to.println(what);
        }
    }

    /** Something small, told only to someone who watches. */
    void detail(String what) {
        if (watched) {
            say(what);
        }
    }

    /** Wipes the line. */
    void done() {
        if (watched) {
            to.print("\r\033[K");
            to.flush();
        }
    }
}

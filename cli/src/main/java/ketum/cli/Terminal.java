package ketum.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import ketum.report.terminal.TerminalOptions;

/**
 * What a run is connected to. Results go to {@code out}; everything said about the run goes to {@code err}.
 *
 * @param progress whether someone watches {@code err}, so that a line may be drawn there and wiped again
 * @param debug    whether an internal failure shows its stack trace
 */
record Terminal(PrintStream out, PrintStream err, boolean progress, boolean debug) {

    private static final int USUAL_WIDTH = 80;

    /**
     * The process's own streams, in UTF-8 whatever the locale: a file made by redirection must not depend on it. Whether
     * stderr is watched is known to the launcher only, because it filters stderr.
     */
    static Terminal ofProcess() {
        return new Terminal(utf8(new FileOutputStream(FileDescriptor.out)), utf8(new FileOutputStream(FileDescriptor.err)),
                Boolean.getBoolean("ketum.progress"), System.getenv("KETUM_DEBUG") != null);
    }

    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /** Width and colour for text on {@code out}; colour only where the launcher saw a terminal. */
    TerminalOptions screen() {
        return TerminalOptions.of(System.getenv(), Boolean.getBoolean("ketum.screen"), USUAL_WIDTH);
    }

    /** Prints a result as it is: no line end of the platform, no locale. */
    void print(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Says something on stderr. It may repeat what was typed, so nothing in it may move the cursor or turn the direction of reading. */
    void say(String message) {
        StringBuilder plain = new StringBuilder("ketum: ");
        message.codePoints().forEach(c -> plain.appendCodePoint(c != '\n' && Character.isISOControl(c) || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 ? '?' : c));
        err.println(plain);
    }

    /** Runs a task that takes seconds, telling a watcher so meanwhile. */
    <T> T during(String what, java.util.function.Supplier<T> task) {
        if (!progress) {
            return task.get();
        }
        err.print(what + " ...");
        err.flush();
        try {
            return task.get();
        } finally {
            err.print("\r\033[K");
            err.flush();
        }
    }
}

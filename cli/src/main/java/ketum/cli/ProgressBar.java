package ketum.cli;

import java.util.function.LongSupplier;

/**
 * A line on stderr that shows how far a long run has come, and roughly how long it still takes; drawn for a watcher only, after half a
 * second, and wiped at the end.
 */
final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final long FIRST_NANOS = 500_000_000L;
    private static final long BETWEEN_NANOS = 100_000_000L;
    private static final int WORTH_A_GUESS = 2;

    private final Terminal terminal;
    private final String what;
    private final LongSupplier clock;
    private final long start;
    private long next;
    private boolean drawn;

    ProgressBar(Terminal terminal, String what) {
        this(terminal, what, System::nanoTime);
    }

    /** @param clock nanoseconds */
    ProgressBar(Terminal terminal, String what, LongSupplier clock) {
        this.terminal = terminal;
        this.what = what;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.next = start + FIRST_NANOS;
    }

    /** Draws the line anew if some time has passed. */
    void show(long done, long of) {
        long now = clock.getAsLong();
        if (!terminal.progress() || now < next || of <= 0) {
            return;
        }
        next = now + BETWEEN_NANOS;
        drawn = true;
        int filled = (int) (WIDTH * done / of);
        String rest = 100 * done / of < WORTH_A_GUESS ? "" : ", about " + time((now - start) / 1e9 * (of - done) / done) + " left";
        terminal.err().print("\r" + what + " [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + 100 * done / of + " %" + rest + "\033[K");
        terminal.err().flush();
    }

    private static String time(double seconds) {
        if (seconds < 100) {
            return Math.max(1, Math.round(seconds)) + " s";
        }
        return seconds < 6000 ? Math.round(seconds / 60) + " min" : Math.round(seconds / 3600) + " h";
    }

    @Override
    public void close() {
        if (drawn) {
            terminal.err().print("\r\033[K");
            terminal.err().flush();
        }
    }
}

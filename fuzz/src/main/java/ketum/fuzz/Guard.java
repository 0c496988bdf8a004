package ketum.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;

/** Reads one input on a thread of its own, with a stack of the usual size and an end. */
final class Guard {

    /** No input may take longer, in processor time: other programs may be at work on the machine. */
    static final int SECONDS = 10;

    /** Nor wait longer than this, by the clock. */
    private static final int WAITED_SECONDS = 200;

    private static final long STACK = 1 << 20;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private Guard() {
    }

    /**
     * @param finding what the reader threw that it should not throw
     * @param seconds processor time
     */
    record Outcome(Optional<Throwable> finding, double seconds) {}

    /** An input that was not read in time; its stack is where it was then. */
    static final class TooSlow extends Exception {

        private static final long serialVersionUID = 1L;

        TooSlow(StackTraceElement[] where) {
            super("not read within " + SECONDS + " seconds of processor time; it was then at");
            setStackTrace(where);
        }
    }

    /** A reader that does not end is left running behind. */
    static Outcome outcome(Target target, byte[] input) {
        Throwable[] thrown = new Throwable[1];
        long[] used = new long[1];
        Thread reader = new Thread(null, () -> {
            try {
                target.read(input);
            } catch (Throwable finding) {
                thrown[0] = finding;
            }
            used[0] = CLOCK.getCurrentThreadCpuTime();
        }, target.name(), STACK);
        reader.setDaemon(true);
        reader.start();
        try {
            long began = System.nanoTime();
            do {
                reader.join(100);
            } while (reader.isAlive() && CLOCK.getThreadCpuTime(reader.threadId()) < SECONDS * 1_000_000_000L && System.nanoTime() - began < WAITED_SECONDS * 1_000_000_000L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return reader.isAlive() ? new Outcome(Optional.of(new TooSlow(reader.getStackTrace())), SECONDS) : new Outcome(Optional.ofNullable(thrown[0]), used[0] * 1e-9);
    }
}

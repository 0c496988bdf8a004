package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private static final long SECOND = 1_000_000_000L;

    private final CapturedTerminal captured = new CapturedTerminal();
    private final AtomicLong clock = new AtomicLong();

    private ProgressBar bar(boolean watched) {
        Terminal terminal = captured.terminal();
        return new ProgressBar(new Terminal(terminal.out(), terminal.err(), watched, false), "Simulating", clock::get);
    }

    @Test
    void showsTheShareDoneAndTheTimeLeftAndIsWipedAtTheEnd() {
        try (ProgressBar bar = bar(true)) {
            clock.set(3 * SECOND);
            bar.show(25, 100);
            assertEquals("\rSimulating [#######.......................] 25 %, about 9 s left\033[K", captured.err());
        }
        assertTrue(captured.err().endsWith("\r\033[K"), captured.err());
        assertEquals("", captured.out());
    }

    @Test
    void aShortRunDrawsNothingAndALongOneAtMostTenTimesASecond() {
        try (ProgressBar bar = bar(true)) {
            clock.set(SECOND / 4);
            bar.show(1, 2);
            assertEquals("", captured.err());
            for (int i = 0; i < 1000; i++) {
                clock.set(SECOND + i * SECOND / 1000);
                bar.show(i, 1000);
            }
        }
        assertEquals(10 + 1, captured.err().chars().filter(c -> c == '\r').count());
    }

    @Test
    void nothingIsDrawnWhereNobodyWatches() {
        try (ProgressBar bar = bar(false)) {
            clock.set(5 * SECOND);
            bar.show(1, 2);
        }
        assertEquals("", captured.err());
    }
}

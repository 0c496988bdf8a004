package ketum.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A reader that breaks its promise is found out, whatever it throws. */
class GuardTest {

    private static Optional<Throwable> outcome(Target.Reader reader) {
        return Guard.outcome(new Target("t", "t", 1, 1, 1, List.of(), reader), new byte[0]).finding();
    }

    private static int deep(int n) {
        return n == 0 ? 0 : 1 + deep(n - 1);
    }

    @Test
    void aReaderThatReturnsIsNoFinding() {
        assertEquals(Optional.empty(), outcome(input -> { }));
    }

    @Test
    void anythingThrownIsAFinding() {
        assertInstanceOf(IllegalStateException.class, outcome(input -> { throw new IllegalStateException(); }).orElseThrow());
        assertInstanceOf(StackOverflowError.class, outcome(input -> deep(100_000_000)).orElseThrow());
        assertInstanceOf(OutOfMemoryError.class, outcome(input -> { throw new OutOfMemoryError(); }).orElseThrow());
    }
}

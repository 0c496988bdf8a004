package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DataCommandTest {

    private final CapturedTerminal captured = new CapturedTerminal();

    @Test
    void theDataOfThisCheckoutHaveNoProblem() {
        assertEquals(0, KetumCommand.run(captured.terminal(), new FakeAssessor(), "data", "check"), captured.err());
        assertTrue(captured.out().contains("data files, no problem"), captured.out());
    }
}

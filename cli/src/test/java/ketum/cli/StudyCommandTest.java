package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandTest {

    private final CapturedTerminal captured = new CapturedTerminal();

    private int ketum(String... arguments) {
        return KetumCommand.run(captured.terminal(), new FakeAssessor(), arguments);
    }

    @Test
    void theListSaysWhatEachStudyIsUsedFor() {
        assertEquals(0, ketum("study", "list"));
        assertTrue(captured.out().contains("trakulsrichai-2015 (check, 9 people)"), captured.out());
        assertTrue(captured.out().contains("tanna-2022 (calibration"), captured.out());
        assertEquals("", captured.err());
    }

    @Test
    void everyCommandHasHelp() {
        for (String[] command : new String[][] {{"assess"}, {"study"}, {"study", "list"}, {"calibrate"}, {"calibrate", "exposure"}, {"calibrate", "withdrawal"}, {"completion"}}) {
            CapturedTerminal own = new CapturedTerminal();
            String[] withHelp = java.util.Arrays.copyOf(command, command.length + 1);
            withHelp[command.length] = "--help";
            assertEquals(0, KetumCommand.run(own.terminal(), new FakeAssessor(), withHelp), String.join(" ", command));
            assertTrue(own.out().contains("Usage: ketum " + String.join(" ", command)), own.out());
        }
    }

    @Test
    void aCalibrationThatCannotBeWrittenIsBadInput(@TempDir Path folder) {
        assertEquals(2, ketum("calibrate", "exposure", folder.resolve("none/table.csv").toString()));
        assertTrue(captured.err().startsWith("ketum: cannot write "), captured.err());
    }
}

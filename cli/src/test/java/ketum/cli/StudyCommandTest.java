package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import ketum.kratom.data.Predictions;
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
    void everyDatedPredictionIsScoredAndCounted() {
        assertEquals(0, ketum("study", "score"));
        List<String> lines = captured.out().lines().toList();
        assertEquals(Predictions.standard().all().size() + 1, lines.size());
        int counted = Pattern.compile("\\d+").matcher(lines.getLast()).results().mapToInt(match -> Integer.parseInt(match.group())).sum();
        assertEquals(lines.size() - 1, counted, lines.getLast());
        assertTrue(captured.out().contains("huestis-single-0.5g-mitragynine-cmax: predicted 5.6 (3.7 to 8.4) ng/mL on 2026-11-22;"), captured.out());
    }

    @Test
    void everyCommandHasHelp() {
        for (String[] command : new String[][] {{"assess"}, {"study"}, {"study", "list"}, {"study", "score"}, {"calibrate"}, {"calibrate", "exposure"}, {"calibrate", "withdrawal"}, {"completion"}}) {
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

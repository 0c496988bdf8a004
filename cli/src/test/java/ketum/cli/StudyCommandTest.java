package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import ketum.kratom.data.Predictions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
    void aRunPrintsPredictedBesideObserved() {
        assertEquals(0, ketum("study", "run", "trakulsrichai-2015", "--effort", "0.02"));
        assertTrue(captured.out().contains("test dose, mitragynine tmax, mean"), captured.out());
        assertTrue(captured.out().contains("observed 0.83 h"), captured.out());
    }

    /** Oracle: the keys that a reader of the rows relies on, every one in every row. */
    @Test
    void everyJsonRowHasEveryKey() {
        assertEquals(0, ketum("study", "run", "algera-2021", "trakulsrichai-2015", "--json", "--effort", "0.02"));
        JsonNode root = JsonMapper.builder().build().readTree(captured.out());
        assertEquals(2, root.get("studies").size());
        int rows = 0;
        for (JsonNode study : root.get("studies")) {
            for (JsonNode row : study.get("rows")) {
                for (String key : List.of("study", "arm", "analyte", "quantity", "statistic", "unit", "hours", "predicted", "low", "high",
                        "share_of_repeats_without_value", "observed", "observed_low", "observed_high", "status", "locator", "band", "pass", "use", "note")) {
                    assertTrue(row.has(key), key + " in " + row);
                }
                assertEquals(study.get("study"), row.get("study"));
                rows++;
            }
        }
        assertEquals(5, rows);
        assertTrue(root.get("studies").get(0).get("rows").get(0).get("predicted").isNull(), "a concentration of another opioid is not predicted");
    }

    @Test
    void thePageIsWrittenOnlyWhereItCanBe(@TempDir Path folder) throws IOException {
        assertEquals(2, ketum("study", "run", "algera-2021", "--effort", "0.02", "--write", folder.resolve("none/page.md").toString()));
        assertEquals(0, ketum("study", "run", "algera-2021", "--effort", "0.02", "--write", folder.resolve("page.md").toString()));
        String page = Files.readString(folder.resolve("page.md"));
        assertTrue(page.contains("ketum study run algera-2021 --effort 0.02 --write"), page);
        assertTrue(page.contains("tolerance shift"), page);
    }

    @Test
    void anUnknownStudyIsBadInputWithTheNameThatWasMeant() {
        assertEquals(2, ketum("study", "run", "tana-2022"));
        assertTrue(captured.err().contains("did you mean tanna-2022?"), captured.err());
        assertEquals(2, ketum("study", "run", "huestis"));
        assertTrue(captured.err().contains("did you mean huestis-2024-single or huestis-2024-fifteen-day?"), captured.err());
        assertEquals(2, ketum("study", "run", "tana"));
        assertEquals(2, captured.err().split("did you mean tanna-2022\\?", -1).length - 1);
        assertEquals(2, ketum("study", "run"));
        assertEquals(2, ketum("study", "run", "tanna-2022", "--all"));
        assertEquals(2, ketum("study", "run", "tanna-2022", "--effort", "0"));
        assertEquals("", captured.out());
    }

    @Test
    void everyCommandHasHelp() {
        for (String[] command : new String[][] {{"assess"}, {"study"}, {"study", "list"}, {"study", "score"}, {"study", "run"}, {"simulate"}, {"calibrate"}, {"calibrate", "exposure"}, {"calibrate", "withdrawal"}, {"calibrate", "claims"}, {"completion"}}) {
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
        assertEquals(2, ketum("calibrate", "claims", folder.toString(), folder.toString()));
        assertTrue(captured.err().contains("ketum: cannot read " + folder.resolve("sentences-development.csv")), captured.err());
    }
}

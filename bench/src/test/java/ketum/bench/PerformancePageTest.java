package ketum.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class PerformancePageTest {

    private static final Target RATIO = new Target("speed", "a", "ratio_to_scalar_c", 5, false, 7);
    private static final Target ERROR = new Target("error", "a", "error_worst", 7.8e-6, true, Double.NaN);

    private static ObjectNode with(String field, Double value) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return value == null ? node.putNull(field) : node.put(field, value);
    }

    @Test
    void aTargetIsMissedByALittleToo() {
        assertEquals(Target.Verdict.MISSED, RATIO.verdict(with("ratio_to_scalar_c", 4.999)));
        assertEquals(Target.Verdict.MET, RATIO.verdict(with("ratio_to_scalar_c", 5.0)));
        assertEquals(Target.Verdict.MET, RATIO.verdict(with("ratio_to_scalar_c", 6.999)));
        assertEquals(Target.Verdict.AIM_REACHED, RATIO.verdict(with("ratio_to_scalar_c", 7.0)));
        assertEquals(Target.Verdict.MET, ERROR.verdict(with("error_worst", 7.8e-6)));
        assertEquals(Target.Verdict.MISSED, ERROR.verdict(with("error_worst", 7.9e-6)));
    }

    @Test
    void whatDidNotRunIsNotCalledMet() {
        assertEquals(Target.Verdict.NOT_MEASURED, RATIO.verdict(null));
        assertEquals(Target.Verdict.NOT_MEASURED, RATIO.verdict(with("ratio_to_scalar_c", null)));
    }

    @Test
    void everyTargetBelongsToAStandardRunAndAFieldOfItsResult() {
        JsonNode result = K8Json.tree(K8JsonTest.sample(false, true));
        for (Target target : Target.ALL) {
            assertTrue(ReportCommand.STANDARD.containsKey(target.run()), target.run());
            assertTrue(result.has(target.field()), target.field());
        }
    }

    @Test
    void thePageSaysMissedWhereATargetWasMissedAndNamesCommandMachineAndDate() {
        Map<String, JsonNode> results = new LinkedHashMap<>();
        results.put("k8-1e-8", K8Json.tree(K8JsonTest.sample(false, true))); // ratio 4, error 4.7e-6
        String page = PerformancePage.write(ReportCommand.STANDARD, results, "## What was tried\n\nMuch.\n");
        assertTrue(page.contains("| K8 at 1e-8: times the scalar C program | at least 5 | 7 | 4 | 4 | **missed** |"), page);
        assertTrue(page.contains("| K8 at 1e-8: error of the worst subject | at most 7.8e-06 |  | 4.7e-06 |  | met |"), page);
        assertTrue(page.contains("| K8-S at 1e-6: times the scalar C program | at least 12 |  | - |  | not measured |"), page);
        assertTrue(page.contains("`./ketum bench k8 --rtol 1e-8 --atol 1e-8`"), page);
        assertTrue(page.contains("a processor; 2 cores") && page.contains("Date: 2026-11-22"), page);
        assertTrue(page.contains("| deSolve | 50 |") && page.contains("| - | - | - |"), page);
        assertTrue(page.endsWith("## What was tried\n\nMuch.\n"), page);
    }

    /** The page in the repository is one that this code wrote, with the notes as they are now. */
    @Test
    void thePublishedPageEndsWithTheNotes() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "performance.md"));
        String notes = Files.readString(Path.of("..", "docs", "performance-notes.md"));
        assertTrue(page.endsWith(notes.strip() + "\n"), "run ./ketum bench report --again after a change of performance-notes.md");
        Matcher commands = Pattern.compile("`\\./ketum bench (k8[^`]*)`").matcher(page);
        assertTrue(commands.find(), "no run is named");
        do {
            String command = commands.group(1);
            assertTrue(ReportCommand.STANDARD.containsValue(command) || command.equals("k8 --help"), command);
        } while (commands.find());
    }
}

package ketum.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        assertTrue(page.contains("| K8 at 1e-8: error of the worst subject | at most 7.8e-6 |  | 4.7e-6 |  | met |"), page);
        assertTrue(page.contains("| K8-S at 1e-6: times the scalar C program | at least 12 |  | - |  | not measured |"), page);
        assertTrue(page.contains("`./ketum bench k8 --rtol 1e-8 --atol 1e-8`"), page);
        assertTrue(page.contains("a processor; 2 cores") && page.contains("`, 2026-11-22"), page);
        assertTrue(page.contains("| deSolve | 5 |") && page.contains("| - | - | - |"), page);
        assertTrue(page.endsWith("## What was tried\n\nMuch.\n"), page);
    }

    /** Oracle: the results in docs; nobody changed a figure by hand. The notes are copied with the next report. */
    @Test
    void thePublishedPageIsWhatTheResultsBesideItSay() throws IOException {
        Path docs = Path.of("..", "docs");
        Map<String, JsonNode> results = ReportCommand.results(docs.resolve("performance"));
        for (JsonNode result : results.values()) {
            assertEquals(List.of(), K8JsonTest.errors(result.toString()));
        }
        String heading = "## What was tried";
        assertTrue(Files.readString(docs.resolve("performance-notes.md")).startsWith(heading));
        assertEquals(PerformancePage.write(ReportCommand.STANDARD, results, ""),
                Files.readString(docs.resolve("performance.md")).split(heading)[0], "run ./ketum bench report --again");
    }
}

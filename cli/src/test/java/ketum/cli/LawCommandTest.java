package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LawCommandTest {

    private final CapturedTerminal captured = new CapturedTerminal();

    private int ketum(String... arguments) {
        return KetumCommand.run(captured.terminal(), new FakeAssessor(), arguments);
    }

    @Test
    void itAnswersForAPlaceAndADay() {
        assertEquals(0, ketum("law", "--in", "Tennessee", "--on", "2026-11-22"));
        assertTrue(captured.out().contains("Tennessee (US-TN) on 2026-11-22"), captured.out());
        assertTrue(captured.out().contains("banned"), captured.out());
        assertEquals("", captured.err());
    }

    @Test
    void jsonIsTheWholeOutput() {
        assertEquals(0, ketum("law", "--in", "US-OH", "--on", "2026-11-22", "--json"));
        JsonNode root = JsonMapper.builder().build().readTree(captured.out());
        assertEquals("scheduled", root.at("/law/forms/extract/value").asString());
        assertTrue(root.at("/law/stale").asBoolean());
    }

    @Test
    void theMapIsATableOfAll() {
        assertEquals(0, ketum("law", "--map", "--on", "2026-11-22"));
        assertTrue(captured.out().lines().count() > 90, captured.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"law|which place", "law --map --in US|--map stands alone", "law --in Ohoi|did you mean", "law --in US --on yesterday|is no date", "law --in US --on 0001-01-01|is no date",
            "law --in Georgia|several places"})
    void whatCannotBeAnsweredIsSaidWithStatusTwo(String line, String message) {
        assertEquals(2, ketum(line.split(" ")));
        assertTrue(captured.err().contains(message), captured.err());
        assertFalse(captured.out().contains("Law"));
    }
}

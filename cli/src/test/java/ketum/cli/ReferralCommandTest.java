package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReferralCommandTest {

    private static final String DAY = "2026-11-23";
    private final CapturedTerminal captured = new CapturedTerminal();

    @TempDir
    private Path folder;

    private int ketum(String... arguments) {
        return KetumCommand.run(captured.terminal(), new FakeAssessor(), arguments);
    }

    @Test
    void itSaysWhomToCallFirst() {
        assertEquals(0, ketum("referral", "--in", "US-OR", "--on", DAY));
        assertTrue(captured.out().startsWith("CALL FOR HELP NOW\n"), captured.out());
        assertTrue(captured.out().contains("1-800-222-1222"), captured.out());
        assertEquals("", captured.err());
    }

    @Test
    void jsonIsTheWholeOutput() {
        assertEquals(0, ketum("referral", "--in", "US", "--on", DAY, "--json"));
        JsonNode root = JsonMapper.builder().build().readTree(captured.out());
        assertEquals("911", root.at("/help/0/number").asString());
        assertEquals("buprenorphine", root.at("/treatments/0/id").asString());
    }

    @Test
    void thePageIsWrittenForTheReaderAskedFor() throws IOException {
        Path page = folder.resolve("help.html");
        assertEquals(0, ketum("referral", "--in", "US", "--on", DAY, "--for", "clinician", "--html", page.toString()));
        assertTrue(Files.readString(page).contains("There is no formula."));
        assertEquals(0, ketum("referral", "--in", "US", "--on", DAY, "--html", page.toString()));
        assertFalse(Files.readString(page).contains("correlation 0.84"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"referral --in Atlantis|no place is called", "referral --in Germny|did you mean Germany", "referral --in US --on soon|is no date", "referral --for dog|--for",
            "referral --in US --html - --json|only one of", "referral extra|extra"})
    void whatCannotBeUsedIsSaidWithStatusTwo(String line, String message) {
        assertEquals(2, ketum(line.split(" ")));
        assertTrue(captured.err().contains(message), captured.err());
        assertEquals("", captured.out());
    }

    @Test
    void nobodyIsLeftWithAnErrorAlone() {
        assertEquals(2, ketum("referral", "--in", "Atlantis"));
        assertTrue(captured.err().contains("in an emergency call the emergency number there"), captured.err());
    }

    @Test
    void helpAndCompletionKnowBothCommands() {
        assertEquals(0, ketum("referral", "--help"));
        assertEquals(0, ketum("questionnaire", "--help"));
        assertTrue(captured.out().contains("ketum questionnaire gad-7 --answers 1,1,2,0,0,1,0"), captured.out());
        assertTrue(captured.out().lines().allMatch(line -> line.length() <= 80), captured.out());
        assertEquals(0, ketum("completion"));
        assertTrue(captured.out().contains("questionnaire") && captured.out().contains("--answers-from"));
    }
}

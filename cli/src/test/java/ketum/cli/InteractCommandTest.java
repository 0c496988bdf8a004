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

class InteractCommandTest {

    private final CapturedTerminal captured = new CapturedTerminal();

    private int ketum(String... arguments) {
        return KetumCommand.run(captured.terminal(), new FakeAssessor(), arguments);
    }

    @Test
    void itAnswersForAListOfMedicines() {
        assertEquals(0, ketum("interact", "--with", "sertraline, Xanax", "--dose", "4 g leaf", "--per-day", "4"));
        assertTrue(captured.out().contains("DANGEROUS TOGETHER (major)"), captured.out());
        assertTrue(captured.out().contains("NOT KNOWN (unknown does not mean harmless)"), captured.out());
        assertEquals("", captured.err());
    }

    @Test
    void jsonIsTheWholeOutput() {
        assertEquals(0, ketum("interact", "--precipitant", "paroxetine", "--victim", "Lopressor", "--json"));
        JsonNode root = JsonMapper.builder().build().readTree(captured.out());
        assertEquals("exposure up", root.at("/pairs/0/direction").asString());
        assertEquals("E1", root.at("/pairs/0/evidence").asString());
        assertTrue(root.at("/pairs/0/auc_ratio/median").asDouble() > 3);
        assertTrue(root.at("/kratom").isNull());
    }

    @Test
    void thePageIsWrittenAsTheDocumentsHoldIt(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("page.md");
        assertEquals(0, ketum("interact", "--validate", page.toString()));
        String written = Files.readString(page).replace(page.toString(), "docs/validation/interactions.md");
        assertEquals(Files.readString(Path.of("..", "docs", "validation", "interactions.md")), written);
        assertEquals("", captured.out());
    }

    /** The page goes to its file beside the text, or alone to standard output. */
    @Test
    void thePageToPrintIsWritten(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("medicines.html");
        assertEquals(0, ketum("interact", "--with", "Zoloft", "--html", page.toString()));
        String written = Files.readString(page);
        assertTrue(written.startsWith("<!DOCTYPE html>") && written.contains("Kratom with sertraline"), written);
        assertTrue(captured.out().contains("TAKE CARE (moderate)"), captured.out());
        CapturedTerminal alone = new CapturedTerminal();
        assertEquals(0, KetumCommand.run(alone.terminal(), new FakeAssessor(), "interact", "--with", "Zoloft", "--html", "-"));
        assertEquals(written, alone.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"interact|which medicines", "interact --with a --victim b|--with stands without", "interact --victim b|stand together", "interact --with a,,b|a name is empty",
            "interact --with a --dose lots|is not an amount of leaf", "interact --with a --per-day 3|--per-day needs --dose", "interact --with a --dose 2g --per-day 99|not between 1 and 24",
            "interact --precipitant a --victim b --dose 2g|about kratom", "interact --validate - --json|--validate stands alone",
            "interact --validate - --html x|--validate stands alone", "interact --with a --html - --json|only one of --html and --json"})
    void whatCannotBeUsedIsSaidWithStatusTwo(String line, String message) {
        assertEquals(2, ketum(line.split(" ")));
        assertTrue(captured.err().contains(message), captured.err());
        assertEquals("", captured.out());
    }

    /** Whatever is typed as a name: an answer or a plain message, never a trace, and nothing of it steers the terminal. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"{medicine}", "\u001b[31mred", "$(reboot)", "..", "ñandú", "\u202Egnirts", "<script>"})
    void oddNamesAreHandled(String name) {
        assertEquals(0, ketum("interact", "--with", name));
        assertTrue(captured.out().contains("not a medicine that Ketum knows"), captured.out());
        assertFalse(captured.out().contains("\u001b") || captured.out().contains("\u202E"), captured.out());
    }
}

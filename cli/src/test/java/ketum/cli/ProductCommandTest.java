package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

class ProductCommandTest {

    private static final String K51 = "../examples/certificates/k51.yaml";

    private final CapturedTerminal captured = new CapturedTerminal();

    private int ketum(String... arguments) {
        return KetumCommand.run(captured.terminal(), new FakeAssessor(), arguments);
    }

    @Test
    void aCertificateIsCheckedAtAnIntakeAndAPlace() {
        assertEquals(0, ketum("product", "check", "../examples/certificates/market-powder.csv", "--daily", "6g", "--in", "US-GA", "--on", "2026-11-22"), captured.err());
        assertTrue(captured.out().contains("Stated intake: 6 g a day."), captured.out());
        assertTrue(captured.out().contains("Is it lawful in Georgia"), captured.out());
    }

    @Test
    void lawWithAProductAnswersBoth() {
        assertEquals(0, ketum("law", "--in", "US-OH", "--product", K51, "--on", "2026-11-22", "--json"), captured.err());
        JsonNode root = JsonMapper.builder().build().readTree(captured.out());
        assertEquals("ambiguous", root.at("/verdict/answer").asString());
        assertTrue(root.at("/verdict/stale").asBoolean());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"product|a command is missing", "product check none.yaml|none.yaml", "product check " + K51 + " --daily much|is no amount", "product check " + K51 + " --daily 0g|is no amount",
            "product check " + K51 + " --in Atlantis|no place is called", "law --map --product " + K51 + "|needs one place"})
    void whatCannotBeUsedIsSaidWithStatusTwo(String line, String message) {
        assertEquals(2, ketum(line.split(" ")));
        assertTrue(captured.err().contains(message), captured.err());
        assertEquals("", captured.out());
    }

    @Test
    void aBadCertificateNamesFileLineAndField(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), "analyte,value,unit,laboratory\nlead,a lot,ppm,N\n");
        assertEquals(2, ketum("product", "check", file.toString()));
        assertTrue(captured.err().contains("bad.csv:2: results[1].value: found \"a lot\""), captured.err());
    }
}

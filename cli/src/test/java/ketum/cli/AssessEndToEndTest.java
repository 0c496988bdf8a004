package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import ketum.kratom.Versions;
import ketum.report.terminal.TerminalOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a file to the three forms of a report, nothing replaced; few twins, because only the way through is looked at here. */
class AssessEndToEndTest {

    @TempDir
    private Path folder;
    private final CapturedTerminal captured = new CapturedTerminal();

    private int ketum(String... arguments) {
        return KetumCommand.run(captured.terminal(), new HouseAssessor(new TerminalOptions(80, false)), arguments);
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "examples"))) {
            List<Path> examples = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
            assertTrue(examples.size() >= 6, examples.toString());
            return examples.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleGivesAllThreeFormsWithTheirVersionsAndAQuietStderr(Path example) throws IOException {
        Path html = folder.resolve("r.html");
        Path json = folder.resolve("r.json");
        assertEquals(0, ketum("assess", example.toString(), "--twins", "20", "--html", html.toString(), "--json", json.toString()), captured.err());
        assertEquals("", captured.err());
        for (String form : List.of(captured.out(), Files.readString(html), Files.readString(json))) {
            assertTrue(form.contains(Versions.model()) && form.contains(Versions.data()), form.substring(0, 200));
        }
        assertTrue(captured.out().lines().allMatch(line -> line.length() <= 80), "wider than a terminal");
        assertTrue(Files.readString(json).contains("\"schema_version\""));
        assertFalse(Files.readString(html).contains("<script"), "a page needs no script");
    }

    @Test
    void whatIsWrongInAFileIsSaidWithItsLineAndNothingIsWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("me.yaml"), """
                person: {age: 35, sex: male, weight: 80 kg}
                product: {type: leaf powder}
                use: {amount: 4 ml, per_day: 4, since: 2025-05-01}
                place: US-OR
                date: 2026-11-22
                """);
        assertEquals(2, ketum("assess", file.toString(), "--html", folder.resolve("r.html").toString()));
        assertTrue(captured.err().contains("me.yaml:3: use.amount"), captured.err());
        assertEquals("", captured.out());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void aMissingFileIsBadInput() {
        assertEquals(2, ketum("assess", folder.resolve("none.yaml").toString()));
        assertTrue(captured.err().contains("none.yaml"), captured.err());
        assertEquals(1, captured.err().lines().count(), captured.err());
    }
}

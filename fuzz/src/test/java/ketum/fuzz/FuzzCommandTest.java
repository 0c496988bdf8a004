package ketum.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FuzzCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path root;

    private int run(String... arguments) {
        return FuzzCommand.run(new Console(print(out), print(err), root, "no libraries"), arguments);
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    @Test
    void aloneItListsEveryTargetWithItsTime() {
        assertEquals(0, run());
        for (Target target : Targets.ALL) {
            assertTrue(out.toString(StandardCharsets.UTF_8).contains("  %-12s %4d  %s\n".formatted(target.name(), target.seconds(), target.reads())), out.toString(StandardCharsets.UTF_8));
        }
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"word", "--seconds 5", "--long", "model --seconds 0", "model --seconds -1", "model --seconds soon", "model --seconds 99999999999", "model --long --seconds 5",
            "model --replay nothing", "model --replay", "model data", "model --jobs 2"})
    void wrongArgumentsAreNamedAndNothingIsRun(String arguments) throws IOException {
        assertEquals(2, run(arguments.split(" ")));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.startsWith("ketum: ") && said.endsWith("Try 'ketum fuzz --help'.\n"), said);
        assertEquals(0, Files.list(root).count(), "no file is made");
    }

    @Test
    void anUnknownTargetIsAnsweredWithTheKnownOnes() {
        assertEquals(2, run("articles"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("no target is called \"articles\"; there are model, data, case, "), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anInputThatIsReadOrRefusedAsPromisedReplaysAsNoFinding() throws IOException {
        for (String text : new String[] {"model m; end", "model m; unit time_unit = second; a = 1 mole; end"}) {
            Path file = Files.writeString(root.resolve("input"), text);
            assertEquals(0, run("model", "--replay", file.toString()));
        }
    }

    @Test
    void whereJazzerIsMissingItSaysSoAndDoesNotCallItAFinding() {
        assertEquals(69, run("place", "--seconds", "1"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("no finding; its own words are in"), err.toString(StandardCharsets.UTF_8));
    }
}

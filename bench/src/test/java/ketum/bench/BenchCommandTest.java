package ketum.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchCommandTest {

    @TempDir
    private Path root;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return BenchCommand.run(new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, root), arguments);
    }

    /** Oracles: the published final states of both subjects, and the tolerance asked for. */
    @Test
    void aSmallRunIsRightAndItsJsonIsAllThatStandsOnStdout() {
        assertEquals(0, run("k8", "--subjects", "2", "--rounds", "2", "--rtol", "1e-7", "--warm-up", "0", "--no-pin", "--c-only", "--json", "-"),
                err::toString);
        JsonNode tree = JsonMapper.builder().build().readTree(out.toString(StandardCharsets.UTF_8));
        assertEquals(2, tree.get("contenders").get(0).get("rounds").size());
        assertTrue(tree.get("error_worst").asDouble() < 1e-5 && tree.get("error_worst").asDouble() >= tree.get("error_median").asDouble());
        for (String subject : new String[] {"subject_0", "subject_1"}) {
            assertTrue(tree.get("final_states").get(subject).get("greatest_difference_from_published").asDouble() < 1e-5);
        }
        assertTrue(tree.get("steps").asLong() > 2 * 90 && tree.get("failures").asInt() == 0);
        boolean compiler = Tool.find("gcc").isPresent();
        assertEquals(compiler, tree.get("ratio_to_scalar_c").isNumber());
        assertFalse(err.toString().isBlank(), "progress belongs on stderr");
    }

    @ParameterizedTest
    @CsvSource({"--rtol,0", "--rtol,much", "--atol,-1", "--threads,0", "--threads,100000", "--subjects,0", "--rounds,0", "--lanes,wide",
        "--warm-up,-1", "--json,no/such/folder/x.json", "--colour,red"})
    void whatCannotBeUsedEndsWithStatus2AndItsName(String option, String value) {
        assertEquals(2, run("k8", option, value));
        assertTrue(err.toString().contains(option), err::toString);
        assertEquals(0, out.size());
        assertFalse(Files.exists(root.resolve("target")), "nothing may have begun");
    }

    @Test
    void withoutACommandTheStatusIs2() {
        assertEquals(2, run());
    }
}

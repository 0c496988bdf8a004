package ketum.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Jazzer starts from, without Jazzer: the examples, the words, what was found before, and long inputs. */
class TargetsTest {

    private static final Path ROOT = Path.of("..");

    /** Short enough for every run of the tests; {@code ./ketum fuzz TARGET --long} goes to the reader's limit. */
    private static final int LONG = 2 << 10;

    static Stream<String> names() {
        return Targets.ALL.stream().map(Target::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void examplesWordsAndEarlierFindingsAreNoFindings(String name) throws IOException {
        Target target = Targets.named(name).orElseThrow();
        Map<String, byte[]> seeds = Seeds.of(target, ROOT);
        for (String glob : target.seeds()) {
            assertTrue(seeds.keySet().stream().anyMatch(seed -> seed.startsWith("seed-" + glob.substring(0, glob.indexOf('/') < 0 ? 1 : glob.indexOf('/')))), glob + " names no file");
        }
        assertTrue(seeds.size() >= Dictionary.of(target).words().size(), "fewer seeds than words");
        seeds.forEach((seed, content) -> noFinding(target, seed, content));
    }

    @ParameterizedTest
    @MethodSource("names")
    void longInputsAreReadInTime(String name) throws IOException {
        Target target = Targets.named(name).orElseThrow();
        Map<String, Supplier<byte[]>> inputs = LongInputs.of(Dictionary.of(target), Seeds.of(target, ROOT), Math.min(LONG, target.largest()));
        assertTrue(inputs.size() >= 4 * Dictionary.of(target).words().size());
        inputs.forEach((input, content) -> noFinding(target, input, content.get()));
    }

    private static void noFinding(Target target, String input, byte[] content) {
        Guard.outcome(target, content).finding().ifPresent(finding -> fail(target.name() + ", " + input, finding));
    }

    @Test
    void everyFindingBelongsToATarget() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT.resolve(Seeds.FINDINGS))) {
            assertEquals(List.of(), folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).filter(name -> Targets.named(name).isEmpty()).toList());
        }
    }
}

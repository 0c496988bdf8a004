package ketum.care.casefile;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes a file holds: it is read, or refused with problems that have a place and can be printed. Files are the examples
 * with random edits, a fixed seed for each test; a failure prints seed and bytes. {@code ./ketum fuzz case} goes further, guided by coverage.
 */
class MutatedInputTest {

    private static final int FILES_PER_SEED = 400;

    /** Pieces of YAML and of these files that break readers. */
    private static final List<String> TOKENS = List.of("{", "}", "[", "]", ":", ": ", ",", "- ", "\n", "\n  ", "\t", "\r", "\"", "'", "|", "|2\n", ">-\n", "&a ", "*a", "!!int ", "!x ",
            "---\n", "...\n", "%TAG ! x\n", "? ", "<<: ", "#", "@", "`", "\u0000", "\uFEFF", "\u2028", "\u202E", "\uD83D\uDE00", "\\", "\\U99999999", "\"\\x\"", "~", "null", "-", "1e308", "1e999", ".nan",
            "99999999999999999999", "-0", "0", "0.0000001", "9999-12-31", "0000-00-00", "2026-11-22 24:00", "25:61", "per_day: 0", "amount: 4 ml", "use: ", "products: ", "[[[[[[[[[[[[[[", "{a: {a: {a: {a: ",
            "mg/g", "%", " kg", "none", "yes", "../", "certificate: certificates/k51.yaml", "certificate: .", "label: {mitragynine: 1 %}", "changes: [{from: 2025-05-01, amount: none}]");

    private static final Pattern WORD = Pattern.compile("[^\\s{}\\[\\],:#\"]+");

    private static final List<String> WORDS = List.of("0", "-1", "1", "2.5", "1e9", "99999999", "999999999999", ".5", "0x10", "0.000000001", "24", "25", "00:00", "24:00", "07:60", "2026-11-22", "2026-11-23",
            "1899-12-31", "2026-02-29", "0001-01-01", "9999-99-99", "yes", "no", "none", "null", "~", "tea", "shot", "extract", "capsules", "ml", "g", "mg", "%", "mg/ml", "mg/unit", "[]", "{}", "[[]]", "{a: b}",
            "''", "changes", "products", "use", "product", "other", "label", "certificate", "certificates/k51.yaml", "certificates", "k51-tea.yaml", "./", "a/../b", "\\", "nul", "7-OH", "\"\\0\"", "\u00bd", "\u0664", "\uff14");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingButACaseFileExceptionEverEscapes(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<byte[]> originals = originals();
        int accepted = 0;
        int aboutFields = 0;
        for (int i = 0; i < FILES_PER_SEED; i++) {
            byte[] mutated = random.nextBoolean() ? withOtherBytes(originals, random) : withOtherWords(originals, random);
            try {
                List<Problem> problems = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> readOrRefuse(mutated));
                accepted += problems.isEmpty() ? 1 : 0;
                aboutFields += problems.stream().anyMatch(p -> !p.field().isEmpty()) ? 1 : 0;
            } catch (Throwable e) {
                throw new AssertionError("seed " + seed + ", file " + i + ": " + HexFormat.of().formatHex(mutated), e);
            }
        }
        // Edits that never get past the YAML parser would test nothing of ours.
        assertTrue(accepted > FILES_PER_SEED / 100, "accepted: " + accepted);
        assertTrue(aboutFields > FILES_PER_SEED / 5, "about fields: " + aboutFields);
    }

    static Stream<Named<String>> bombs() {
        return Stream.of("[".repeat(250_000), "{a: ".repeat(60_000), "- ".repeat(120_000), "? ".repeat(120_000), "a:\n".repeat(80_000), "\"" + "\\n".repeat(120_000), "&a ".repeat(80_000),
                "!".repeat(250_000), "a: b\n".repeat(50_000), "x".repeat(250_000), "medicines: [" + "a, ".repeat(80_000) + "]", "medicines: [" + "sertralin, ".repeat(20_000) + "]",
                LongStream.range(0, 25_000).mapToObj(i -> "a" + i + ": 1\n").reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append).toString(),
                "goal: " + "9".repeat(250_000), "use: {amount: " + "1".repeat(200_000) + " g}", "person: {weight: " + " 1".repeat(100_000) + "}", "a: " + "\n\n".repeat(120_000) + "b", "# " + "x".repeat(250_000),
                "goal: |\n" + "  x\n".repeat(60_000), "'" + "''".repeat(120_000), ": ".repeat(120_000), "a: &b [*b, *b]\n", "a".repeat(1500) + ": " + "b".repeat(1500), "\u0000".repeat(1000))
                .map(bomb -> Named.of(Quoted.text(bomb) + ", " + bomb.length() + " characters", bomb));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void aHostileFileIsRefusedWithinSeconds(String bomb) {
        byte[] bytes = bomb.getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertFalse(readOrRefuse(bytes).isEmpty(), "it should have been refused"));
    }

    /** The problems, each of them fit to be shown. */
    private static List<Problem> readOrRefuse(byte[] bytes) {
        try {
            assertNotNull(CaseFile.parse("mutated.yaml", bytes, name -> Files.readAllBytes(Reading.examples().resolve(name)), Reading.CONTEXT));
            return List.of();
        } catch (CaseFileException refused) {
            assertFalse(refused.problems().isEmpty());
            for (Problem problem : refused.problems()) {
                assertFalse(problem.found().isBlank());
                assertFalse(problem.accepted().isBlank());
                assertTrue(problem.line() > 0 == problem.column() > 0, problem.message());
                assertTrue(problem.message().length() < 1000, problem.message());
                assertTrue(problem.message().codePoints().noneMatch(Quoted::invisible), problem.message());
            }
            return refused.problems();
        }
    }

    private static List<byte[]> originals() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (Path file : ExamplesTest.files()) {
            files.add(Files.readAllBytes(file));
        }
        files.add(Reading.DAILY.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** Keeps the syntax mostly whole, so that edits reach the fields. */
    private static byte[] withOtherWords(List<byte[]> originals, SplittableRandom random) {
        String text = new String(originals.get(random.nextInt(originals.size())), StandardCharsets.UTF_8).replaceAll("(?m) *#.*$", "");
        String donor = new String(originals.get(random.nextInt(originals.size())), StandardCharsets.UTF_8);
        List<String> words = new ArrayList<>(WORDS);
        WORD.matcher(donor).results().map(MatchResult::group).forEach(words::add);
        int edits = 1 + random.nextInt(3);
        for (int i = 0; i < edits; i++) {
            List<MatchResult> places = WORD.matcher(text).results().toList();
            if (places.isEmpty()) {
                break;
            }
            MatchResult place = places.get(random.nextInt(places.size()));
            text = text.substring(0, place.start()) + words.get(random.nextInt(words.size())) + text.substring(place.end());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withOtherBytes(List<byte[]> originals, SplittableRandom random) {
        byte[] bytes = originals.get(random.nextInt(originals.size()));
        int edits = 1 + random.nextInt(6);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(bytes.length + 1);
            int end = Math.min(bytes.length, at + random.nextInt(12));
            bytes = switch (random.nextInt(6)) {
                case 0 -> splice(bytes, at, end, new byte[0]);
                case 1 -> splice(bytes, at, at, TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8));
                case 2 -> splice(bytes, at, end, TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8));
                case 3 -> splice(bytes, at, Math.min(bytes.length, at + 1), new byte[] {(byte) random.nextInt(256)});
                case 4 -> splice(bytes, at, at, slice(bytes, random));
                default -> splice(bytes, at, end, slice(originals.get(random.nextInt(originals.size())), random));
            };
        }
        return bytes;
    }

    private static byte[] slice(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length + 1);
        return Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + random.nextInt(60)));
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] insert) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(insert);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}

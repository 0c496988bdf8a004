package ketum.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, reading it ends soon, with a model or a {@link ModelException}. */
class HostileTextTest {

    private static final int SMALL_STACK = 512 * 1024;

    private static final String FRAME = "model m; unit time_unit = 3600 second; a = 1 dimensionless; %s\nend\n";

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("open brackets", rule("(".repeat(200_000)), "nested more than 50 deep"),
                Arguments.of("brackets in brackets", rule("(".repeat(5000) + "a" + ")".repeat(5000)), "nested more than 50 deep"),
                Arguments.of("signs", rule("- ".repeat(200_000) + "a"), "nested more than 50 deep"),
                Arguments.of("negations", rule("!".repeat(200_000) + "a"), "nested more than 50 deep"),
                Arguments.of("calls in calls", rule("exp(".repeat(5000) + "a" + ")".repeat(5000)), "nested more than 50 deep"),
                Arguments.of("a long sum", rule("a + ".repeat(200_000) + "a"), "longer than 4000"),
                Arguments.of("a sum too deep to compile", rule("a + ".repeat(1500) + "a"), "more than 200 operations deep"),
                Arguments.of("a sum as deep as allowed", rule("a + ".repeat(199) + "a; b has dimensionless"), null),
                Arguments.of("brackets as deep as allowed", rule("(".repeat(50) + "a" + ")".repeat(50) + "; b has dimensionless"), null),
                Arguments.of("calls as deep as allowed", rule("max(0, ".repeat(50) + "a" + ")".repeat(50) + "; b has dimensionless"), null),
                Arguments.of("functions that double", doubling(60), "more than 20000 parts"),
                Arguments.of("many large formulas", "function f(x); " + "x + ".repeat(190) + "x; end\n" + FRAME.formatted(chain(20_000,
                        i -> "b" + i + " := f(a); b" + i + " has dimensionless; ")), "too large together"),
                Arguments.of("units in a long chain", FRAME.formatted("unit u0 = second" + chain(5000,
                        i -> "; unit u" + (i + 1) + " = u" + i) + "; b = 1 u5000"), null),
                Arguments.of("units in a long chain backwards", FRAME.formatted(chain(5000,
                        i -> "unit u" + i + " = 2 u" + (i + 1) + "; ") + "unit u5000 = second"), "more than 100 deep"),
                Arguments.of("exponents that explode", FRAME.formatted("unit u = second^64; unit v = u^64"), "is beyond 64"),
                Arguments.of("a scale that explodes", FRAME.formatted("unit u = (1e300 second)^2"), "positive number"),
                Arguments.of("a huge number", FRAME.formatted("b = 1e999 dimensionless"), "too large"),
                Arguments.of("division by zero", FRAME.formatted("b = 1/0; b has dimensionless"), "not a finite number"),
                Arguments.of("an open comment", FRAME.formatted("/* b = 1"), "not closed by */"),
                Arguments.of("many open comments", "/* ".repeat(300_000), "not closed by */"),
                Arguments.of("an open quote", FRAME.formatted("a is \"b"), "not closed on its line"),
                Arguments.of("a null character", FRAME.formatted("b\0 = 1"), "character U+0000"),
                Arguments.of("a letter beyond ASCII", FRAME.formatted("\u00e4 = 1"), "character U+00E4"),
                Arguments.of("a byte order mark", "\ufeff" + FRAME.formatted(""), "character U+FEFF"),
                Arguments.of("an import of a name that steers a terminal", "import \"a\0\u001b[31m\u202e\"", "; \"a??[31m?\" is not accepted"),
                Arguments.of("a lone surrogate", "\ud800", "character U+"),
                Arguments.of("parts that double their parts", chain(60, i -> "model m" + i + "; " + (i == 0 ? "x = 1 mole" : "A: m" + (i - 1)
                        + "(); B: m" + (i - 1) + "()") + "; end\n"), "more than 20 deep"),
                Arguments.of("parts that grow eightfold, not deep", chain(7, i -> "model m" + i + "; " + (i == 0 ? "x = 1 mole" : chain(8,
                        j -> "A" + j + ": m" + (i - 1) + "(); ")) + "; end\n"), "more than 1000 submodels"),
                Arguments.of("many statements in many parts", "model n; " + chain(5_000, i -> "x" + i + " = 1 mole; ") + "end\nmodel m; "
                        + chain(900, i -> "A" + i + ": n(); ") + "end\n", "more than 100000 statements"),
                Arguments.of("parts as deep as allowed", "model m0; x = 1 mole; end\n" + chain(20, i -> "model m" + (i + 1)
                        + "; unit time_unit = second; A: m" + i + "(); end\n"), null),
                Arguments.of("large formulas in many parts", "model n; x = 1 dimensionless; y := " + "x + ".repeat(190) + "x; y has dimensionless; end\n"
                        + "model *m; unit time_unit = second; " + chain(1_000, i -> "A" + i + ": n(); ") + "end\n", null),
                Arguments.of("a long path", rule("a" + ".a".repeat(1_000)), "no submodel `a`"),
                Arguments.of("synonyms in a long chain", FRAME.formatted("x0 = 1 dimensionless; " + chain(20_000,
                        i -> "x" + (i + 1) + " is x" + i + "; ")), null),
                Arguments.of("synonyms in a long chain backwards", FRAME.formatted(chain(5_000,
                        i -> "x" + i + " is x" + (i + 1) + "; ") + "x5000 = 1 dimensionless"), null),
                Arguments.of("synonyms in a circle", FRAME.formatted("b is c; c is d; d is b; b = 1 dimensionless"), null),
                Arguments.of("an event with many changes", FRAME.formatted(chain(3_000, i -> "x" + i + " = 1 dimensionless; ")
                        + "at (time > 0): " + chain(3_000, i -> (i > 0 ? ",\n" : "") + "x" + i + " = " + i)), null),
                Arguments.of("many events", FRAME.formatted(chain(10_000, i -> "at (a > " + i + "): a = " + i + "; ")), null),
                Arguments.of("an event without end", FRAME.formatted("at (a > 1): a = 1,"), "unexpected"),
                Arguments.of("an event of brackets", FRAME.formatted("at " + "(".repeat(60) + "a > 1): a = 1"), "nested more than 50 deep"),
                Arguments.of("an event without changes", FRAME.formatted("at (a > 1):"), "unexpected"),
                Arguments.of("nothing", "", "there is no model"),
                Arguments.of("a model without end", "model m; a = 1 dimensionless\n", "unexpected end of file"),
                Arguments.of("too much text", " ".repeat((1 << 20) + 1), "longer than 1 MiB"),
                Arguments.of("too many bytes", "\u20ac".repeat(400_000), "longer than 1 MiB"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void hostileTextIsTurnedDownInWords(String name, String text, String message) {
        Throwable outcome = parseOnSmallStack(text);
        if (message == null) {
            assertEquals(null, outcome);
        } else {
            assertTrue(assertInstanceOf(ModelException.class, outcome).getMessage().contains(message), outcome::getMessage);
        }
    }

    @Test
    void importsThatNeverEndAreCutOff() {
        Imports deeper = name -> java.util.Optional.of("import \"x" + name + "\"\n");
        assertTrue(assertThrows(ModelException.class, () -> Model.parse("m", "import \"x\"\n", deeper)).getMessage()
                .contains("imports more than 20 deep"));
        Imports wider = name -> java.util.Optional.of("\n");
        assertTrue(assertThrows(ModelException.class, () -> Model.parse("m", chain(200, i -> "import \"x" + i + "\"\n"), wider)).getMessage()
                .contains("more than 100 texts"));
        Imports longer = name -> java.util.Optional.of("\n".repeat(1 << 19));
        assertTrue(assertThrows(ModelException.class, () -> Model.parse("m", chain(3, i -> "import \"x" + i + "\"\n"), longer)).getMessage()
                .contains("longer than 1 MiB together"));
    }

    @Test
    void longChainOfAssignmentsIsOrdered() {
        int length = 10_000;
        String text = FRAME.formatted(chain(length, i -> "x" + i + " := x" + (i + 1) + "; x" + i + " has dimensionless\n")
                + "x" + length + " := a; x" + length + " has dimensionless");
        Model model = Model.parse("chain", text);
        assertEquals("x" + length, model.assignments().getFirst().id());
        assertEquals("x0", model.assignments().getLast().id());
        assertEquals(length + 1, model.slice(List.of("x0")).assignments().size());
        assertEquals(1, model.slice(List.of("x" + length)).assignments().size());
    }

    /** The documented examples with random edits, in every run of the tests; {@code ./ketum fuzz model} goes further, guided by coverage. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void mutatedTextGivesAModelOrAModelException(long seed) throws IOException {
        var random = new Random(seed);
        List<String> seeds = examples();
        assertTimeoutPreemptively(Duration.ofSeconds(120), () -> {
            for (int i = 0; i < 400; i++) {
                String text = mutated(seeds.get(random.nextInt(seeds.size())), seeds, random);
                try {
                    Model.parse("fuzz", text, name -> java.util.Optional.of(seeds.get(Math.floorMod(name.hashCode(), seeds.size()))));
                } catch (ModelException expected) {
                    assertTrue(expected.line() >= 1 && expected.column() >= 1, expected.getMessage());
                } catch (RuntimeException | StackOverflowError e) {
                    fail("seed " + seed + ", case " + i + ": " + e + "\n" + text, e);
                }
            }
        });
    }

    private static String mutated(String text, List<String> seeds, Random random) {
        var pieces = new ArrayList<>(List.of(text.split("(?<=\\W)|(?=\\W)")));
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = random.nextInt(pieces.size());
            switch (random.nextInt(12)) {
                case 0 -> pieces.set(at, "");
                case 1 -> pieces.add(at, pieces.get(random.nextInt(pieces.size())));
                case 2 -> pieces.set(at, pieces.get(random.nextInt(pieces.size())));
                case 3 -> pieces.add(at, DICTIONARY.get(random.nextInt(DICTIONARY.size())));
                case 4 -> pieces.set(at, String.valueOf((char) random.nextInt(256)));
                case 5 -> pieces.set(at, pieces.get(at).repeat(random.nextInt(300)));
                case 6 -> pieces.add(at, seeds.get(random.nextInt(seeds.size())));
                default -> pieces.set(at, likeliest(pieces, pieces.get(at), random));
            }
        }
        return String.join("", pieces);
    }

    /** Another piece of the same sort, so that many mutated texts still pass the grammar and try what comes after. */
    private static String likeliest(List<String> pieces, String piece, Random random) {
        boolean word = piece.matches("\\w+");
        List<String> alike = pieces.stream().filter(other -> other.matches("\\w+") == word && !other.isBlank()).toList();
        return alike.isEmpty() || piece.isBlank() ? piece : alike.get(random.nextInt(alike.size()));
    }

    private static final List<String> DICTIONARY = List.of(";", "\n", "'", "=", ":=", "(", ")", "^", "-", "--", "*", "/", ",", "!",
            "&&", "||", "<", "0", "1e308", "1e-320", "end", "model", "function", "unit", "has", "is", "piecewise(", "max(", "time",
            "\\", "\"", "/*", "*/", "#", "second", "mole", "2 mole", "^64", "^-1", "import \"", "at ", "after ", "t0=false", ": ", "A.", "A: ", " is ", "*", ".", "...", "\0", "\r");

    private static List<String> examples() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "model", "antimony.md"));
        var texts = new ArrayList<String>();
        for (String model : List.of("model oral_dose", "model depot_with_booster", "model pump_by_events", "model pair")) {
            texts.add(DocumentedLanguageTest.block(model));
        }
        page.lines().filter(line -> line.startsWith("|") && line.contains("`")).map(line -> line.split("(?<!\\\\)\\|")[2]
                .replace("`", "").replace("\\|", "|").strip()).forEach(example -> texts.add(DocumentedLanguageTest.file(example)));
        return texts;
    }

    private static String rule(String formula) {
        return FRAME.formatted("b := " + formula);
    }

    private static String doubling(int times) {
        return "function f0(x); x + x; end\n" + chain(times, i -> "function f" + (i + 1) + "(x); f" + i + "(f" + i + "(x)); end\n")
                + rule("f" + times + "(a)");
    }

    private static String chain(int length, java.util.function.IntFunction<String> link) {
        return String.join("", IntStream.range(0, length).mapToObj(link).toList());
    }

    private static Throwable parseOnSmallStack(String text) {
        return assertTimeoutPreemptively(Duration.ofSeconds(120), () -> {
            var outcome = new Throwable[1];
            var thread = new Thread(null, () -> {
                try {
                    Model.parse("hostile", text);
                } catch (Throwable e) {
                    outcome[0] = e;
                }
            }, "small stack", SMALL_STACK);
            thread.start();
            thread.join();
            return outcome[0];
        });
    }
}

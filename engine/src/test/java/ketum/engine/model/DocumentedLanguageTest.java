package ketum.engine.model;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tries every row of the tables in docs/model/antimony.md; what each row must give is written there by hand. */
public class DocumentedLanguageTest {

    private static final Path PAGE = Path.of("..", "docs", "model", "antimony.md");

    private static final String FRAME = """
            function twice(x); 2*x; end
            model frame
              unit time_unit = 3600 second; unit h = 3600 second; unit nmol = 1e-9 mole
              unit per_h = 1/h; unit nM = nmol/litre
              p = 2 nmol; q = 3 dimensionless; k = 0.1 per_h; t0 = 2 h
              A = 1 nmol; A' = -k*A
              %s
            end
            """;
    /** Files that examples import. */
    private static final Map<String, String> BESIDE = Map.of(
            "absorption.ant", """
                    model absorption(A, ka)
                      unit h = 3600 second; unit nmol = 1e-9 mole; unit per_h = 1/h
                      ka = 1 per_h
                      G = 5 nmol; G' = -ka*G
                      A = 0 nmol; A' = ka*G
                    end
                    """,
            "circle.ant", "import \"circle.ant\"\n",
            "main.ant", "model *other; unit time_unit = second; end\n",
            "model.xml", "<?xml version='1.0'?><sbml/>");
    private static final int LINE_OF_EXAMPLE = 7;
    private static final List<String> OF_FRAME = List.of("p", "q", "k", "t0", "A");

    static Stream<Arguments> supported() throws IOException {
        return rows("## Supported");
    }

    static Stream<Arguments> turnedDown() throws IOException {
        return rows("## Turned down");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("supported")
    void supportedConstructReadsAsDocumented(String construct, String example, String readsAs) {
        assertEquals(readsAs, written(Model.parse("page", file(example), Imports.of(BESIDE))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("turnedDown")
    void constructThatIsLeftOutIsNamedWithItsPlace(String construct, String example, String message) {
        var problem = assertThrows(ModelException.class, () -> Model.parse("page", file(example), Imports.of(BESIDE)));
        int line = isFile(example) ? 1 : LINE_OF_EXAMPLE;
        assertAll(
                () -> assertTrue(problem.getMessage().contains(message), problem.getMessage()),
                () -> assertEquals(line, problem.line(), problem.getMessage()),
                () -> assertTrue(problem.getMessage().startsWith("page:" + problem.line() + ":" + problem.column() + ": "),
                        problem.getMessage()));
    }

    @Test
    void modelAtTheTopOfThePageIsRead() throws IOException {
        Model model = Model.parse("page", block("model oral_dose"));
        assertEquals("[A/V, C/(C + half)]", model.assignments().stream().map(a -> Infix.of(a.expression())).toList().toString());
    }

    /** The block of the page that holds a text. */
    public static String block(String text) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.lastIndexOf("\n```\n", page.indexOf(text)) + 5;
        return page.substring(start, page.indexOf("```\n", start));
    }

    private static boolean isFile(String example) {
        return example.contains("model ") || example.contains("module ") || example.startsWith("function");
    }

    static String file(String example) {
        return isFile(example) ? example : FRAME.formatted(example);
    }

    /** What a model adds to the frame, in the notation of the page. */
    private static String written(Model model) {
        var parts = new ArrayList<String>();
        model.parameters().forEach(p -> parts.add(p.id() + " [" + p.unit() + "] = " + plain(p.value())));
        model.assignments().forEach(a -> parts.add(a.id() + " [" + a.unit() + "] := " + Infix.of(a.expression())));
        model.states().forEach(s -> parts.add(s.id() + " [" + s.unit() + "] = " + Infix.of(s.initial()) + "; " + s.id() + "' = "
                + Infix.of(s.rate())));
        model.events().forEach(e -> parts.add(written(e)));
        return parts.stream().filter(part -> !model.name().equals("frame") || !OF_FRAME.contains(part.substring(0, part.indexOf(' '))))
                .collect(Collectors.joining("; "));
    }

    private static String written(Model.Event event) {
        return event.id() + ": at " + event.delay().map(delay -> Infix.of(delay) + " after ").orElse("") + Infix.of(event.trigger())
                + event.priority().map(priority -> ", priority=" + Infix.of(priority)).orElse("")
                + (event.trueBeforeStart() ? "" : ", t0=false") + (event.persistent() ? "" : ", persistent=false")
                + (event.fromTrigger() ? "" : ", fromTrigger=false") + ": "
                + event.changes().stream().map(c -> c.id() + " = " + Infix.of(c.value())).collect(Collectors.joining(", "));
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static Stream<Arguments> rows(String heading) throws IOException {
        List<Arguments> rows = Files.readAllLines(PAGE).stream().dropWhile(line -> !line.equals(heading)).skip(1)
                .takeWhile(line -> !line.startsWith("## ")).filter(line -> line.startsWith("|")).skip(2)
                .map(DocumentedLanguageTest::row).toList();
        assertTrue(rows.size() > 30, () -> heading + " has " + rows.size() + " rows");
        return rows.stream();
    }

    private static Arguments row(String line) {
        List<String> cells = Arrays.stream(line.split("(?<!\\\\)\\|")).map(String::strip).toList();
        assertEquals(4, cells.size(), line);
        return Arguments.of(cells.get(1), code(cells.get(2)), code(cells.get(3)));
    }

    private static String code(String cell) {
        String bare = cell.replaceAll("^`+|`+$", "").replace("\\|", "|");
        return cell.startsWith("```") ? cell.replaceAll("^`{3,4} | `{3,4}$", "").replace("\\|", "|") : bare;
    }
}

package ketum.care.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of a file is given values that cannot stand there. Oracle: the path of the field itself. */
class MisplacedValueTest {

    private static final List<String> NOWHERE_RIGHT = List.of("", "[[a]]", "[{}]", "{a: b}", "\"\\e[2Jx\"", "\"\\u202Ex\"", "'" + "9".repeat(1000) + "'", "[[], []]");
    /** A list of names and texts of one's own take almost anything. */
    private static final Set<String> FREE = Set.of("goal", "earlier_stops[].helped", "product.name", "products[].name", "medicines[].other");

    static Stream<Arguments> places() {
        return CaseFields.all().stream().flatMap(field -> NOWHERE_RIGHT.stream().map(value -> Arguments.of(field.path(), value, field)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("places")
    void aValueThatCannotStandAtAFieldIsBlamedOnThatField(String path, String value, Field field) {
        List<Problem> problems = problems(with(field, value));
        String prefix = path.replace("[]", "[1]");
        assertTrue(problems.stream().anyMatch(p -> p.field().startsWith(prefix)), problems::toString);
        for (Problem problem : problems) {
            assertTrue(problem.line() > 0, problem.message());
            assertTrue(problem.message().codePoints().noneMatch(Quoted::invisible), problem.message());
            assertTrue(problem.message().length() < 600, problem.message());
        }
    }

    static Stream<Arguments> words() {
        return CaseFields.all().stream().filter(field -> !FREE.contains(field.path())).flatMap(field -> Stream.of("~", "null", "-5", "xyzzy", "'4 stone'", "2026-13-01")
                .map(value -> Arguments.of(field.path(), value, field)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("words")
    void aWordThatMeansNothingAtAFieldIsBlamedOnThatFieldAlone(String path, String value, Field field) {
        List<Problem> problems = problems(with(field, value));
        assertEquals(1, problems.size(), problems::toString);
        assertEquals(path.replace("[]", "[1]"), problems.getFirst().field());
        assertFalse(problems.getFirst().advice().isEmpty());
    }

    private static Field with(Field field, String value) {
        return new Field(field.section(), field.name(), field.whenLeftOut(), field.accepted(), value);
    }

    private static List<Problem> problems(Field field) {
        try {
            CaseFile.parse("case.yaml", DocumentationTest.fileWith(field).getBytes(StandardCharsets.UTF_8), CertificateSource.none(), Reading.CONTEXT);
            throw new AssertionError("accepted: " + DocumentationTest.fileWith(field));
        } catch (CaseFileException refused) {
            return refused.problems();
        }
    }
}

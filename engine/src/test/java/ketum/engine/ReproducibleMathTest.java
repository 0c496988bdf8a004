package ketum.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Functions of {@link Math} whose last bits differ between platforms, and between cold and compiled code, stay out of the engine. */
class ReproducibleMathTest {

    private static final Pattern LOOSE = Pattern.compile(
            "(?<!Strict)Math\\s*(\\.|::)\\s*(exp|expm1|log|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot)\\b"
                    + "|VectorOperators\\s*\\.\\s*(EXP|LOG|POW|SIN|COS|TANH)");

    @Test
    void theEngineUsesNoMathWhoseBitsVary() throws IOException {
        Path sources = Path.of("src/main/java/ketum/engine");
        try (Stream<Path> files = Files.walk(sources)) {
            List<String> found = files.filter(file -> file.toString().endsWith(".java")).flatMap(ReproducibleMathTest::loose).toList();
            assertEquals(List.of(), found);
        }
        assertTrue(LOOSE.matcher("Math.exp(x)").find() && LOOSE.matcher("Math::pow").find());
        assertTrue(!LOOSE.matcher("StrictMath.exp(x) + Math.sqrt(y)").find());
    }

    private static Stream<String> loose(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> LOOSE.matcher(line).find()).map(line -> file + ": " + line.strip());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package ketum.care;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import ketum.care.Assessment.Series;
import org.junit.jupiter.api.Test;

/** Equal here means equal in every bit. */
class ReproducibleTest {

    private static final Case INPUT = Cases.daily(5).get();
    private static final Assessment TWENTY = Assess.run(INPUT, "test", 20, 7, 2);

    /** A run on its own, printing a digest of every number: {@link #vectorWidthAndScalarCodeGiveTheSameBits} starts it in other machines. */
    static final class Digest {

        private Digest() {
        }

        public static void main(String[] arguments) {
            System.out.println(digest(Assess.run(Cases.daily(20).get(), "test", 24, 7, 1)));
        }
    }

    private static long digest(Assessment assessment) {
        long[] digest = {1};
        Walk.numbers(assessment).forEach((path, values) -> {
            for (double value : values) {
                digest[0] = digest[0] * 31 + path.hashCode();
                digest[0] = digest[0] * 31 + Double.doubleToLongBits(value);
            }
        });
        return digest[0];
    }

    private static void assertSame(Assessment one, Assessment other) {
        Map<String, double[]> a = Walk.numbers(one);
        Map<String, double[]> b = Walk.numbers(other);
        assertEquals(a.keySet(), b.keySet());
        assertTrue(a.size() > 500, "looked at " + a.size());
        a.forEach((path, values) -> assertTrue(Arrays.equals(values, b.get(path)), path + " " + Arrays.toString(values) + " " + Arrays.toString(b.get(path))));
    }

    @Test
    void oneThreadAndTwoGiveTheSameNumbers() {
        assertSame(TWENTY, Assess.run(INPUT, "test", 20, 7, 1));
    }

    @Test
    void anotherSeedGivesOtherNumbers() {
        assertFalse(digest(TWENTY) == digest(Assess.run(INPUT, "test", 20, 8, 2)));
    }

    @Test
    void twinSevenOfTwentyIsTwinSevenOfSixty() {
        Map<String, Series> few = Walk.records(TWENTY, Series.class);
        Map<String, Series> many = Walk.records(Assess.run(INPUT, "test", 60, 7, 2), Series.class);
        assertEquals(few.keySet(), many.keySet());
        few.forEach((path, series) -> {
            assertEquals(20, series.sampled().size());
            for (int twin = 0; twin < 20; twin++) {
                // Plans of the equal-occupancy taper follow the median twin, which more twins move.
                if (!series.id().equals("equal_occupancy")) {
                    assertArrayEquals(series.sampled().get(twin), many.get(path).sampled().get(twin), path + " twin " + twin);
                }
            }
        });
    }

    @Test
    void fewerThanTwentyTwinsAreRefused() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Assess.run(INPUT, "test", 19, 7, 1)).getMessage().contains("19"));
    }

    @Test
    void vectorWidthAndScalarCodeGiveTheSameBits() throws IOException, InterruptedException {
        List<List<String>> machines = List.of(
                List.of("--add-modules", "jdk.incubator.vector"),
                List.of("--add-modules", "jdk.incubator.vector", "-XX:MaxVectorSize=16"),
                List.of("--add-modules", "jdk.incubator.vector", "-XX:MaxVectorSize=32"),
                List.of());
        Set<String> digests = new LinkedHashSet<>();
        for (List<String> options : machines) {
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.addAll(options);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Digest.class.getName()));
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String digest = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertTrue(process.waitFor(5, TimeUnit.MINUTES));
            assertEquals(0, process.exitValue(), options.toString());
            assertTrue(digest.matches("-?[0-9]+"), digest);
            digests.add(digest);
        }
        assertEquals(1, digests.size(), digests.toString());
    }
}

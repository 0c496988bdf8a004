package ketum.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import ketum.engine.Options;
import ketum.engine.data.DosingConformanceTest.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a file, reading it ends soon, with a data set or a {@link DataException}; and so does simulating what was read. */
class DataSetMutationTest {

    private static final List<String> WORDS = List.of("-1", "-2", "0", "1", "2", "3", "4", "5", "1e300", "-1e300", "1e-300", "1e9", "2147483648", "0.1",
            "NA", ".", "", "\"", "\"\"", ",", "\t", " ", "\n", "\r", "\r\n", "#", "#!", "#! x: linear\n", "C", "@", "ID", "TIME", "AMT", "RATE", "DUR", "II",
            "ADDL", "SS", "EVID", "CMT", "MDV", "DV", "DATE", "DAT1", "10:30", "-3:00", "24:61", "1:2:3:4", "2024-02-30", "1/2", "gut", "central",
            "central_lag", "NaN", "Infinity", "0x1p3", "1d", "1_000", "\ufeff", "\0", "\u2028", "é", "x".repeat(300), "9".repeat(300), ":", "-", "linear");

    private static final List<String> IDS = DosingConformanceTest.ids();

    private static String mutated(String text, Random random) {
        StringBuilder result = new StringBuilder(text);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && !result.isEmpty(); i++) {
            int at = random.nextInt(result.length());
            int to = Math.min(result.length(), at + 1 + random.nextInt(6));
            switch (random.nextInt(8)) {
                case 0 -> result.delete(at, to);
                case 1 -> result.insert(at, WORDS.get(random.nextInt(WORDS.size())));
                case 2, 3 -> {
                    // a whole field becomes another
                    int from = Math.max(result.lastIndexOf(",", at), result.lastIndexOf("\n", at)) + 1;
                    int end = from;
                    while (end < result.length() && ",\n".indexOf(result.charAt(end)) < 0) {
                        end++;
                    }
                    result.replace(from, end, WORDS.get(random.nextInt(WORDS.size())));
                }
                case 4 -> result.setCharAt(at, (char) (random.nextInt(4) == 0 ? random.nextInt(0xd800) : random.nextInt(128)));
                case 5 -> result.insert(at, result.substring(at, to));
                case 6 -> {
                    List<String> lines = new ArrayList<>(Arrays.asList(result.toString().split("\n", -1)));
                    String line = lines.remove(random.nextInt(lines.size()));
                    lines.add(random.nextInt(lines.size() + 1), line);
                    result = new StringBuilder(String.join("\n", lines));
                }
                default -> result.setLength(random.nextInt(20) == 0 ? at : result.length());
            }
        }
        return result.toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void readingEndsWithADataSetOrWithTheReason(long seed) {
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 4000; i++) {
            Case one = CASES.get(random.nextInt(CASES.size()));
            String text = mutated(TEXTS.get(CASES.indexOf(one)), random);
            read += assertTimeoutPreemptively(Duration.ofSeconds(10), () -> reads(text, one)) == null ? 0 : 1;
        }
        // enough of both kinds, or the mutants are too wild or too tame
        assertTrue(read > 400 && read < 3600, read + " of 4000 were read");
    }

    private static DataSet reads(String text, Case one) {
        try {
            DataSet data = DataSet.parse("mutant", text, Columns.of(one.model()));
            assertEquals(data, DataSet.parse("again", data.text(), Columns.STANDARD), text);
            return data;
        } catch (DataException e) {
            assertTrue(!e.problems().isEmpty() && e.getMessage().startsWith("mutant"), e.getMessage());
            assertTrue(e.getMessage().length() < 20_000 && e.getMessage().chars().noneMatch(c -> c < ' ' && c != '\n'), e.getMessage());
            return null;
        }
    }

    @Test
    void simulatingWhatWasReadEnds() {
        Random random = new Random(21);
        int done = 0;
        for (int i = 0; i < 1500 && done < 250; i++) {
            Case one = CASES.get(random.nextInt(CASES.size()));
            DataSet data = reads(mutated(TEXTS.get(CASES.indexOf(one)), random), one);
            if (data != null) {
                boolean ran = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> simulates(one, data), () -> data.text());
                done += ran ? 1 : 0;
            }
        }
        assertTrue(done > 100, done + " ran");
    }

    private static boolean simulates(Case one, DataSet data) {
        try {
            RecordTable table = DataSimulation.of(one.model(), data, new DataSimulation.Settings(Options.of(1e-4, 1e-4).withThreads(1)
                    .withLanes(Options.Lanes.SCALAR), List.of(one.says().get("output")))).run();
            for (int row = 0; row < table.rows(); row++) {
                String id = table.record(row).id();
                assertTrue(Double.isFinite(table.value(0, row)) || table.failures().stream().anyMatch(failure -> failure.id().equals(id)), data.text());
            }
            return true;
        } catch (DataException e) {
            return false;
        }
    }

    @Test
    void bytesOfAnyKindAreReadOrTurnedDown(@TempDir Path folder) throws IOException {
        Random random = new Random(31);
        Path file = folder.resolve("mutant");
        for (int i = 0; i < 500; i++) {
            byte[] bytes = TEXTS.get(random.nextInt(TEXTS.size())).getBytes(StandardCharsets.UTF_8);
            for (int change = 0; change <= random.nextInt(4); change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            try {
                DataSet.read(file, Columns.STANDARD);
            } catch (DataException e) {
                assertTrue(e.getMessage().startsWith("mutant"), e.getMessage());
            }
        }
    }

    private static final List<Case> CASES = IDS.stream().map(DosingConformanceTest::read).toList();
    private static final List<String> TEXTS = CASES.stream().map(one -> {
        try {
            return Files.readString(Path.of("src/test/resources/ketum/engine/dosing", one.id() + ".csv"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }).toList();
}

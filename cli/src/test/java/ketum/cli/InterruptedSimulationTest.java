package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of writing, and a disk that takes no more, in a process of its own. */
@Timeout(120)
class InterruptedSimulationTest {

    private static final long WRITING = 1 << 20;

    @TempDir
    private Path folder;

    private Path table;

    @BeforeEach
    void anOlderTable() throws IOException {
        table = Files.writeString(folder.resolve("t.csv"), "older");
        Files.writeString(folder.resolve("m.ant"), """
                model m
                  unit time_unit = 3600 second; unit per_h = 1/hour; unit hour = 3600 second
                  k = 0.1 per_h
                  a = 8 dimensionless
                  a' = -k*a
                end
                """);
        Files.writeString(folder.resolve("v.csv"), "parameter,distribution,spread,correlated_with,correlation\nk,log-normal,0.3,,\n");
    }

    private Process simulation(List<String> before) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--add-modules", "jdk.incubator.vector",
                "-XX:-UsePerfData", "-cp", System.getProperty("java.class.path"), "ketum.cli.Main", "simulate", folder.resolve("m.ant").toString(),
                "--times", "0:1000:1", "--variability", folder.resolve("v.csv").toString(), "--subjects", "1000000", "--out", table.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile()).start();
    }

    private void assertNothingChanged() throws IOException {
        assertEquals("older", Files.readString(table));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of("m.ant", "said", "t.csv", "v.csv"), left.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void anInterruptLeavesTheOlderTableAndNothingElse() throws Exception {
        Process process = simulation(withInterruptAllowed());
        try {
            while (bytesOfPart() < WRITING && process.isAlive()) {
                Thread.onSpinWait();
            }
            assertTrue(process.isAlive(), () -> said());
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it went on");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(130, process.exitValue(), said());
        assertNothingChanged();
    }

    /** A limit on the size of files stands for the full disk: writing fails in the same place. */
    @Test
    void aDiskThatTakesNoMoreIsSaidAndLeavesTheOlderTableAndNothingElse() throws Exception {
        Process process = simulation(List.of("sh", "-c", "ulimit -f 2000; exec \"$@\"", "sh"));
        assertTrue(process.waitFor(100, TimeUnit.SECONDS), "it went on");
        assertEquals(2, process.exitValue(), said());
        String last = said().lines().toList().getLast();
        assertTrue(last.startsWith("ketum: cannot write " + table + ": ") && last.endsWith("; nothing was kept"), said());
        assertNothingChanged();
    }

    /** A shell that starts this build in the background makes its children deaf to Ctrl-C; this makes them hear again, where it exists. */
    private static List<String> withInterruptAllowed() throws Exception {
        try {
            boolean there = new ProcessBuilder("env", "--default-signal=INT", "true").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
            return there ? List.of("env", "--default-signal=INT") : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private long bytesOfPart() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("part-")).mapToLong(file -> file.toFile().length()).sum();
        } catch (java.io.UncheckedIOException e) {
            return 0;
        }
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}

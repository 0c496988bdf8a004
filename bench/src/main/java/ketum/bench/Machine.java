package ketum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the figures were measured on.
 *
 * @param processor  name and, where the system tells, family and model
 * @param cores      that this process may use
 * @param vectors    instruction sets that matter here, of those the processor names
 * @param system     operating system
 * @param java       virtual machine
 * @param gcc        first line of {@code gcc --version}; null where there is none
 */
record Machine(String processor, int cores, List<String> vectors, String system, String java, String gcc) {

    private static final List<String> VECTORS = List.of("avx", "avx2", "fma", "avx512f", "avx512dq", "avx512vl", "asimd", "sve");

    static Machine here() {
        List<String> lines = processorLines();
        String name = value(lines, "model name").orElse(System.getProperty("os.arch"));
        String processor = name + value(lines, "cpu family").map(family -> ", family " + family).orElse("")
                + value(lines, "model").map(model -> ", model " + model).orElse("");
        List<String> flags = List.of(value(lines, "flags").or(() -> value(lines, "Features")).orElse("").split(" "));
        return new Machine(processor, Runtime.getRuntime().availableProcessors(), VECTORS.stream().filter(flags::contains).toList(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vendor") + " " + Runtime.version(), Tool.firstLine("gcc", "--version"));
    }

    /** Of the first core; empty where the system has no such file. */
    private static List<String> processorLines() {
        try (Stream<String> text = Files.lines(Path.of("/proc/cpuinfo"))) {
            return text.takeWhile(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<String> value(List<String> lines, String key) {
        return lines.stream().filter(line -> line.split("\\s*:", 2)[0].equals(key) && line.contains(":"))
                .map(line -> line.split(":\\s*", 2)[1].strip()).findFirst();
    }
}

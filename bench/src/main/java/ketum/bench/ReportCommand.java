package ketum.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ketum bench report}: the standard runs, each in a virtual machine of its own, so that none meets code that the one before
 * shaped; then docs/performance.md.
 */
@Command(name = "report", sortOptions = false,
        header = "The standard runs, some minutes, and docs/performance.md written from them.",
        description = {"", "The result of each run is kept in docs/performance; the hand-written part of the page is "
            + "docs/performance-notes.md. Run it when the machine does nothing else."},
        footer = {"", "Examples:",
            "  ./ketum bench report",
            "  ./ketum bench report --only k8-1e-8,k8-1e-6",
            "  ./ketum bench report --again      after a change of docs/performance-notes.md"})
final class ReportCommand implements Callable<Integer> {

    /** By name: words after {@code ./ketum bench}. */
    static final Map<String, String> STANDARD = standard();

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--only", paramLabel = "NAME", split = ",",
            description = "only these runs anew, the others as they were last time: ${COMPLETION-CANDIDATES}", completionCandidates = Names.class)
    private List<String> only = List.of();

    @Option(names = "--again", description = "no run anew, only the page, from the results and notes in docs")
    private boolean again;

    ReportCommand(Console console) {
        this.console = console;
    }

    private static Map<String, String> standard() {
        Map<String, String> runs = new LinkedHashMap<>();
        runs.put("k8-1e-8", "k8 --rtol 1e-8 --atol 1e-8");
        runs.put("k8-1e-6", "k8 --rtol 1e-6 --atol 1e-8");
        runs.put("k8s-1e-6", "k8 --stiff --rtol 1e-6 --atol 1e-8 --rounds 5");
        runs.put("k8-1e-8-two-threads", "k8 --rtol 1e-8 --atol 1e-8 --threads 2 --rounds 21");
        runs.put("k8-1e-8-scalar", "k8 --rtol 1e-8 --atol 1e-8 --lanes scalar --rounds 5");
        return runs;
    }

    static final class Names extends ArrayList<String> {
        Names() {
            super(STANDARD.keySet());
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (String name : only) {
            if (!STANDARD.containsKey(name)) {
                throw new ParameterException(spec.commandLine(), "--only " + name + ": the runs are " + String.join(", ", STANDARD.keySet()));
            }
        }
        Path notes = console.root().resolve("docs").resolve("performance-notes.md");
        if (!Files.isReadable(notes)) {
            throw new ParameterException(spec.commandLine(), notes + " is missing; the page is not written without its hand-written part");
        }
        Path folder = Files.createDirectories(console.root().resolve("docs").resolve("performance"));
        for (Map.Entry<String, String> run : STANDARD.entrySet()) {
            Path file = folder.resolve(run.getKey() + ".json");
            boolean anew = !again && (only.isEmpty() || only.contains(run.getKey()));
            boolean possible = !run.getValue().contains("--threads 2") || Runtime.getRuntime().availableProcessors() > 1;
            if (anew && possible) {
                measure(run.getValue(), file);
            }
        }
        Map<String, JsonNode> results = results(folder);
        if (results.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "there is no run to write a page from; run it without --again");
        }
        Path page = console.root().resolve("docs").resolve("performance.md");
        Files.writeString(page, PerformancePage.write(STANDARD, results, Files.readString(notes)), StandardCharsets.UTF_8);
        console.out().println("docs/performance.md");
        return 0;
    }

    /** Of the standard runs, as far as they were measured. */
    static Map<String, JsonNode> results(Path folder) throws IOException {
        Map<String, JsonNode> results = new LinkedHashMap<>();
        for (String name : STANDARD.keySet()) {
            Path file = folder.resolve(name + ".json");
            if (Files.exists(file)) {
                results.put(name, JsonMapper.builder().build().readTree(Files.readString(file)));
            }
        }
        return results;
    }

    private void measure(String words, Path file) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "--enable-native-access=ALL-UNNAMED", Main.class.getName()));
        command.addAll(List.of(words.split(" ")));
        command.addAll(List.of("--json", file.toString()));
        int status = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectError(ProcessBuilder.Redirect.INHERIT)
                .start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("\"" + words + "\" ended with status " + status);
        }
    }
}

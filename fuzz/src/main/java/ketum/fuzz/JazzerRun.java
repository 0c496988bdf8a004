package ketum.fuzz;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Runs Jazzer over one target in a JVM of its own, and says what came of it. */
final class JazzerRun {

    /** Classes whose branches guide Jazzer: readers, what is made of what they read, and the parsers below them. */
    private static final String GUIDING = "ketum.engine.**:ketum.kratom.**:ketum.care.**:de.siegmar.**:org.jsoup.**:org.snakeyaml.**";
    /** Classes whose calls the sanitizers watch. */
    private static final String WATCHED = GUIDING + ":ketum.report.**";
    /** Hints towards what a regular expression matches; with them a target that searches sentences takes twice the time. No sanitizer. */
    private static final String SLOW_HOOKS = "com.code_intelligence.jazzer.sanitizers.RegexRoadblocks";
    private static final String HEAP = "-Xmx1g";
    private static final int MOST_RESIDENT_MIB = 2500;

    private final Target target;
    private final int seconds;
    private final Console console;
    private final Path folder;
    private final Path found;

    JazzerRun(Target target, int seconds, Console console) {
        this.target = target;
        this.seconds = seconds;
        this.console = console;
        this.folder = console.root().resolve("target/fuzzing").resolve(target.name());
        this.found = folder.resolve("found");
    }

    int run() throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Files.createDirectories(found);
        for (Map.Entry<String, byte[]> seed : Seeds.of(target, console.root()).entrySet()) {
            Files.write(corpus.resolve(seed.getKey()), seed.getValue());
        }
        Path words = folder.resolve("words.dict");
        Files.writeString(words, Dictionary.of(target).forJazzer());
        Path log = folder.resolve("log.txt");
        Set<Path> before = kept();
        console.err().println("ketum: fuzzing " + target.name() + " for " + seconds + " s; Jazzer's own words are in " + console.root().relativize(log));
        JazzerLog said = new JazzerLog();
        int status = jazzer(corpus, words, log, said);
        Set<Path> now = kept();
        now.removeAll(before);
        return say(status, said, now);
    }

    private List<String> command(Path corpus, Path words) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP, "-Xss1m", "-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "--add-modules", "jdk.incubator.vector", "-cp", console.libraries(), "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + JazzerEntry.class.getName(), "--target_args=" + target.name(),
                "--instrumentation_includes=" + GUIDING, "--custom_hook_includes=" + WATCHED, "--disabled_hooks=" + SLOW_HOOKS,
                "--reproducer_path=" + found, "-artifact_prefix=" + found + "/", "-dict=" + words, "-max_len=" + target.longest(),
                "-max_total_time=" + seconds, "-timeout=" + Guard.SECONDS, "-report_slow_units=" + Guard.SECONDS / 3, "-rss_limit_mb=" + MOST_RESIDENT_MIB,
                "-print_final_stats=1"));
        command.add(corpus.toString());
        return command;
    }

    private int jazzer(Path corpus, Path words, Path log, JazzerLog said) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(corpus, words)).directory(folder.toFile()).redirectErrorStream(true).start();
        Thread ending = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(ending);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                BufferedWriter out = Files.newBufferedWriter(log)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.write(line);
                out.newLine();
                said.line(line);
            }
        }
        int status = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(ending);
        return status;
    }

    /** Inputs that Jazzer kept. */
    private Set<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(found)) {
            return files.filter(file -> file.getFileName().toString().matches("(crash|timeout|oom|leak|slow-unit)-.*")).collect(TreeSet::new, Set::add, Set::addAll);
        }
    }

    private int say(int status, JazzerLog said, Set<Path> now) {
        List<Path> slow = now.stream().filter(file -> file.getFileName().toString().startsWith("slow-unit")).toList();
        List<Path> findings = now.stream().filter(file -> !slow.contains(file)).toList();
        if (!findings.isEmpty()) {
            said.finding().forEach(console.out()::println);
            findings.forEach(file -> console.out().println(howToReplay(target, console.root(), file)));
        } else if (status != 0) {
            said.last().forEach(console.err()::println);
            console.err().println("ketum: Jazzer ended with status " + status + " and no finding; its own words are in " + folder.resolve("log.txt"));
            return FuzzCommand.ENVIRONMENT;
        }
        slow.forEach(file -> console.out().println("slow: " + howToReplay(target, console.root(), file)));
        console.out().println(target.name() + ": " + said.summary() + "; " + findings.size() + " findings, " + slow.size() + " slow inputs");
        return findings.isEmpty() ? 0 : FuzzCommand.FINDING;
    }

    static String howToReplay(Target target, Path root, Path file) {
        return "replay: ./ketum fuzz " + target.name() + " --replay " + root.relativize(file);
    }
}

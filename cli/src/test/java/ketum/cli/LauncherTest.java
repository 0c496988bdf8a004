package ketum.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a checkout of its own, with shell scripts in the place of Java and Maven that say how they were called.
 * The checkout's path has a space in it throughout.
 */
@Timeout(60)
class LauncherTest {

    private static final Path LAUNCHER = Path.of("..", "ketum").toAbsolutePath().normalize();

    /** Says what it was asked, warns as a JVM with the vector module does, and ends with the status asked for. */
    private static final String JAVA = """
            #!/bin/sh
            case "$*" in *jdk.incubator.vector*) echo 'WARNING: Using incubator modules: jdk.incubator.vector' >&2 ;; esac
            echo "java: $*"
            echo 'from the program' >&2
            exit "${STUB_STATUS:-0}"
            """;

    /** Makes the jar where it was told to, after the time asked for; says how often it ran in a file of its own. */
    private static final String MAVEN = """
            #!/bin/sh
            echo "JAVA_HOME=$JAVA_HOME $*" >>"$STUB_LOG"
            echo '[INFO] Building Ketum engine 0.1.0 [2/6]'
            [ -z "${STUB_BUILD_FAILS:-}" ] || { echo '[ERROR] no such symbol'; exit 1; }
            sleep "${STUB_BUILD_SECONDS:-0}"
            for argument; do
              case $argument in
                -Dketum.app=*) : >"${argument#-Dketum.app=}/ketum.jar" ;;
                -Dketum.plugins=*) : >"${argument#-Dketum.plugins=}/duckdb_jdbc.jar" ;;
              esac
            done
            """;

    @TempDir
    private Path folder;
    private Path checkout;
    private Path tools;
    private Path mavenLog;

    private record Result(int status, String out, String err) {}

    @BeforeEach
    void aCheckoutWithStubs() throws IOException {
        checkout = Files.createDirectories(folder.resolve("a checkout"));
        Files.copy(LAUNCHER, checkout.resolve("ketum"));
        Files.setPosixFilePermissions(checkout.resolve("ketum"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.writeString(Files.createDirectories(checkout.resolve("engine/src/main/java")).resolve("A.java"), "class A {}");
        tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("cat", "mkdir", "rm", "rmdir", "mv", "find", "head", "date", "dirname", "readlink", "sed",
                "tee", "grep", "sleep", "awk", "touch")) {
            script(tools.resolve(tool), "#!/bin/sh\nexec " + whereIs(tool) + " \"$@\"\n");
        }
        mavenLog = folder.resolve("maven.log");
        script(tools.resolve("mvn"), MAVEN);
        jdk("system/usr/lib/jvm/jdk-17", "17.0.15");
        jdk("system/usr/lib/jvm/jdk-25", "25.0.3");
        setAge(checkout, 60);
    }

    @Test
    void buildsOnceAndKeepsStdoutForTheProgram() throws Exception {
        Result first = ketum("--version");
        assertEquals(0, first.status, first.err);
        assertTrue(first.out.startsWith("java: ") && first.out.endsWith("ketum.jar --version\n"), first.out);
        assertEquals(1, first.out.lines().count(), first.out);
        assertTrue(first.err.contains("ketum:   engine [2/6]"), first.err);

        Result second = ketum("--version");
        assertEquals("from the program\n", second.err);
        assertEquals(1, mavenRuns().size());
    }

    @Test
    void mavenRunsOnTheJdkThatWasFoundWithoutTestsAndOnlyForTheProgram() throws Exception {
        ketum("--version");
        String run = mavenRuns().getFirst();
        assertTrue(run.startsWith("JAVA_HOME=" + folder.resolve("system/usr/lib/jvm/jdk-25") + " "), run);
        assertTrue(run.contains(" -pl cli -am ") && run.contains("-Dmaven.test.skip=true") && run.endsWith(" package"), run);
    }

    @Test
    void rebuildsWhenASourceIsChangedAddedOrRemovedAndNotOtherwise() throws Exception {
        ketum("--version");
        Path source = checkout.resolve("engine/src/main/java/A.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        ketum("--version");
        assertEquals(2, mavenRuns().size(), "a changed source");
        setAge(checkout.resolve("engine"), 60);

        Path added = Files.writeString(checkout.resolve("engine/src/main/java/B.java"), "class B {}");
        ketum("--version");
        assertEquals(3, mavenRuns().size(), "an added source");
        Files.delete(added);
        ketum("--version");
        assertEquals(4, mavenRuns().size(), "a removed source");

        Files.writeString(checkout.resolve("README.md"), "not a source");
        ketum("--version");
        assertEquals(4, mavenRuns().size(), "nothing that is built");
    }

    @Test
    void benchmarksAreAProgramOfTheirOwnBuiltWhenAskedForAndTheOtherIsNotRebuiltForThem() throws Exception {
        ketum("--version");
        Files.writeString(Files.createDirectories(checkout.resolve("bench/src/main/java")).resolve("B.java"), "class B {}");
        Files.writeString(Files.createDirectories(checkout.resolve("cli/src/main/java")).resolve("C.java"), "class C {}");
        setAge(checkout.resolve("cli"), 60);
        ketum("--version");
        assertEquals(1, mavenRuns().size(), "a change of the benchmarks is none of the program");

        Result result = ketum("bench", "k8", "--json", "-");
        assertEquals(0, result.status, result.err);
        assertTrue(result.out.contains("--add-modules jdk.incubator.vector -XX:+UseParallelGC"), result.out);
        assertTrue(result.out.contains("-Dketum.root=" + checkout.toRealPath() + " "), result.out);
        assertTrue(result.out.contains("/target/bench/") && result.out.endsWith("ketum.jar k8 --json -\n"), result.out);
        assertTrue(mavenRuns().getLast().contains(" -pl bench -am "), mavenRuns().getLast());
        assertTrue(ketum("--version").out.contains("/target/app/"));

        Files.setLastModifiedTime(checkout.resolve("cli/src/main/java/C.java"), FileTime.from(Instant.now().plusSeconds(5)));
        ketum("bench");
        assertEquals(2, mavenRuns().size(), "the benchmarks know nothing above the engine");
        Files.setLastModifiedTime(checkout.resolve("engine/src/main/java/A.java"), FileTime.from(Instant.now().plusSeconds(5)));
        ketum("bench");
        assertEquals(3, mavenRuns().size(), "they do know the engine");
    }

    @Test
    void fuzzingIsAProgramOfItsOwnBuiltWithoutTheCommandLineAndItsStatusIsKept() throws Exception {
        ketum("--version");
        Files.writeString(Files.createDirectories(checkout.resolve("fuzz/src/main/java")).resolve("F.java"), "class F {}");
        Files.writeString(Files.createDirectories(checkout.resolve("cli/src/main/java")).resolve("C.java"), "class C {}");
        setAge(checkout.resolve("cli"), 60);
        ketum("--version");
        assertEquals(1, mavenRuns().size(), "a change of the fuzzing targets is none of the program");

        Result list = ketum("fuzz");
        assertEquals(0, list.status, list.err);
        assertTrue(mavenRuns().getLast().contains(" -pl fuzz -am "), mavenRuns().getLast());
        assertTrue(list.out.contains("/target/fuzz/") && list.out.contains("-Dketum.root=" + checkout.toRealPath() + " ") && list.out.endsWith("ketum.jar\n"), list.out);
        assertTrue(ketum("fuzz", "article", "--seconds", "60").out.endsWith("ketum.jar article --seconds 60\n"));

        Files.setLastModifiedTime(checkout.resolve("cli/src/main/java/C.java"), FileTime.from(Instant.now().plusSeconds(5)));
        for (String status : List.of("1", "2")) {
            assertEquals(Integer.parseInt(status), run(checkout, Map.of("STUB_STATUS", status), List.of("./ketum", "fuzz", "word")).status);
        }
        assertEquals(2, mavenRuns().size(), "fuzzing knows nothing of the command line");
    }

    @Test
    void worksThroughARelativeSymlinkFromAnotherFolder() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("else where"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("k"), Path.of("..", "a checkout", "ketum"));
        Result result = run(elsewhere, Map.of(), List.of(link.toString(), "--version"));
        assertEquals(0, result.status, result.err);
        assertTrue(result.out.contains(checkout.toRealPath() + "/target/app/"), result.out);
    }

    @Test
    void argumentsArriveAsTheyWereTyped() throws Exception {
        ketum("--version");
        assertTrue(ketum("assess", "my file.yaml", "--html", "*").out.endsWith("ketum.jar assess my file.yaml --html *\n"));
    }

    @Test
    void onlySimulatingCommandsGetTheVectorModuleAndItsNoticeIsNotShown() throws Exception {
        ketum("--version");
        for (String command : List.of("assess", "study", "calibrate", "simulate")) {
            Result result = ketum(command);
            assertTrue(result.out.contains("--add-modules jdk.incubator.vector"), result.out);
            assertEquals("from the program\n", result.err);
        }
        assertFalse(ketum("completion").out.contains("incubator"));
    }

    @Test
    void thePluginForParquetIsFetchedOnceIntoAFolderOfItsOwnAndOutlivesABuild() throws Exception {
        Result fetched = ketum("plugin", "parquet");
        assertEquals(0, fetched.status, fetched.err);
        assertEquals("", fetched.out);
        assertTrue(mavenRuns().getFirst().contains(" dependency:copy@parquet "), mavenRuns().getFirst());
        Path plugins = checkout.resolve("target/plugins");
        try (Stream<Path> jars = Files.list(plugins)) {
            assertEquals(List.of(plugins.resolve("duckdb_jdbc.jar")), jars.toList());
        }
        Result simulating = ketum("simulate");
        assertTrue(Files.exists(plugins.resolve("duckdb_jdbc.jar")));
        assertTrue(simulating.out.contains("-Dketum.plugins=" + checkout.toRealPath().resolve("target/plugins") + " "), simulating.out);
        assertTrue(simulating.out.contains(" --enable-native-access=ALL-UNNAMED "), simulating.out);
        assertFalse(ketum("assess").out.contains("native"), "only where it is needed");
    }

    @Test
    void aPluginThatCannotBeFetchedLeavesTheOneThatIsThere() throws Exception {
        ketum("plugin", "parquet");
        Result failed = run(checkout, Map.of("STUB_BUILD_FAILS", "yes"), List.of("./ketum", "plugin", "parquet"));
        assertEquals(1, failed.status);
        assertTrue(failed.err.contains("[ERROR] no such symbol") && failed.err.contains("could not be fetched"), failed.err);
        try (Stream<Path> left = Files.list(checkout.resolve("target"))) {
            assertEquals(List.of("plugins"), left.map(file -> file.getFileName().toString()).toList());
        }
        assertEquals(2, ketum("plugin", "word").status);
    }

    @Test
    void theProgramsStatusIsTheLaunchersStatus() throws Exception {
        ketum("--version");
        for (String command : List.of("assess", "completion")) {
            assertEquals(2, run(checkout, Map.of("STUB_STATUS", "2"), List.of("./ketum", command)).status);
        }
    }

    @Test
    void aMissingJdkIsExplainedWithWhatWasFoundAndWhatToInstall() throws Exception {
        delete(folder.resolve("system/usr/lib/jvm/jdk-25"));
        Result result = ketum("--version");
        assertEquals(69, result.status);
        assertEquals("", result.out);
        assertTrue(result.err.contains("system/usr/lib/jvm/jdk-17: Java 17"), result.err);
        for (String system : List.of("Debian", "Fedora", "macOS", "WSL", "KETUM_JAVA_HOME")) {
            assertTrue(result.err.contains(system), result.err);
        }
    }

    @Test
    void aMissingMavenIsExplained() throws Exception {
        Files.delete(tools.resolve("mvn"));
        Result result = ketum("--version");
        assertEquals(69, result.status);
        assertEquals("", result.out);
        assertTrue(result.err.contains("Maven was not found") && result.err.contains("mvn on PATH"), result.err);
    }

    @Test
    void mavenIsNotNeededOnceBuilt() throws Exception {
        ketum("--version");
        Files.delete(tools.resolve("mvn"));
        assertEquals(0, ketum("--version").status);
    }

    @Test
    void anExplicitJdkComesBeforeThoseOfTheSystemAndABadOneIsNotPassedOverInSilence() throws Exception {
        Path own = jdk("my jdk", "26");
        Result result = run(checkout, Map.of("KETUM_JAVA_HOME", own.toString()), List.of("./ketum", "--version"));
        assertEquals(0, result.status, result.err);
        assertTrue(mavenRuns().getFirst().startsWith("JAVA_HOME=" + own + " "), mavenRuns().getFirst());

        Result bad = run(checkout, Map.of("KETUM_JAVA_HOME", "/nowhere"), List.of("./ketum", "--version"));
        assertTrue(bad.err.contains("KETUM_JAVA_HOME (/nowhere)"), bad.err);
    }

    @Test
    void aFailedBuildShowsMavensErrorsAndLeavesTheProgramAsItWas() throws Exception {
        ketum("--version");
        Files.writeString(checkout.resolve("engine/src/main/java/B.java"), "class B {");
        Result failed = run(checkout, Map.of("STUB_BUILD_FAILS", "yes"), List.of("./ketum", "--version"));
        assertEquals(1, failed.status);
        assertEquals("", failed.out);
        assertTrue(failed.err.contains("[ERROR] no such symbol") && !failed.err.contains("[INFO]"), failed.err);
        assertFalse(Files.exists(checkout.resolve("target/build.lock")));
        assertEquals(0, ketum("--version").status, "the next try builds again");
        assertEquals(3, mavenRuns().size());
    }

    @Test
    void twoAtTheSameTimeBuildOnce() throws Exception {
        Process one = start(checkout, Map.of("STUB_BUILD_SECONDS", "1"), List.of("./ketum", "--version"));
        Process two = start(checkout, Map.of("STUB_BUILD_SECONDS", "1"), List.of("./ketum", "--version"));
        assertEquals(0, finish(one).status);
        assertEquals(0, finish(two).status);
        assertEquals(1, mavenRuns().size());
    }

    @Test
    void aLockLeftBehindByADeadProcessIsBroken() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path lock = Files.createDirectories(checkout.resolve("target/build.lock"));
        Files.writeString(lock.resolve("pid"), dead.pid() + "\n");
        assertEquals(0, ketum("--version").status);
        assertFalse(Files.exists(lock));
    }

    @Test
    void verifyRunsEverythingAndItsLastLineSumsTheReportsOfThisRun() throws Exception {
        Path reports = Files.createDirectories(checkout.resolve("engine/target/surefire-reports"));
        Files.writeString(reports.resolve("old.txt"), "Tests run: 99, Failures: 9, Errors: 9, Skipped: 9, Time elapsed: 1 s\n");
        script(tools.resolve("mvn"), """
                #!/bin/sh
                for module in engine cli; do
                  mkdir -p $module/target/surefire-reports
                  echo 'Tests run: 3, Failures: 1, Errors: 0, Skipped: 2, Time elapsed: 0.1 s' >$module/target/surefire-reports/T.txt
                done
                exit 1
                """);
        Result result = ketum("verify");
        assertEquals(1, result.status);
        assertEquals("\nTests run: 6, Failures: 2, Errors: 0, Skipped: 4\n", result.out);
    }

    // ---- the stage

    private Result ketum(String... arguments) throws Exception {
        return run(checkout, Map.of(), Stream.concat(Stream.of("./ketum"), Stream.of(arguments)).toList());
    }

    private Result run(Path from, Map<String, String> environment, List<String> command) throws Exception {
        return finish(start(from, environment, command));
    }

    /** Each run gets a folder for its two streams, so that nothing has to be read while it runs. */
    private final Map<Process, Path> streams = new java.util.HashMap<>();

    private Process start(Path from, Map<String, String> environment, List<String> command) throws IOException {
        Path stream = Files.createTempDirectory(folder, "run");
        ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile())
                .redirectOutput(stream.resolve("out").toFile()).redirectError(stream.resolve("err").toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", tools.toString(), "HOME", folder.resolve("nobody").toString(),
                "KETUM_SYSTEM_ROOT", folder.resolve("system").toString(), "STUB_LOG", mavenLog.toString()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        streams.put(process, stream);
        return process;
    }

    private Result finish(Process process) throws Exception {
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the launcher did not end");
        Path stream = streams.get(process);
        return new Result(process.exitValue(), Files.readString(stream.resolve("out"), UTF_8), Files.readString(stream.resolve("err"), UTF_8));
    }

    private List<String> mavenRuns() throws IOException {
        return Files.exists(mavenLog) ? Files.readAllLines(mavenLog) : List.of();
    }

    private Path jdk(String where, String version) throws IOException {
        Path jdkHome = folder.resolve(where);
        Files.createDirectories(jdkHome.resolve("bin"));
        Files.writeString(jdkHome.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(jdkHome.resolve("bin/java"), JAVA);
        script(jdkHome.resolve("bin/javac"), "#!/bin/sh\n");
        return jdkHome;
    }

    private static void script(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path whereIs(String tool) {
        return Stream.of("/usr/bin", "/bin", "/opt/homebrew/bin", "/usr/local/bin").map(bin -> Path.of(bin, tool))
                .filter(Files::isExecutable).findFirst().orElseThrow(() -> new AssertionError(tool + " is missing"));
    }

    private static List<Path> tree(Path top) throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            return new ArrayList<>(files.toList()).reversed();
        }
    }

    private static void setAge(Path top, int seconds) throws IOException {
        for (Path file : tree(top)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
        }
    }

    private static void delete(Path top) throws IOException {
        for (Path file : tree(top)) {
            Files.delete(file);
        }
    }
}

package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import ketum.care.Assessment;
import ketum.care.Case;
import ketum.report.Audience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the door itself promises: paths, streams and exit status, whatever the modules below say. */
class AssessCommandTest {

    @TempDir
    private Path folder;
    private Path input;
    private final CapturedTerminal captured = new CapturedTerminal();
    private FakeAssessor assessor = new FakeAssessor();

    @BeforeEach
    void anInputFile() throws IOException {
        input = Files.writeString(folder.resolve("me.yaml"), "input");
    }

    private int assess(String... arguments) {
        return KetumCommand.run(captured.terminal(), assessor,
                Stream.concat(Stream.of("assess", input.toString()), Stream.of(arguments)).toArray(String[]::new));
    }

    private List<String> filesLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void printsOneScreenForAPersonAndNothingElse() throws IOException {
        assertEquals(0, assess());
        assertEquals("screen for PERSON\n", captured.out());
        assertEquals("", captured.err());
        assertEquals(List.of("me.yaml"), filesLeft());
    }

    @Test
    void optionsReachTheModel() {
        assertEquals(0, assess("--twins", "50", "--seed", "-7", "--threads", "1", "--for", "clinician"));
        assertEquals("twins 50 seed -7 threads 1", assessor.asked);
        assertEquals("screen for CLINICIAN\n", captured.out());
    }

    @Test
    void writesBothDocumentsInUtf8BesideTheScreenAndReadableByTheOwnerOnly() throws IOException {
        assertEquals(0, assess("--html", folder.resolve("r.html").toString(), "--json", folder.resolve("r.json").toString()));
        assertEquals("page for PERSON – µ", Files.readString(folder.resolve("r.html")));
        assertEquals("{\"unit\": \"µg\"}", Files.readString(folder.resolve("r.json")));
        assertEquals("screen for PERSON\n", captured.out());
        assertEquals(List.of("me.yaml", "r.html", "r.json"), filesLeft());
        assertEquals("[OWNER_READ, OWNER_WRITE]",
                Files.getPosixFilePermissions(folder.resolve("r.html")).stream().sorted().toList().toString());
    }

    @Test
    void aDocumentOnStandardOutputIsAloneThere() {
        assertEquals(0, assess("--json", "-"));
        assertEquals("{\"unit\": \"µg\"}", captured.out());
    }

    @Test
    void twoDocumentsOnStandardOutputAreRefused() {
        assertEquals(2, assess("--json", "-", "--html", "-"));
        assertEquals("", captured.out());
        assertTrue(captured.err().contains("only one of --html and --json"), captured.err());
    }

    @Test
    void theInputIsNeverOverwrittenHoweverItIsSpelt() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.html"), input);
        Files.createLink(folder.resolve("hard.html"), input);
        for (String spelling : List.of("me.yaml", "../" + folder.getFileName() + "/me.yaml", "./me.yaml", "link.html", "hard.html")) {
            assertEquals(2, assess("--html", folder + "/" + spelling), spelling);
        }
        assertEquals("input", Files.readString(input));
        assertEquals("", assessor.asked, "refused before any work");
        assertTrue(captured.err().contains("which is read"), captured.err());
    }

    @Test
    void aCertificateThatIsReadIsNotOverwrittenEither() throws IOException {
        Path certificate = Files.writeString(folder.resolve("certificate.yaml"), "certificate");
        assessor = new FakeAssessor() {
            @Override
            public Case read(Path file, Consumer<Path> beforeReading) {
                beforeReading.accept(certificate);
                return null;
            }
        };
        assertEquals(2, assess("--json", certificate.toString()));
        assertEquals("certificate", Files.readString(certificate));
    }

    @Test
    void twoDocumentsInOneFileAreRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("b"), Files.createFile(folder.resolve("a")));
        for (String other : List.of("new", "./new")) {
            assertEquals(2, assess("--html", folder + "/new", "--json", folder + "/" + other));
        }
        assertEquals(2, assess("--html", folder + "/a", "--json", folder + "/b"));
        assertTrue(captured.err().contains("name the same file"), captured.err());
        assertFalse(Files.exists(folder.resolve("new")));
    }

    @Test
    void aMissingFolderAFolderAndADeviceAreRefusedBeforeAnyWork() {
        for (String path : List.of(folder + "/none/r.html", folder.toString(), "/dev/null")) {
            assertEquals(2, assess("--html", path), path);
        }
        assertEquals("", assessor.asked);
        assertTrue(captured.err().contains("folder does not exist"), captured.err());
        assertTrue(captured.err().contains("not an ordinary file"), captured.err());
    }

    @Test
    void anOlderReportIsReplacedThroughALink() throws IOException {
        Path target = Files.writeString(folder.resolve("old.html"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("latest.html"), target);
        assertEquals(0, assess("--html", link.toString()));
        assertEquals("page for PERSON – µ", Files.readString(target));
        assertTrue(Files.isSymbolicLink(link));
    }

    @Test
    void aFailureWhileRenderingLeavesEveryFileAsItWasAndSaysNothingAboutThePerson() throws IOException {
        Path older = Files.writeString(folder.resolve("r.html"), "older report");
        assessor = new FakeAssessor() {
            @Override
            public String json(Assessment assessment) {
                throw new IllegalStateException("age 35, 80 kg, heroin");
            }
        };
        assertEquals(1, assess("--html", older.toString(), "--json", folder.resolve("r.json").toString()));
        assertEquals("older report", Files.readString(older));
        assertEquals(List.of("me.yaml", "r.html"), filesLeft());
        assertEquals("", captured.out());
        assertTrue(captured.err().startsWith("ketum: internal failure, IllegalStateException at AssessCommandTest.java:"), captured.err());
        assertEquals(1, captured.err().lines().count(), "no stack trace");
        assertFalse(captured.err().contains("heroin"), captured.err());
    }

    @Test
    void anExhaustedMemoryIsAShortMessageToo() {
        assessor = new FakeAssessor() {
            @Override
            public Assessment assess(Case person, int twins, long seed, int threads) {
                throw new OutOfMemoryError();
            }
        };
        assertEquals(1, assess());
        assertTrue(captured.err().startsWith("ketum: internal failure, OutOfMemoryError"), captured.err());
    }

    @Test
    void aProblemInTheFileIsBadInputAndItsMessageIsShownAsItIs() throws IOException {
        assessor = new FakeAssessor() {
            @Override
            public Case read(Path file, Consumer<Path> beforeReading) {
                throw new InputProblem("me.yaml:3: use.amount: found \"4 ml\"");
            }
        };
        assertEquals(2, assess("--html", folder.resolve("r.html").toString()));
        assertEquals("ketum: me.yaml:3: use.amount: found \"4 ml\"\n", captured.err());
        assertEquals(List.of("me.yaml"), filesLeft());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--twins=0", "--twins=19", "--twins=-5", "--twins=many", "--threads=0", "--for=everyone", "--seed=x", "--htm=x"})
    void anOptionOutOfRangeIsBadInput(String option) {
        assertEquals(2, assess(option));
        assertEquals("", captured.out());
        assertTrue(captured.err().contains("ketum assess --help"), captured.err());
    }

    @Test
    void progressIsDrawnForAWatcherAndWipedAgain() {
        CapturedTerminal watched = new CapturedTerminal();
        UnaryOperator<Terminal> watch = terminal -> new Terminal(terminal.out(), terminal.err(), true, false);
        assertEquals(0, KetumCommand.run(watch.apply(watched.terminal()), assessor, "assess", input.toString()));
        assertTrue(watched.err().startsWith("Computing 1,000 virtual people") && watched.err().endsWith("\r\033[K"), watched.err());
    }
}

package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimsTest {

    private static final Path FOLDER = Path.of("src/main/resources/ketum/kratom/claims");

    static Stream<Claim> claims() {
        return Claims.standard().all().stream();
    }

    @Test
    void everyFileOfTheFolderIsListedAndEveryListedFileIsThere() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> found = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - 5)).sorted().toList();
            assertEquals(found, claims().map(Claim::id).sorted().toList());
        }
        assertTrue(Claims.standard().all().size() >= 60);
    }

    /** The titles were fixed before any sentence was labelled; what is measured with them must stay the same. */
    @Test
    void titlesAreTheOnesThatTheSentencesWereLabelledBy() throws IOException {
        List<Csv.Line> fixed = Csv.read("titles.csv", Files.readString(Path.of("../docs/validation/claims/titles.csv")),
                List.of("id", "topic", "title"));
        assertEquals(fixed.stream().map(line -> line.get("id") + " " + line.get("topic") + " " + line.get("title")).toList(),
                claims().map(claim -> claim.id() + " " + claim.topic() + " " + claim.title()).toList());
    }

    @ParameterizedTest
    @MethodSource("claims")
    void answersAreShortAndSayWhatTheVerdictSays(Claim claim) {
        assertTrue(claim.answer().length() <= 260, claim.answer().length() + " signs");
        for (String sentence : claim.answer().split("(?<=[.;]) ")) {
            assertTrue(sentence.split(" ").length <= 26, sentence);
        }
        assertFalse(claim.answer().contains("lethal"), "no level is called lethal");
        if (claim.support().isEmpty() && claim.against().isEmpty()) {
            assertEquals(Claim.Verdict.UNKNOWN, claim.verdict());
        }
    }

    @ParameterizedTest
    @MethodSource("claims")
    void nothingUnconfirmedCarriesAVerdict(Claim claim) {
        Stream.concat(claim.support().stream(), claim.against().stream())
                .forEach(finding -> assertFalse(finding.status() == Status.UNCONFIRMED || finding.status() == Status.ASSUMED, finding.finding()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            verdict: maybe            | verdict: supported
            grade: E                  | grade: A
            as_of: yesterday          | as_of: 2026-11-22
            title: no whole sentence  | title: A sentence.
            source: nobody1999        | source: hill2025
            status: rumour            | status: seen
            surprise: 1               | as_of: 2026-11-22
            """)
    void whatIsWrongIsNamedWithItsLine(String wrong, String right) {
        String text = """
                id: some
                topic: effects
                title: A sentence.
                verdict: supported
                grade: A
                as_of: 2026-11-22
                answer: An answer.
                for:
                  - source: hill2025
                    finding: "some"
                    locator: "abstract"
                    status: seen
                """;
        Claims.parse("some", "some.yaml", text, Sources.standard());
        String broken = wrong.startsWith("surprise") ? text + wrong + "\n" : text.replace(right, wrong);
        DataException problem = assertThrows(DataException.class, () -> Claims.parse("some", "some.yaml", broken, Sources.standard()));
        int line = (int) broken.substring(0, broken.indexOf(wrong)).chars().filter(c -> c == '\n').count() + 1;
        assertTrue(problem.getMessage().contains("some.yaml") && problem.getMessage().contains(String.valueOf(line)), problem.getMessage());
    }

    @Test
    void aVerdictWithoutFindingsIsTurnedDown() {
        String text = "id: some\ntopic: effects\ntitle: A sentence.\nverdict: supported\ngrade: A\nas_of: 2026-11-22\nanswer: An answer.\n";
        assertThrows(DataException.class, () -> Claims.parse("some", "some.yaml", text, Sources.standard()));
        Claims.parse("some", "some.yaml", text.replace("supported", "unknown"), Sources.standard());
    }
}

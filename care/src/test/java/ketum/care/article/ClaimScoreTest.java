package ketum.care.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of scores is what the finder gives; {@code -Dketum.claims.print=true} prints the tables for the page. */
class ClaimScoreTest {

    private static final Path FOLDER = Path.of("..", "docs", "validation", "claims");
    /** Delivered by other writers before the weights were fitted; scored once. */
    private static final String UNTOUCHED = "sentences-untouched-4.csv";
    /** Scored once with the patterns alone; fitted on since. */
    private static final String SPENT = "sentences-untouched-2.csv";
    /** Scored once with the first weights; fitted on since. */
    private static final String SPENT_BY_WEIGHTS = "sentences-untouched-3.csv";

    @ParameterizedTest
    @ValueSource(strings = {"sentences-development.csv", "sentences-development-2.csv", "sentences-development-3.csv"})
    void theDevelopmentFiguresOfThePageAreWhatThePatternsGive(String file) throws IOException {
        ClaimScore score = ClaimScore.of(ClaimFinder.patternsAlone(), FOLDER.resolve(file), article -> true);
        holds(score.table(), file + ", patterns alone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sentences-development.csv", "sentences-development-2.csv", "sentences-development-3.csv", SPENT, "sentences-development-4.csv", "sentences-development-5.csv", SPENT_BY_WEIGHTS})
    void theFiguresOfTheSetsFittedOnAreWhatTheFinderGives(String file) throws IOException {
        holds(ClaimScore.of(ClaimFinder.standard(), FOLDER.resolve(file), article -> true).summary(), file + ", fitted on it");
    }

    @Test
    void theFiguresOfTheSpentSetsAreWhatThePatternsGive() throws IOException {
        allAndByWriter(ClaimFinder.patternsAlone(), SPENT, ", patterns alone", true);
        holds(ClaimScore.of(ClaimFinder.patternsAlone(), FOLDER.resolve(SPENT_BY_WEIGHTS), article -> true).table(), SPENT_BY_WEIGHTS + ", patterns alone");
    }

    /** Whoever changes the finder after that puts the new figures beside the first, and says so. */
    @Test
    void theFiguresOfTheUntouchedSetAreWhatTheFinderGivesOrItIsSaidThatThereAreNone() throws IOException {
        if (!Files.exists(FOLDER.resolve(UNTOUCHED))) {
            assertTrue(page().contains("`" + UNTOUCHED + "`: not scored yet"), "the set is missing, and the page does not say that it has not been scored");
            return;
        }
        allAndByWriter(ClaimFinder.patternsAlone(), UNTOUCHED, ", patterns alone", false);
        allAndByWriter(ClaimFinder.standard(), UNTOUCHED, "", true);
    }

    /** The best that can be expected of a finder: somebody else labelled the spent set anew, from its sentences, the titles and the rules. */
    @Test
    void theAgreementOfTwoLabellersIsWhatThePageSays() throws IOException {
        holds(ClaimScore.agreement(FOLDER.resolve(SPENT), FOLDER.resolve("relabelled-untouched-2.csv")).table(), "second labeller");
    }

    private static void allAndByWriter(ClaimFinder finder, String file, String how, boolean onPage) throws IOException {
        List<String> writers = ClaimScore.articles(FOLDER.resolve(file)).stream().map(article -> article.replaceFirst("-.*", "")).distinct().toList();
        tell(ClaimScore.of(finder, FOLDER.resolve(file), article -> true).table(), file + how, onPage);
        for (String writer : writers) {
            tell(ClaimScore.of(finder, FOLDER.resolve(file), article -> article.startsWith(writer + "-")).table(), file + how + ", articles " + writer + "-*", onPage);
        }
    }

    private static void holds(String figures, String of) throws IOException {
        tell(figures, of, true);
    }

    private static void tell(String figures, String of, boolean onPage) throws IOException {
        if (Boolean.getBoolean("ketum.claims.print")) {
            System.out.println(of + "\n\n" + figures);
        }
        assertTrue(!onPage || page().contains(figures), of + "\n" + figures);
    }

    private static String page() throws IOException {
        return Files.readString(FOLDER.resolve("score.md"));
    }

    /** They were written beside the patterns, so this only keeps what was reached. */
    @Test
    void theWordingsOnFileAreFoundByThePatterns() {
        assertTrue(ClaimScore.of(ClaimFinder.patternsAlone(), FOLDER.resolve("wordings.csv"), article -> true).macroF1() >= 0.85);
    }

    @ParameterizedTest
    @CsvSource({"first-untouched.sha256, sentences-development-2.csv", "untouched-2.sha256, sentences-untouched-2.csv", "untouched-3.sha256, sentences-untouched-3.csv", "untouched-4.sha256, sentences-untouched-4.csv"})
    void aSetThatWasPutAsideIsStillTheSame(String hash, String file) throws IOException, NoSuchAlgorithmException {
        if (file.equals(UNTOUCHED) && !Files.exists(FOLDER.resolve(file))) {
            assertTrue(Files.readString(FOLDER.resolve(hash)).matches("(?s)[0-9a-f]{64}\\s.*"), "its hash is there before the set is");
            return;
        }
        byte[] found = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(FOLDER.resolve(file)));
        assertEquals(Files.readString(FOLDER.resolve(hash)).split("\\s+")[0], HexFormat.of().formatHex(found));
    }
}

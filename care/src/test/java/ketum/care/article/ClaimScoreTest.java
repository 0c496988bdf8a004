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
    /** Delivered by other writers after the patterns were frozen; scored once. */
    private static final String UNTOUCHED = "sentences-untouched-2.csv";

    @ParameterizedTest
    @ValueSource(strings = {"sentences-development.csv", "sentences-development-2.csv", "sentences-development-3.csv"})
    void theDevelopmentFiguresOfThePageAreWhatTheFinderGives(String file) throws IOException {
        holds(ClaimScore.of(FOLDER.resolve(file), article -> true), file);
    }

    /** Whoever changes the patterns after that puts the new figures beside the first, and says so. */
    @Test
    void theFiguresOfTheUntouchedSetAreWhatTheFinderGives() throws IOException {
        Path file = FOLDER.resolve(UNTOUCHED);
        holds(ClaimScore.of(file, article -> true), UNTOUCHED);
        List<String> articles = ClaimScore.articles(file);
        for (String writer : articles.stream().map(article -> article.replaceFirst("-.*", "")).distinct().toList()) {
            holds(ClaimScore.of(file, article -> article.startsWith(writer + "-")), UNTOUCHED + ", articles " + writer + "-*");
        }
    }

    private static void holds(ClaimScore score, String of) throws IOException {
        if (Boolean.getBoolean("ketum.claims.print")) {
            System.out.println(of + "\n\n" + score.table());
        }
        assertTrue(Files.readString(FOLDER.resolve("score.md")).contains(score.table()), of + "\n" + score.table());
    }

    /** They were written beside the patterns, so this only keeps what was reached. */
    @Test
    void theWordingsOnFileAreFound() {
        assertTrue(ClaimScore.of(FOLDER.resolve("wordings.csv"), article -> true).macroF1() >= 0.85);
    }

    @ParameterizedTest
    @CsvSource({"first-untouched.sha256, sentences-development-2.csv", "untouched-2.sha256, sentences-untouched-2.csv"})
    void aSetThatWasPutAsideIsStillTheSame(String hash, String file) throws IOException, NoSuchAlgorithmException {
        byte[] found = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(FOLDER.resolve(file)));
        assertEquals(Files.readString(FOLDER.resolve(hash)).split("\\s+")[0], HexFormat.of().formatHex(found));
    }
}

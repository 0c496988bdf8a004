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

/** The page of scores is what the finder gives; {@code -Dketum.claims.print=true} prints the tables for the page. */
class ClaimScoreTest {

    private static final Path FOLDER = Path.of("..", "docs", "validation", "claims");

    @Test
    void theDevelopmentFiguresOfThePageAreWhatTheFinderGives() throws IOException {
        ClaimScore score = ClaimScore.of(FOLDER.resolve("sentences-development.csv"), article -> true);
        if (Boolean.getBoolean("ketum.claims.print")) {
            System.out.println(score.table());
        }
        assertTrue(Files.readString(FOLDER.resolve("score.md")).contains(score.table()), score.table());
    }

    /** After that one run the half is no longer untouched: whoever changes the patterns puts the new figures beside the first, and says so. */
    @Test
    void theFiguresOfTheUntouchedHalfAreWhatTheFinderGives() throws IOException {
        Path file = FOLDER.resolve("sentences-untouched.csv");
        List<ClaimScore> scores = List.of(ClaimScore.of(file, article -> true), ClaimScore.of(file, article -> article.startsWith("written-")));
        for (ClaimScore score : scores) {
            if (Boolean.getBoolean("ketum.claims.print")) {
                System.out.println(score.table());
            }
        }
        for (ClaimScore score : scores) {
            assertTrue(Files.readString(FOLDER.resolve("score.md")).contains(score.table()), score.table());
        }
    }

    @Test
    void theUntouchedHalfIsTheOneThatWasPutAsideBeforeTuning() throws IOException, NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(FOLDER.resolve("sentences-untouched.csv")));
        assertEquals(Files.readString(FOLDER.resolve("untouched.sha256")).split("\\s+")[0], HexFormat.of().formatHex(hash));
    }
}

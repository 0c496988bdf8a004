package ketum.care.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ketum.care.ReadingGrade;
import ketum.kratom.data.Claim;
import ketum.kratom.data.Claims;
import org.junit.jupiter.api.Test;

/** What is answered to a claim is for anyone. Names of substances and authorities that people know are not counted as hard words. */
class ClaimAnswersTest {

    private static final double WHOLE = 7;
    private static final double ONE_ANSWER = 11;
    private static final Pattern NAMES = Pattern.compile("kratom|opioids?|alcohol|mitragynine|7-hydroxymitragynine|7-oh|pseudoindoxyl|buprenorphine|methadone|"
            + "naloxone|o-desmethyltramadol|salmonella|malaysia|thailand|serotonin|adrenergic|mgm-1[56]|fda", Pattern.CASE_INSENSITIVE);

    private static String plain(Claim claim) {
        return NAMES.matcher(claim.answer()).replaceAll("it");
    }

    @Test
    void answersAreReadableForAnyone() {
        assertEquals(List.of(), Claims.standard().all().stream().filter(claim -> ReadingGrade.of(plain(claim)) > ONE_ANSWER)
                .map(claim -> claim.id() + " " + ReadingGrade.of(plain(claim))).toList());
        double whole = ReadingGrade.of(Claims.standard().all().stream().map(ClaimAnswersTest::plain).collect(Collectors.joining(" ")));
        assertTrue(whole <= WHOLE, "grade " + whole);
    }
}

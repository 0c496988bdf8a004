package ketum.care.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ketum.care.article.ArticleCheck.Contradiction;
import ketum.care.article.ClaimFinder.Match;
import ketum.care.article.ClaimFinder.Stance;
import ketum.kratom.data.Claim;
import ketum.kratom.data.ClaimPattern;
import ketum.kratom.data.ClaimPatterns;
import ketum.kratom.data.Claims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences that stand in neither half of the labelled set. */
class ClaimFinderTest {

    private static final ClaimFinder FINDER = ClaimFinder.standard();

    @Test
    void everyClaimHasAPattern() {
        assertEquals(Claims.standard().all().stream().map(Claim::id).collect(Collectors.toSet()), ClaimPatterns.standard().stream().map(ClaimPattern::claim).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Kratom can be addictive.|can-be-addictive|ASSERTS",
            "kratom isn't addictive|can-be-addictive|DENIES",
            "It is a myth that kratom is addictive.|can-be-addictive|DENIES",
            "It is a myth that kratom is not addictive.|can-be-addictive|ASSERTS",
            "Can kratom be addictive?|can-be-addictive|MENTIONS",
            "Nobody knows whether kratom causes seizures.|seizures|MENTIONS",
            "There is no evidence that kratom causes seizures.|seizures|DENIES",
            "That kratom relieves anxiety has never been shown.|relieves-anxiety|DENIES",
            "Some people take kratom for their backache.|relieves-pain|MENTIONS",
            "Kratom is far from harmless in pregnancy.|safe-in-pregnancy|DENIES",
            "Kratom is not only addictive, it can injure the liver.|liver-injury|ASSERTS"})
    void polarityIsReadFromTheWords(String sentence, String claim, Stance stance) {
        assertEquals(stance, FINDER.find(sentence).stream().filter(match -> match.claim().id().equals(claim)).map(Match::stance).findFirst().orElse(null), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kava can damage the liver.", "Tianeptine is banned in several states.", "Withdrawal from alcohol can be fatal.", "My sister drinks coffee every morning.", "Yes.", "", "!!!"})
    void aSentenceAboutSomethingElseHasNoClaim(String sentence) {
        assertEquals(List.of(), FINDER.find(sentence));
    }

    @Test
    void softeningAndOtherVoicesAreNoted() {
        assertTrue(FINDER.find("Kratom may cause seizures.").getFirst().hedged());
        assertTrue(FINDER.find("According to the agency, kratom causes seizures.").getFirst().attributed());
        Match plain = FINDER.find("Kratom causes seizures.").getFirst();
        assertEquals(List.of(false, false), List.of(plain.hedged(), plain.attributed()));
    }

    @Test
    void aDeniedClaimThatIsContradictedIsSupported() {
        Match match = FINDER.find("The FDA has not approved kratom.").getFirst();
        assertEquals(List.of("fda-approved", Stance.DENIES, Claim.Verdict.CONTRADICTED, Claim.Verdict.SUPPORTED),
                List.of(match.claim().id(), match.stance(), match.claim().verdict(), match.verdict()));
    }

    @Test
    void anArticleThatSaysBothSidesContradictsItself() throws ArticleException {
        String text = "Kratom is addictive. Order now at our shop. Kratom is not addictive. Kratom withdrawal is mild. Kratom withdrawal is as bad as heroin withdrawal.";
        ArticleCheck check = ArticleCheck.of(ArticleReader.read("a.txt", text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertEquals(List.of(1, 4), check.contradictions().stream().map(Contradiction::first).map(ArticleCheck.Finding::number).toList());
        assertEquals(List.of(3, 5), check.contradictions().stream().map(Contradiction::second).map(ArticleCheck.Finding::number).toList());
        assertEquals(Set.of(2), check.findings().stream().filter(ArticleCheck.Finding::promotes).map(ArticleCheck.Finding::number).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ease eases eased easing", "relieve relieves relieved relieving", "stop stops stopped stopping", "die dies died dying", "leaf leaves", "worry worries worried worrying", "strong stronger strongest", "take took taken taking"})
    void theFormsOfAWordShareAStem(String forms) {
        assertEquals(1, java.util.Arrays.stream(forms.split(" ")).map(Stem::of).distinct().count(), forms);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evening even", "note not", "red r", "thing th", "use us"})
    void wordsThatOnlyLookAlikeDoNot(String words) {
        assertEquals(2, java.util.Arrays.stream(words.split(" ")).map(Stem::of).distinct().count(), words);
    }

    @Test
    void whatASentenceIsAboutIsCarriedOverFromTheOneBefore() {
        List<String> text = List.of("What about sertraline and other antidepressants?", "The two together can cause serotonin syndrome.");
        // the patterns carry it; the weights may hear more in the second sentence, behind it
        assertEquals(List.of("safe-with-antidepressants DENIES"), said(Readings.ofPlain(ClaimFinder.patternsAlone(), text).getLast()));
        assertEquals("safe-with-antidepressants DENIES", said(Readings.ofPlain(FINDER, text).getLast()).getFirst());
        assertEquals(List.of(), FINDER.find("It is worse than that and hardly over."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Deaths", "Safety", "Side effects", "Pregnancy", "Stopping", "Interactions", "Lab tested", "Red vein", "Metals and germs", "The number on the package"})
    void aHeadingThatOnlyNamesATopicSaysNothing(String heading) {
        assertEquals(List.of(), said(Readings.of(FINDER, List.of(new Article.Sentence(1, true, heading))).getFirst()));
        assertEquals(List.of("liver-injury ASSERTS"), said(Readings.of(FINDER, List.of(new Article.Sentence(1, true, "Liver damage"))).getFirst()), "this one says something");
    }

    private static List<String> said(Readings.Reading reading) {
        return reading.matches().stream().map(match -> match.claim().id() + " " + match.stance()).toList();
    }

    @Test
    void aTextThatSellsPromotesWithWordsThatElsewhereDoNot() {
        List<String> shop = List.of("Order now with code LEAF.", "Free shipping on every order.", "Add it to your cart today.", "Packages are plain.");
        assertTrue(Readings.ofPlain(FINDER, shop).stream().allMatch(Readings.Reading::promotes));
        assertEquals(List.of(false), Readings.ofPlain(FINDER, List.of("Packages are plain.")).stream().map(Readings.Reading::promotes).toList());
    }

    @Test
    void whatMatchesNothingNamesWhatIsNear() {
        ClaimAnswer answer = ClaimAnswer.to("kratom and the liver of frogs");
        assertEquals(List.of(), answer.findings());
        assertEquals("liver-injury", answer.near().getFirst().id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kratom ", "not ", "said \"", "1 % ", "may be ", "(", "use it to ", "our "})
    void aVeryLongSentenceIsReadInSeconds(String part) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> FINDER.find(part.repeat(200_000 / part.length())));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ClaimFinder.promotes(part.repeat(200_000 / part.length())));
    }
}

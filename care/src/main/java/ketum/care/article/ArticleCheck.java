package ketum.care.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ketum.kratom.data.Claim;
import ketum.kratom.data.OpposedClaims;
import ketum.kratom.data.Source;
import ketum.kratom.data.Sources;

/**
 * What the evidence says to the sentences of a text.
 *
 * @param file           name of the text as given
 * @param form           how it was read
 * @param read           sentences in it
 * @param findings       one for a sentence and a claim, and one for a sentence that only promotes; in the order of the text
 * @param contradictions where the text clashes with itself
 */
public record ArticleCheck(String file, Article.Form form, int read, List<Finding> findings, List<Contradiction> contradictions) {

    public ArticleCheck {
        findings = List.copyOf(findings);
        contradictions = List.copyOf(contradictions);
    }

    /**
     * @param number   of the sentence in the text, from 1
     * @param match    empty where the sentence speaks of no claim
     * @param promotes whether it speaks for a shop, a clinic or an offer
     */
    public record Finding(int number, int paragraph, String sentence, Optional<ClaimFinder.Match> match, boolean promotes) {}

    /**
     * Two sentences that cannot both hold: a claim asserted and denied, or two opposed claims asserted.
     *
     * @param voices whether one of them is put into somebody else's mouth, so that the text may only be showing both sides
     */
    public record Contradiction(Finding first, Finding second, String why, boolean voices) {}

    /** Of an article, with the claims of this version. */
    public static ArticleCheck of(Article article) {
        List<Readings.Reading> readings = Readings.of(ClaimFinder.standard(), article.sentences());
        List<Finding> findings = new ArrayList<>();
        int number = 0;
        for (Article.Sentence sentence : article.sentences()) {
            List<ClaimFinder.Match> matches = readings.get(number).matches();
            boolean promotes = readings.get(number).promotes();
            number++;
            for (ClaimFinder.Match match : matches) {
                findings.add(new Finding(number, sentence.paragraph(), sentence.text(), Optional.of(match), promotes));
            }
            if (matches.isEmpty() && promotes) {
                findings.add(new Finding(number, sentence.paragraph(), sentence.text(), Optional.empty(), true));
            }
        }
        return new ArticleCheck(article.file(), article.form(), number, findings, contradictions(findings));
    }

    /** One for a claim or pair of claims: the first sentence of each side. */
    private static List<Contradiction> contradictions(List<Finding> findings) {
        List<Contradiction> contradictions = new ArrayList<>();
        Set<String> claims = new LinkedHashSet<>();
        findings.forEach(finding -> finding.match().ifPresent(match -> claims.add(match.claim().id())));
        for (String claim : claims) {
            add(contradictions, first(findings, claim, ClaimFinder.Stance.ASSERTS), first(findings, claim, ClaimFinder.Stance.DENIES), "One sentence says so, another that it is not so.");
        }
        for (OpposedClaims.Pair pair : OpposedClaims.standard()) {
            add(contradictions, first(findings, pair.first(), ClaimFinder.Stance.ASSERTS), first(findings, pair.second(), ClaimFinder.Stance.ASSERTS), pair.why());
        }
        return contradictions;
    }

    private static void add(List<Contradiction> contradictions, Optional<Finding> one, Optional<Finding> other, String why) {
        if (one.isPresent() && other.isPresent() && one.get().number() != other.get().number()) {
            boolean earlier = one.get().number() < other.get().number();
            boolean voices = one.get().match().orElseThrow().attributed() != other.get().match().orElseThrow().attributed();
            contradictions.add(new Contradiction(earlier ? one.get() : other.get(), earlier ? other.get() : one.get(), why, voices));
        }
    }

    /** The first sentence of that stance, rather one in the text's own voice. */
    private static Optional<Finding> first(List<Finding> findings, String claim, ClaimFinder.Stance stance) {
        List<Finding> sentences = findings.stream().filter(finding -> finding.match().filter(match -> match.claim().id().equals(claim) && match.stance() == stance).isPresent()).toList();
        return sentences.stream().filter(finding -> !finding.match().orElseThrow().attributed()).findFirst().or(() -> sentences.stream().findFirst());
    }

    /** The claims that are spoken of, each once, in the order of the text. */
    public List<Claim> claims() {
        Set<Claim> claims = new LinkedHashSet<>();
        findings.forEach(finding -> finding.match().ifPresent(match -> claims.add(match.claim())));
        return List.copyOf(claims);
    }

    /** What the findings rest on, each source once. */
    public List<Source> sources() {
        return sources(claims());
    }

    /** What claims rest on, each source once. */
    public static List<Source> sources(List<Claim> claims) {
        Set<Source> sources = new LinkedHashSet<>();
        for (Claim claim : claims) {
            claim.support().forEach(evidence -> Sources.standard().find(evidence.source()).ifPresent(sources::add));
            claim.against().forEach(evidence -> Sources.standard().find(evidence.source()).ifPresent(sources::add));
        }
        return List.copyOf(sources);
    }
}

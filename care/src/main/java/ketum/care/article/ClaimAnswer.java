package ketum.care.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ketum.kratom.data.Claim;
import ketum.kratom.data.Claims;

/**
 * What the evidence says to something that somebody heard.
 *
 * @param asked    as typed
 * @param findings what its sentences say to the claims; empty where they speak of none
 * @param near     claims of like words, where none is spoken of; at most five
 */
public record ClaimAnswer(String asked, List<ArticleCheck.Finding> findings, List<Claim> near) {

    private static final int NEAR = 5;
    private static final int STEM = 5;
    private static final Set<String> EMPTY_WORDS = Set.of("kratom", "that", "this", "with", "from", "have", "does", "make", "makes", "than", "some", "people", "your", "what", "about", "there", "they",
            "really", "just", "more", "most", "very", "will", "when", "take", "takes", "other");

    public ClaimAnswer {
        findings = List.copyOf(findings);
        near = List.copyOf(near);
    }

    /** @param asked one sentence or some, or the id of a claim */
    public static ClaimAnswer to(String asked) {
        Optional<Claim> named = Claims.standard().find(asked.strip());
        if (named.isPresent()) {
            ClaimFinder.Match match = new ClaimFinder.Match(named.get(), ClaimFinder.Stance.ASSERTS, false, false);
            return new ClaimAnswer(asked, List.of(new ArticleCheck.Finding(1, 1, named.get().title(), Optional.of(match), false)), List.of());
        }
        List<ArticleCheck.Finding> findings = new ArrayList<>();
        List<String> sentences = new Sentences().of(asked);
        List<Readings.Reading> readings = Readings.ofPlain(ClaimFinder.standard(), sentences);
        for (int i = 0; i < sentences.size(); i++) {
            for (ClaimFinder.Match match : readings.get(i).matches()) {
                findings.add(new ArticleCheck.Finding(i + 1, 1, sentences.get(i), Optional.of(match), readings.get(i).promotes()));
            }
        }
        return new ClaimAnswer(asked, findings, findings.isEmpty() ? near(asked) : List.of());
    }

    /** The claims spoken of, each once. */
    public List<Claim> claims() {
        return findings.stream().map(finding -> finding.match().orElseThrow().claim()).distinct().toList();
    }

    private static List<Claim> near(String asked) {
        List<String> stems = stems(asked);
        Map<Claim, Long> shared = new LinkedHashMap<>();
        for (Claim claim : Claims.standard().all()) {
            long count = stems(claim.title() + " " + claim.topic()).stream().filter(stems::contains).count();
            if (count > 0) {
                shared.put(claim, count);
            }
        }
        return shared.entrySet().stream().sorted(Map.Entry.<Claim, Long>comparingByValue(Comparator.reverseOrder())).limit(NEAR).map(Map.Entry::getKey).toList();
    }

    /** The beginnings of the words that carry meaning. */
    private static List<String> stems(String text) {
        return Arrays.stream(String.join(" ", Words.of(text).words()).split(" ")).filter(word -> word.length() >= 4 && !EMPTY_WORDS.contains(word) || word.equals("7oh"))
                .map(word -> word.substring(0, Math.min(STEM, word.length()))).distinct().toList();
    }
}

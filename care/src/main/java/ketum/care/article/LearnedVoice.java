package ketum.care.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ketum.care.article.ClaimFinder.Stance;
import ketum.kratom.data.ClaimWeights;

/**
 * Hears claims and stances by fitted weights: for each claim a logistic regression on the signs of the sentence and on whether the
 * patterns find the claim, for the stance one for each of the three, of which the highest wins. Immutable and safe to share.
 */
final class LearnedVoice {

    /** A claim is heard above this score (log odds); chosen on the folds of docs/validation/claims/score.md. */
    private static final double THRESHOLD = -1;

    private static final Map<String, Stance> STANCES = Stream.of(Stance.values()).collect(Collectors.toMap(Stance::label, stance -> stance));

    private final ClaimWeights claims;
    private final ClaimWeights stances;

    LearnedVoice(ClaimWeights claims, ClaimWeights stances) {
        this.claims = claims;
        this.stances = stances;
    }

    /**
     * Ids of the claims, the surest first.
     *
     * @param signs of the sentence
     */
    List<String> claims(Set<String> signs, Set<String> heardByPatterns) {
        double[] scores = claims.constants();
        double factor = wordFactor(signs.size());
        for (String sign : signs) {
            claims.add(sign, factor, scores);
        }
        for (String claim : heardByPatterns) {
            claims.add(patternSign(claim), 1, scores);
        }
        List<Integer> heard = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > THRESHOLD) {
                heard.add(i);
            }
        }
        heard.sort(Comparator.comparingDouble(i -> -scores[i]));
        return heard.stream().map(claims.classes()::get).toList();
    }

    /** Stems, and stems side by side; each sign once. */
    static Set<String> signs(Words words) {
        Set<String> signs = new LinkedHashSet<>();
        List<String> stems = words.stems();
        for (int i = 0; i < stems.size(); i++) {
            signs.add("w:" + stems.get(i));
            if (i > 0) {
                signs.add("b:" + stems.get(i - 1) + " " + stems.get(i));
            }
        }
        return signs;
    }

    /** So that a long sentence is not louder than a short one. */
    static double wordFactor(int signs) {
        return 1 / Math.sqrt(Math.max(1, signs));
    }

    static String patternSign(String claim) {
        return "p:" + claim;
    }

    Stance stance(StanceSigns sentence) {
        if (sentence.twiceDenied() && sentence.heard().isPresent()) {
            return sentence.heard().get();
        }
        double[] scores = stances.constants();
        sentence.each(sign -> stances.add(sign, 1, scores));
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return STANCES.get(stances.classes().get(best));
    }
}

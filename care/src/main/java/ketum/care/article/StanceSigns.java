package ketum.care.article;

import java.util.Optional;
import java.util.Set;

/**
 * What tells how a sentence means a claim.
 *
 * @param claim its id
 * @param heard what the patterns take the sentence to do with it; empty where they do not find it
 */
record StanceSigns(Words words, Set<Cues.Cue> cues, boolean question, String claim, Optional<ClaimFinder.Stance> heard) {

    private static final Set<String> NEGATIONS = Set.of("not", "no", "never", "without", "neither", "nor", "nobody", "none", "nothing", "hardly", "non", "zero", "lack", "rare", "free");

    /** Each sign once. */
    Set<String> all() {
        Set<String> signs = LearnedVoice.signs(words);
        signs.add("c:" + claim);
        String byPatterns = "p:" + heard.map(ClaimFinder.Stance::label).orElse("none");
        signs.add(byPatterns);
        for (Cues.Cue cue : cues) {
            signs.add("u:" + cue);
            signs.add("u:" + cue + " " + claim);
            signs.add(byPatterns + " " + cue);
        }
        if (question) {
            signs.add("q:");
        }
        words.stems().forEach(stem -> signs.add("w:" + stem + " " + claim));
        long negations = negations();
        signs.add("n:" + Math.min(2, negations));
        signs.add("n:" + Math.min(2, negations) + " " + claim);
        return signs;
    }

    /** "It is a myth that it is not addictive": what cancels out is read by rule, for sums cannot. */
    boolean twiceDenied() {
        return cues.contains(Cues.Cue.CALLED_FALSE) && negations() > 0;
    }

    private long negations() {
        return words.stems().stream().filter(NEGATIONS::contains).count();
    }

    /** Single words tell less than the rest, and there are more of them. */
    static double value(String sign) {
        return sign.startsWith("w:") || sign.startsWith("b:") || sign.startsWith("u:") && sign.indexOf(' ') > 0 ? 0.5 : 1;
    }
}

package ketum.care.article;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What tells how a sentence means a claim.
 *
 * @param signs of the sentence, as for the claims
 * @param claim its id
 * @param heard what the patterns take the sentence to do with it; empty where they do not find it
 */
record StanceSigns(Words words, Set<String> signs, Set<Cues.Cue> cues, boolean question, String claim, Optional<ClaimFinder.Stance> heard) {

    private static final Set<String> NEGATIONS = Set.of("not", "no", "never", "without", "neither", "nor", "nobody", "none", "nothing", "hardly", "non", "zero", "lack", "rare", "free");

    /** Hands over each sign once. */
    void each(Consumer<String> to) {
        signs.forEach(to);
        to.accept("c:" + claim);
        String byPatterns = "p:" + heard.map(ClaimFinder.Stance::label).orElse("none");
        to.accept(byPatterns);
        for (Cues.Cue cue : cues) {
            to.accept("u:" + cue);
            to.accept("u:" + cue + " " + claim);
            to.accept(byPatterns + " " + cue);
        }
        if (question) {
            to.accept("q:");
        }
        for (String sign : signs) {
            if (sign.startsWith("w:")) {
                to.accept(sign + " " + claim);
            }
        }
        String negations = "n:" + Math.min(2, negations());
        to.accept(negations);
        to.accept(negations + " " + claim);
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

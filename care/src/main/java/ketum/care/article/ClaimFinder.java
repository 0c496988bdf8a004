package ketum.care.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ketum.kratom.data.Claim;
import ketum.kratom.data.ClaimPattern;
import ketum.kratom.data.ClaimPatterns;
import ketum.kratom.data.Claims;

/** Finds what sentences say to the claims, by the words of {@link ClaimPatterns}. Immutable and safe to share. */
public final class ClaimFinder {

    /** What a sentence does with a claim. */
    public enum Stance {
        /** It says that the claim is so. */
        ASSERTS,
        /** It says that it is not so. */
        DENIES,
        /** It speaks of it and leaves it open. */
        MENTIONS;

        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * @param hedged     softened
     * @param attributed put into somebody else's mouth
     */
    public record Match(Claim claim, Stance stance, boolean hedged, boolean attributed) {

        /** What the evidence says to the sentence, not to the claim: a denied claim that is contradicted is supported. */
        public Claim.Verdict verdict() {
            return stance != Stance.DENIES ? claim.verdict() : switch (claim.verdict()) {
                case SUPPORTED -> Claim.Verdict.CONTRADICTED;
                case CONTRADICTED -> Claim.Verdict.SUPPORTED;
                case PARTLY, UNKNOWN -> claim.verdict();
            };
        }
    }

    private record Hit(ClaimPattern pattern, int weight, boolean negated) {}

    private final Claims claims;
    private final List<ClaimPattern> patterns;

    private ClaimFinder(Claims claims, List<ClaimPattern> patterns) {
        this.claims = claims;
        this.patterns = List.copyOf(patterns);
    }

    /** With the claims and patterns of this version. */
    public static ClaimFinder standard() {
        return new ClaimFinder(Claims.standard(), ClaimPatterns.standard());
    }

    static ClaimFinder of(List<ClaimPattern> patterns) {
        return new ClaimFinder(Claims.standard(), patterns);
    }

    /** Whether a sentence promotes a shop or an offer. */
    public static boolean promotes(String sentence) {
        return Cues.promotes(sentence);
    }

    /** The claims that a sentence speaks of, the best match first; empty where it speaks of none. */
    public List<Match> find(String sentence) {
        Words words = Words.of(sentence);
        Map<String, Hit> best = new LinkedHashMap<>();
        for (ClaimPattern pattern : patterns) {
            Hit hit = match(pattern, words);
            if (hit != null) {
                best.merge(pattern.claim(), hit, (a, b) -> b.weight() > a.weight() ? b : a);
            }
        }
        boolean open = Cues.open(sentence);
        boolean calledFalse = Cues.calledFalse(sentence);
        boolean hedged = Cues.hedged(sentence);
        boolean attributed = Cues.attributed(sentence);
        List<Match> matches = new ArrayList<>();
        best.values().stream().sorted(Comparator.comparingInt(Hit::weight).reversed()).forEach(hit -> {
            boolean denies = hit.pattern().denies() ^ hit.negated() ^ calledFalse;
            Stance stance = open ? Stance.MENTIONS : denies ? Stance.DENIES : Stance.ASSERTS;
            matches.add(new Match(claims.find(hit.pattern().claim()).orElseThrow(), stance, hedged, attributed));
        });
        return matches;
    }

    /** Null where the pattern does not match. More and longer words weigh more. */
    private static Hit match(ClaimPattern pattern, Words words) {
        for (ClaimPattern.Phrase phrase : pattern.without()) {
            if (words.find(phrase, 0) >= 0) {
                return null;
            }
        }
        int weight = 0;
        boolean negated = false;
        for (ClaimPattern.Group group : pattern.groups()) {
            int at = -1;
            int length = 0;
            for (ClaimPattern.Phrase phrase : group.alternatives()) {
                int found = words.find(phrase, 0);
                if (found >= 0 && phrase.words().size() > length) {
                    at = found;
                    length = phrase.words().size();
                }
            }
            if (at < 0) {
                return null;
            }
            weight += length;
            if (group.negatable()) {
                negated |= negated(words, at);
            }
        }
        return new Hit(pattern, weight, negated);
    }

    /** Whether an odd number of negations stands before a word in its clause: "not without" is none. */
    private static boolean negated(Words words, int at) {
        int count = 0;
        for (int i = at - 1; i >= 0 && words.clause().get(i).equals(words.clause().get(at)); i--) {
            count += Cues.negation(words.words().get(i)) ? 1 : 0;
        }
        return count % 2 == 1;
    }
}

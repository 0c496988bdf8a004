package ketum.care.article;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ketum.kratom.data.Claim;
import ketum.kratom.data.ClaimPattern;
import ketum.kratom.data.ClaimPatterns;
import ketum.kratom.data.ClaimWeights;
import ketum.kratom.data.Claims;

/** Finds what sentences say to the claims, by learned weights that hear the curated patterns as one sign among others. Immutable and safe to share. */
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

        Stance opposite() {
            return switch (this) {
                case ASSERTS -> DENIES;
                case DENIES -> ASSERTS;
                case MENTIONS -> MENTIONS;
            };
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

    /** A heading of so few words only names a topic ("Deaths"), and the weights would take it for what is mostly said of it. */
    private static final int BARE = 5;

    private final Claims claims;
    private final PatternVoice patterns;
    /** Absent where the patterns speak alone. */
    private final Optional<LearnedVoice> learned;

    private ClaimFinder(Claims claims, PatternVoice patterns, Optional<LearnedVoice> learned) {
        this.claims = claims;
        this.patterns = patterns;
        this.learned = learned;
    }

    private static final class Patterns {
        private static final ClaimFinder ALONE = new ClaimFinder(Claims.standard(), new PatternVoice(ClaimPatterns.standard(), ClaimPatterns.topics()), Optional.empty());
    }

    private static final class Holder {
        private static final ClaimFinder STANDARD = patternsAlone().with(new LearnedVoice(ClaimWeights.claims(), ClaimWeights.stances()));
    }

    /** With the claims, patterns and weights of this version. */
    public static ClaimFinder standard() {
        return Holder.STANDARD;
    }

    /** The patterns of this version, without what was learned. */
    static ClaimFinder patternsAlone() {
        return Patterns.ALONE;
    }

    ClaimFinder with(LearnedVoice voice) {
        return new ClaimFinder(claims, patterns, Optional.of(voice));
    }

    static ClaimFinder of(List<ClaimPattern> patterns) {
        return new ClaimFinder(Claims.standard(), new PatternVoice(patterns, List.of()), Optional.empty());
    }

    /** Whether a sentence promotes a shop or an offer. */
    public static boolean promotes(String sentence) {
        return Offers.promotes(Offers.in(sentence), false);
    }

    /** The claims that a sentence speaks of, the best match first; empty where it speaks of none. */
    public List<Match> find(String sentence) {
        return find(sentence, Topics.NONE);
    }

    /**
     * The claims that a sentence of a text speaks of.
     *
     * @param before what the sentences before it were about
     */
    List<Match> find(String sentence, Topics before) {
        Words words = Words.of(sentence);
        boolean bareHeading = before.atHeading() && words.words().size() <= BARE;
        Map<String, PatternVoice.Hit> hits = patterns.hits(sentence, words, before);
        Set<String> signs = learned.isPresent() ? LearnedVoice.signs(words) : Set.of();
        Collection<String> found = learned.<Collection<String>>map(voice -> voice.claims(signs, hits.keySet())).orElse(hits.keySet());
        if (bareHeading) {
            found = found.stream().filter(hits::containsKey).toList();
        }
        if (PatternVoice.aboutAnother(words)) {
            found = found.stream().filter(id -> hits.containsKey(id) || patterns.onOthers().contains(id)).toList();
        }
        if (found.isEmpty()) {
            return List.of();
        }
        boolean question = Cues.question(sentence);
        Set<Cues.Cue> cues = Cues.in(sentence);
        boolean hedged = !question && cues.contains(Cues.Cue.HEDGED);
        boolean attributed = cues.contains(Cues.Cue.ATTRIBUTION);
        return found.stream().map(id -> {
            Claim claim = claims.find(id).orElseThrow();
            Optional<Stance> heard = Optional.ofNullable(hits.get(id)).map(hit -> PatternVoice.stance(hit, claim, cues, question));
            Stance stance = learned.map(voice -> voice.stance(new StanceSigns(words, signs, cues, question, id, heard))).or(() -> heard).orElseThrow();
            return new Match(claim, stance, hedged, attributed);
        }).toList();
    }
}

package ketum.care.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

    private static final Set<String> EFFECTS = Set.of("effects", "mood", "pain", "opioid use");
    private static final Pattern KRATOM = Pattern.compile("kratom|mitragynine|lea(?:f|ves)|plants?|powders?|herb");
    private static final Pattern OTHER = Pattern.compile("kava|tianeptine|caffeine|coffee|alcohol|benzodiazepines?|benzos|tobacco|nicotine|cigarettes?|cannabis|cbd|thc|phenibut|heroin|"
            + "oxycodone|tramadol|methadone|buprenorphine|suboxone|ibuprofen|aspirin|paracetamol|acetaminophen|lotus|ginseng|magnesium|fentanyl|opioids?|opiates?|"
            + "7oh|pseudoindoxyl|naloxone|naltrexone|wine|beer|antidepressants?|cocaine|turmeric|valerian|melatonin");

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
        if (best.isEmpty()) {
            return List.of();
        }
        boolean question = Cues.question(sentence);
        boolean open = question || Cues.open(sentence) || Cues.opinion(sentence);
        boolean calledFalse = Cues.calledFalse(sentence);
        boolean unproven = Cues.unproven(sentence);
        boolean takenFor = Cues.takenFor(sentence);
        boolean hedged = !question && Cues.hedged(sentence);
        boolean attributed = Cues.attributed(sentence);
        List<Match> matches = new ArrayList<>();
        best.values().stream().sorted(Comparator.comparingInt(Hit::weight).reversed()).forEach(hit -> {
            Claim claim = claims.find(hit.pattern().claim()).orElseThrow();
            Stance stance = switch (hit.pattern().says()) {
                case MENTIONS -> Stance.MENTIONS;
                case ASSERTS -> hit.negated() || unproven ? Stance.DENIES : Stance.ASSERTS;
                case DENIES -> hit.negated() ? Stance.ASSERTS : Stance.DENIES;
            };
            if (open || takenFor && EFFECTS.contains(claim.topic())) {
                stance = Stance.MENTIONS;
            } else if (calledFalse && stance != Stance.MENTIONS) {
                stance = stance == Stance.ASSERTS ? Stance.DENIES : Stance.ASSERTS;
            }
            matches.add(new Match(claim, stance, hedged, attributed));
        });
        return matches;
    }

    /** Null where the pattern does not match. More and longer words weigh more. */
    private static Hit match(ClaimPattern pattern, Words words) {
        int weight = 0;
        Set<Integer> matched = new HashSet<>();
        List<Integer> turned = new ArrayList<>();
        for (ClaimPattern.Group group : pattern.groups()) {
            int at = -1;
            int length = 0;
            for (ClaimPattern.Phrase phrase : group.alternatives()) {
                int found = words.find(phrase);
                if (found >= 0 && phrase.words().size() > length) {
                    at = found;
                    length = phrase.words().size();
                }
            }
            if (at < 0) {
                return null;
            }
            weight += length;
            for (int i = at; i < at + length; i++) {
                matched.add(i);
            }
            if (group.negatable()) {
                turned.add(at);
            }
        }
        for (ClaimPattern.Phrase phrase : pattern.without()) {
            if (words.find(phrase) >= 0) {
                return null;
            }
        }
        return aboutAnother(words, matched) ? null : new Hit(pattern, weight, turned.stream().anyMatch(at -> negated(words, at, matched)));
    }

    /** Whether the sentence is about another substance: it names one that the pattern does not ask for, and neither kratom nor "it". */
    private static boolean aboutAnother(Words words, Set<Integer> matched) {
        boolean other = false;
        for (int i = 0; i < words.words().size(); i++) {
            String word = words.words().get(i);
            if (KRATOM.matcher(word).matches() || word.equals("it") && !other) {
                return false;
            }
            if (OTHER.matcher(word).matches()) {
                if (matched.contains(i)) {
                    return false;
                }
                other = true;
            }
        }
        return other;
    }

    /** Whether an odd number of negations stands before a word in its clause ("not without" is none); the pattern's own words do not count. */
    private static boolean negated(Words words, int at, Set<Integer> matched) {
        int count = 0;
        for (int i = at - 1; i >= 0 && words.clause().get(i).equals(words.clause().get(at)); i--) {
            count += !matched.contains(i) && Cues.negation(words.words().get(i), words.words().get(i + 1)) ? 1 : 0;
        }
        return count % 2 == 1;
    }
}

package ketum.care.article;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ketum.care.article.ClaimFinder.Stance;
import ketum.kratom.data.Claim;
import ketum.kratom.data.ClaimPattern;

/** What sentences say to the claims by curated words alone ({@link ketum.kratom.data.ClaimPatterns}). Immutable and safe to share. */
final class PatternVoice {

    /**
     * @param core  the words that tell, without "it" and "kratom"
     * @param reach all words of the sentence that the pattern asks for
     */
    record Hit(ClaimPattern pattern, int weight, boolean turned, Set<Integer> core, Set<Integer> reach) {

        /** Whether this one's words say all that the other's do, and more: "withdrawal is mild" speaks of mild withdrawal and not of withdrawal alone. */
        boolean covers(Hit other) {
            return core.size() + reach.size() > other.core().size() + other.reach().size() && reach.containsAll(other.core()) && !other.reach().containsAll(core);
        }
    }

    private static final Set<String> EFFECTS = Set.of("effects", "mood", "pain", "opioid use");
    private static final Set<String> KRATOM = Set.of("kratom", "mitragynine", "leaf", "leaves", "plant", "plants", "powder", "powders", "herb");
    private static final Set<String> SUBJECTS = Set.of("it", "kratom", "mitragynine", "leaf", "leaves", "plant", "herb", "powder", "they", "them", "this", "you", "i", "people", "users", "user", "many",
            "some", "can", "may", "is", "are", "was", "the", "product", "products", "tea", "be", "not", "yes");
    private static final Set<String> OTHER = Set.of(
            "kava", "tianeptine", "caffeine", "coffee", "alcohol", "benzodiazepine", "benzodiazepines", "benzos", "tobacco", "nicotine", "cigarette", "cigarettes", "cannabis", "cbd", "thc",
            "phenibut", "heroin", "oxycodone", "tramadol", "methadone", "buprenorphine", "suboxone", "ibuprofen", "aspirin", "paracetamol", "acetaminophen", "lotus", "ginseng", "clonidine",
            "lofexidine", "loperamide", "ondansetron", "iron", "wort", "fentanyl", "opioid", "opioids", "opiate", "opiates", "7oh", "pseudoindoxyl", "naloxone", "naltrexone", "wine", "beer",
            "antidepressant", "antidepressants", "cocaine", "xylazine", "gabapentin", "lsd", "mushroom", "mushrooms", "psilocybin", "khat", "betel", "marijuana", "hemp", "delta", "ketamine");
    /** The groups of a pattern stand no further apart. */
    private static final int WINDOW = 18;
    /** What a further word of a phrase, and a clause between groups, is worth in words of distance. */
    private static final int FOR_A_WORD = 4;
    private static final int FOR_A_CLAUSE = 5;

    private static final PatternIndex.Place SAID_BEFORE = new PatternIndex.Place(-1, 0, false);

    private final PatternIndex patterns;
    /** Tried where no pattern is found. */
    private final PatternIndex topics;
    private final Set<String> onOthers;

    PatternVoice(List<ClaimPattern> patterns, List<ClaimPattern> topics) {
        this.patterns = new PatternIndex(patterns, OTHER::contains);
        this.topics = new PatternIndex(topics, OTHER::contains);
        this.onOthers = Stream.concat(patterns.stream(), topics.stream()).filter(pattern -> PatternIndex.names(pattern, OTHER::contains)).map(ClaimPattern::claim).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The claims that a sentence of a text speaks of, by their ids, the best match first.
     *
     * @param before what the sentences before it were about; this one is added to it
     */
    Map<String, Hit> hits(String sentence, Words words, Topics before) {
        PatternIndex.Places places = patterns.places(words);
        PatternIndex.Places loosely = topics.places(words);
        boolean refersBack = Cues.refersBack(words);
        Map<String, Hit> best = best(words, patterns.candidates(places, Set.of()));
        if (best.isEmpty() && refersBack) {
            best = best(words, patterns.candidates(places, before.groups()));
        }
        Map<String, Hit> loose = best(words, topics.candidates(loosely, Set.of()));
        if (best.isEmpty()) {
            best = loose;
        } else {
            Map<String, Hit> tight = best;
            Map<String, Hit> more = new LinkedHashMap<>(best);
            loose.entrySet().stream().filter(hit -> !tight.containsKey(hit.getKey()) && tight.values().stream().anyMatch(hit.getValue()::covers)).toList()
                    .forEach(hit -> more.put(hit.getKey(), hit.getValue()));
            best = more;
        }
        if (best.isEmpty() && refersBack) {
            best = best(words, topics.candidates(loosely, before.topics()));
        }
        before.add(places.groups(), loosely.groups());
        if (best.isEmpty() || Cues.topicQuestion(sentence) || Cues.alarm(sentence)) {
            return Map.of();
        }
        Map<String, Hit> found = best;
        Map<String, Hit> hits = new LinkedHashMap<>();
        found.entrySet().stream().filter(hit -> found.values().stream().noneMatch(other -> other.covers(hit.getValue())))
                .sorted(Map.Entry.comparingByValue(Comparator.comparingInt(Hit::weight).reversed())).forEach(hit -> hits.put(hit.getKey(), hit.getValue()));
        return hits;
    }

    /**
     * What a sentence does with a claim.
     *
     * @param cues of the sentence
     */
    static Stance stance(Hit hit, Claim claim, Set<Cues.Cue> cues, boolean question) {
        if (question || cues.contains(Cues.Cue.OPEN) || cues.contains(Cues.Cue.OPINION) || cues.contains(Cues.Cue.TAKEN_FOR) && EFFECTS.contains(claim.topic())) {
            return Stance.MENTIONS;
        }
        Stance stance = switch (hit.pattern().says()) {
            case MENTIONS -> Stance.MENTIONS;
            case ASSERTS -> hit.turned() || cues.contains(Cues.Cue.UNPROVEN) ? Stance.DENIES : Stance.ASSERTS;
            case DENIES -> hit.turned() ? Stance.ASSERTS : Stance.DENIES;
        };
        return cues.contains(Cues.Cue.CALLED_FALSE) ? stance.opposite() : stance;
    }

    private static Map<String, Hit> best(Words words, List<PatternIndex.Candidate> candidates) {
        Map<String, Hit> best = new LinkedHashMap<>();
        for (PatternIndex.Candidate candidate : candidates) {
            Hit hit = match(candidate, words);
            if (hit != null) {
                best.merge(hit.pattern().claim(), hit, (a, b) -> b.weight() > a.weight() ? b : a);
            }
        }
        return best;
    }

    /** Null where the pattern does not match. More and longer words weigh more. */
    private static Hit match(PatternIndex.Candidate candidate, Words words) {
        List<PatternIndex.Place> places = closest(candidate.places(), words.clause());
        if (places == null) {
            return null;
        }
        Set<Integer> matched = new HashSet<>();
        Set<Integer> core = new HashSet<>();
        int weight = 0;
        for (PatternIndex.Place place : places) {
            if (place == SAID_BEFORE) {
                continue;
            }
            weight += place.length();
            for (int i = place.at(); i < place.end(); i++) {
                matched.add(i);
            }
            telling(place, words, core);
        }
        if (core.isEmpty() || !candidate.namesOthers() && aboutAnother(words, matched)) {
            return null;
        }
        boolean turned = false;
        boolean negated = false;
        for (int g = 0; g < places.size(); g++) {
            if (places.get(g) == SAID_BEFORE) {
                continue;
            }
            turned ^= places.get(g).opposite();
            negated |= candidate.pattern().groups().get(g).negatable() && negated(words, places.get(g), matched);
        }
        Set<Integer> reach = new HashSet<>();
        candidate.places().forEach(group -> group.forEach(place -> telling(place, words, reach)));
        return new Hit(candidate.pattern(), weight, turned ^ negated, core, reach);
    }

    private static void telling(PatternIndex.Place place, Words words, Set<Integer> to) {
        for (int i = place.at(); i < place.end(); i++) {
            if (place.length() > 1 || !SUBJECTS.contains(words.words().get(i))) {
                to.add(i);
            }
        }
    }

    /** One place of each group, apart and near each other and of many words; null where they stand too far from each other. */
    private static List<PatternIndex.Place> closest(List<List<PatternIndex.Place>> groups, List<Integer> clauses) {
        List<PatternIndex.Place> rarest = groups.stream().filter(group -> !group.isEmpty()).min(Comparator.comparingInt(List::size)).orElseThrow();
        List<PatternIndex.Place> best = null;
        int least = Integer.MAX_VALUE;
        for (PatternIndex.Place anchor : rarest) {
            List<PatternIndex.Place> places = new ArrayList<>(Collections.nCopies(groups.size(), null));
            int from = anchor.at();
            int to = anchor.end();
            int cost = 0;
            places.set(groups.indexOf(rarest), anchor);
            for (int g = 0; g < groups.size() && places != null; g++) {
                if (groups.get(g).isEmpty()) {
                    places.set(g, SAID_BEFORE);
                } else if (places.get(g) == null) {
                    PatternIndex.Place place = nearest(groups.get(g), anchor, places, clauses);
                    if (place == null) {
                        places = null;
                    } else {
                        places.set(g, place);
                        from = Math.min(from, place.at());
                        to = Math.max(to, place.end());
                        cost += cost(place, anchor, clauses);
                    }
                }
            }
            cost -= FOR_A_WORD * anchor.length();
            if (places != null && to - from <= WINDOW && cost < least) {
                least = cost;
                best = places;
            }
        }
        return best;
    }

    private static PatternIndex.Place nearest(List<PatternIndex.Place> group, PatternIndex.Place anchor, List<PatternIndex.Place> taken, List<Integer> clauses) {
        PatternIndex.Place best = null;
        int least = Integer.MAX_VALUE;
        for (PatternIndex.Place place : group) {
            int cost = cost(place, anchor, clauses);
            if (cost < least && taken.stream().noneMatch(other -> other != null && other != SAID_BEFORE && other.at() < place.end() && place.at() < other.end())) {
                least = cost;
                best = place;
            }
        }
        return best;
    }

    private static int cost(PatternIndex.Place place, PatternIndex.Place anchor, List<Integer> clauses) {
        return Math.abs(place.at() - anchor.at()) - FOR_A_WORD * place.length() + FOR_A_CLAUSE * Math.abs(clauses.get(place.at()) - clauses.get(anchor.at()));
    }

    /** Claims whose patterns ask for other substances. */
    Set<String> onOthers() {
        return onOthers;
    }

    /** Whether a sentence names another substance, and neither kratom nor, before it, "it". */
    static boolean aboutAnother(Words words) {
        boolean another = false;
        for (String word : words.words()) {
            if (KRATOM.contains(word) || word.equals("it") && !another) {
                return false;
            }
            another |= OTHER.contains(word);
        }
        return another;
    }

    /** Whether the sentence is about another substance: it names one that the pattern does not ask for, and neither kratom nor "it". */
    private static boolean aboutAnother(Words words, Set<Integer> matched) {
        boolean other = false;
        int last = matched.stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int i = 0; i < words.words().size(); i++) {
            String word = words.words().get(i);
            if (KRATOM.contains(word) || word.equals("it") && !other) {
                return false;
            }
            if (i < last && OTHER.contains(word)) {
                if (matched.contains(i)) {
                    return false;
                }
                other = true;
            }
        }
        return other;
    }

    /**
     * Whether an odd number of negations stands before the words in their clause ("not without" is none), or it is said behind them that
     * they do not happen; the pattern's own words do not count.
     */
    private static boolean negated(Words words, PatternIndex.Place place, Set<Integer> matched) {
        int count = 0;
        int clause = words.clause().get(place.at());
        for (int i = place.at() - 1; i >= 0 && words.clause().get(i) == clause; i--) {
            boolean second = words.words().get(i).equals("nor") && words.words().subList(0, i).contains("neither");
            count += !second && !matched.contains(i) && Cues.negation(words.words().get(i), words.words().get(i + 1)) ? 1 : 0;
        }
        for (int i = place.end(); i < words.words().size() && words.clause().get(i) == clause && i < place.end() + 6; i++) {
            String word = words.words().get(i);
            boolean object = i == place.end() && (word.equals("no") || word.equals("none") || word.equals("nothing") || word.equals("neither")) && !Cues.compares(words, i);
            if (!matched.contains(i) && (Cues.absent(word) || object) || (word.equals("not") || word.equals("never") || word.equals("no")) && !matched.contains(i) && happens(words, i + 1)) {
                count++;
                break;
            }
        }
        return count % 2 == 1;
    }

    private static boolean happens(Words words, int from) {
        for (int i = from; i < words.words().size() && i < from + 5; i++) {
            if (Cues.happening(words.stems().get(i))) {
                return true;
            }
        }
        return false;
    }
}

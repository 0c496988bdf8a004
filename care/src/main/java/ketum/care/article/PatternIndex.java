package ketum.care.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import ketum.kratom.data.ClaimPattern;

/**
 * From words to the patterns that ask for them, so that a sentence is held only against patterns whose every group stands in it.
 * Safe to share; it only remembers words it has seen.
 */
final class PatternIndex {

    /**
     * Words of a sentence that stand for a group.
     *
     * @param opposite whether they say the opposite
     */
    record Place(int at, int length, boolean opposite) {
        int end() {
            return at + length;
        }
    }

    /**
     * What a sentence holds of a pattern.
     *
     * @param places      of each of its groups; none for a group that was said before
     * @param namesOthers whether the pattern itself asks for other substances
     */
    record Candidate(ClaimPattern pattern, List<List<Place>> places, boolean namesOthers) {}

    /** The places of the groups that a sentence holds, by their numbers. */
    static final class Places {

        private final List<List<Place>> byGroup;
        private final Set<Integer> groups = new HashSet<>();

        private Places(int groups) {
            byGroup = new ArrayList<>(Collections.nCopies(groups, null));
        }

        private void add(int group, Place place) {
            List<Place> places = byGroup.get(group);
            if (places == null) {
                places = new ArrayList<>(2);
                byGroup.set(group, places);
                groups.add(group);
            }
            places.add(place);
        }

        private boolean holds(int group) {
            return byGroup.get(group) != null;
        }

        private List<Place> of(int group) {
            return holds(group) ? byGroup.get(group) : List.of();
        }

        /** Numbers of the groups held. */
        Set<Integer> groups() {
            return groups;
        }
    }

    private static final class Entry {
        private final String[] words;
        /** Whether a word may go on; it stands here without its star. */
        private final boolean[] beginning;
        private int[] groups = {};
        private boolean[] opposite = {};

        private Entry(List<String> written) {
            words = written.stream().map(word -> word.endsWith("*") ? word.substring(0, word.length() - 1) : Stem.of(word)).toArray(String[]::new);
            beginning = new boolean[words.length];
            for (int i = 0; i < words.length; i++) {
                beginning[i] = written.get(i).endsWith("*");
            }
        }

        private void add(int group, boolean turned) {
            groups = Arrays.copyOf(groups, groups.length + 1);
            opposite = Arrays.copyOf(opposite, groups.length);
            groups[groups.length - 1] = group;
            opposite[groups.length - 1] = turned;
        }
    }

    private static final int SHORTEST_BEGINNING = 2;
    private static final int MOST_KEPT = 20_000;

    /** By the first word: its stem, or what it begins with. */
    private final Map<String, List<Entry>> byStem = new HashMap<>();
    private final Map<String, List<Entry>> byBeginning = new HashMap<>();
    private final Map<String, List<Entry>> byWord = new ConcurrentHashMap<>();
    private final List<ClaimPattern> patterns;
    /** Numbers of the groups of each pattern; groups of like words are one. */
    private final int[][] groupsOf;
    private final int[][] patternsOf;
    private final int[] distinctOf;
    /** The group of words that a pattern must not see; -1 for none. */
    private final int[] withoutOf;
    private final boolean[] namesOthers;
    private int longestBeginning;

    PatternIndex(List<ClaimPattern> patterns, Predicate<String> other) {
        this.patterns = List.copyOf(patterns);
        Map<ClaimPattern.Phrase, Entry> entries = new HashMap<>();
        Map<List<Object>, Integer> numbers = new HashMap<>();
        groupsOf = new int[patterns.size()][];
        distinctOf = new int[patterns.size()];
        withoutOf = new int[patterns.size()];
        namesOthers = new boolean[patterns.size()];
        List<List<Integer>> users = new ArrayList<>();
        for (int p = 0; p < patterns.size(); p++) {
            ClaimPattern pattern = patterns.get(p);
            groupsOf[p] = new int[pattern.groups().size()];
            namesOthers[p] = names(pattern, other);
            for (int g = 0; g < groupsOf[p].length; g++) {
                ClaimPattern.Group group = pattern.groups().get(g);
                groupsOf[p][g] = number(group.alternatives(), group.opposites(), numbers, entries);
            }
            withoutOf[p] = pattern.without().isEmpty() ? -1 : number(pattern.without(), List.of(), numbers, entries);
            distinctOf[p] = (int) Arrays.stream(groupsOf[p]).distinct().count();
            for (int group : Arrays.stream(groupsOf[p]).distinct().toArray()) {
                while (users.size() <= group) {
                    users.add(new ArrayList<>());
                }
                users.get(group).add(p);
            }
        }
        patternsOf = new int[numbers.size()][];
        for (int g = 0; g < patternsOf.length; g++) {
            patternsOf[g] = g < users.size() ? users.get(g).stream().mapToInt(Integer::intValue).toArray() : new int[0];
        }
    }

    /** Whether a pattern asks for such words. */
    static boolean names(ClaimPattern pattern, Predicate<String> other) {
        return pattern.groups().stream().flatMap(group -> group.alternatives().stream()).anyMatch(phrase -> phrase.words().stream().anyMatch(word -> other.test(word.replace("*", ""))));
    }

    private int number(List<ClaimPattern.Phrase> alternatives, List<ClaimPattern.Phrase> opposites, Map<List<Object>, Integer> numbers, Map<ClaimPattern.Phrase, Entry> entries) {
        Integer known = numbers.get(List.of(alternatives, opposites));
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        numbers.put(List.of(alternatives, opposites), number);
        alternatives.forEach(phrase -> entry(phrase, entries).add(number, false));
        opposites.forEach(phrase -> entry(phrase, entries).add(number, true));
        return number;
    }

    private Entry entry(ClaimPattern.Phrase phrase, Map<ClaimPattern.Phrase, Entry> entries) {
        return entries.computeIfAbsent(phrase, key -> {
            Entry entry = new Entry(key.words());
            longestBeginning = Math.max(longestBeginning, entry.beginning[0] ? entry.words[0].length() : 0);
            (entry.beginning[0] ? byBeginning : byStem).computeIfAbsent(entry.words[0], word -> new ArrayList<>()).add(entry);
            return entry;
        });
    }

    /** What a sentence holds of the patterns. */
    Places places(Words words) {
        Places found = new Places(patternsOf.length);
        for (int at = 0; at < words.words().size(); at++) {
            for (Entry entry : beginningWith(words.words().get(at), words.stems().get(at))) {
                if (stands(entry, words, at)) {
                    Place plain = new Place(at, entry.words.length, false);
                    Place turned = new Place(at, entry.words.length, true);
                    for (int i = 0; i < entry.groups.length; i++) {
                        found.add(entry.groups[i], entry.opposite[i] ? turned : plain);
                    }
                }
            }
        }
        return found;
    }

    /** The entries whose first word is like this one. The words of a text are few, so their entries are kept, up to a bound. */
    private List<Entry> beginningWith(String word, String stem) {
        List<Entry> known = byWord.get(word);
        if (known != null) {
            return known;
        }
        List<Entry> all = new ArrayList<>(byStem.getOrDefault(stem, List.of()));
        for (int n = SHORTEST_BEGINNING; n <= word.length() && n <= longestBeginning; n++) {
            all.addAll(byBeginning.getOrDefault(word.substring(0, n), List.of()));
        }
        List<Entry> entries = List.copyOf(all);
        if (byWord.size() < MOST_KEPT) {
            byWord.put(word, entries);
        }
        return entries;
    }

    /**
     * The patterns whose every group stands in a sentence, in their order.
     *
     * @param found  the places of the sentence
     * @param before groups that stand in what was said just before it: one of them may stand in for a group that is missing, where the pattern allows it and says something
     */
    List<Candidate> candidates(Places found, Set<Integer> before) {
        if (found.groups().isEmpty()) {
            return List.of();
        }
        byte[] seen = new byte[patterns.size()];
        for (int group : found.groups()) {
            for (int pattern : patternsOf[group]) {
                seen[pattern]++;
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int p = 0; p < seen.length; p++) {
            if (seen[p] == 0 || withoutOf[p] >= 0 && found.holds(withoutOf[p])) {
                continue;
            }
            int missing = distinctOf[p] - seen[p];
            if (missing == 0 || missing == 1 && !before.isEmpty() && borrowed(p, found, before)) {
                candidates.add(new Candidate(patterns.get(p), Arrays.stream(groupsOf[p]).mapToObj(found::of).toList(), namesOthers[p]));
            }
        }
        return candidates;
    }

    private boolean borrowed(int p, Places found, Set<Integer> before) {
        if (patterns.get(p).says() == ClaimPattern.Says.MENTIONS) {
            return false;
        }
        for (int g = 0; g < groupsOf[p].length; g++) {
            if (!found.holds(groupsOf[p][g]) && (!patterns.get(p).groups().get(g).carried() || !before.contains(groupsOf[p][g]))) {
                return false;
            }
        }
        return true;
    }

    private static boolean stands(Entry entry, Words words, int at) {
        if (at + entry.words.length > words.words().size()) {
            return false;
        }
        for (int i = 1; i < entry.words.length; i++) {
            if (!(entry.beginning[i] ? words.words().get(at + i).startsWith(entry.words[i]) : words.stems().get(at + i).equals(entry.words[i]))) {
                return false;
            }
        }
        return true;
    }
}

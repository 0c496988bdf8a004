package ketum.care.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import ketum.kratom.data.ClaimPattern;

/**
 * From words to the patterns that ask for them, so that a sentence is held only against patterns whose every group stands in it.
 * Immutable and safe to share.
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

    private static final class Entry {
        private final String[] words;
        private int[] groups = {};
        private boolean[] opposite = {};

        private Entry(String[] words) {
            this.words = words;
        }

        private void add(int group, boolean turned) {
            groups = Arrays.copyOf(groups, groups.length + 1);
            opposite = Arrays.copyOf(opposite, groups.length);
            groups[groups.length - 1] = group;
            opposite[groups.length - 1] = turned;
        }
    }

    private static final int SHORTEST_BEGINNING = 2;

    /** By the first word: its stem, or what it begins with. */
    private final Map<String, List<Entry>> byStem = new HashMap<>();
    private final Map<String, List<Entry>> byBeginning = new HashMap<>();
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
            for (int g = 0; g < groupsOf[p].length; g++) {
                ClaimPattern.Group group = pattern.groups().get(g);
                namesOthers[p] |= group.alternatives().stream().anyMatch(phrase -> phrase.words().stream().anyMatch(word -> other.test(word.replace("*", ""))));
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
            Entry entry = new Entry(key.words().stream().map(word -> word.endsWith("*") ? word : Stem.of(word)).toArray(String[]::new));
            String first = entry.words[0];
            boolean beginning = first.endsWith("*");
            longestBeginning = Math.max(longestBeginning, beginning ? first.length() - 1 : 0);
            (beginning ? byBeginning : byStem).computeIfAbsent(beginning ? first.substring(0, first.length() - 1) : first, word -> new ArrayList<>()).add(entry);
            return entry;
        });
    }

    /** The places of the groups that a sentence holds, by their numbers. */
    Map<Integer, List<Place>> places(Words words) {
        Map<Integer, List<Place>> found = new HashMap<>();
        for (int at = 0; at < words.words().size(); at++) {
            collect(words, at, byStem.get(words.stems().get(at)), found);
            String word = words.words().get(at);
            for (int n = SHORTEST_BEGINNING; n <= word.length() && n <= longestBeginning; n++) {
                collect(words, at, byBeginning.get(word.substring(0, n)), found);
            }
        }
        return found;
    }

    /**
     * The patterns whose every group stands in a sentence, in their order.
     *
     * @param found  the places of the sentence
     * @param before groups that stand in what was said just before it: one of them may stand in for a group that is missing, where the pattern allows it and says something
     */
    List<Candidate> candidates(Map<Integer, List<Place>> found, Set<Integer> before) {
        if (found.isEmpty()) {
            return List.of();
        }
        byte[] seen = new byte[patterns.size()];
        found.keySet().forEach(group -> {
            for (int pattern : patternsOf[group]) {
                seen[pattern]++;
            }
        });
        List<Candidate> candidates = new ArrayList<>();
        for (int p = 0; p < seen.length; p++) {
            if (seen[p] == 0 || withoutOf[p] >= 0 && found.containsKey(withoutOf[p])) {
                continue;
            }
            int missing = distinctOf[p] - seen[p];
            if (missing == 0 || missing == 1 && !before.isEmpty() && borrowed(p, found, before)) {
                candidates.add(new Candidate(patterns.get(p), Arrays.stream(groupsOf[p]).mapToObj(group -> found.getOrDefault(group, List.of())).toList(), namesOthers[p]));
            }
        }
        return candidates;
    }

    private boolean borrowed(int p, Map<Integer, List<Place>> found, Set<Integer> before) {
        if (patterns.get(p).says() == ClaimPattern.Says.MENTIONS) {
            return false;
        }
        for (int g = 0; g < groupsOf[p].length; g++) {
            if (!found.containsKey(groupsOf[p][g]) && (!patterns.get(p).groups().get(g).carried() || !before.contains(groupsOf[p][g]))) {
                return false;
            }
        }
        return true;
    }

    private static void collect(Words words, int at, List<Entry> entries, Map<Integer, List<Place>> found) {
        if (entries == null) {
            return;
        }
        for (Entry entry : entries) {
            if (stands(entry.words, words, at)) {
                for (int i = 0; i < entry.groups.length; i++) {
                    found.computeIfAbsent(entry.groups[i], group -> new ArrayList<>()).add(new Place(at, entry.words.length, entry.opposite[i]));
                }
            }
        }
    }

    private static boolean stands(String[] pattern, Words words, int at) {
        if (at + pattern.length > words.words().size()) {
            return false;
        }
        for (int i = 1; i < pattern.length; i++) {
            boolean like = pattern[i].endsWith("*") ? words.words().get(at + i).startsWith(pattern[i].substring(0, pattern[i].length() - 1))
                    : words.stems().get(at + i).equals(pattern[i]);
            if (!like) {
                return false;
            }
        }
        return true;
    }
}

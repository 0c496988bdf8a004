package ketum.care.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import ketum.kratom.data.EditDistance;

/** Finds the words a person may have meant. */
final class Spelling {

    private static final int LONGEST = 40;

    private Spelling() {}

    /** Up to three of {@code known} that are close to {@code written}, closest first; where none is, those that contain it or are contained. */
    static List<String> near(String written, Collection<String> known) {
        String word = plain(written);
        if (word.isEmpty() || word.length() > LONGEST) {
            return List.of();
        }
        record Candidate(String name, int distance) {}
        List<Candidate> candidates = new ArrayList<>();
        List<Candidate> parts = new ArrayList<>();
        for (String name : known) {
            String other = plain(name);
            int allowed = Math.max(1, Math.min(word.length(), other.length()) / 3);
            int distance = distance(word, other);
            if (distance <= allowed) {
                candidates.add(new Candidate(name, distance));
            } else if (word.length() >= 4 && other.length() >= 4 && (other.contains(word) || word.contains(other))) {
                parts.add(new Candidate(name, distance));
            }
        }
        return (candidates.isEmpty() ? parts : candidates).stream()
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name)).limit(3).map(Candidate::name).toList();
    }

    /** {@code Did you mean a, b or c?}, or nothing. */
    static String question(List<String> suggestions) {
        return suggestions.isEmpty() ? "" : "Did you mean " + either(suggestions) + "?";
    }

    /** {@code a, b or c}. */
    static String either(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
    }

    /** {@link EditDistance}, and without counting where the lengths alone are too far apart. */
    static int distance(String a, String b) {
        return Math.abs(a.length() - b.length()) > LONGEST ? Integer.MAX_VALUE : EditDistance.of(a, b);
    }
}

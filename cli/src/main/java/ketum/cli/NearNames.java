package ketum.cli;

import java.util.Comparator;
import java.util.List;

/** Which known names a mistyped one may have meant. */
final class NearNames {

    private static final int MOST = 3;

    private NearNames() {
    }

    /** Names that hold the typed one, begin nearly like it or need few changes to become it, nearest first. */
    static List<String> of(String typed, List<String> known) {
        return known.stream().filter(name -> distance(typed, name) <= Math.max(2, name.length() / 3) || typed.length() > 2 && beginsLike(typed, name))
                .sorted(Comparator.comparingInt(name -> distance(typed, name))).limit(MOST).toList();
    }

    private static boolean beginsLike(String typed, String name) {
        return name.contains(typed) || distance(typed, name.substring(0, Math.min(name.length(), typed.length()))) <= typed.length() / 4;
    }

    /** Insertions, deletions and replacements (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}

package ketum.cli;

import java.util.Comparator;
import java.util.List;
import ketum.kratom.data.EditDistance;

/** Which known names a mistyped one may have meant. */
final class NearNames {

    private static final int MOST = 3;

    private NearNames() {
    }

    /** Names that hold the typed one, begin nearly like it or need few changes to become it, nearest first. */
    static List<String> of(String typed, List<String> known) {
        return known.stream().filter(name -> EditDistance.of(typed, name) <= Math.max(2, name.length() / 3) || typed.length() > 2 && beginsLike(typed, name))
                .sorted(Comparator.comparingInt(name -> EditDistance.of(typed, name))).limit(MOST).toList();
    }

    private static boolean beginsLike(String typed, String name) {
        return name.contains(typed) || EditDistance.of(typed, name.substring(0, Math.min(name.length(), typed.length()))) <= typed.length() / 4;
    }
}

package ketum.kratom.data;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What would confirm the statements of a group that no source supports, from {@code sources/confirmations.csv}. */
public final class Confirmations {
    static final String FILE = "sources/confirmations.csv";
    private static final String OTHERWISE = "a source that says so, read itself";

    private static final class Holder {
        private static final Map<String, String> STANDARD = parse(FILE, Resource.text(FILE));
    }

    private Confirmations() {}

    /** In words; the same general ones for a group without a line of its own. */
    public static String of(String group) {
        return Holder.STANDARD.getOrDefault(group, OTHERWISE);
    }

    static Map<String, String> parse(String file, String text) {
        Map<String, String> lines = new TreeMap<>();
        String previous = "";
        for (Csv.Line line : Csv.read(file, text, List.of("group", "what"))) {
            String group = line.required("group");
            if (group.compareTo(previous) <= 0) {
                throw line.error("group", "groups in ascending order, each once");
            }
            previous = group;
            lines.put(group, line.required("what"));
        }
        return Collections.unmodifiableMap(lines);
    }
}

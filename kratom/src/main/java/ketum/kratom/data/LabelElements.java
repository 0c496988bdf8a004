package ketum.kratom.data;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a law may require on a label, from {@code tables/label-elements.csv}: what each element says, by id. Immutable. */
public final class LabelElements {
    static final String FILE = "tables/label-elements.csv";

    private static final class Holder {
        private static final Map<String, String> STANDARD = parse(FILE, Resource.text(FILE));
    }

    private LabelElements() {}

    /** Plain words for each id, sorted by id. */
    public static Map<String, String> standard() {
        return Holder.STANDARD;
    }

    static Map<String, String> parse(String file, String text) {
        Map<String, String> elements = new TreeMap<>();
        for (Csv.Line line : Csv.read(file, text, List.of("id", "says"))) {
            if (elements.put(line.required("id"), line.required("says")) != null) {
                throw line.error("id", "each id once");
            }
        }
        return Collections.unmodifiableMap(elements);
    }
}

package ketum.kratom.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Signs for which to get help, from {@code tables/warning-signs.csv}: a fixed list, never a score. What is not on it is not thereby
 * harmless. Immutable.
 */
public final class WarningSigns {

    static final String FILE = "tables/warning-signs.csv";
    private static final List<String> COLUMNS = List.of("id", "level", "person", "clinician", "grade", "source", "locator", "status");

    /** How soon. */
    public enum Level {
        /** Call for emergency help now. */
        EMERGENCY,
        /** See a doctor the same day. */
        SAME_DAY;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param grade how sure it is that kratom, alone or with other things, can lead to it: A to D; that it needs help does not depend on that
     */
    public record Sign(String id, Level level, String person, String clinician, char grade, String source, String locator, Status status) {}

    private WarningSigns() {}

    private static final class Holder {
        private static final List<Sign> STANDARD = parse(FILE, Resource.text(FILE), Sources.standard());
    }

    /** The signs of this version, read once; emergencies first. */
    public static List<Sign> standard() {
        return Holder.STANDARD;
    }

    static List<Sign> parse(String file, String text, Sources sources) {
        List<Sign> signs = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Csv.Line line : Csv.read(file, text, COLUMNS)) {
            Level level = switch (line.get("level")) {
                case "emergency" -> Level.EMERGENCY;
                case "same_day" -> Level.SAME_DAY;
                default -> throw line.error("level", "emergency or same_day");
            };
            if (!signs.isEmpty() && signs.getLast().level().compareTo(level) > 0) {
                throw line.error("level", "emergencies first");
            }
            if (!ids.add(line.required("id"))) {
                throw line.error("id", "each id once");
            }
            for (String column : List.of("person", "clinician")) {
                if (!line.required(column).endsWith(".")) {
                    throw line.error(column, "whole sentences");
                }
            }
            if (!line.get("grade").matches("[ABCD]")) {
                throw line.error("grade", "A, B, C or D");
            }
            if (sources.find(line.required("source")).isEmpty()) {
                throw line.error("source", "a key of " + Sources.FILE);
            }
            Status status = Status.of(line.get("status")).filter(each -> each != Status.UNCONFIRMED).orElseThrow(() -> line.error("status", "seen, secondary, derived or assumed"));
            signs.add(new Sign(line.get("id"), level, line.get("person"), line.get("clinician"), line.get("grade").charAt(0), line.get("source"), line.required("locator"), status));
        }
        return List.copyOf(signs);
    }
}

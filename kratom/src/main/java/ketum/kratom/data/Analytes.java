package ketum.kratom.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What laboratories measure in kratom products, from {@code tables/analytes.csv}, by any name that a certificate uses. Immutable. */
public final class Analytes {
    static final String FILE = "tables/analytes.csv";
    private static final List<String> COLUMNS = List.of("id", "panel", "name", "other_names");

    private final Map<String, Analyte> byId;
    private final Map<String, Analyte> byName;

    private Analytes(Map<String, Analyte> byId, Map<String, Analyte> byName) {
        this.byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
        this.byName = Map.copyOf(byName);
    }

    /** Group of analytes that one kind of test covers. */
    public enum Panel {
        ALKALOID, TOTAL, METAL, MICROBE, MYCOTOXIN, SOLVENT, ADULTERANT;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param id stable name, as laws and limits use it; @param name as it is shown */
    public record Analyte(String id, Panel panel, String name) {}

    private static final class Holder {
        private static final Analytes STANDARD = parse(FILE, Resource.text(FILE));
    }

    /** The analytes of this version, read once. */
    public static Analytes standard() {
        return Holder.STANDARD;
    }

    static Analytes parse(String file, String text) {
        Map<String, Analyte> byId = new LinkedHashMap<>();
        Map<String, Analyte> byName = new LinkedHashMap<>();
        String previous = "";
        for (Csv.Line line : Csv.read(file, text, COLUMNS)) {
            String id = line.required("id");
            if (id.compareTo(previous) <= 0) {
                throw line.error("id", "ids in ascending order, each once; \"" + previous + "\" stands before");
            }
            previous = id;
            Panel panel = Arrays.stream(Panel.values()).filter(each -> each.label().equals(line.get("panel"))).findFirst()
                    .orElseThrow(() -> line.error("panel", "alkaloid, total, metal, microbe, mycotoxin, solvent or adulterant"));
            Analyte analyte = new Analyte(id, panel, line.required("name"));
            byId.put(id, analyte);
            byName.put(id, analyte);
            byName.put(plain(analyte.name()), analyte);
            for (String other : line.get("other_names").isEmpty() ? List.<String>of() : List.of(line.get("other_names").split(";", -1))) {
                Analyte before = byName.put(plain(other), analyte);
                if (before != null && before != analyte) {
                    throw line.error("other_names", "names that no other analyte has; \"" + other + "\" is also " + before.id());
                }
            }
        }
        return new Analytes(byId, byName);
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** The analyte of a name as written on a certificate, whatever its case. */
    public Optional<Analyte> find(String name) {
        return Optional.ofNullable(byName.get(plain(name)));
    }

    public Collection<Analyte> all() {
        return byId.values();
    }
}

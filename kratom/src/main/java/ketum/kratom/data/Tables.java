package ketum.kratom.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All long tables of the model with the sources they point to. {@link #standard()} reads the files on the class path once, checks every
 * row and fails as a whole on the first row that is not acceptable. Immutable.
 */
public final class Tables {
    /** File names without ending, in the folder {@code tables}. */
    static final List<String> NAMES = List.of(
            "binding",
            "dependence-observed",
            "effects",
            "effects-observed",
            "exposure-calibrated",
            "exposure-observed",
            "limits",
            "molecules",
            "person-factors",
            "products",
            "products-reference",
            "receptors",
            "signal",
            "variability",
            "withdrawal",
            "withdrawal-calibrated");
    /** Tables that only interactions between medicines need, so that nothing else waits for them. */
    static final List<String> INTERACTION_NAMES = List.of("interaction-constants", "interaction-doses", "interaction-ratios", "interaction-ratios-scored");

    private final Map<String, Table> byName;
    private final Sources sources;

    private Tables(Map<String, Table> byName, Sources sources) {
        this.byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        this.sources = sources;
    }

    private static final class Holder {
        private static final Tables STANDARD = load(NAMES, Sources.standard());
    }

    private static final class InteractionHolder {
        private static final Tables INTERACTIONS = load(INTERACTION_NAMES, standard().sources());
    }

    /**
     * The tables of this version.
     *
     * @throws DataException where a file on the class path is not acceptable
     */
    public static Tables standard() {
        return Holder.STANDARD;
    }

    /**
     * The tables of interactions between medicines, read when first asked for.
     *
     * @throws DataException where a file on the class path is not acceptable
     */
    public static Tables interactions() {
        return InteractionHolder.INTERACTIONS;
    }

    /**
     * One table alone, for a look-up that should not wait for all of them.
     *
     * @throws IllegalArgumentException where there is no such table
     * @throws DataException            where its file is not acceptable
     */
    public static Table one(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no table \"" + name + "\"; there are " + NAMES);
        }
        return read(name, Sources.standard());
    }

    private static Table read(String name, Sources sources) {
        String schemaFile = "tables/" + name + ".schema.yaml";
        String file = "tables/" + name + ".csv";
        return Table.parse(name, file, Resource.text(file), TableSchema.parse(schemaFile, Resource.text(schemaFile)), sources);
    }

    private static Tables load(List<String> names, Sources sources) {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (String name : names) {
            tables.put(name, read(name, sources));
        }
        return new Tables(tables, sources);
    }

    /**
     * @throws IllegalArgumentException where there is no such table
     */
    public Table table(String name) {
        Table table = byName.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no table \"" + name + "\"; there are " + byName.keySet());
        }
        return table;
    }

    public Map<String, Table> all() {
        return byName;
    }

    public Sources sources() {
        return sources;
    }
}

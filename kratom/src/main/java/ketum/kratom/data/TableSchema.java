package ketum.kratom.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What one table may hold, from its neighbour {@code <table>.schema.yaml}.
 *
 * @param about      what the table is
 * @param idMeaning  how its ids are built
 * @param idPattern  what an id must match
 * @param quantities allowed quantities by name
 */
public record TableSchema(String about, String idMeaning, Pattern idPattern, Map<String, Quantity> quantities) {

    public TableSchema {
        quantities = Collections.unmodifiableMap(new LinkedHashMap<>(quantities));
    }

    /**
     * @param unit   the unit every row of this quantity must have
     * @param about  what the number means
     * @param bounds what low and high mean, empty where the quantity has none
     */
    public record Quantity(String unit, String about, String bounds) {}

    static TableSchema parse(String file, String text) {
        Yaml.Mapping root = Yaml.mapping(file, text);
        String about = root.text("about");
        String ids = root.text("ids");
        Yaml.Scalar patternText = root.scalar("id_pattern");
        Pattern pattern;
        try {
            pattern = Pattern.compile(patternText.text());
        } catch (PatternSyntaxException e) {
            throw patternText.error("a regular expression");
        }
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        Yaml.Mapping listed = root.mapping("quantities");
        for (String name : listed.keys()) {
            Yaml.Mapping entry = listed.mapping(name);
            Yaml.Scalar unit = entry.scalar("unit");
            try {
                Units.check(unit.text());
            } catch (IllegalArgumentException e) {
                throw unit.error("UCUM or one of " + Units.aliases().keySet());
            }
            quantities.put(name, new Quantity(unit.text(), entry.text("about"), entry.text("bounds", "")));
            entry.done();
        }
        root.done();
        return new TableSchema(about, ids, pattern, quantities);
    }
}

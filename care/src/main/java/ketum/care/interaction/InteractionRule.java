package ketum.care.interaction;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.LinkedHashMap;
import java.util.Optional;
import ketum.kratom.data.Medicine;

/**
 * A rule on effects that meet, from {@code rules.csv}. Of the rules of one group, the first that holds is said.
 *
 * @param first  {@code kratom}, or what one medicine must be
 * @param second what the other must be: {@code flag:SED}, {@code class:benzodiazepine}, {@code medicine:naloxone}, {@code role:UGT2B7} or {@code opioid}
 */
record InteractionRule(String id, String group, String first, String second, InteractionPair.Direction direction, Severity severity, Evidence evidence, boolean classRule,
                       String mechanism, String person, String clinician, char grade, List<String> sources) {

    static final String KRATOM = "kratom";
    /** An opioid that at usual doses stays in the gut. */
    private static final String GUT_ONLY = "loperamide";

    private static final class Holder {
        private static final List<InteractionRule> RULES = rules();
        private static final Map<String, String[]> PHRASES = phrases();
    }

    static List<InteractionRule> all() {
        return Holder.RULES;
    }

    boolean aboutKratom() {
        return first.equals(KRATOM);
    }

    static boolean is(String condition, Medicine medicine) {
        String[] parts = condition.split(":", 2);
        return switch (parts[0]) {
            case "flag" -> medicine.has(Medicine.Flag.valueOf(parts[1]));
            case "class" -> Arrays.asList(parts[1].split(";")).contains(medicine.group());
            case "medicine" -> Arrays.asList(parts[1].split(";")).contains(medicine.id());
            case "role" -> medicine.enzymes().stream().anyMatch(role -> role.enzyme().equals(parts[1]));
            case "opioid" -> medicine.group().contains("opioid") && !medicine.group().contains("antagonist") && !medicine.id().equals(GUT_ONLY);
            default -> throw new IllegalStateException("rules.csv: no condition " + condition);
        };
    }

    private static List<InteractionRule> rules() {
        List<InteractionRule> rules = new ArrayList<>();
        read("rules.csv", row -> rules.add(new InteractionRule(row.getField("id"), row.getField("group"), row.getField("first"), row.getField("second"),
                InteractionPair.Direction.of(row.getField("direction")), Severity.valueOf(row.getField("severity").toUpperCase(java.util.Locale.ROOT)), Evidence.valueOf(row.getField("evidence")),
                row.getField("class_rule").equals("yes"), row.getField("mechanism"), row.getField("person"), row.getField("clinician"), row.getField("grade").charAt(0),
                List.of(row.getField("sources").split(";")))));
        return List.copyOf(rules);
    }

    private static Map<String, String[]> phrases() {
        Map<String, String[]> phrases = new LinkedHashMap<>();
        read("phrases.csv", row -> phrases.put(row.getField("id"), new String[] {row.getField("person"), row.getField("clinician")}));
        return phrases;
    }

    private static void read(String file, java.util.function.Consumer<NamedCsvRecord> each) {
        try (InputStream in = InteractionRule.class.getResourceAsStream(file);
             CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.forEach(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A phrase with its placeholders filled; none may stay. */
    static String fill(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        if (filled.contains("{")) {
            throw new IllegalStateException("a placeholder was left in: " + filled);
        }
        return filled;
    }

    static Optional<String[]> phrase(String id) {
        return Optional.ofNullable(Holder.PHRASES.get(id));
    }
}

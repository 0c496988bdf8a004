package ketum.care.casefile;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A group of fields being read. Fields that are not known are reported on creation. */
final class Section {

    /** Words that people use for a field of another name. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(Map.entry("dose", "amount"), Map.entry("dosage", "amount"),
            Map.entry("frequency", "per_day"), Map.entry("doses", "per_day"), Map.entry("doses_per_day", "per_day"), Map.entry("time", "times"),
            Map.entry("start", "since"), Map.entry("started", "since"), Map.entry("gender", "sex"), Map.entry("medication", "medicines"),
            Map.entry("medications", "medicines"), Map.entry("meds", "medicines"), Map.entry("drugs", "medicines"), Map.entry("location", "place"),
            Map.entry("state", "place"), Map.entry("country", "place"), Map.entry("kind", "type"), Map.entry("coa", "certificate"),
            Map.entry("score", "score_now"), Map.entry("last_taken", "last_dose"), Map.entry("body_weight", "weight"), Map.entry("pregnant", "pregnancy"));

    private final int line;
    private final int column;
    private final String path;
    private final Map<String, Field> known = new LinkedHashMap<>();
    private final Map<String, Value> values = new LinkedHashMap<>();
    /** Known fields that an unknown one was probably meant to be: saying that they are missing as well would only confuse. */
    private final Set<String> meant = new HashSet<>();
    private final Problems problems;

    Section(Node.Fields node, String path, List<Field> fields, List<Field> elsewhere, Problems problems) {
        this.line = node.line();
        this.column = node.column();
        this.path = path;
        this.problems = problems;
        fields.forEach(f -> known.put(f.name(), f));
        for (Node.Entry entry : node.entries()) {
            String name = entry.key().value();
            Field field = known.get(name);
            if (field == null) {
                reportUnknown(entry.key(), elsewhere);
            } else {
                values.put(name, new Value(entry.value(), Paths.join(path, name), field, problems));
            }
        }
    }

    String path() {
        return path;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value of a field, where it is given. */
    Optional<Value> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value of a field that must be given; its absence is reported. */
    Optional<Value> need(String name) {
        if (!values.containsKey(name)) {
            missing(name);
        }
        return get(name);
    }

    void missing(String name) {
        Field field = known.get(name);
        if (!meant.contains(name)) {
            problems.add(line, column, Paths.join(path, name), "nothing", "this required field takes " + field.accepted(), field.forExample());
        }
    }

    /** Reports against the group as a whole. */
    void wrong(String found, String accepted, String advice) {
        problems.add(line, column, path, found, accepted, advice);
    }

    private void reportUnknown(Node.Text key, List<Field> elsewhere) {
        if (problems.full()) {
            return;
        }
        String name = key.value();
        String accepted = "the fields here are " + String.join(", ", known.keySet());
        String synonym = SYNONYMS.get(name);
        List<String> near = synonym != null && known.containsKey(synonym) ? List.of(synonym) : Spelling.near(name, known.keySet());
        String advice;
        if (!near.isEmpty()) {
            meant.addAll(near);
            advice = Spelling.question(near);
        } else if (Character.isDigit(name.isEmpty() ? ' ' : name.charAt(0))) {
            advice = "A comma separates fields here; numbers take a decimal point, as in 4.5.";
        } else {
            advice = elsewhere.stream().filter(f -> f.name().equals(name)).findFirst()
                    .map(f -> f.section().isEmpty() ? "It belongs at the beginning of a line, not inside another field." : "It belongs inside " + f.section().replace("[]", "") + ".")
                    .orElse("Remove it or choose one of these.");
        }
        problems.add(key.line(), key.column(), Paths.join(path, name), "the unknown field " + Quoted.text(name), accepted, advice);
    }
}

package ketum.cli;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import ketum.kratom.Versions;
import ketum.kratom.data.Study;
import ketum.kratom.study.StudyResult;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Study runs as JSON: one object with versions, and one row per reported number. Every row has every key; what is not known is null. */
final class StudyJson {

    /** Version of this form; raised when a key changes its meaning. */
    static final String SCHEMA_VERSION = "1.0.0";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private StudyJson() {
    }

    static String text(List<StudyResult> results) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema_version", SCHEMA_VERSION).put("software", Versions.software()).put("model", Versions.model()).put("data", Versions.data());
        ArrayNode studies = root.putArray("studies");
        for (StudyResult result : results) {
            ObjectNode study = studies.addObject();
            study.put("study", result.study().name()).put("source", result.study().source()).put("seed", result.seed())
                    .put("replicates", result.replicates()).put("people", result.people());
            ArrayNode remarks = study.putArray("remarks");
            result.remarks().forEach(remarks::add);
            ArrayNode rows = study.putArray("rows");
            result.rows().forEach(row -> put(rows.addObject(), result.study(), row));
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void put(ObjectNode node, Study study, StudyResult.Row row) {
        Study.Observation observation = row.observation();
        node.put("study", study.name()).put("arm", observation.arm()).put("analyte", observation.analyte().orElse(null))
                .put("quantity", observation.quantity()).put("statistic", observation.statistic()).put("unit", observation.unit());
        ArrayNode hours = node.putArray("hours");
        observation.hours().forEach(hours::add);
        put(node, "predicted", row.prediction().map(StudyResult.Prediction::median).orElse(Double.NaN));
        put(node, "low", row.prediction().map(StudyResult.Prediction::low).orElse(Double.NaN));
        put(node, "high", row.prediction().map(StudyResult.Prediction::high).orElse(Double.NaN));
        put(node, "share_of_repeats_without_value", row.prediction().map(StudyResult.Prediction::missing).orElse(Double.NaN));
        put(node, "observed", observation.observed());
        put(node, "observed_low", number(observation.low()));
        put(node, "observed_high", number(observation.high()));
        node.put("status", observation.status().label()).put("locator", observation.locator()).put("band", StudyResult.words(observation.band()));
        switch (row.verdict()) {
            case PASS -> node.put("pass", true);
            case MISS -> node.put("pass", false);
            case NOT_JUDGED -> node.putNull("pass");
        }
        node.put("use", observation.purpose().name().toLowerCase(Locale.ROOT)).put("note", row.note());
    }

    private static double number(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }

    private static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }
}

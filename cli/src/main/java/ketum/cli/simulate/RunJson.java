package ketum.cli.simulate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A simulation described for programs: what it was made with and from, what the columns are, what came out. Every key is always there; what
 * does not apply is null. The description of a table (as against that of a run) holds nothing that differs between machines or numbers
 * of threads.
 */
public final class RunJson {

    /** Version of this form; raised when a key changes its meaning. */
    static final String SCHEMA_VERSION = "1.0.0";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Request request;
    private final Provenance provenance;
    private final List<Column> columns;
    private final Result result;

    public RunJson(Request request, Provenance provenance, List<Column> columns, Result result) {
        this.request = request;
        this.provenance = provenance;
        this.columns = columns;
        this.result = result;
    }

    /** The run, with the engine's notes about it. */
    public String text() {
        ObjectNode root = run();
        ArrayNode notes = root.putArray("notes");
        result.statistics().notes().forEach(notes::add);
        return pretty(root);
    }

    /** Metadata of a CSV file as CSV on the Web has them (W3C, 2015), with the run among the notes. */
    public String besideCsv(String csv) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("@context", "http://www.w3.org/ns/csvw").put("url", csv).put("dc:title", title());
        ArrayNode described = root.putObject("tableSchema").putArray("columns");
        for (Column column : columns) {
            ObjectNode node = described.addObject().put("name", column.name()).put("titles", column.name()).put("datatype", column.type().csvw())
                    .put("dc:description", column.meaning());
            if (!column.unit().isEmpty()) {
                node.put("schema:unitText", column.unit());
            }
        }
        root.putArray("notes").add(run());
        return pretty(root);
    }

    /** Metadata of a Parquet file: the run, and under {@code unit.NAME} the unit of each column that has one. */
    public Map<String, String> inParquet() {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("ketum", MAPPER.writeValueAsString(run()));
        columns.stream().filter(column -> !column.unit().isEmpty()).forEach(column -> notes.put("unit." + column.name(), column.unit()));
        return notes;
    }

    private String title() {
        return "Simulation of " + request.model().name() + provenance.data().map(data -> " over " + data).orElse("");
    }

    private ObjectNode run() {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema_version", SCHEMA_VERSION).put("software", provenance.software());
        root.putObject("model").put("name", request.model().name()).put("file", provenance.model()).put("time_unit", request.model().timeUnit());
        root.put("data", provenance.data().orElse(null)).put("variability", provenance.variability().orElse(null));
        ObjectNode values = root.putObject("set");
        request.values().forEach(values::put);
        root.put("subjects", result.subjects()).put("replicates", result.replicates());
        root.put("seed", request.variability().isPresent() ? request.seed() : null);
        root.put("method", request.options().method().name().toLowerCase(Locale.ROOT));
        root.put("relative_tolerance", request.options().relativeTolerance());
        ObjectNode absolute = root.putObject("absolute_tolerance").put("default", request.options().absoluteTolerance());
        request.options().absoluteByState().forEach(absolute::put);
        root.put("rows", result.rows()).put("first_time", result.firstTime()).put("last_time", result.lastTime());
        ArrayNode described = root.putArray("columns");
        columns.forEach(column -> described.addObject().put("name", column.name()).put("type", column.type().csvw())
                .put("unit", column.unit().isEmpty() ? null : column.unit()).put("meaning", column.meaning()));
        ArrayNode summary = root.putArray("summary");
        result.outputs().forEach(output -> {
            ObjectNode node = summary.addObject().put("output", output.output()).put("unit", output.unit());
            put(node.putObject("smallest"), output.smallest());
            put(node.putObject("largest"), output.largest());
            put(node.putObject("last"), output.last());
        });
        ArrayNode failures = root.putArray("failures");
        result.failures().forEach(failure -> failures.addObject().put("id", failure.id()).put("replicate", failure.replicate())
                .put("line", failure.line() == 0 ? null : failure.line()).put("text", failure.text()));
        root.putObject("statistics").put("steps", result.statistics().steps()).put("rejected", result.statistics().rejected())
                .put("right_hand_sides", result.statistics().rightHandSides()).put("jacobians", result.statistics().jacobians())
                .put("stiff_switches", result.statistics().stiffSwitches());
        return root;
    }

    private static void put(ObjectNode node, OutputSummary.Spread spread) {
        put(node, "least", spread.least());
        put(node, "p05", spread.p05());
        put(node, "p50", spread.p50());
        put(node, "p95", spread.p95());
        put(node, "most", spread.most());
    }

    private static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }

    private static String pretty(ObjectNode root) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}

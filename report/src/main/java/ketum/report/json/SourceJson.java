package ketum.report.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import ketum.care.source.Awaiting;
import ketum.care.source.SourceAnswer;
import ketum.care.source.SourceList;
import ketum.kratom.Versions;
import ketum.kratom.data.Source;
import ketum.kratom.data.Statement;
import ketum.kratom.data.Status;
import ketum.report.text.SourceWords;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sources as JSON, by {@code sources.schema.json}. Every key is always there; what is not known is null or empty. */
public final class SourceJson {
    private static final String SCHEMA_VERSION = "1.0.0";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SourceJson() {}

    public static String answer(SourceAnswer answer) {
        ObjectNode node = head();
        source(node.putObject("source"), answer.source());
        node.put("as_of", answer.asOf().map(Object::toString).orElse(null));
        statements(node.putArray("statements"), answer.statements());
        return text(node);
    }

    public static String list(SourceList list) {
        ObjectNode node = head();
        node.set("words", Values.strings(list.words()));
        node.put("all", list.all());
        ArrayNode sources = node.putArray("sources");
        list.entries().forEach(entry -> {
            ObjectNode item = sources.addObject();
            source(item, entry.source());
            item.put("statements", entry.statements());
        });
        return text(node);
    }

    public static String awaiting(Awaiting awaiting) {
        ObjectNode node = head();
        node.put("all", awaiting.allSources());
        ArrayNode sources = node.putArray("unconfirmed_sources");
        awaiting.sources().forEach(source -> source(sources.addObject(), source));
        ArrayNode groups = node.putArray("groups");
        awaiting.groups().forEach((group, counts) -> {
            ObjectNode item = groups.addObject().put("group", group);
            for (Status status : Status.values()) {
                item.put(status.label(), counts.getOrDefault(status, 0));
            }
            item.put("to_confirm", awaiting.toConfirm().get(group));
        });
        statements(node.putArray("unconfirmed"), awaiting.unconfirmed());
        statements(node.putArray("secondary"), awaiting.secondary());
        return text(node);
    }

    public static String schema() {
        return JsonReport.resource("sources.schema.json");
    }

    private static ObjectNode head() {
        return Values.object().put("schema_version", SCHEMA_VERSION).put("software", Versions.software()).put("data", Versions.data());
    }

    private static String text(ObjectNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }

    private static void source(ObjectNode node, Source source) {
        node.put("key", source.key()).put("kind", source.kind().label()).put("citation", source.citation()).put("authors", source.authors()).put("year", source.year()).put("title", source.title())
                .put("doi", source.doi()).put("pmid", source.pmid()).put("pmcid", source.pmcid()).put("address", source.address()).put("confirmed", source.confirmed())
                .put("to_confirm", source.confirmed() ? null : SourceWords.toConfirm(source));
    }

    private static void statements(ArrayNode array, List<Statement> statements) {
        for (Statement statement : statements) {
            ObjectNode node = array.addObject().put("group", statement.group()).put("file", statement.file()).put("line", statement.line()).put("id", statement.id()).put("says", statement.says());
            node.put("quantity", statement.figure().map(Statement.Figure::quantity).orElse(null));
            Map<String, String> numbers = statement.figure().map(figure -> Map.of("value", figure.value(), "low", figure.low(), "high", figure.high())).orElse(Map.of());
            for (String name : List.of("value", "low", "high")) {
                number(node, name, numbers.getOrDefault(name, ""));
            }
            node.put("unit", statement.figure().map(Statement.Figure::unit).orElse(null));
            node.put("locator", statement.locator()).put("status", statement.status().map(Status::label).orElse(null)).put("grade", statement.grade().map(String::valueOf).orElse(null))
                    .put("as_of", statement.asOf().map(Object::toString).orElse(null));
            ArrayNode cited = node.putArray("cited");
            statement.cited().forEach(each -> cited.addObject().put("source", each.source()).put("in", each.field()));
        }
    }

    /** As the file writes it, to the last digit. */
    private static void number(ObjectNode node, String name, String written) {
        try {
            node.put(name, written.isEmpty() ? null : new BigDecimal(written));
        } catch (NumberFormatException e) {
            node.putNull(name);
        }
    }
}

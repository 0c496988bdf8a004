package ketum.report.json;

import java.util.List;
import java.util.Optional;
import ketum.care.law.LawAnswer;
import ketum.care.law.LawAnswer.Finding;
import ketum.care.law.LawAnswer.Level;
import ketum.kratom.Versions;
import ketum.kratom.data.Law;
import ketum.kratom.data.LawRule;
import ketum.report.terminal.LawScreen;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An answer on the law as JSON, by {@code law.schema.json}. Every key is always there; what is not known is null or empty. */
public final class LawJson {
    private static final String SCHEMA_VERSION = "1.0.0";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private LawJson() {}

    public static String render(LawAnswer answer) {
        ObjectNode node = head();
        node.set("law", law(answer));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }

    /** Every place on file. */
    public static String map(List<LawAnswer> answers) {
        ObjectNode node = head();
        ArrayNode places = node.putArray("places");
        answers.forEach(answer -> places.add(law(answer)));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }

    public static String schema() {
        return JsonReport.resource("law.schema.json");
    }

    private static ObjectNode head() {
        return Values.object().put("schema_version", SCHEMA_VERSION).put("software", Versions.software()).put("data", Versions.data()).put("advice", LawScreen.NOT_ADVICE);
    }

    static ObjectNode law(LawAnswer answer) {
        ObjectNode node = Values.object();
        node.put("place", answer.place()).put("name", answer.name()).put("on", answer.on().toString());
        node.put("stale", answer.stale()).put("uncertain", answer.uncertain());
        node.set("standing", standing(answer.standing()));
        ObjectNode forms = node.putObject("forms");
        answer.forms().forEach((form, finding) -> forms.set(form.label(), standing(finding)));
        finding(node, "minimum_age", answer.minimumAge().map(age -> from(Values.object().put("value", age.value()), age)));
        finding(node, "label", answer.label().map(LawJson::duty));
        finding(node, "testing", answer.testing().map(LawJson::duty));
        ArrayNode levels = node.putArray("levels");
        answer.levels().forEach(level -> levels.add(level(level)));
        node.set("notes", Values.strings(answer.notes()));
        ArrayNode sources = node.putArray("sources");
        answer.sources().forEach(source -> sources.addObject().put("key", source.key()).put("citation", source.citation()).put("address", source.address()));
        return node;
    }

    private static ObjectNode standing(Finding<Law.Standing> finding) {
        return from(Values.object().put("value", finding.value().label()), finding);
    }

    private static ObjectNode duty(Finding<Law.Duty> finding) {
        return from(Values.object().put("value", finding.value().label()), finding);
    }

    private static ObjectNode from(ObjectNode node, Finding<?> finding) {
        return node.put("place", finding.place()).put("confirmed", finding.confirmed());
    }

    private static void finding(ObjectNode node, String key, Optional<ObjectNode> value) {
        if (value.isPresent()) {
            node.set(key, value.get());
        } else {
            node.putNull(key);
        }
    }

    private static ObjectNode level(Level level) {
        ObjectNode node = Values.object();
        node.put("place", level.place()).put("name", level.name());
        finding(node, "entry", level.entry().map(LawJson::entry));
        node.put("gap", level.gap()).put("dated", level.dated()).put("stale", level.entry().isPresent() && level.age().stale());
        if (level.age().days().isPresent()) {
            node.put("age_days", level.age().days().get());
        } else {
            node.putNull("age_days");
        }
        node.put("stale_after_days", level.age().limit());
        ArrayNode earlier = node.putArray("earlier");
        level.earlier().forEach(entry -> earlier.add(entry(entry)));
        ArrayNode later = node.putArray("later");
        level.later().forEach(entry -> later.add(entry(entry)));
        ArrayNode pending = node.putArray("pending");
        level.law().ifPresent(law -> law.pending().forEach(each -> pending.addObject().put("what", each.what()).put("on", each.on().map(Law.When::written).orElse(null))
                .put("source", each.source()).put("locator", each.locator()).put("as_of", each.asOf().toString())));
        return node;
    }

    private static ObjectNode entry(Law.Entry entry) {
        ObjectNode node = Values.object();
        node.put("from", entry.from().map(Law.When::written).orElse(null)).put("to", entry.to().map(Law.When::written).orElse(null));
        node.put("standing", entry.standing().label());
        ObjectNode forms = node.putObject("forms");
        entry.forms().forEach((form, standing) -> forms.put(form.label(), standing.label()));
        if (entry.minimumAge().isPresent()) {
            node.put("minimum_age", entry.minimumAge().getAsInt());
        } else {
            node.putNull("minimum_age");
        }
        node.put("label", entry.label().map(Law.Duty::label).orElse(null)).set("label_elements", Values.strings(entry.labelElements()));
        node.put("testing", entry.testing().map(Law.Duty::label).orElse(null)).put("seven_oh", entry.sevenOh()).put("summary", entry.summary());
        node.put("citation", entry.citation()).put("address", entry.address()).put("address_is", entry.addressKind().label());
        node.put("as_of", entry.asOf().map(Object::toString).orElse(null)).put("confidence", entry.confidence().label());
        node.set("unconfirmed", Values.strings(entry.unconfirmed()));
        ArrayNode sources = node.putArray("sources");
        entry.sources().forEach(basis -> sources.addObject().put("source", basis.source()).put("locator", basis.locator()).put("status", basis.status().label()));
        ArrayNode conflicts = node.putArray("conflicts");
        entry.conflicts().forEach(conflict -> conflicts.addObject().put("says", conflict.says()).put("source", conflict.source()).put("locator", conflict.locator()));
        ArrayNode rules = node.putArray("rules");
        for (LawRule rule : entry.rules()) {
            rules.addObject().put("id", rule.id()).put("binding", rule.binding().label()).put("text", rule.text()).put("locator", rule.locator()).put("status", rule.status().label());
        }
        return node;
    }
}

package ketum.report.json;

import java.util.Locale;
import ketum.care.interaction.Evidence;
import ketum.care.interaction.InteractionAnswer;
import ketum.care.interaction.InteractionAnswer.Agent;
import ketum.care.interaction.InteractionPair;
import ketum.care.interaction.KratomDose;
import ketum.kratom.Versions;
import ketum.kratom.data.CaseReports;
import ketum.kratom.interaction.Interval;
import ketum.kratom.interaction.OpioidVentilation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is known of medicines together, as JSON by {@code interaction.schema.json}. Every key is always there; what is not known is null or empty. */
public final class InteractionJson {
    private static final String SCHEMA_VERSION = "1.1.0";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private InteractionJson() {}

    public static String render(InteractionAnswer answer) {
        ObjectNode node = Values.object().put("schema_version", SCHEMA_VERSION).put("software", Versions.software()).put("data", Versions.data());
        node.set("kratom", answer.dose().map(dose -> kratom(dose, answer.tested())).orElse(null));
        ArrayNode agents = node.putArray("agents");
        answer.agents().forEach(agent -> agents.add(agent(agent)));
        ArrayNode pairs = node.putArray("pairs");
        answer.pairs().forEach(pair -> pairs.add(pair(pair)));
        ArrayNode screening = node.putArray("screening_upper_bounds");
        answer.screening().forEach(screen -> {
            ObjectNode item = screening.addObject().put("test", screen.test());
            Values.number(item, "value", screen.value());
            Values.number(item, "cutoff", screen.cutoff());
            item.put("positive", screen.positive());
        });
        node.set("opioid_ventilation", answer.ventilation().map(lowest -> {
            ObjectNode item = Values.object();
            Values.number(item, "opioid_alone", OpioidVentilation.OPIOID_ALONE);
            item.set("kratom_alone", ratio(lowest.kratomAlone()));
            item.set("together", ratio(lowest.together()));
            Values.number(item, "antagonism_suppressed_share", lowest.suppressed());
            return item;
        }).orElse(null));
        ArrayNode limits = node.putArray("limits");
        answer.limits().forEach(limit -> limits.addObject().put("person", limit.person()).put("clinician", limit.clinician()));
        ObjectNode scale = node.putObject("evidence_scale");
        for (Evidence evidence : Evidence.values()) {
            scale.put(evidence.name(), evidence.meaning());
        }
        ArrayNode sources = node.putArray("sources");
        answer.sources().forEach(source -> sources.addObject().put("key", source.key()).put("citation", source.citation()).put("address", source.address()));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }

    public static String schema() {
        return JsonReport.resource("interaction.schema.json");
    }

    private static ObjectNode kratom(KratomDose dose, boolean tested) {
        ObjectNode node = Values.object().put("written", dose.written());
        Values.number(node, "mitragynine_mg_per_dose", dose.milligrams());
        if (dose.perDay().isPresent()) {
            node.put("per_day", dose.perDay().getAsInt());
        } else {
            node.putNull("per_day");
        }
        return node.put("assumed", dose.assumed()).put("as_tested_in_people", tested);
    }

    private static ObjectNode agent(Agent agent) {
        ObjectNode node = Values.object().put("written", agent.written()).put("id", agent.id().orElse(null)).put("name", agent.name());
        node.set("suggestions", Values.strings(agent.suggestions()));
        return node;
    }

    private static ObjectNode pair(InteractionPair pair) {
        ObjectNode node = Values.object();
        node.putArray("agents").add(pair.first()).add(pair.second());
        node.put("rule", pair.rule()).put("kind", pair.kind().name().toLowerCase(Locale.ROOT)).put("mechanism", pair.mechanism()).put("direction", pair.direction().label());
        node.set("auc_ratio", pair.ratio().map(InteractionJson::ratio).orElse(null));
        node.put("severity", pair.severity().label()).put("evidence", pair.evidence().map(Enum::name).orElse(null)).put("class_rule", pair.classRule()).put("rescue", pair.rescue());
        node.put("grade", String.valueOf(pair.grade()));
        ObjectNode advice = node.putObject("advice");
        advice.put("person", pair.advice()).put("clinician", pair.statement());
        node.set("missing_constants", Values.strings(pair.missing()));
        node.set("sources", Values.strings(pair.sources()));
        ArrayNode cases = node.putArray("case_reports");
        pair.cases().forEach(report -> cases.add(caseReport(report)));
        return node;
    }

    private static ObjectNode caseReport(CaseReports.Case report) {
        ObjectNode node = Values.object().put("id", report.id()).put("about", report.about()).put("score", report.score()).put("category", report.band().label()).put("scale", "DIPS")
                .put("items_answered", report.answers().size()).put("items", CaseReports.ITEMS);
        ArrayNode answers = node.putArray("answers");
        report.answers().forEach(answer -> answers.addObject().put("item", answer.item().number()).put("question", answer.item().question()).put("answer", answer.yes() ? "yes" : "no")
                .put("points", answer.points()).put("why", answer.why()).put("source", answer.source()).put("locator", answer.locator()).put("status", answer.status().label()));
        return node.put("source", report.source()).put("locator", report.locator()).put("status", report.status().label());
    }

    private static ObjectNode ratio(Interval ratio) {
        ObjectNode node = Values.object();
        Values.number(node, "low", ratio.low());
        Values.number(node, "median", ratio.median());
        Values.number(node, "high", ratio.high());
        return node;
    }
}

package ketum.report.json;

import java.util.List;
import java.util.Locale;
import ketum.care.Referral;
import ketum.kratom.Versions;
import ketum.kratom.data.Finding;
import ketum.kratom.data.HelpLines;
import ketum.kratom.data.Source;
import ketum.kratom.data.Treatment;
import ketum.report.Audience;
import ketum.report.text.Texts;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whom to call and what can help as JSON, by {@code referral.schema.json}. Every key is always there; nothing is left out for an audience. */
public final class ReferralJson {
    private static final String SCHEMA_VERSION = "1.0.0";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ReferralJson() {}

    public static String render(Referral referral) {
        ObjectNode node = Values.object().put("schema_version", SCHEMA_VERSION).put("software", Versions.software()).put("data", Versions.data());
        node.put("purpose", Texts.of(Audience.CLINICIAN).get("purpose")).put("on", referral.on().toString());
        if (referral.place().isPresent()) {
            Referral.Whereabouts place = referral.place().get();
            node.putObject("place").put("code", place.code()).put("name", place.name()).put("note", place.note());
        } else {
            node.putNull("place");
        }
        ArrayNode signs = node.putArray("signs");
        referral.signs().forEach(sign -> signs.addObject().put("id", sign.id()).put("level", sign.level().label()).put("person", sign.person()).put("clinician", sign.clinician())
                .put("grade", String.valueOf(sign.grade())).put("source", sign.source()).put("locator", sign.locator()).put("status", sign.status().label()));
        node.set("naloxone", treatment(referral.naloxone()));
        node.set("help", lines(referral.lines(), referral.on()));
        node.put("held_back", referral.heldBack()).put("always", Texts.of(Audience.PERSON).get("referral.always"));
        ArrayNode before = node.putArray("before_stopping");
        referral.beforeStopping().forEach(line -> before.addObject().put("id", line.id()).put("person", line.person()).put("clinician", line.clinician()).put("grade", line.grade())
                .set("sources", Values.strings(line.sources())));
        ArrayNode treatments = node.putArray("treatments");
        referral.treatments().forEach(treatment -> treatments.add(treatment(treatment)));
        sources(node, referral.sources());
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }

    public static String schema() {
        return JsonReport.resource("referral.schema.json");
    }

    static ArrayNode lines(List<HelpLines.Line> lines, java.time.LocalDate on) {
        ArrayNode array = Values.array();
        lines.forEach(line -> array.addObject().put("country", line.country()).put("kind", line.kind().name().toLowerCase(Locale.ROOT)).put("name", line.name()).put("number", line.number())
                .put("what", line.what()).put("source", line.source()).put("locator", line.locator()).put("checked", line.checked().toString()).put("age_days", line.age(on)).put("stale", line.stale(on)));
        return array;
    }

    private static ObjectNode treatment(Treatment treatment) {
        ObjectNode node = Values.object().put("id", treatment.id()).put("name", treatment.name()).put("group", treatment.group().label()).put("grade", String.valueOf(treatment.grade()))
                .put("evidence", treatment.evidence()).put("person", treatment.person()).put("clinician", treatment.clinician());
        node.set("known", findings(treatment.known()));
        node.set("cautions", findings(treatment.cautions()));
        if (treatment.disagreement().isPresent()) {
            Treatment.Disagreement disagreement = treatment.disagreement().get();
            node.putObject("disagreement").put("question", disagreement.question()).put("person", disagreement.person()).put("clinician", disagreement.clinician())
                    .set("reports", findings(disagreement.reports()));
        } else {
            node.putNull("disagreement");
        }
        node.set("unknown", Values.strings(treatment.unknown()));
        return node.put("as_of", treatment.asOf().toString());
    }

    static ArrayNode findings(List<Finding> findings) {
        ArrayNode array = Values.array();
        findings.stream().filter(Finding::confirmed).forEach(finding -> array.addObject().put("finding", finding.text()).put("source", finding.source()).put("locator", finding.locator())
                .put("status", finding.status().label()).put("grade", String.valueOf(finding.grade())));
        return array;
    }

    static void sources(ObjectNode node, List<Source> sources) {
        ArrayNode array = node.putArray("sources");
        sources.forEach(source -> array.addObject().put("key", source.key()).put("citation", source.citation()).put("address", source.address()));
    }
}

package ketum.report.json;

import java.util.Optional;
import ketum.care.product.Certificate;
import ketum.care.product.ProductReport;
import ketum.care.product.ProductReport.LimitLine;
import ketum.care.product.ProductReport.RuleLine;
import ketum.care.product.Range;
import ketum.kratom.Versions;
import ketum.kratom.data.Law;
import ketum.report.Audience;
import ketum.report.terminal.ProductScreen;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A checked certificate as JSON, by {@code product.schema.json}. Every key is always there; what is not known is null or empty. */
public final class ProductJson {
    private static final String SCHEMA_VERSION = "1.0.0";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ProductJson() {}

    /** A person's form leaves out amounts above the stated intake: nothing may read as room for more. */
    public static String render(ProductReport report, Audience audience) {
        ObjectNode node = Values.object().put("schema_version", SCHEMA_VERSION).put("software", Versions.software()).put("data", Versions.data()).put("advice", ProductScreen.NO_DOSE);
        Certificate certificate = report.certificate();
        node.putObject("certificate").put("title", certificate.title()).put("product", certificate.product()).put("lot", certificate.lot()).put("laboratory", certificate.laboratory())
                .put("date", certificate.date().map(Object::toString).orElse(null)).put("expires", certificate.expires().map(Object::toString).orElse(null)).put("sha256", certificate.sha256())
                .put("results", certificate.results().size());
        node.put("form", report.form().map(Law.Form::label).orElse(null)).put("on", report.on().toString());
        if (report.daily().isPresent()) {
            var daily = report.daily().get();
            ObjectNode intake = node.putObject("daily").put("amount", daily.amount().number()).put("unit", daily.amount().unit().name().toLowerCase(java.util.Locale.ROOT));
            Values.number(intake, "grams", daily.grams().orElse(Double.NaN));
        } else {
            node.putNull("daily");
        }
        ArrayNode findings = node.putArray("findings");
        report.findings().forEach(finding -> findings.addObject().put("id", finding.id()).put("level", finding.level().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                .put("text", finding.text()).put("arithmetic", finding.arithmetic()).put("grade", finding.grade()).set("sources", Values.strings(finding.sources())));
        ArrayNode limits = node.putArray("limits");
        double most = audience == Audience.CLINICIAN ? Double.POSITIVE_INFINITY : report.daily().map(stated -> stated.grams().orElse(0)).orElse(0.0);
        report.limits().forEach(line -> limits.add(limit(line, most)));
        node.set("missing", Values.strings(report.missing()));
        if (report.law().isPresent()) {
            node.set("law", LawJson.law(report.law().get()));
        } else {
            node.putNull("law");
        }
        if (report.verdict().isPresent()) {
            var verdict = report.verdict().get();
            ObjectNode answer = node.putObject("verdict").put("answer", verdict.answer().label()).put("stale", report.law().orElseThrow().stale());
            answer.set("reasons", Values.strings(verdict.reasons()));
            answer.set("proposed", Values.strings(verdict.proposed()));
        } else {
            node.putNull("verdict");
        }
        ArrayNode rules = node.putArray("rules");
        report.rules().forEach(line -> rules.add(rule(line)));
        ArrayNode label = node.putArray("label");
        report.label().forEach(line -> label.addObject().put("place", line.place()).put("id", line.id()).put("says", line.says()).put("outcome", line.outcome().label()));
        ArrayNode sources = node.putArray("sources");
        report.sources().forEach(source -> sources.addObject().put("key", source.key()).put("citation", source.citation()).put("address", source.address()));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }

    public static String schema() {
        return JsonReport.resource("product.schema.json");
    }

    private static ObjectNode limit(LimitLine line, double most) {
        ObjectNode node = Values.object().put("analyte", line.analyte()).put("panel", line.panel()).put("set", line.set()).put("outcome", line.outcome().label());
        Values.number(node, "limit", line.limit());
        node.put("unit", line.unit());
        range(node, "found", line.found());
        range(node, "share", line.share());
        range(node, "reached_at_g_a_day", line.reachedAt().filter(at -> at.low() <= most).map(at -> at.high() <= most ? at : new Range(at.low(), Double.POSITIVE_INFINITY)));
        return node.put("arithmetic", line.arithmetic()).put("status", line.status().label()).put("source", line.source()).put("locator", line.locator());
    }

    private static void range(ObjectNode node, String key, Optional<Range> range) {
        if (range.isEmpty()) {
            node.putNull(key);
            return;
        }
        ObjectNode ends = node.putObject(key);
        Values.number(ends, "low", range.get().low());
        Values.number(ends, "high", range.get().high());
    }

    private static ObjectNode rule(RuleLine line) {
        ObjectNode node = Values.object().put("place", line.place()).put("id", line.rule().id()).put("binding", line.rule().binding().label()).put("text", line.rule().text())
                .put("locator", line.rule().locator()).put("status", line.rule().status().label()).put("outcome", line.outcome().label()).put("close", line.close());
        ArrayNode readings = node.putArray("readings");
        line.readings().forEach(reading -> readings.addObject().put("assuming", reading.assuming()).put("outcome", reading.outcome().label()).set("arithmetic", Values.strings(reading.arithmetic())));
        return node;
    }
}

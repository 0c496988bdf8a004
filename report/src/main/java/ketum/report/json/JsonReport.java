package ketum.report.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import ketum.care.Assessment;
import ketum.report.Audience;
import ketum.report.text.Texts;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole document. Key order is fixed, so equal assessments give equal text. */
public final class JsonReport {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonReport() {}

    public static String render(Assessment assessment) {
        return MAPPER.writeValueAsString(document(assessment)) + "\n";
    }

    public static String schema() {
        return resource("assessment.schema.json");
    }

    /** A file of this module's resources. */
    static String resource(String name) {
        try (InputStream stream = JsonReport.class.getResourceAsStream("/ketum/report/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode document(Assessment assessment) {
        ObjectNode node = Values.object();
        node.put("schema_version", assessment.versions().schema());
        ObjectNode model = node.putObject("model");
        model.put("software", assessment.versions().software());
        model.put("model", assessment.versions().model());
        model.put("data", assessment.versions().data());
        node.put("purpose", Texts.of(Audience.CLINICIAN).get("purpose"));
        node.set("input", InputJson.of(assessment.input()));
        ObjectNode run = node.putObject("run");
        run.put("twins", assessment.run().twins());
        run.put("failed_twins", assessment.run().failedTwins());
        run.put("seed", assessment.run().seed());
        Values.number(run, "relative_tolerance", assessment.run().relativeTolerance());
        run.put("absolute_tolerance", assessment.run().absoluteTolerance());
        run.put("simulated_history_days", assessment.run().simulatedHistoryDays());
        ArrayNode notices = node.putArray("notices");
        assessment.notices().forEach(notice -> notices.addObject().put("id", notice.id()).put("first", notice.first()).put("person", notice.person()).put("clinician", notice.clinician())
                .set("sources", Values.strings(notice.sources())));
        ArrayNode urgent = node.putArray("urgent");
        assessment.urgent().stream().sorted(java.util.Comparator.comparing(Assessment.Urgent::level)).forEach(item -> urgent.addObject().put("id", item.id())
                .put("level", item.level().name().toLowerCase(Locale.ROOT)).put("person", item.person()).put("clinician", item.clinician())
                .put("grade", item.grade()).set("sources", Values.strings(item.sources())));
        ArrayNode help = node.putArray("help");
        assessment.help().forEach(line -> help.addObject().put("country", line.country()).put("kind", line.kind().name().toLowerCase(Locale.ROOT))
                .put("name", line.name()).put("number", line.number()).put("what", line.what()).put("source", line.source()).put("checked", line.checked()).put("stale", line.stale()));
        node.set("product", SectionJson.of(assessment.product(), BodyJson::product));
        node.set("exposure", SectionJson.of(assessment.exposure(), BodyJson::exposure));
        node.set("receptors", SectionJson.of(assessment.receptors(), BodyJson::receptors));
        node.set("effects", SectionJson.of(assessment.effects(), BodyJson::effects));
        node.set("dependence", SectionJson.of(assessment.dependence(), BodyJson::dependence));
        ObjectNode withdrawal = SectionJson.of(assessment.withdrawalIfStopped(), StoppingJson::withdrawal);
        withdrawal.put("safety", Texts.of(Audience.CLINICIAN).get("withdrawal.safety"));
        node.set("withdrawal_if_stopped", withdrawal);
        node.set("now", SectionJson.of(assessment.now(), StoppingJson::now));
        node.set("tapers", SectionJson.of(assessment.tapers(), StoppingJson::tapers));
        ArrayNode options = node.putArray("help_options");
        assessment.options().forEach(option -> options.addObject().put("id", option.id()).put("name", option.name()).put("person", option.person()).put("clinician", option.clinician())
                .put("evidence", option.evidence()).put("grade", option.grade()).set("sources", Values.strings(option.sources())));
        ArrayNode claims = node.putArray("claims");
        assessment.claims().forEach(claim -> claims.addObject().put("id", claim.id()).put("title", claim.title()).put("verdict", claim.verdict().label()).put("grade", claim.grade())
                .put("answer", claim.answer()).put("as_of", claim.asOf().toString()).set("sources", Values.strings(claim.sources())));
        node.set("limits", limits(assessment.limits()));
        ArrayNode sources = node.putArray("sources");
        assessment.sources().forEach(source -> sources.addObject().put("key", source.key()).put("citation", source.citation()).put("address", source.address()));
        return node;
    }

    private static ObjectNode limits(Assessment.Limits limits) {
        ObjectNode node = Values.object();
        ArrayNode unknowns = node.putArray("unknowns");
        limits.unknowns().forEach(unknown -> {
            ObjectNode entry = unknowns.addObject();
            entry.put("parameter", unknown.parameter());
            entry.put("label", unknown.label());
            Values.number(entry, "rank_correlation", unknown.rankCorrelation());
            entry.put("study_that_would_settle_it", unknown.studyThatWouldSettleIt());
        });
        ArrayNode statements = node.putArray("statements");
        limits.statements().forEach(limit -> statements.addObject().put("id", limit.id()).put("person", limit.person()).put("clinician", limit.clinician()));
        ArrayNode unconfirmed = node.putArray("unconfirmed");
        limits.unconfirmed().forEach(input -> unconfirmed.addObject().put("table", input.table()).put("id", input.id()).put("quantity", input.quantity())
                .put("note", input.note()));
        return node;
    }
}

package ketum.report.json;

import java.util.List;
import ketum.care.questionnaire.CrisisHelp;
import ketum.care.questionnaire.QuestionnaireScore;
import ketum.kratom.Versions;
import ketum.kratom.data.Instrument;
import ketum.report.Audience;
import ketum.report.text.Texts;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Questionnaires and scores as JSON, by {@code questionnaire.schema.json}. Crisis help, where it is called for, is the first key. */
public final class QuestionnaireJson {
    private static final String SCHEMA_VERSION = "1.0.0";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private QuestionnaireJson() {}

    /** Those on file, each with its items. */
    public static String list(List<Instrument> instruments) {
        ObjectNode node = head(Values.object());
        ArrayNode array = node.putArray("questionnaires");
        instruments.forEach(instrument -> array.add(instrument(instrument)));
        return text(node);
    }

    public static String score(QuestionnaireScore score, CrisisHelp help) {
        ObjectNode node = Values.object();
        if (score.crisis()) {
            ObjectNode crisis = node.putObject("crisis");
            crisis.put("person", Texts.of(Audience.PERSON).get("questionnaire.crisis")).put("clinician", Texts.of(Audience.CLINICIAN).get("questionnaire.crisis"));
            crisis.set("help", ReferralJson.lines(help.lines(), help.on()));
            crisis.put("always", Texts.of(Audience.PERSON).get("questionnaire.crisis.none"));
        } else {
            node.putNull("crisis");
        }
        head(node);
        ObjectNode result = node.putObject("score").put("id", score.instrument().id()).put("total", score.total()).put("maximum", score.instrument().maximum())
                .put("band", score.band().map(Instrument.Band::label).orElse(null));
        if (score.apart().isPresent()) {
            result.put("without_set_apart", score.apart().getAsInt());
        } else {
            result.putNull("without_set_apart");
        }
        ArrayNode answers = result.putArray("answers");
        score.answers().forEach(answer -> answers.addObject().put("item", answer.item().id()).put("points", answer.points()));
        result.put("limit", Texts.of(Audience.CLINICIAN).get("questionnaire.nodiagnosis"));
        node.set("questionnaire", instrument(score.instrument()));
        return text(node);
    }

    public static String schema() {
        return JsonReport.resource("questionnaire.schema.json");
    }

    private static ObjectNode head(ObjectNode node) {
        return node.put("schema_version", SCHEMA_VERSION).put("software", Versions.software()).put("data", Versions.data());
    }

    private static String text(ObjectNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }

    private static ObjectNode instrument(Instrument instrument) {
        ObjectNode node = Values.object().put("id", instrument.id()).put("name", instrument.name()).put("measures", instrument.measures()).put("rated_by", instrument.ratedBy().label())
                .put("period", instrument.period()).put("source", instrument.source()).put("words", instrument.words().label()).put("licence", instrument.licence());
        node.set("licence_basis", ReferralJson.findings(instrument.licenceBasis()));
        node.put("instruction", instrument.instruction());
        ArrayNode items = node.putArray("items");
        for (Instrument.Item item : instrument.items()) {
            ObjectNode each = items.addObject().put("id", item.id()).put("topic", item.topic()).put("words", item.printed().orElse(null)).put("set_apart", item.setApart());
            ArrayNode steps = each.putArray("steps");
            item.steps().forEach((points, meaning) -> steps.addObject().put("points", points).put("meaning", meaning));
        }
        node.put("crisis_item", instrument.crisisItem().orElse(null)).put("maximum", instrument.maximum());
        ArrayNode bands = node.putArray("bands");
        instrument.bands().forEach(band -> bands.addObject().put("from", band.from()).put("label", band.label()));
        node.put("bands_held_back", instrument.heldBack()).set("bands_basis", ReferralJson.findings(instrument.bandsBasis().stream().toList()));
        node.put("set_apart", instrument.setApart()).set("kratom", ReferralJson.findings(instrument.kratom()));
        node.put("person", instrument.person()).put("clinician", instrument.clinician());
        ReferralJson.sources(node, QuestionnaireScore.sources(instrument));
        return node;
    }
}

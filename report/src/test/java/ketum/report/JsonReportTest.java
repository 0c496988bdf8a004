package ketum.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ketum.care.Assessment;
import ketum.care.Assessment.Interval;
import ketum.kratom.Alkaloid;
import ketum.kratom.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonReportTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(Report.jsonSchema(), InputFormat.JSON);

    static List<Assessment> all() {
        return SampleAssessment.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyDocumentFollowsThePublishedSchema(Assessment assessment) {
        assertEquals(List.of(), errors(Report.json(assessment)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/model", "/input/person/age_years", "/withdrawal_if_stopped/people/p25", "/withdrawal_if_stopped/onset_h/unit",
            "/withdrawal_if_stopped/share_of_100/severe", "/withdrawal_if_stopped/sows/p95", "/withdrawal_if_stopped/safety", "/tapers/options/0/stages/0/per_dose",
            "/exposure/analytes/0/accumulation_auc/grade_size", "/limits/unknowns/0/study_that_would_settle_it", "/effects/effects/0/clinician_only", "/run/seed",
            "/withdrawal_if_stopped/links/0/grade_size", "/urgent/0/level", "/help/0/number", "/sources/0/key"})
    void aDocumentWithAFieldRemovedIsRejected(String pointer) {
        JsonNode document = MAPPER.readTree(Report.json(SampleAssessment.standard()));
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) document.at(pointer.substring(0, slash));
        assertTrue(parent.has(pointer.substring(slash + 1)), "the sample has no " + pointer);
        parent.remove(pointer.substring(slash + 1));
        assertFalse(errors(document.toString()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/input", "/input/person", "/withdrawal_if_stopped", "/withdrawal_if_stopped/people", "/now", "/limits", "/run", "/product"})
    void aDocumentWithAnUnknownFieldIsRejected(String pointer) {
        JsonNode document = MAPPER.readTree(Report.json(SampleAssessment.standard()));
        ((ObjectNode) document.at(pointer)).put("surprise", 1);
        assertFalse(errors(document.toString()).isEmpty());
    }

    @Test
    void aGradeOutsideTheScaleIsRejected() {
        JsonNode document = MAPPER.readTree(Report.json(SampleAssessment.standard()));
        ((ObjectNode) document.at("/withdrawal_if_stopped/peak")).put("grade_size", "A+");
        assertFalse(errors(document.toString()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyRequiredKeyIsThereWhateverTheStatus(Assessment assessment) {
        Set<String> required = Set.of("schema_version", "model", "input", "urgent", "product", "exposure", "receptors", "effects", "dependence",
                "withdrawal_if_stopped", "now", "tapers", "limits", "sources");
        Set<String> found = new TreeSet<>(MAPPER.readTree(Report.json(assessment)).propertyNames());
        assertTrue(found.containsAll(required), found.toString());
    }

    @Test
    void cowsStandsInTheSectionItselfAndSowsBesideItInTheSameShape() {
        JsonNode section = MAPPER.readTree(Report.json(SampleAssessment.standard())).at("/withdrawal_if_stopped");
        assertEquals("COWS", section.at("/scale").asString());
        assertEquals("SOWS", section.at("/sows/scale").asString());
        for (String key : section.at("/sows").propertyNames()) {
            assertTrue(section.has(key), key);
        }
        assertEquals(section.at("/time_h").size(), section.at("/science/p95").size());
    }

    @Test
    void aCategoryTheModelCannotProduceIsNullAndNotZero() {
        JsonNode shares = MAPPER.readTree(Report.json(SampleAssessment.forClinician())).at("/withdrawal_if_stopped/share_of_100");
        assertTrue(shares.at("/severe").isNull());
        assertEquals(21, shares.at("/none/median").asInt());
    }

    @Test
    void withheldSectionsHoldReasonAndSourcesAndNoNumber() {
        JsonNode document = MAPPER.readTree(Report.json(SampleAssessment.withheld()));
        JsonNode tapers = document.at("/tapers");
        assertEquals(Set.of("status", "reason", "sources"), new TreeSet<>(tapers.propertyNames()));
        assertEquals("withheld", tapers.at("/status").asString());
        assertEquals(Set.of("status", "reason", "sources", "safety"), new TreeSet<>(document.at("/withdrawal_if_stopped").propertyNames()));
        assertTrue(document.at("/withdrawal_if_stopped/safety").asString().contains("naloxone"));
    }

    @Test
    void aValueThatIsNotANumberBecomesNullAndStaysValid() {
        SampleAssessment sample = new SampleAssessment();
        sample.now = new Assessment.Section.Present<>(new Assessment.NowFinding(3, new Assessment.Quantity("cows_now", "COWS now", "{points}",
                new Interval(Double.NaN, Double.POSITIVE_INFINITY, 3), new Interval(1, 2, 3), new Interval(1, 2, 3), SampleAssessment.WEAK),
                SampleAssessment.quantity("sows_now", "SOWS now", "{points}", 3, 2, SampleAssessment.WEAK), Optional.empty()));
        String json = Report.json(sample.build());
        assertEquals(List.of(), errors(json));
        assertTrue(MAPPER.readTree(json).at("/now/expected_cows/low").isNull());
        assertTrue(MAPPER.readTree(json).at("/now/expected_cows/median").isNull());
        assertEquals(3, MAPPER.readTree(json).at("/now/expected_cows/high").asInt());
    }

    @Test
    void numbersCarrySixSignificantDigits() {
        SampleAssessment sample = new SampleAssessment();
        sample.now = new Assessment.Section.Present<>(new Assessment.NowFinding(1.0 / 3, SampleAssessment.quantity("a", "a", "1", 123456.789, 1.0, SampleAssessment.WEAK),
                SampleAssessment.quantity("b", "b", "1", 2e-9 / 3, 1.0, SampleAssessment.WEAK), Optional.empty()));
        String json = Report.json(sample.build());
        assertTrue(json.contains("\"hours_since_last_dose\":0.333333,"), json.substring(json.indexOf("hours_since")));
        assertTrue(json.contains("\"low\":123457,"));
        assertTrue(json.contains("\"low\":6.66667E-10,"));
    }

    @Test
    void theEchoOfACertificateNamesTheFileButNotItsFolder() {
        SampleAssessment sample = new SampleAssessment();
        sample.content = new Product.Content.ByCertificate("/home/kq7z/private/lot7.yaml", Map.of(Alkaloid.MITRAGYNINE,
                new Product.Strength(14.1, Product.Strength.Per.GRAM, false)));
        String json = Report.json(sample.build());
        assertFalse(json.contains("kq7z"));
        assertTrue(json.contains("\"source\":\"lot7.yaml\""));
        assertEquals(List.of(), errors(json));
    }

    @Test
    void theSameAssessmentGivesTheSameText() {
        assertEquals(Report.json(SampleAssessment.standard()), Report.json(SampleAssessment.standard()));
    }

    @Test
    void bandsAreTheFindingsOwnInTheirOrder() {
        Assessment assessment = SampleAssessment.standard();
        Assessment.Series series = ((Assessment.Section.Present<Assessment.WithdrawalFinding>) assessment.withdrawalIfStopped()).value().scales().getFirst().series();
        JsonNode section = MAPPER.readTree(Report.json(assessment)).at("/withdrawal_if_stopped");
        for (int i = 0; i < series.timeH().length; i++) {
            assertEquals(series.timeH()[i], section.at("/time_h/" + i).asDouble(), 1e-5 * series.timeH()[i]);
            assertEquals(series.both().p05()[i], section.at("/p05/" + i).asDouble(), 1e-5 * series.both().p05()[i]);
            assertEquals(series.people().p25()[i], section.at("/people/p25/" + i).asDouble(), 1e-5 * series.people().p25()[i]);
            assertEquals(series.science().p95()[i], section.at("/science/p95/" + i).asDouble(), 1e-5 * series.science().p95()[i]);
        }
    }

    private static List<Error> errors(String json) {
        return SCHEMA.validate(json, InputFormat.JSON);
    }
}

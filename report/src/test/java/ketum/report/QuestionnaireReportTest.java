package ketum.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ketum.care.law.UnknownPlace;
import ketum.care.questionnaire.AnswerProblem;
import ketum.care.questionnaire.CrisisHelp;
import ketum.care.questionnaire.QuestionnaireScore;
import ketum.kratom.data.Instrument;
import ketum.kratom.data.Instruments;
import ketum.report.terminal.TerminalOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class QuestionnaireReportTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final TerminalOptions PLAIN = new TerminalOptions(80, false);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(Report.questionnaireSchema(), InputFormat.JSON);

    static Stream<Instrument> instruments() {
        return Instruments.standard().all().stream();
    }

    private static QuestionnaireScore score(String id, String answers) {
        try {
            return QuestionnaireScore.of(Instruments.standard().find(id).orElseThrow(), answers, "--answers");
        } catch (AnswerProblem e) {
            throw new AssertionError(e);
        }
    }

    private static CrisisHelp in(String place) {
        try {
            return CrisisHelp.in(place, TODAY);
        } catch (UnknownPlace e) {
            throw new AssertionError(e);
        }
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void everyFormFollowsTheSchemaAndFitsTheScreen(Instrument instrument) {
        QuestionnaireScore score = score(instrument.id(), instrument.items().stream().map(item -> String.valueOf(item.highest())).collect(Collectors.joining(",")));
        assertEquals(List.of(), errors(Report.questionnairesJson(List.of(instrument))));
        assertEquals(List.of(), errors(Report.scoreJson(score, CrisisHelp.anywhere(TODAY))));
        for (Audience audience : Audience.values()) {
            for (String text : List.of(Report.questionnaire(instrument, audience, PLAIN), Report.score(score, CrisisHelp.anywhere(TODAY), audience, PLAIN),
                    Report.questionnaires(List.of(instrument), audience, PLAIN))) {
                assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
            }
            String form = flat(Report.questionnaire(instrument, audience, PLAIN));
            instrument.items().forEach(item -> assertTrue(form.contains(item.text()), item.text()));
            assertTrue(form.contains(instrument.licence()), form);
        }
    }

    @Test
    void crisisHelpStandsBeforeEverythingElseWhateverTheTotal() {
        QuestionnaireScore score = score("phq-9", "0,0,0,0,0,0,0,0,1");
        for (Audience audience : Audience.values()) {
            String text = Report.score(score, in("US"), audience, PLAIN);
            assertTrue(text.indexOf("988") > 0 && text.indexOf("988") < text.indexOf("PHQ-9"), text);
            assertTrue(flat(Report.score(score, in("Indonesia"), audience, PLAIN)).contains("emergency number"));
            assertFalse(Report.score(score("phq-9", "3,3,3,3,3,3,3,3,0"), in("US"), audience, PLAIN).contains("988"));
        }
        assertTrue(Report.scoreJson(score, in("US")).stripLeading().startsWith("{\n  \"crisis\" : {"), "the first key");
        assertTrue(Report.scoreJson(score("phq-9", "3,3,3,3,3,3,3,3,0"), in("US")).contains("\"crisis\" : null"));
    }

    @Test
    void withoutAPlaceTheCrisisLinesOfEveryCountryAreShown() {
        String text = Report.crisis(CrisisHelp.anywhere(TODAY), Audience.PERSON, PLAIN);
        for (String number : List.of("AU Lifeline 13 11 14", "US 988", "GB Samaritans 116 123")) {
            assertTrue(text.contains(number), text);
        }
    }

    @Test
    void aTotalWithoutSourcedBandsIsCalledNothing() {
        String text = flat(Report.score(score("sows", "1,".repeat(16)), in("US"), Audience.PERSON, PLAIN));
        assertTrue(text.contains("16 of 64, no name for this total") && text.contains("no source for them was found"), text);
        assertFalse(text.matches(".*\\b(mild|moderate|severe)\\b.*"), text);
    }

    @Test
    void toleranceAndWithdrawalAreCountedApart() {
        assertTrue(flat(Report.score(score("use-disorder", "1,1,0,1,0,0,0,0,0,1,1"), in("US"), Audience.CLINICIAN, PLAIN)).contains("5 of 11, band \"moderate\"; without tolerance and withdrawal 3."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/score/total", "/score/band", "/score/answers", "/questionnaire/licence_basis", "/questionnaire/items/0/steps", "/crisis/help", "/crisis"})
    void aDocumentWithAFieldRemovedIsRejected(String pointer) {
        JsonNode document = JsonMapper.builder().build().readTree(Report.scoreJson(score("phq-9", "0,0,0,0,0,0,0,0,1"), in("US")));
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) document.at(pointer.substring(0, slash))).remove(pointer.substring(slash + 1));
        assertFalse(errors(document.toString()).isEmpty());
    }

    private static List<Error> errors(String json) {
        return SCHEMA.validate(json, InputFormat.JSON);
    }
}

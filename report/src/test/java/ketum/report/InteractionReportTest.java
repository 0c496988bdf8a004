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
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import ketum.care.interaction.InteractionAnswer;
import ketum.care.interaction.InteractionCheck;
import ketum.care.interaction.KratomDose;
import ketum.kratom.data.Medicine;
import ketum.kratom.data.Medicines;
import ketum.report.terminal.TerminalOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class InteractionReportTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TerminalOptions PLAIN = new TerminalOptions(80, false);
    private static final TerminalOptions COLOUR = new TerminalOptions(80, true);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(Report.interactionSchema(), InputFormat.JSON);
    private static final InteractionAnswer SAMPLE = InteractionCheck.withKratom(List.of("midazolam", "Narcan", "oxycodone", "dextromethorphan", "nothing known"), KratomDose.tested(), true);

    static Stream<InteractionAnswer> answers() {
        List<String> some = Medicines.standard().all().stream().map(Medicine::name).toList();
        return Stream.of(SAMPLE, InteractionCheck.between("paroxetine", "metoprolol"), InteractionCheck.between("ketoconazole", "fentanyl"), InteractionCheck.between("x", "y"),
                InteractionCheck.withKratom(some.subList(0, 12), KratomDose.parse("4 g leaf", OptionalInt.of(4))), InteractionCheck.withKratom(some.subList(100, 112), KratomDose.tested()));
    }

    private static List<Error> errors(String json) {
        return SCHEMA.validate(json, InputFormat.JSON);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyAnswerFollowsTheSchemaAndFitsTheScreen(InteractionAnswer answer) {
        assertEquals(List.of(), errors(Report.interactionsJson(answer)));
        for (Audience audience : Audience.values()) {
            String text = Report.interactions(answer, audience, PLAIN);
            assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
            String plain = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            assertFalse(plain.contains("no interaction"), text);
            assertTrue(plain.contains(audience == Audience.PERSON ? "this is not a full checker" : "are not checked"), text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pairs", "/limits", "/pairs/0/severity", "/pairs/0/evidence", "/pairs/0/advice/person", "/kratom/as_tested_in_people", "/opioid_ventilation/together", "/pairs/0/rescue"})
    void aDocumentWithAFieldRemovedIsRejected(String pointer) {
        JsonNode document = MAPPER.readTree(Report.interactionsJson(SAMPLE));
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) document.at(pointer.substring(0, slash));
        assertTrue(parent.has(pointer.substring(slash + 1)), "the sample has no " + pointer);
        parent.remove(pointer.substring(slash + 1));
        assertFalse(errors(document.toString()).isEmpty());
    }

    /** The schema itself forbids what must never be said: no pairs, "none" without a study, a rescue medicine with a warning colour, better breathing. */
    @Test
    void theSchemaRejectsWhatMustNeverBeSaid() {
        ObjectNode document = (ObjectNode) MAPPER.readTree(Report.interactionsJson(SAMPLE));
        document.putArray("pairs");
        assertFalse(errors(document.toString()).isEmpty());
        assertFalse(changed("/pairs/0", "severity", "major").isEmpty(), "the first pair is the emergency medicine");
        JsonNode last = MAPPER.readTree(Report.interactionsJson(SAMPLE)).at("/pairs");
        int none = 0;
        while (!last.get(none).get("severity").asString().equals("none")) {
            none++;
        }
        assertFalse(changed("/pairs/" + none, "evidence", "E6").isEmpty());
        JsonNode better = MAPPER.readTree(Report.interactionsJson(SAMPLE));
        ((ObjectNode) better.at("/opioid_ventilation/together")).put("high", 0.7);
        assertFalse(errors(better.toString()).isEmpty());
    }

    private static List<Error> changed(String pointer, String field, String value) {
        JsonNode document = MAPPER.readTree(Report.interactionsJson(SAMPLE));
        ((ObjectNode) document.at(pointer)).put(field, value);
        return errors(document.toString());
    }

    /** Reports of a quetiapine death and of a serotonin syndrome: scores 2 and 3 by hand; a reader hears how sure the link is, and no more. */
    @Test
    void caseReportsStandWithThePairTheyAreEvidenceOf() {
        InteractionAnswer answer = InteractionCheck.withKratom(List.of("quetiapine", "midazolam"), KratomDose.tested());
        JsonNode pairs = MAPPER.readTree(Report.interactionsJson(answer)).get("pairs");
        JsonNode quetiapine = pairs.valueStream().filter(pair -> pair.get("rule").asString().equals("case_quetiapine")).findFirst().orElseThrow();
        assertEquals(List.of("3 possible", "2 possible"), quetiapine.get("case_reports").valueStream().map(report -> report.get("score").asInt() + " " + report.get("category").asString()).toList());
        assertEquals(List.of(), pairs.valueStream().filter(pair -> pair.get("kind").asString().equals("pk") && !pair.get("case_reports").isEmpty()).toList());
        assertTrue(joined(Report.interactions(answer, Audience.CLINICIAN, PLAIN)).contains("hughes2019-quetiapine 2, possible, 4 of 10 items answered"));
        String person = joined(Report.interactions(answer, Audience.PERSON, PLAIN));
        assertTrue(person.contains("2 reports; that the mix was the cause is possible, not shown") && !person.contains("Scale"), person);
        assertFalse(changed("/pairs/0", "case_reports", "none").isEmpty());
    }

    private static String joined(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** The rescue line stands first and carries no alarm colour; ventilation is for clinicians only. */
    @Test
    void theRescueMedicineStandsFirstWithoutAlarm() {
        String coloured = Report.interactions(SAMPLE, Audience.PERSON, COLOUR);
        assertTrue(coloured.contains("\033[1mIN AN EMERGENCY"), coloured);
        assertTrue(coloured.indexOf("IN AN EMERGENCY") < coloured.indexOf("DANGEROUS TOGETHER"), coloured);
        assertFalse(coloured.contains("Ventilation"), coloured);
        assertTrue(Report.interactions(SAMPLE, Audience.CLINICIAN, PLAIN).contains("Ventilation, model only"));
    }
}

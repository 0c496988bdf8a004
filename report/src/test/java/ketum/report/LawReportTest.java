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
import java.util.stream.Stream;
import ketum.care.law.LawAnswer;
import ketum.care.law.LawLookup;
import ketum.care.law.UnknownPlace;
import ketum.report.terminal.TerminalOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class LawReportTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final TerminalOptions PLAIN = new TerminalOptions(80, false);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(Report.lawSchema(), InputFormat.JSON);

    static Stream<LawAnswer> everywhere() {
        return LawLookup.map(TODAY).stream();
    }

    private static LawAnswer ask(String place, LocalDate on) {
        try {
            return LawLookup.ask(place, on);
        } catch (UnknownPlace e) {
            throw new AssertionError(e);
        }
    }

    private static String screen(String place) {
        return Report.law(ask(place, TODAY), PLAIN).replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void everyAnswerFollowsTheSchemaAndFitsTheScreen(LawAnswer answer) {
        assertEquals(List.of(), errors(Report.lawJson(answer)));
        String text = Report.law(answer, PLAIN);
        assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
        assertFalse(text.toLowerCase(java.util.Locale.ROOT).matches("(?s).*\\b(is|are|be|remains?) (still |now )?legal\\b.*"), text);
        for (LawAnswer.Level level : answer.levels()) {
            boolean loud = text.contains("STALE") || level.entry().isEmpty() || !level.age().stale();
            assertTrue(loud, "stale without a word: " + answer.place());
        }
    }

    @Test
    void theMapFollowsTheSchemaAndCountsEveryPlace() {
        List<LawAnswer> answers = everywhere().toList();
        assertEquals(List.of(), errors(Report.lawMapJson(answers)));
        String map = Report.lawMap(answers, PLAIN);
        for (LawAnswer answer : answers) {
            assertTrue(map.contains(answer.place()), answer.place());
        }
        assertTrue(map.contains("statements not confirmed"), map);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/law", "/law/standing/confirmed", "/law/levels/0/stale", "/law/levels/1/entry/as_of", "/law/levels/1/entry/sources/0/status", "/advice"})
    void aDocumentWithAFieldRemovedIsRejected(String pointer) {
        JsonNode document = JsonMapper.builder().build().readTree(Report.lawJson(ask("US-OH", TODAY)));
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) document.at(pointer.substring(0, slash))).remove(pointer.substring(slash + 1));
        assertFalse(errors(document.toString()).isEmpty());
    }

    @Test
    void ohioIsStaleAndSaysWhatIsUnderWay() {
        String text = screen("US-OH");
        assertTrue(text.contains("STALE: the note on Ohio is 107 days old (of 2026-08-07"), text);
        assertTrue(text.contains("Under way: A rule to put leaf into Schedule I"), text);
    }

    @Test
    void bothSidesOfAConflictAreNamed() {
        String text = screen("US-KS");
        assertTrue(text.contains("SOURCES DISAGREE on Kansas: kratom and 7-OH [law-ks-johnson]; 7-OH only [law-ikratom]"), text);
    }

    @Test
    void whatIsRecalledIsNeverShownAsFact() {
        assertTrue(screen("TH").contains("from 18 [TH, not confirmed]"), screen("TH"));
        assertTrue(screen("US-GA").contains("Not confirmed, so not to be relied on: At most 150 mg of mitragynine"), screen("US-GA"));
        assertTrue(screen("JP").contains("Kratom not known"), screen("JP"));
    }

    private static List<Error> errors(String json) {
        return SCHEMA.validate(json, InputFormat.JSON);
    }
}

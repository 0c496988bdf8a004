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
import java.util.stream.Stream;
import ketum.care.source.Awaiting;
import ketum.care.source.SourceAnswer;
import ketum.care.source.SourceLookup;
import ketum.care.source.UnknownSource;
import ketum.kratom.data.Source;
import ketum.kratom.data.Sources;
import ketum.kratom.data.Statement;
import ketum.kratom.data.Status;
import ketum.report.terminal.TerminalOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SourceReportTest {
    private static final TerminalOptions PLAIN = new TerminalOptions(80, false);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(Report.sourcesSchema(), InputFormat.JSON);
    private static final Awaiting AWAITING = SourceLookup.awaiting();

    static Stream<String> everySource() {
        return Sources.standard().all().stream().map(Source::key);
    }

    private static SourceAnswer ask(String key) {
        try {
            return SourceLookup.ask(key);
        } catch (UnknownSource e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    @ParameterizedTest
    @MethodSource("everySource")
    void everySourceFollowsTheSchemaAndFitsTheScreen(String key) {
        SourceAnswer answer = ask(key);
        assertEquals(List.of(), errors(Report.sourceJson(answer)));
        for (boolean all : List.of(true, false)) {
            assertNarrow(Report.source(answer, all, PLAIN));
        }
        assertEquals(answer.statements().size(), json(Report.sourceJson(answer)).at("/statements").size());
    }

    @Test
    void theListTheSearchAndWhatAwaitsFollowTheSchemaAndFitTheScreen() {
        assertEquals(List.of(), errors(Report.sourcesJson(SourceLookup.all())));
        assertEquals(List.of(), errors(Report.sourcesJson(SourceLookup.find(List.of("tanna")))));
        assertEquals(List.of(), errors(Report.sourcesJson(SourceLookup.find(List.of("no such words")))));
        assertEquals(List.of(), errors(Report.awaitingJson(AWAITING)));
        assertNarrow(Report.sources(SourceLookup.all(), PLAIN));
        assertNarrow(Report.awaiting(AWAITING, true, PLAIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/source", "/source/confirmed", "/source/to_confirm", "/as_of", "/statements/0/status", "/statements/0/cited/0/in", "/statements/0/value"})
    void aDocumentWithAFieldRemovedIsRejected(String pointer) {
        JsonNode document = json(Report.sourceJson(ask("tanna2022")));
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) document.at(pointer.substring(0, slash))).remove(pointer.substring(slash + 1));
        assertFalse(errors(document.toString()).isEmpty());
    }

    @Test
    void aLongTableIsCutOnTheScreenAndSaysSoAndNeverWithAll() {
        SourceAnswer answer = ask("tanna2022");
        long rows = answer.groups().get("exposure-calibrated").size();
        String text = Report.source(answer, false, PLAIN);
        assertTrue(text.contains("exposure-calibrated: " + rows + " (" + rows + " derived)"), text);
        assertTrue(text.contains("   ... and " + (rows - 6) + " more: --all"), text);
        String all = Report.source(answer, true, PLAIN);
        assertFalse(all.contains("--all"), "cut");
        assertTrue(all.lines().count() > answer.statements().size());
    }

    /** Oracle: the figures as the tables' own loader gives them. */
    @Test
    void numbersStandInJsonAsTheTableHasThem() {
        JsonNode document = json(Report.sourceJson(ask("tanna2022")));
        var table = ketum.kratom.data.Tables.standard().table("exposure-calibrated");
        int seen = 0;
        for (JsonNode statement : document.at("/statements")) {
            if (statement.at("/group").asString().equals("exposure-calibrated")) {
                var row = table.row(statement.at("/id").asString(), statement.at("/quantity").asString());
                assertEquals(row.value(), statement.at("/value").asDouble(), 0, row.toString());
                assertEquals(row.unit() + row.locator() + row.status().label() + row.grade() + row.line(), statement.at("/unit").asString() + statement.at("/locator").asString()
                        + statement.at("/status").asString() + statement.at("/grade").asString() + statement.at("/line").asLong());
                seen++;
            }
        }
        assertEquals(table.rows().stream().filter(row -> row.source().equals("tanna2022")).count(), seen);
    }

    @Test
    void whatIsNotConfirmedIsShownAsSuch() {
        for (Source source : AWAITING.sources()) {
            String text = Report.source(ask(source.key()), false, PLAIN).replaceAll("\\s+", " ");
            assertTrue(text.contains("NOT CONFIRMED. To confirm: "), text);
        }
        SourceAnswer own = ask("ketum");
        long open = own.statements().stream().filter(statement -> statement.status().filter(Status.UNCONFIRMED::equals).isPresent()).count();
        assertEquals(open, Report.source(own, true, PLAIN).replaceAll("\\s+", " ").split("NOT CONFIRMED", -1).length - 1);
    }

    /** Oracle: the tables' own loaders count what is unconfirmed and secondary. */
    @Test
    void everyTableCountsWhatItsLoaderCounts() {
        Stream.concat(ketum.kratom.data.Tables.standard().all().values().stream(), ketum.kratom.data.Tables.interactions().all().values().stream()).forEach(table -> {
            for (Status status : List.of(Status.UNCONFIRMED, Status.SECONDARY)) {
                long rows = table.rows().stream().filter(row -> row.status() == status).count();
                assertEquals(rows, AWAITING.groups().getOrDefault(table.name(), java.util.Map.of()).getOrDefault(status, 0).longValue(), table.name() + " " + status);
                List<Statement> listed = status == Status.UNCONFIRMED ? AWAITING.unconfirmed() : AWAITING.secondary();
                assertEquals(rows, listed.stream().filter(statement -> statement.group().equals(table.name())).count(), table.name() + " " + status);
            }
        });
        assertEquals(ketum.kratom.data.Medicines.standard().all().stream().filter(medicine -> medicine.status() == Status.UNCONFIRMED).count()
                + ketum.kratom.data.Medicines.standard().all().stream().flatMap(medicine -> medicine.enzymes().stream()).filter(role -> role.status() == Status.UNCONFIRMED).count(),
                AWAITING.groups().get("medicines").getOrDefault(Status.UNCONFIRMED, 0).longValue());
        long laws = ketum.kratom.data.Laws.all().stream().flatMap(law -> law.entries().stream()).mapToLong(entry -> entry.unconfirmed().size()
                + entry.sources().stream().filter(basis -> basis.status() == Status.UNCONFIRMED).count() + entry.rules().stream().filter(rule -> rule.status() == Status.UNCONFIRMED).count()).sum();
        assertEquals(laws, AWAITING.groups().get("laws").get(Status.UNCONFIRMED).longValue());
    }

    @Test
    void everyGroupWithSomethingUnconfirmedSaysWhatWouldConfirmIt() {
        JsonNode document = json(Report.awaitingJson(AWAITING));
        for (JsonNode group : document.at("/groups")) {
            assertEquals(group.at("/unconfirmed").asInt() > 0, !group.at("/to_confirm").isNull(), group.toString());
        }
        for (JsonNode source : document.at("/unconfirmed_sources")) {
            assertFalse(source.at("/to_confirm").asString().isBlank(), source.toString());
        }
    }

    private static void assertNarrow(String text) {
        assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
    }

    private static List<Error> errors(String json) {
        return SCHEMA.validate(json, InputFormat.JSON);
    }
}

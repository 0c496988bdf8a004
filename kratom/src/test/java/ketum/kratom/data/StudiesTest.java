package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import ketum.kratom.Alkaloid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StudiesTest {
    private static final Studies STUDIES = Studies.standard();
    private static final Sources SOURCES = Tables.standard().sources();

    static Stream<Study> studies() {
        return STUDIES.all().stream();
    }

    @ParameterizedTest
    @MethodSource("studies")
    void everyStudyCanBeSimulatedFromItsFile(Study study) {
        assertTrue(SOURCES.find(study.source()).isPresent());
        assertTrue(study.people().n() > 0);
        assertFalse(study.sampling().timesHours().isEmpty());
        for (Study.Observation observation : study.observations()) {
            assertFalse(observation.locator().isBlank());
            if (!observation.arm().equals(Study.ALL_ARMS)) {
                study.arm(observation.arm());
            }
        }
        if (study.sampling().reconstructed()) {
            assertFalse(study.sampling().note().isBlank(), "a reconstructed schedule says why");
        }
    }

    @Test
    void tanna2022SamplesAtEveryPrintedPeakTimeAndTo120Hours() {
        Study tanna = STUDIES.get("tanna-2022");
        assertTrue(tanna.sampling().timesHours().containsAll(List.of(0.75, 1.0, 1.5, 2.0, 2.5, 3.5, 4.5, 6.5)));
        assertEquals(120, tanna.sampling().timesHours().getLast());
        assertTrue(tanna.sampling().reconstructed());
    }

    /** The study file and the table of observed exposure are two copies of one printed table; they must not drift apart. */
    @ParameterizedTest
    @EnumSource(Alkaloid.class)
    void tanna2022ObservationsEqualTheTableOfObservedExposure(Alkaloid alkaloid) {
        Table table = Tables.standard().table("exposure-observed");
        List<Study.Observation> rows = STUDIES.get("tanna-2022").observations().stream()
                .filter(row -> row.analyte().orElseThrow().equals(alkaloid.id())).toList();
        assertEquals(4, rows.size());
        for (Study.Observation row : rows) {
            Row same = table.row("tanna2022." + alkaloid.id(), row.quantity());
            assertEquals(same.value(), row.observed());
            assertEquals(same.low(), row.low());
            assertEquals(same.high(), row.high());
            assertEquals(same.unit(), row.unit());
        }
    }

    @Test
    void tanna2022TookTheProductThatTheReferenceTableHolds() {
        Study.ProductTaken product = STUDIES.get("tanna-2022").product();
        for (Row row : Tables.standard().table("products-reference").rows()) {
            if (row.id().startsWith("k51.") && row.quantity().equals("content")) {
                assertEquals(row.value(), product.content().get(row.id().substring(4)).value(), row.id());
            }
        }
    }

    @Test
    void trakulsrichaiIsNeverFittedAndHuestisIsOnlyConsistency() {
        assertTrue(STUDIES.get("trakulsrichai-2015").observations().stream().allMatch(row -> row.purpose() == Study.Purpose.CHECK));
        for (String name : List.of("huestis-2024-single", "huestis-2024-fifteen-day")) {
            assertTrue(STUDIES.get(name).observations().stream().allMatch(row -> row.purpose() == Study.Purpose.CONSISTENCY));
        }
    }

    @Test
    void bandsJudgeAsTheySay() {
        assertTrue(new Study.Band.Fold(1.25).contains(1.25, 1));
        assertFalse(new Study.Band.Fold(1.25).contains(1.26, 1));
        assertTrue(new Study.Band.Fold(1.25).contains(0.8, 1));
        assertTrue(new Study.Band.Within(0.5).contains(1.5, 1));
        assertFalse(new Study.Band.Within(0.5).contains(0.4, 1));
        assertTrue(new Study.Band.Between(0, 5).contains(5, 100));
        assertFalse(new Study.Band.Reported().contains(1, 1));
    }

    /** Fold bands of negative quantities need the ratio, not the order of the numbers. */
    @Test
    void aFoldBandWorksForAFall() {
        assertTrue(new Study.Band.Fold(1.5).contains(-0.8, -0.715));
        assertFalse(new Study.Band.Fold(1.5).contains(-1.2, -0.715));
        assertFalse(new Study.Band.Fold(1.5).contains(0.7, -0.715));
    }

    private static DataException error(String from, String to) {
        String text = Resource.text("studies/trakulsrichai-2015.yaml");
        assertTrue(text.contains(from), from);
        return assertThrows(DataException.class, () -> Studies.parse("trakulsrichai-2015", "x.yaml", text.replace(from, to), SOURCES));
    }

    @Test
    void everyMistakeIsReportedWithItsLineAndWhatIsAccepted() {
        assertEquals("kind", error("kind: repeated doses", "kind: repeat").field());
        assertEquals("colour", error("title:", "colour: red\ntitle:").field());
        assertEquals("title", error("title:", "title: x\ntitle:").field());
        assertEquals(3, error("source: trakulsrichai2015", "source: nobody").line());
        assertTrue(error("type: tea", "type: soup").getMessage().contains("leaf powder"));
        assertTrue(error("analyte: mitragynine", "analyte: mitragynin").getMessage().contains("id of an alkaloid"));
        assertTrue(error("arm: test dose", "arm: other dose").getMessage().contains("all arms"));
        assertTrue(error("unit: mg,", "unit: mgg,").getMessage().contains("UCUM"));
        assertTrue(error("status: seen}", "status: recalled}").getMessage().contains("unconfirmed"));
        assertTrue(error("{within: 0.35}", "{about: 0.35}").getMessage().contains("fold"));
        assertTrue(error("use: check", "use: fit").getMessage().contains("calibration"));
        assertTrue(error("[0, 0.25, 0.5,", "[0, 0.5, 0.25,").getMessage().contains("ascending"));
        assertTrue(error("days: 7", "days: 0.5").getMessage().contains("whole number"));
        assertTrue(error("lead_in: {arm: seven days", "lead_in: {arm: eight days").getMessage().contains("stands before"));
        assertTrue(error("low: 6.25, high: 23", "low: 16.25, high: 23").getMessage().contains("low <= value"));
        assertTrue(error("name: trakulsrichai-2015", "name: someone").getMessage().contains("file's own name"));
        assertTrue(error("name: test dose", "name: seven days").getMessage().contains("second time"));
    }

    @Test
    void anUnknownStudyIsAnsweredWithTheNames() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> STUDIES.get("tanna")).getMessage().contains("tanna-2022"));
    }
}

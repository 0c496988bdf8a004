package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores of case reports against sums made by hand from the points of the scale, and what the reader of the files refuses. */
class CaseReportsTest {
    private static final CaseReports REPORTS = CaseReports.standard();
    private static final String CASES = Resource.text(CaseReports.CASES_FILE);
    private static final String ANSWERS = Resource.text(CaseReports.ANSWERS_FILE);

    /** By hand: yes on 2, 3 and 8 is +1 each, yes on 7 is -1, and so on; a no on 8 is 0. */
    @ParameterizedTest
    @CsvSource({
        "brogdon2022-quetiapine, 1+1+1-1+1, 3, POSSIBLE, 5",
        "brogdon2022-venlafaxine, 1-1+1, 1, DOUBTFUL, 3",
        "hughes2019-quetiapine, 1+1-1+1, 2, POSSIBLE, 4",
        "jpharmpract2023-buspirone, 1+1-1+1, 2, POSSIBLE, 4",
        "jpharmpract2023-desvenlafaxine, 1-1+1, 1, DOUBTFUL, 3",
        "mcintyre2015-venlafaxine, -1+0, -1, DOUBTFUL, 2",
        "nelsen2010-amitriptyline, 1-1+1, 1, DOUBTFUL, 3"})
    void eachReportScoresAsSummedByHand(String id, String sum, int score, CaseReports.Band band, int answered) {
        CaseReports.Case report = REPORTS.all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        assertEquals(score, report.score(), sum);
        assertEquals(band, report.band());
        assertEquals(answered, report.answers().size());
        assertEquals(7, REPORTS.all().size());
    }

    /** The published form allows -9 to +11: all items answered the way that lowers, or raises, the sum. */
    @Test
    void theScaleSpansWhatThePublishedFormSpans() {
        assertEquals(11, REPORTS.items().stream().mapToInt(item -> Math.max(item.yes(), item.no())).sum());
        assertEquals(-9, REPORTS.items().stream().mapToInt(item -> Math.min(0, Math.min(item.yes(), item.no()))).sum());
    }

    @ParameterizedTest
    @CsvSource({"11, HIGHLY_PROBABLE", "9, HIGHLY_PROBABLE", "8, PROBABLE", "5, PROBABLE", "4, POSSIBLE", "2, POSSIBLE", "1, DOUBTFUL", "-9, DOUBTFUL"})
    void bandsBeginAndEndWhereTheScaleSays(int score, CaseReports.Band band) {
        assertEquals(band, CaseReports.Band.of(score));
    }

    @Test
    void eachReportIsAboutAMedicineThatIsKnown() {
        REPORTS.all().forEach(report -> assertTrue(Medicines.standard().byId(report.medicine()).isPresent(), report.id()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "hughes2019-quetiapine,2,yes   | hughes2019-quetiapine,2,maybe | answer",
        "hughes2019-quetiapine,2,yes   | hughes2019-quetiapine,3,yes   | item",
        "hughes2019-quetiapine,2,yes   | hughes2019-quetiapine,6,yes   | item",
        "hughes2019-quetiapine,2,yes   | hughes2019-quetiapine,11,yes  | item",
        "hughes2019-quetiapine,2,yes   | nobody2019-quetiapine,2,yes   | case",
        "hughes2019,abstract,seen      | nobody2019,abstract,seen      | source",
        "hughes2019,abstract,seen      | hughes2019,abstract,unconfirmed | status"})
    void anAnswerThatTheScaleDoesNotKnowIsRefused(String from, String to, String column) {
        String answers = ANSWERS.replaceFirst(from, to);
        assertTrue(!answers.equals(ANSWERS), from);
        DataException refused = assertThrows(DataException.class, () -> CaseReports.parse(Resource.text(CaseReports.SCALE_FILE), CASES, answers, Sources.standard()));
        assertTrue(refused.getMessage().contains("column " + column), refused.getMessage());
    }

    @Test
    void aReportWithoutAnyAnswerIsRefused() {
        String answers = String.join("\n", ANSWERS.lines().filter(line -> !line.startsWith("nelsen2010")).toList()) + "\n";
        assertThrows(DataException.class, () -> CaseReports.parse(Resource.text(CaseReports.SCALE_FILE), CASES, answers, Sources.standard()));
        assertEquals(List.of(), REPORTS.of("quetiapine", "serotonin"));
    }
}

package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TreatmentsTest {

    private static final Path FOLDER = Path.of("src/main/resources/ketum/kratom/treatments");

    static Stream<Treatment> treatments() {
        return Treatments.standard().all().stream();
    }

    @Test
    void everyFileIsListedAndTheProvenMedicinesComeFirst() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")).map(name -> name.replace(".yaml", "")).sorted().toList(),
                    treatments().map(Treatment::id).sorted().toList());
        }
        assertEquals(List.of("buprenorphine", "methadone"), treatments().map(Treatment::id).limit(2).toList());
    }

    /** Numbers that reports disagree on stand together: the correlation of the smaller series and the missing one of the larger. */
    @Test
    void bothReportsOnTheDoseOfBuprenorphineStandThereWithTheirFiguresAndNoFormula() {
        Treatment.Disagreement dose = Treatments.standard().find("buprenorphine").orElseThrow().disagreement().orElseThrow();
        Table observed = Tables.one("dependence-observed");
        Finding yes = report(dose, "weissdouglas2021");
        assertTrue(yes.text().contains(String.valueOf(observed.value("weiss2021.cases", "buprenorphine_correlation"))) && yes.text().contains("8 people"), yes.text());
        Finding no = report(dose, "broyan2022");
        assertTrue(no.text().contains("no correlation") && no.text().contains(Math.round(observed.value("broyan2022.cases", "kratom_per_day")) + " g a day"), no.text());
        assertTrue(dose.clinician().startsWith("There is no formula."), dose.clinician());
    }

    private static Finding report(Treatment.Disagreement disagreement, String source) {
        return disagreement.reports().stream().filter(finding -> finding.source().equals(source)).findFirst().orElseThrow();
    }

    /** Doses stand only in reports of others, with their source; what Ketum itself says holds none. */
    @ParameterizedTest
    @MethodSource("treatments")
    void noSentenceOfOursHoldsADose(Treatment treatment) {
        for (String text : Stream.concat(Stream.of(treatment.person(), treatment.clinician()), treatment.disagreement().stream().flatMap(d -> Stream.of(d.person(), d.clinician()))).toList()) {
            assertFalse(text.matches("(?s).*\\d\\s*(mg|µg|mcg|micrograms?|milligrams?|tablets?|strips?)\\b.*"), text);
            assertFalse(text.toLowerCase(Locale.ROOT).contains("lethal"), text);
        }
    }

    @ParameterizedTest
    @MethodSource("treatments")
    void everyFindingHasAnAddressAndEveryTreatmentSaysWhatNobodyKnows(Treatment treatment) {
        treatment.findings().forEach(finding -> assertFalse(Sources.standard().get(finding.source()).address().isEmpty() && finding.confirmed() && finding.status() != Status.ASSUMED, finding.text()));
        assertFalse(treatment.unknown().isEmpty());
        assertTrue(treatment.findings().filter(Finding::confirmed).anyMatch(finding -> finding.grade() <= treatment.grade()), "grade " + treatment.grade() + " of " + treatment.id() + " has no finding");
    }

    /** Figures that stand in the table of observations too are the same there. */
    @Test
    void figuresAgreeWithTheTableOfObservations() {
        Table observed = Tables.one("dependence-observed");
        String taper = all("taper");
        for (String id : List.of("ling2009.taper-7d", "ling2009.taper-28d")) {
            assertTrue(taper.contains(Math.round(observed.value(id, "opioid_free_share")) + " %"), id);
        }
        assertTrue(taper.contains(Math.round(observed.value("sigmon2013.taper-4wk", "abstinent_share")) + " %"), taper);
        String alpha = all("alpha-2");
        assertTrue(alpha.contains(observed.value("gorodetzky2017.lofexidine", "sows_gossop_day3") + " against " + observed.value("gorodetzky2017.placebo", "sows_gossop_day3")), alpha);
        assertTrue(all("buprenorphine").contains(Math.round(observed.value("lei2021.cases", "induction_safe_from")) + " hours after the last kratom"));
    }

    private static String all(String id) {
        return String.join("\n", Treatments.standard().find(id).orElseThrow().findings().map(Finding::text).toList());
    }

    private static final String SOME = """
            id: some
            name: Some
            group: taper
            grade: D
            evidence: some
            as_of: 2026-11-22
            person: A sentence.
            clinician: A sentence.
            known:
              - {finding: some, source: hill2025, locator: abstract, status: seen, grade: B}
            cautions: []
            unknown: [all]
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            id: other               | id: some
            group: magic            | group: taper
            grade: E                | grade: D
            as_of: soon             | as_of: 2026-11-22
            person: no sentence     | person: A sentence.
            source: nobody1999      | source: hill2025
            status: rumour          | status: seen
            grade: F                | grade: B
            unknown: []             | unknown: [all]
            surprise: 1             | cautions: []
            """)
    void whatIsWrongIsNamed(String wrong, String right) {
        Treatments.parse("some", "some.yaml", SOME, Sources.standard());
        String broken = wrong.startsWith("surprise") ? SOME + wrong + "\n" : SOME.replace(right, wrong);
        assertTrue(assertThrows(DataException.class, () -> Treatments.parse("some", "some.yaml", broken, Sources.standard())).getMessage().contains("some.yaml, line"));
    }

    @Test
    void aTreatmentOfWhichOnlyUnconfirmedThingsAreSaidIsTurnedDown() {
        assertThrows(DataException.class, () -> Treatments.parse("some", "some.yaml", SOME.replace("status: seen", "status: unconfirmed"), Sources.standard()));
    }

    @Test
    void aDisagreementNeedsTwoReports() {
        String one = SOME + "disagreement:\n  question: Is it?\n  person: A sentence.\n  clinician: A sentence.\n  reports:\n    - {finding: yes, source: hill2025, locator: l, status: seen, grade: B}\n";
        assertTrue(assertThrows(DataException.class, () -> Treatments.parse("some", "some.yaml", one, Sources.standard())).getMessage().contains("two or more"));
    }
}

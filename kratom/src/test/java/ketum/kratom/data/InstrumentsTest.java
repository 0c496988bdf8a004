package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InstrumentsTest {

    static Stream<Instrument> instruments() {
        return Instruments.standard().all().stream();
    }

    private static Instrument get(String id) {
        return Instruments.standard().find(id).orElseThrow();
    }

    /** Items and highest total as published. */
    @ParameterizedTest
    @CsvSource({"cows,11,48", "sows,16,64", "phq-9,9,27", "gad-7,7,21", "use-disorder,11,11"})
    void structuresAreThePublishedOnes(String id, int items, int maximum) {
        assertEquals(items, get(id).items().size());
        assertEquals(maximum, get(id).maximum());
    }

    /** The same numbers that the model's categories use. */
    @Test
    void theBandsOfTheCowsAreThoseOfTheTableOfObservations() {
        Table observed = Tables.one("dependence-observed");
        for (Instrument.Band band : get("cows").bands().subList(1, 5)) {
            assertEquals(observed.value("cows.scale", band.label().replace(' ', '_') + "_from"), band.from(), band.label());
        }
        assertEquals(observed.value("cows.scale", "scale_maximum"), get("cows").maximum());
        assertEquals(observed.value("sows.scale", "scale_maximum"), get("sows").maximum());
    }

    /** That table marks the bands of the SOWS as unconfirmed: they are not shown. */
    @Test
    void bandsWithoutASourceAreHeldBack() {
        assertEquals(Status.UNCONFIRMED, Tables.one("dependence-observed").row("sows.scale", "severe_from").status());
        assertEquals(List.of(), get("sows").bands());
        assertFalse(get("sows").heldBack().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"cows,4,below mild", "cows,5,mild", "cows,12,mild", "cows,13,moderate", "cows,24,moderate", "cows,25,moderately severe", "cows,36,moderately severe", "cows,37,severe", "phq-9,4,none or minimal",
            "phq-9,5,mild", "phq-9,9,mild", "phq-9,10,moderate", "phq-9,15,moderately severe", "phq-9,19,moderately severe", "phq-9,20,severe", "gad-7,4,none or minimal", "gad-7,10,moderate", "gad-7,15,severe",
            "use-disorder,1,below the threshold", "use-disorder,2,mild", "use-disorder,3,mild", "use-disorder,4,moderate", "use-disorder,5,moderate", "use-disorder,6,severe", "use-disorder,11,severe"})
    void everyCutOffBelongsToTheHigherBand(String id, int total, String label) {
        assertEquals(Optional.of(label), get(id).band(total).map(Instrument.Band::label));
    }

    /** Printed words stand only where the makers gave them free, and a source says so. */
    @Test
    void onlyWordsThatTheirMakersGaveFreeArePrinted() {
        assertEquals(Set.of("phq-9", "gad-7"), Set.copyOf(instruments().filter(instrument -> instrument.words() == Instrument.Words.PRINTED).map(Instrument::id).toList()));
        for (String id : List.of("phq-9", "gad-7")) {
            assertTrue(get(id).licenceBasis().stream().anyMatch(basis -> basis.status() == Status.SEEN && basis.text().contains("without copyright restriction")), id);
            assertTrue(get(id).items().stream().allMatch(item -> item.printed().isPresent()), id);
        }
        assertTrue(Stream.of("cows", "sows", "use-disorder").flatMap(id -> get(id).items().stream()).allMatch(item -> item.printed().isEmpty()));
    }

    @Test
    void onlyTheLastItemOfThePhqCallsForCrisisHelp() {
        assertEquals(List.of("phq-9"), instruments().filter(instrument -> instrument.crisisItem().isPresent()).map(Instrument::id).toList());
        assertEquals(get("phq-9").items().getLast().id(), get("phq-9").crisisItem().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void everyFindingHasItsSourceAndNoneIsUnconfirmed(Instrument instrument) {
        assertFalse(Sources.standard().get(instrument.source()).address().isEmpty());
        instrument.findings().forEach(finding -> assertTrue(finding.confirmed() && (!Sources.standard().get(finding.source()).address().isEmpty() || finding.status() == Status.ASSUMED), finding.text()));
        assertFalse(instrument.kratom().isEmpty());
    }

    private static final String SOME = """
            id: some
            name: Some
            measures: something
            rated_by: self
            period: now
            source: hill2025
            words: own
            licence: A sentence.
            licence_basis:
              - {finding: some, source: hill2025, locator: abstract, status: seen, grade: B}
            instruction: Ask.
            steps: {0: no, 1: yes}
            items:
              - {id: one, topic: first}
              - {id: two, topic: second}
            bands:
              - {from: 0, label: low}
              - {from: 2, label: high}
            bands_basis: {finding: some, source: hill2025, locator: abstract, status: seen, grade: B}
            kratom: []
            person: A sentence.
            clinician: A sentence.
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            id: some             | id: other
            rated_by: self       | rated_by: dog
            words: own           | words: printed
            words: own           | words: stolen
            source: hill2025     | source: nobody
            {0: no, 1: yes}      | {0: no}
            {0: no, 1: yes}      | {1: no, 2: yes}
            {0: no, 1: yes}      | {0: no, -1: yes}
            {id: two, topic: second} | {id: one, topic: second}
            {id: two, topic: second} | {id: two, topic: second, words: Printed}
            {id: two, topic: second} | {id: two, topic: second, set_apart: true}
            {from: 0, label: low}    | {from: 1, label: low}
            {from: 2, label: high}   | {from: 0, label: high}
            {from: 2, label: high}   | {from: 3, label: high}
            person: A sentence.      | person: none
            kratom: []               | surprise: []
            """)
    void whatIsWrongIsNamed(String right, String wrong) {
        Instruments.parse("some", "some.yaml", SOME, Sources.standard());
        String message = assertThrows(DataException.class, () -> Instruments.parse("some", "some.yaml", SOME.replace(right, wrong), Sources.standard())).getMessage();
        assertTrue(message.contains("some.yaml, line"), message);
    }

    @Test
    void bandsThatNobodyConfirmedAreTurnedDown() {
        String unconfirmed = SOME.replace("bands_basis: {finding: some, source: hill2025, locator: abstract, status: seen", "bands_basis: {finding: some, source: hill2025, locator: abstract, status: unconfirmed");
        assertThrows(DataException.class, () -> Instruments.parse("some", "some.yaml", unconfirmed, Sources.standard()));
    }
}

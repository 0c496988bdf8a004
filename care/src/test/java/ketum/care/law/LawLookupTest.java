package ketum.care.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import ketum.kratom.data.Law;
import ketum.kratom.data.Law.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LawLookupTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static LawAnswer ask(String place, String on) {
        try {
            return LawLookup.ask(place, LocalDate.parse(on));
        } catch (UnknownPlace e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"US-OH|US-OH", "us-oh|US-OH", "Ohio|US-OH", "OH?|US-OH", "OH|US-OH", "DE|DE", "Germany|DE", "Delaware|US-DE", "US-CA/San Diego|US-CA/San Diego",
            "us-ca/san diego|US-CA/San Diego", "San Diego, California|US-CA/San Diego", "San Diego|US-CA/San Diego", "Dare County, NC|US-NC/Dare County", "Dare, North Carolina|US-NC/Dare County",
            "Blackfoot, Idaho|US-ID/Blackfoot", "USA|US", "uk|GB", "Thailand|TH", "New York|US-NY", "US-TX/Austin|US-TX/Austin", "Atlanta, Georgia|US-GA/Atlanta", "UN|UN"})
    void aPlaceIsFoundHoweverItIsWritten(String written, String place) {
        assertEquals(place, ask(written, "2026-11-22").place());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Ohoi|Ohio (US-OH)", "Germny|Germany (DE)", "US-OO|Ohio (US-OH)", "Californa|California (US-CA)"})
    void aMisspeltPlaceIsAnErrorThatNamesNearOnes(String written, String near) {
        UnknownPlace error = assertThrows(UnknownPlace.class, () -> LawLookup.ask(written, TODAY));
        assertTrue(error.suggestions().stream().anyMatch(each -> each.contains(near)), error.getMessage());
        assertFalse(error.getMessage().contains("legal"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "xqzw", "US-ZZ", "/", "US-CA/", "\u0000", "Georgia"})
    void whatIsNoPlaceOrTwoIsAnError(String written) {
        assertThrows(UnknownPlace.class, () -> LawLookup.ask(written, TODAY));
    }

    @Test
    void aNameOfTwoPlacesNamesBoth() {
        UnknownPlace error = assertThrows(UnknownPlace.class, () -> LawLookup.ask("Georgia", TODAY));
        assertEquals(List.of("GE", "US-GA"), error.suggestions().stream().sorted().toList());
    }

    @Test
    void aCountryCodeThatIsAlsoAStatesSaysSo() {
        assertTrue(ask("DE", "2026-11-22").notes().getFirst().contains("Delaware"));
        assertTrue(ask("CA", "2026-11-22").notes().getFirst().contains("US-CA"));
    }

    /** Dates from section 3 of our notes. */
    @ParameterizedTest
    @CsvSource({"US-TN,2026-06-30,UNKNOWN", "US-TN,2026-07-01,BANNED", "US-RI,2026-03-31,BANNED", "US-RI,2026-04-01,REGULATED", "US-KY,2026-12-31,REGULATED", "US-KY,2027-01-01,BANNED",
            "US-MA,2026-08-27,UNKNOWN", "US-MA,2026-08-28,SCHEDULED", "US-MA,2027-08-28,UNKNOWN", "US-ND,2026-08-20,BANNED", "US-ND,2026-11-22,UNKNOWN", "US-LA,2025-07-31,UNKNOWN", "US-LA,2025-08-01,SCHEDULED",
            "US-AK,2026-06-06,UNKNOWN", "US-AK,2026-06-07,UNREGULATED", "US-NH,2026-11-22,CONFLICTING", "JP,2026-11-22,UNKNOWN", "NL,2026-11-22,UNKNOWN", "US-CA/San Diego,2026-11-22,BANNED",
            "US-CA/Solana Beach,2026-11-22,BANNED", "US-TN/Memphis,2026-11-22,BANNED", "US,2026-11-22,UNREGULATED", "US,2010-01-01,UNKNOWN"})
    void theStandingIsThatOfTheDay(String place, String on, Standing standing) {
        assertEquals(standing, ask(place, on).standing().value(), () -> ask(place, on).levels().toString());
    }

    @Test
    void aFederalListHoldsInEveryStateThatIsSilent() {
        for (String place : List.of("US-AK", "US-GA", "US-NE", "US-CO")) {
            LawAnswer answer = ask(place, "2026-11-22");
            assertEquals(Standing.SCHEDULED, answer.forms().get(Law.Form.SYNTHETIC_PRODUCT).value(), place);
            assertEquals("US", answer.forms().get(Law.Form.SYNTHETIC_PRODUCT).place());
        }
        assertEquals(Standing.UNREGULATED, ask("US-OH", "2026-11-22").forms().get(Law.Form.LEAF).value());
        assertEquals(Standing.SCHEDULED, ask("US-OH", "2026-11-22").forms().get(Law.Form.EXTRACT).value());
    }

    @Test
    void aTownOverridesFieldByField() {
        LawAnswer town = ask("US-NC/Dare County", "2026-11-22");
        assertEquals(18, town.minimumAge().orElseThrow().value());
        assertEquals("US-NC", town.minimumAge().orElseThrow().place());
        assertEquals("US-NC/Dare County", town.standing().place());
        LawAnswer beach = ask("US-CA/Solana Beach", "2026-11-22");
        assertEquals("US-CA/Solana Beach", beach.minimumAge().orElseThrow().place());
    }

    @Test
    void aTownWithoutANoteIsNotTakenForLawful() {
        LawAnswer answer = ask("US-TX/Austin", "2026-11-22");
        assertTrue(answer.notes().stream().anyMatch(note -> note.contains("no note on Austin")), answer.notes().toString());
        assertTrue(answer.uncertain());
    }

    /** 30 days where law moves, 180 elsewhere, counted from the as-of date: OH is of 2026-08-07, AK of 2026-06-07. */
    @ParameterizedTest
    @CsvSource({"US-OH,2026-09-06,false", "US-OH,2026-09-07,true", "US-AK,2026-12-04,false", "US-AK,2026-12-05,true", "DE,2026-11-22,true"})
    void aNoteGoesStale(String place, String on, boolean stale) {
        assertEquals(stale, ask(place, on).levels().getLast().age().stale());
    }

    @Test
    void aDayWithinAnUncertainRangeIsMarked() {
        assertFalse(ask("US-CT", "2026-03-28").levels().getLast().dated());
        assertTrue(ask("US-CT", "2026-04-02").levels().getLast().dated());
        assertEquals(2, ask("US-CT", "2026-04-02").levels().getLast().entry().orElseThrow().conflicts().size());
    }

    @Test
    void whatNobodyConfirmedIsMarked() {
        assertFalse(ask("TH", "2026-11-22").minimumAge().orElseThrow().confirmed());
        assertTrue(ask("US-MN", "2026-11-22").minimumAge().orElseThrow().confirmed());
    }

    @Test
    void theMapHasEveryFileOnce() {
        List<LawAnswer> map = LawLookup.map(TODAY);
        assertEquals(map.size(), map.stream().map(LawAnswer::place).distinct().count());
        assertTrue(map.size() > 85, "only " + map.size());
    }
}

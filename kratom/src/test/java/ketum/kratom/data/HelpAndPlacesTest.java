package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpAndPlacesTest {
    private static final String PLACES = "code,name,country\n";
    private static final List<String> TERRITORIES = List.of("US-AS", "US-GU", "US-MP", "US-PR", "US-VI");
    private static final String HELP = "country,kind,name,number,what,source,locator,status,checked\n";

    @Test
    void everyStateAndDistrictOfTheUsaIsKnown() {
        assertEquals(51, Places.standard().all().stream().filter(place -> place.code().startsWith("US-")).filter(place -> !TERRITORIES.contains(place.code())).count());
    }

    @ParameterizedTest
    @CsvSource({"US-OR,US-OR", "us-or,US-OR", "Oregon,US-OR", "thailand,TH", "MY,MY"})
    void aPlaceIsFoundByCodeOrName(String written, String code) {
        assertEquals(code, Places.standard().find(written).orElseThrow().code());
    }

    @Test
    void aPlaceNobodyListedIsNotFound() {
        assertTrue(Places.standard().find("US-XX").isEmpty());
        assertTrue(Places.standard().find("Atlantis").isEmpty());
        assertTrue(Places.standard().find("Georgia").isEmpty(), "a country and a state have this name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            us,United States,US   | code    | ISO 3166
            US,,US                | name    | a value
            US-OR,Oregon,GB       | country | US
            """)
    void aBadPlaceIsReported(String row, String column, String accepted) {
        DataException error = assertThrows(DataException.class, () -> Places.parse("p.csv", PLACES + row.strip() + "\n"));
        assertEquals("column " + column, error.field());
        assertTrue(error.getMessage().contains(accepted), error.getMessage());
    }

    @Test
    void placesOutOfOrderAreReported() {
        assertThrows(DataException.class, () -> Places.parse("p.csv", PLACES + "US,United States,US\nTH,Thailand,TH\n"));
    }

    @Test
    void oregonHasEmergencyPoisonCrisisAndTreatmentLinesInThatOrder() {
        List<HelpLines.Line> lines = HelpLines.standard().of("US-OR");
        assertEquals(List.of(HelpLines.Kind.EMERGENCY, HelpLines.Kind.POISON, HelpLines.Kind.CRISIS, HelpLines.Kind.TREATMENT),
                lines.stream().map(HelpLines.Line::kind).toList());
        assertEquals("1-800-222-1222", lines.get(1).number());
    }

    @Test
    void aCountryWithoutSeenNumbersHasNone() {
        assertTrue(HelpLines.standard().of("ID").isEmpty());
    }

    /** Nobody is ever given a number that nobody saw at its source; it is counted instead. */
    @Test
    void anUnconfirmedNumberIsHeldBackAndCounted() {
        HelpLines lines = HelpLines.parse("h.csv", HELP + "US,poison,n,1-800-222-1222,w,poison-help-us,l,unconfirmed,2026-11-22\nUS,crisis,n,988,w,poison-help-us,l,seen,2026-11-22\n", Tables.standard().sources());
        assertEquals(List.of("988"), lines.of("US-OR").stream().map(HelpLines.Line::number).toList());
        assertEquals(List.of("988"), lines.all().stream().map(HelpLines.Line::number).toList());
        assertEquals(1, lines.heldBack("US-OR").size());
        assertTrue(HelpLines.standard().heldBack().stream().noneMatch(held -> HelpLines.standard().all().stream().anyMatch(line -> line.country().equals(held.country()) && line.number().equals(held.number()))));
    }

    @Test
    void aLineIsStaleAfter180Days() {
        HelpLines.Line line = HelpLines.standard().of("US").getFirst();
        assertFalse(line.stale(line.checked().plusDays(180)));
        assertTrue(line.stale(line.checked().plusDays(181)));
        assertEquals(0, line.age(line.checked().minusDays(3)));
    }

    @Test
    void everyLineNamesItsSourceAndIsInAKnownPlace() {
        for (HelpLines.Line line : HelpLines.standard().all()) {
            assertFalse(Tables.standard().sources().get(line.source()).address().isEmpty());
            assertTrue(Places.standard().find(line.country()).isPresent(), line.country());
            assertTrue(line.checked().isAfter(LocalDate.of(2026, 1, 1)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            usa,poison,n,1-800-222-1222,w,poison-help-us,l,seen,2026-11-22        | country | ISO
            US,advice,n,1-800-222-1222,w,poison-help-us,l,seen,2026-11-22         | kind    | poison
            US,poison,n,call us,w,poison-help-us,l,seen,2026-11-22                | number  | digits
            US,poison,n,1-800-222-1222,w,nobody,l,seen,2026-11-22                 | source  | a key
            US,poison,n,1-800-222-1222,w,poison-help-us,l,secondary,2026-11-22    | status  | seen
            US,poison,n,1-800-222-1222,w,poison-help-us,l,seen,last week          | checked | a date
            """)
    void aBadHelpLineIsReported(String row, String column, String accepted) {
        DataException error = assertThrows(DataException.class, () -> HelpLines.parse("h.csv", HELP + row.strip() + "\n", Tables.standard().sources()));
        assertEquals("column " + column, error.field());
        assertTrue(error.getMessage().contains(accepted), error.getMessage());
    }
}

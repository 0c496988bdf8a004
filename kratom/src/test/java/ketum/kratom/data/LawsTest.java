package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every law file, row by row; and what the loader refuses. */
class LawsTest {

    static Stream<Law> laws() {
        return Laws.all().stream();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void everyFileKeepsTheRules(Law law) {
        LocalDate today = LocalDate.now();
        assertTrue(law.parent().isEmpty() || Laws.find(law.parent().get()).isPresent(), law.file() + ": parent " + law.parent());
        assertTrue(law.place().equals("UN") || law.place().contains("/") || Places.standard().find(law.place()).isPresent(), law.file());
        for (Law.Entry entry : law.entries()) {
            assertFalse(entry.citation().isBlank(), law.file() + ":" + entry.line());
            assertTrue(entry.asOf().isEmpty() || !entry.asOf().get().isAfter(today), law.file() + ":" + entry.line() + " as_of in the future");
            assertTrue(entry.standing() != Law.Standing.CONFLICTING || entry.conflicts().size() > 1, law.file() + ": conflicting without the statements that conflict");
            assertFalse(entry.unsupported() && entry.standing() != Law.Standing.UNKNOWN, law.file() + ":" + entry.line() + " what nobody confirmed stands as a fact");
            Set<String> ids = new HashSet<>();
            for (LawRule rule : entry.rules()) {
                assertTrue(ids.add(rule.id()), law.file() + ": rule " + rule.id() + " twice");
            }
        }
        for (int i = 1; i < law.entries().size(); i++) {
            assertFalse(law.entries().get(i).from().orElseThrow().earliest().isBefore(law.entries().get(i - 1).to().orElseThrow().earliest()), law.file());
        }
        law.pending().forEach(pending -> assertFalse(pending.asOf().isAfter(today), law.file()));
    }

    @Test
    void aFileNestedWithoutEndIsRefusedWithItsLine() {
        for (String opening : List.of("{a: ", "[", "- ", "? ")) {
            String text = "place: US\nname: " + (opening.equals("- ") || opening.equals("? ") ? "\n  " : "") + opening.repeat(20_000);
            DataException refused = assertThrows(DataException.class, () -> Laws.parse("laws/US.yaml", text));
            assertTrue(refused.getMessage().contains("more than 20 deep") && refused.line() >= 2, refused.getMessage());
        }
    }

    @Test
    void anEscapeThatTheEndCutsShortIsRefused() {
        for (String escape : List.of("\\u", "\\x", "\\U0001", "\\U99999999")) {
            assertTrue(assertThrows(DataException.class, () -> Laws.parse("laws/US.yaml", "place: US\nname: \"" + escape)).getMessage().contains("one YAML document"), escape);
        }
    }

    @Test
    void aTagIsRefusedAlsoWhereItIsNone() {
        for (String tag : List.of("!java", "!!str", "!%20", "!~%0a", "!<tag:x>")) {
            DataException refused = assertThrows(DataException.class, () -> Laws.parse("laws/US.yaml", "place: US\nname: " + tag + " x\n"));
            assertEquals(2, refused.line(), refused.getMessage());
        }
    }

    @Test
    void theFederalLevelEveryStateAndTheDistrictHaveAFile() {
        Set<String> places = laws().map(Law::place).collect(Collectors.toSet());
        List<String> states = Places.standard().all().stream().map(Places.Place::code).filter(code -> code.startsWith("US-"))
                .filter(code -> !Set.of("US-AS", "US-GU", "US-MP", "US-PR", "US-UM", "US-VI").contains(code)).toList();
        assertEquals(51, states.size(), "50 states and the District of Columbia");
        assertTrue(places.containsAll(states), states.stream().filter(state -> !places.contains(state)).toList().toString());
        assertTrue(places.containsAll(Set.of("US", "UN", "TH", "MY", "ID", "AU", "GB", "DE", "CA", "BR", "SE", "DK", "PL", "FR", "CZ")));
    }

    /** The list of section 3 of our notes, 2026-08-28: nine lasting bans, one for a year. */
    @Test
    void thePlacesWithAProhibitionOfAllFormsAreThoseOfTheNotes() {
        Set<String> forbidding = laws().filter(law -> law.place().startsWith("US-") && !law.place().contains("/")).filter(law -> {
            Law.Entry last = law.entries().getLast();
            return last.standing().forbids() && last.from().map(when -> when.earliest().isBefore(LocalDate.of(2026, 9, 1))).orElse(true);
        }).map(Law::place).collect(Collectors.toSet());
        assertEquals(Set.of("US-AL", "US-AR", "US-CT", "US-IN", "US-KS", "US-LA", "US-TN", "US-VT", "US-WI", "US-MA", "US-CA"), forbidding);
    }

    @Test
    void placesWhereLawMovesAreMarked() {
        assertEquals(Set.of("US", "US-MA", "US-ND", "US-OH", "US-DE", "US-MI", "US-NY", "US-NC", "US-PA"),
                laws().filter(Law::changesOften).map(Law::place).collect(Collectors.toSet()));
    }

    private static final String GOOD = """
            place: US-OR
            name: Oregon
            parent: US
            entries:
              - from: 2023-07-01
                standing: regulated
                seven_oh: none
                summary: some words
                citation: ORS 1
                address: ""
                address_is: not found
                as_of: 2026-06-07
                confidence: low
                sources:
                  - {source: law-ikratom, locator: table, status: secondary}
            """;

    @Test
    void aGoodFileIsRead() {
        Law law = Laws.parse("laws/US-OR.yaml", GOOD);
        assertEquals(LocalDate.of(2023, 7, 1), law.entries().getFirst().from().orElseThrow().earliest());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "standing: regulated|standing: legal|6|standing",
            "from: 2023-07-01|from: July 2023|5|from",
            "as_of: 2026-06-07|as_of: soon|12|as_of",
            "source: law-ikratom|source: nobody|15|source",
            "status: secondary|status: certain|15|status",
            "parent: US|parent: CA|3|parent",
            "place: US-OR|place: US-OH|1|place",
            "confidence: low|confidence: sure|13|confidence",
            "citation: ORS 1|cite: ORS 1|5|entries",
            "address: \"\"|address: somewhere|11|address_is",
            "seven_oh: none|seven_oh: none, standing: banned|7|document",
            "name: Oregon|name: &a Oregon|2|name",
    })
    void whatIsWrongIsRefusedWithItsLine(String good, String bad, long line, String field) {
        DataException error = assertThrows(DataException.class, () -> Laws.parse("laws/US-OR.yaml", GOOD.replace(good, bad)));
        assertEquals(line + " " + field, error.line() + " " + error.field(), error.getMessage());
    }

    @Test
    void entriesThatOverlapAreRefused() {
        String second = GOOD.substring(GOOD.indexOf("  - from")).replace("2023-07-01", "2022-01-01");
        assertThrows(DataException.class, () -> Laws.parse("laws/US-OR.yaml", GOOD.replace("    standing: regulated\n    seven", "    to: 2024-01-01\n    standing: regulated\n    seven") + second));
    }

    @Test
    void everyRuleOfTheNotesHasAForm() {
        Map<String, Long> perPlace = laws().collect(Collectors.toMap(Law::place, law -> (long) law.entries().getLast().rules().size()));
        for (String place : List.of("US", "US-CO", "US-NE", "US-WY", "US-OK", "US-MS", "US-GA", "US-FL", "US-NC/Dare County", "US-ID/Blackfoot", "US-UT", "US-TX", "US-OH")) {
            assertTrue(perPlace.get(place) > 0, place);
        }
    }
}

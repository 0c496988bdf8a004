package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarningSignsTest {
    private static final String HEADER = "id,level,person,clinician,grade,source,locator,status\n";

    @Test
    void everyRowNamesAnAddressAndNoneIsUnconfirmed() {
        for (WarningSigns.Sign sign : WarningSigns.standard()) {
            Source source = Sources.standard().get(sign.source());
            assertTrue(!source.address().isEmpty() || source.kind() == Source.Kind.OWN && sign.status() == Status.ASSUMED, sign.id());
            assertTrue(sign.status() != Status.UNCONFIRMED, sign.id());
        }
    }

    /** The triad of opioid overdose, a fit, chest pain, fainting, confusion and thoughts of dying are emergencies. */
    @Test
    void whatMustNotWaitIsAmongTheEmergencies() {
        List<String> emergencies = WarningSigns.standard().stream().filter(sign -> sign.level() == WarningSigns.Level.EMERGENCY).map(WarningSigns.Sign::id).toList();
        assertTrue(emergencies.containsAll(List.of("breathing", "not-waking", "blue-lips", "seizure", "chest-pain", "fainting", "confusion", "suicide")), emergencies.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a,soon,P.,C.,A,ketum,l,seen             | level     | emergency
            a,emergency,P,C.,A,ketum,l,seen         | person    | whole sentences
            a,emergency,P.,C.,E,ketum,l,seen        | grade     | A, B, C or D
            a,emergency,P.,C.,A,nobody,l,seen       | source    | a key
            a,emergency,P.,C.,A,ketum,l,unconfirmed | status    | seen
            """)
    void aBadRowIsReported(String row, String column, String accepted) {
        DataException error = assertThrows(DataException.class, () -> WarningSigns.parse("w.csv", HEADER + row.strip() + "\n", Sources.standard()));
        assertEquals("column " + column, error.field());
        assertTrue(error.getMessage().contains(accepted), error.getMessage());
    }

    @Test
    void anEmergencyBelowOthersIsReported() {
        String rows = HEADER + "a,same_day,P.,C.,A,ketum,l,seen\nb,emergency,P.,C.,A,ketum,l,seen\n";
        assertEquals(3, assertThrows(DataException.class, () -> WarningSigns.parse("w.csv", rows, Sources.standard())).line());
    }
}

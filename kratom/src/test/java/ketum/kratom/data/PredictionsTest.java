package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionsTest {
    private static final String HEADER = "id,study,arm,analyte,quantity,statistic,unit,predicted,low,high,made_on,basis,"
            + "observed,observed_source,observed_locator,observed_on\n";
    private static final String GOOD = "a,s,x,mitragynine,cmax,mean,ng/mL,5,4,6,2026-11-22,b,5.5,ketum,T1,2026-12-01\n";

    private static Predictions parse(String row) {
        return Predictions.parse("p.csv", HEADER + row, Tables.standard().sources());
    }

    @Test
    void nothingHasBeenObservedYetAndEveryForecastIsDated() {
        for (Predictions.Slot slot : Predictions.standard().all()) {
            assertEquals(Predictions.Score.NO_DATA, slot.score(), slot.id());
            slot.forecast().ifPresent(forecast -> assertEquals(LocalDate.of(2026, 11, 22), forecast.madeOn()));
        }
        for (String study : new String[] {"huestis-2024-single", "huestis-2024-fifteen-day", "NCT06072170", "NCT06089980"}) {
            assertTrue(Predictions.standard().all().stream().anyMatch(slot -> slot.study().equals(study)), study);
        }
    }

    @Test
    void anObservationInsideTheIntervalIsAHitAndOneOutsideAMiss() {
        assertEquals(Predictions.Score.INSIDE, parse(GOOD).all().getFirst().score());
        assertEquals(Predictions.Score.OUTSIDE, parse(GOOD.replace(",5.5,", ",6.1,")).all().getFirst().score());
        assertEquals(Predictions.Score.NOT_PREDICTED, parse("a,s,x,,cows,mean,points,,,,,b,5,ketum,T1,2026-12-01\n").all().getFirst().score());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a,s,x,mitragynin,cmax,mean,ng/mL,5,4,6,2026-11-22,b,,,,            | analyte         | alkaloid
            a,s,x,,cmax,mean,nggg,5,4,6,2026-11-22,b,,,,                       | unit            | UCUM
            a,s,x,,cmax,mean,ng/mL,7,4,6,2026-11-22,b,,,,                      | predicted       | between
            a,s,x,,cmax,mean,ng/mL,5,,6,2026-11-22,b,,,,                       | low             | a value
            a,s,x,,cmax,mean,ng/mL,5,4,6,,b,,,,                                | made_on         | a value
            a,s,x,,cmax,mean,ng/mL,,4,,,b,,,,                                  | low             | nothing is predicted
            a,s,x,,cmax,mean,ng/mL,5,4,6,today,b,,,,                           | made_on         | a date
            a,s,x,,cmax,mean,ng/mL,5,4,6,2026-11-22,b,,ketum,,                 | observed_source | nothing is observed
            a,s,x,,cmax,mean,ng/mL,5,4,6,2026-11-22,b,5,nobody,T,2026-12-01    | observed_source | a key
            a,s,x,,cmax,mean,ng/mL,5,4,6,2026-11-22,b,5,ketum,T,2026-11-22     | observed_on     | after the prediction
            """)
    void aBadSlotIsReported(String row, String column, String accepted) {
        DataException error = assertThrows(DataException.class, () -> parse(row.strip() + "\n"));
        assertEquals("column " + column, error.field());
        assertTrue(error.getMessage().contains(accepted), error.getMessage());
    }

    @Test
    void aSlotGivenTwiceIsReported() {
        assertThrows(DataException.class, () -> parse(GOOD + GOOD));
    }
}

package ketum.kratom.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import ketum.kratom.data.Predictions;
import org.junit.jupiter.api.Test;

class ForecastsTest {

    @Test
    void theFrozenForecastsAreWhatTheCommandStillGives() {
        List<Forecasts.Forecast> again = new Forecasts(2).ascendingDose(3);
        for (Forecasts.Forecast forecast : again) {
            Predictions.Slot slot = Predictions.standard().all().stream().filter(s -> s.id().equals(forecast.id())).findFirst().orElseThrow();
            double frozen = slot.forecast().orElseThrow().predicted();
            assertEquals(frozen, forecast.median(), 0.006 * Math.abs(frozen), forecast.id() + ": frozen values are never edited; a changed model makes new rows");
        }
    }

    @Test
    void noSlotWaitsForAForecastWhileItsDataAreUnread() {
        List<String> waiting = Predictions.standard().all().stream().filter(slot -> slot.forecast().isEmpty()).map(Predictions.Slot::id).toList();
        assertTrue(waiting.isEmpty(), "without forecast: " + waiting);
    }
}

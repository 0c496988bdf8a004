package ketum.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import ketum.kratom.Product;
import ketum.kratom.Use;
import ketum.kratom.Use.AmountUnit;
import ketum.kratom.twin.Regimen;
import org.junit.jupiter.api.Test;

/** Oracles are counted by hand from the stated habit: 4 g at 7, 12, 17 and 22 o'clock. */
class UseHistoryTest {

    private static List<Double> hoursOf(UseHistory history, int day) {
        return history.regimen().doses().stream().filter(dose -> dose.timeHours() >= 24 * day && dose.timeHours() < 24 * day + 24)
                .map(dose -> Math.round(60 * (dose.timeHours() - 24 * day)) / 60.0).toList();
    }

    @Test
    void aHabitWithoutALastDoseRunsToTheEveningOfTheReport() {
        UseHistory history = UseHistory.of(Cases.daily(10).get());
        assertEquals(40, history.regimen().doses().size());
        assertEquals(10, history.days());
        assertEquals(9, history.shownDay());
        assertEquals(9 * 24 + 22, history.lastDoseHour());
        assertEquals(0, history.omittedDays());
        assertTrue(history.regimen().doses().stream().allMatch(dose -> dose.units() == 4));
    }

    @Test
    void useOnTheDayOfTheReportOnlyIsOneDay() {
        UseHistory history = UseHistory.of(Cases.daily(1).get());
        assertEquals(List.of(7.0, 12.0, 17.0, 22.0), hoursOf(history, 0));
        assertEquals(0, history.shownDay());
        assertEquals(24, history.reportEnd());
    }

    @Test
    void dosesAfterTheStatedLastOneWereNotTaken() {
        UseHistory history = UseHistory.of(Cases.daily(10).lastDose(Cases.DATE.atTime(12, 0)).get());
        assertEquals(List.of(7.0, 12.0), hoursOf(history, 9));
        assertEquals(9 * 24 + 12, history.lastDoseHour());
        assertEquals(8, history.shownDay(), "the last day with all its doses is shown");
    }

    @Test
    void aLastDoseAtAnUnusualHourIsTheNearestUsualOneAndNeverOneMore() {
        assertEquals(List.of(7.0, 11 + 40 / 60.0), hoursOf(UseHistory.of(Cases.daily(10).lastDose(Cases.DATE.atTime(11, 40)).get()), 9), "noon's, earlier");
        assertEquals(List.of(7.0, 14.0), hoursOf(UseHistory.of(Cases.daily(10).lastDose(Cases.DATE.atTime(14, 0)).get()), 9), "noon's, later");
        assertEquals(List.of(3.0), hoursOf(UseHistory.of(Cases.daily(10).lastDose(Cases.DATE.atTime(3, 0)).get()), 9), "the morning's, in the night");
        for (int hour = 0; hour < 24; hour++) {
            UseHistory history = UseHistory.of(Cases.daily(10).lastDose(Cases.DATE.atTime(hour, 30)).get());
            assertEquals(9 * 24 + hour + 0.5, history.lastDoseHour());
            for (int day = 0; day < 10; day++) {
                assertTrue(hoursOf(history, day).size() <= 4, "day " + day + " at " + hour);
            }
        }
    }

    @Test
    void aLastDoseWeeksAgoEndsUseThereAndKeepsTheMonthsBeforeIt() {
        UseHistory history = UseHistory.of(Cases.daily(400).lastDose(Cases.DATE.minusDays(21).atTime(22, 0)).get());
        assertEquals(180 + 21, history.days());
        assertEquals(179, history.shownDay());
        assertEquals(179 * 24 + 22, history.lastDoseHour());
        assertEquals(180 * 4, history.regimen().doses().size());
        assertEquals(400 - 201, history.omittedDays());
    }

    @Test
    void amountsFollowTheChangesAndABreakHoldsNothing() {
        var since = Cases.DATE.minusDays(9);
        UseHistory history = UseHistory.of(Cases.daily(10).products(Cases.use(Product.Type.LEAF_POWDER, 4, AmountUnit.GRAM, Cases.FOUR_TIMES, since,
                new Use.Change(since, 2, 1), new Use.Change(since.plusDays(3), 0, 1), new Use.Change(since.plusDays(6), 4, 4))).get());
        assertEquals(List.of(1, 1, 1, 0, 0, 0, 4, 4, 4, 4), IntStream.range(0, 10).map(day -> hoursOf(history, day).size()).boxed().toList());
        assertEquals(2, history.regimen().doses().getFirst().units());
        assertEquals(4, history.regimen().doses().getLast().units());
    }

    @Test
    void aLastDoseInABreakIsCountedOnceAsThePresentDose() {
        var since = Cases.DATE.minusDays(9);
        UseHistory history = UseHistory.of(Cases.daily(10).products(Cases.use(Product.Type.LEAF_POWDER, 4, AmountUnit.GRAM, Cases.FOUR_TIMES, since,
                new Use.Change(since, 4, 4), new Use.Change(since.plusDays(3), 0, 1), new Use.Change(since.plusDays(8), 4, 4)))
                .lastDose(since.plusDays(5).atTime(9, 0)).get());
        assertEquals(List.of(9.0), hoursOf(history, 5));
        assertEquals(5 * 24 + 9, history.lastDoseHour());
        assertEquals(13, history.regimen().doses().size());
    }

    @Test
    void twoProductsTakenTogetherEndTogether() {
        var since = Cases.DATE.minusDays(4);
        List<LocalTime> noon = List.of(LocalTime.NOON);
        UseHistory history = UseHistory.of(Cases.daily(5).products(Cases.use(Product.Type.LEAF_POWDER, 4, AmountUnit.GRAM, noon, since),
                Cases.use(Product.Type.SHOT, 1, AmountUnit.BOTTLE, noon, since)).lastDose(Cases.DATE.atTime(12, 30)).get());
        assertEquals(List.of(12.5, 12.5), hoursOf(history, 4));
        assertEquals(List.of(0, 1), history.regimen().doses().subList(8, 10).stream().map(Regimen.Dose::product).toList());
    }

    @Test
    void dosesWithoutStatedTimesLieBetweenSevenAndTen() {
        assertEquals(List.of(LocalTime.of(7, 0)), UseHistory.spread(1));
        assertEquals(Cases.FOUR_TIMES, UseHistory.spread(4));
        assertEquals(LocalTime.of(22, 0), UseHistory.spread(7).getLast());
        assertFalse(UseHistory.spread(24).stream().anyMatch(time -> time.isBefore(LocalTime.of(7, 0)) || time.isAfter(LocalTime.of(22, 0))));
    }
}

package ketum.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import ketum.care.Assessment.Entered;
import ketum.care.Assessment.NowFinding;
import ketum.care.Assessment.ScaleForecast;
import ketum.care.Assessment.Section;
import ketum.care.Assessment.WithdrawalFinding;
import ketum.kratom.twin.Accuracy;
import ketum.kratom.twin.Twins;
import org.junit.jupiter.api.Test;

class NowStepTest {

    private static final LocalDateTime YESTERDAY = Cases.DATE.minusDays(1).atTime(22, 0);
    private static final Cases PLAIN = Cases.daily(20).lastDose(YESTERDAY);
    private static final WithdrawalStep WITHDRAWAL = withdrawal(PLAIN.get());

    private static WithdrawalStep withdrawal(Case input) {
        Cohorts cohorts = Cohorts.draw(input.person(), List.of(), input.products().stream().map(p -> new Twins.Counted(p.product(), p.use().unit())).toList(), 40, 3, 2, Accuracy.STANDARD);
        SharedSimulators simulators = SharedSimulators.of(cohorts);
        UseHistory history = UseHistory.of(input);
        return new WithdrawalStep(cohorts, simulators, history, new SignalStep(cohorts, simulators, history).morning());
    }

    private static NowFinding now(Cases cases) {
        return ((Section.Present<NowFinding>) NowStep.now(cases.get(), WITHDRAWAL)).value();
    }

    private static Entered entered(Case.Scale scale, double value, LocalDateTime at) {
        return now(PLAIN.score(scale, value, at)).entered().orElseThrow();
    }

    @Test
    void hoursCountFromTheLastDoseToTheScore() {
        assertEquals(38.5, now(PLAIN.score(Case.Scale.COWS, 3, YESTERDAY.plusHours(38).plusMinutes(30))).hoursSinceLastDose());
        assertEquals(14, now(PLAIN).hoursSinceLastDose(), "without a score: noon of the report's date");
    }

    @Test
    void theExpectedScoreIsTheForecastsAtThatHour() {
        WithdrawalFinding finding = WITHDRAWAL.finding(false, "", "");
        ScaleForecast cows = finding.scales().getFirst();
        NowFinding now = now(PLAIN.score(Case.Scale.COWS, 3, YESTERDAY.plusHours(30)));
        assertEquals(cows.series().both().p50()[30], now.expectedCows().both().median(), 1e-12);
        assertEquals(finding.scales().getLast().series().science().p95()[30], now.expectedSows().science().high(), 1e-12);
    }

    @Test
    void aScoreOutsideTheMiddleNinetyOfHundredSaysSo() {
        for (Case.Scale scale : Case.Scale.values()) {
            LocalDateTime at = YESTERDAY.plusHours(40);
            NowFinding now = now(PLAIN.score(scale, 0, at));
            double high = (scale == Case.Scale.COWS ? now.expectedCows() : now.expectedSows()).both().high();
            double median = (scale == Case.Scale.COWS ? now.expectedCows() : now.expectedSows()).both().median();
            Entered above = entered(scale, Math.ceil(high + 1), at);
            assertTrue(above.outside90());
            assertTrue(above.statement().contains("higher") && above.statement().contains("consider another substance or illness"));
            Entered within = entered(scale, Math.rint(median), at);
            assertFalse(within.outside90());
            assertFalse(within.statement().contains("illness"));
            assertEquals(scale.name(), above.scale());
        }
    }

    @Test
    void aLowScoreSoonAfterADoseAlarmsNobodyAndAClearOneDoes() {
        LocalDateTime soon = YESTERDAY.plusHours(3);
        assertTrue(now(PLAIN.score(Case.Scale.COWS, 3, soon)).expectedCows().both().high() < 2);
        assertFalse(entered(Case.Scale.COWS, 4, soon).outside90(), "people without withdrawal score 4 for other reasons");
        assertTrue(entered(Case.Scale.COWS, 8, soon).outside90());
    }

    @Test
    void aScoreBelowTheForecastSaysSo() {
        assertTrue(NowStep.statement(false, true).contains("lower") && NowStep.statement(false, true).contains("consider another substance or illness"));
    }

    @Test
    void aScoreWithoutItsHourIsUnexpectedOnlyIfItWouldBeAtEveryHourOfTheDay() {
        double latest = now(PLAIN.score(Case.Scale.SOWS, 0, Cases.DATE.atTime(23, 59))).expectedSows().both().high();
        double noon = now(PLAIN).expectedSows().both().high();
        assertTrue(latest > noon + 2, "the forecast rises over the day: " + noon + " to " + latest);
        assertFalse(entered(Case.Scale.SOWS, Math.floor(latest), null).outside90());
        assertTrue(entered(Case.Scale.SOWS, Math.floor(latest), Cases.DATE.atTime(12, 0)).outside90());
        assertTrue(entered(Case.Scale.SOWS, 64, null).outside90());
    }

    @Test
    void withoutALastDoseOrOutsideTheForecastThereIsAReasonInstead() {
        assertInstanceOf(Section.Insufficient.class, NowStep.now(Cases.daily(20).get(), WITHDRAWAL));
        assertInstanceOf(Section.Insufficient.class, NowStep.now(PLAIN.score(Case.Scale.COWS, 3, YESTERDAY.minusHours(1)).get(), WITHDRAWAL));
        assertInstanceOf(Section.Insufficient.class, NowStep.now(Cases.daily(60).lastDose(Cases.DATE.minusDays(40).atTime(9, 0)).get(), WITHDRAWAL));
    }

    @Test
    void usersWhoStoppedWeeksAgoAreOnTheCurveAndTheirToleranceHasFallen() {
        Cases stopped = Cases.daily(60).lastDose(Cases.DATE.minusDays(14).atTime(22, 0));
        Assessment now = Assess.run(stopped.get(), "test", 20, 3, 2);
        Assessment then = Assess.run(Cases.daily(60).get(), "test", 20, 3, 2);
        NowFinding finding = ((Section.Present<NowFinding>) now.now()).value();
        assertEquals(13 * 24 + 14, finding.hoursSinceLastDose());
        Map<String, Assessment.DependenceFinding> dependence = Walk.records(now, Assessment.DependenceFinding.class);
        Assessment.DependenceFinding today = dependence.values().iterator().next();
        Assessment.DependenceFinding habit = Walk.records(then, Assessment.DependenceFinding.class).values().iterator().next();
        assertTrue(today.toleranceNow().both().median() - 1 < 0.7 * (habit.toleranceNow().both().median() - 1));
        assertEquals(0, today.tolerance().timeH()[today.tolerance().timeH().length - 1]);
        assertEquals(today.toleranceNow().both().median(), today.tolerance().both().p50()[today.tolerance().timeH().length - 1]);
        assertInstanceOf(Section.Insufficient.class, now.tapers(), "nobody is led back to kratom");
    }
}

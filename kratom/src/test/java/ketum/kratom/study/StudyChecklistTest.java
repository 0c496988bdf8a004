package ketum.kratom.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;
import ketum.kratom.data.Studies;
import ketum.kratom.data.Study;
import org.junit.jupiter.api.Test;

/**
 * Lines of the withdrawal checklist that a published study holds, run with fewer repeats than the validation page. Oracles: the published numbers
 * and the bands stated in the study files. Known misses are asserted as misses, so that a change shows.
 */
class StudyChecklistTest {

    private static StudyResult run(String name, double effort) {
        return new StudyRunner(StudyRunner.SEED, effort, 2).run(Studies.standard().get(name));
    }

    private static StudyResult.Row row(StudyResult result, String quantity, String statistic) {
        return result.rows().stream().filter(row -> row.observation().quantity().equals(quantity) && row.observation().statistic().equals(statistic))
                .findFirst().orElseThrow();
    }

    @Test
    void the26DailyUsersStayBelowMildFrom10To20HoursAndFewEverReach13() {
        StudyResult result = run("vicknasingam-2020", 0.25);
        List<StudyResult.Row> cows = result.rows().stream().filter(row -> row.observation().quantity().equals("cows")).toList();
        assertEquals(6, cows.size());
        cows.forEach(row -> assertTrue(row.prediction().orElseThrow().median() < 5, ValidationPage.subject(row)));
        assertTrue(row(result, "cows_ever_13_or_more", "share of people").prediction().orElseThrow().median() <= 0.11);
    }

    /** A fit, not a validation: the SOWS link was fitted to these two numbers. */
    @Test
    void sowsOnStoppingHasTheSurveysMeanAndSpread() {
        StudyResult result = run("rogers-2024", 0.4);
        assertEquals(StudyResult.Verdict.PASS, row(result, "sows_peak", "mean").verdict(), ValidationPage.predicted(row(result, "sows_peak", "mean")));
        assertEquals(StudyResult.Verdict.PASS, row(result, "sows_peak", "sd").verdict(), ValidationPage.predicted(row(result, "sows_peak", "sd")));
    }

    /** The survey says doses a day matter more than grams a dose; the mechanism does not say so, with or without the survey factor. */
    @Test
    void thatFrequencyIsStrongerThanAmountIsAKnownMissWithBothSlopesReported() {
        StudyResult result = run("rogers-2024", 0.2);
        assertEquals(StudyResult.Verdict.MISS, row(result, "frequency_stronger_than_amount_without_factor", "1 where it is so").verdict());
        assertEquals(2, result.remarks().stream().filter(remark -> remark.startsWith("Standardised slopes") && remark.contains("reverse causation")).count());
    }

    @Test
    void moreThanThreeGlassesADayRaiseTheOddsOfModerateWithdrawal() {
        StudyResult.Row odds = row(run("singh-2019", 0.3), "cows_peak_13_or_more", "odds ratio");
        assertTrue(odds.prediction().orElseThrow().median() > 1, ValidationPage.predicted(odds));
    }

    @Test
    void fullAdaptationShiftsAFullAgonistAsFarAsWasMeasuredInPeople() {
        assertEquals(StudyResult.Verdict.PASS, row(run("algera-2021", 0.5), "tolerance_shift", "ratio").verdict());
    }

    /**
     * Reports put the onset at 12-48 h, the peak on days 1-3, the end at day 3 after light and days 7-10 after heavy use; all of it soft (grade D). Onset and
     * peak are inside. The ends are known misses: after light use a little after day 3, after heavy use a little before day 7.
     */
    @Test
    void onsetAndPeakLieInTheReportedBandsAndTheEndsMissTheirsByADay() {
        Study survey = Studies.standard().get("rogers-2024");
        VirtualTrial trial = new VirtualTrial(survey, 20, 30, VirtualTrial.Factors.NONE, 60, StudyRunner.SEED, 2);
        Simulator simulator = trial.whole(List.of("cows"));
        double last = trial.lastDose("stop");
        double[] times = IntStream.rangeClosed(0, 15 * 24).mapToDouble(hour -> last + hour).toArray();
        Trajectories run = trial.run(0, simulator, VirtualTrial.Moment.START, Double.MAX_VALUE, times, Map.of());
        DoublePredicate anyone = gramsPerDay -> true;
        assertBetween(12, 48, median(trial, run, anyone, StudyChecklistTest::onset), "onset");
        assertBetween(24, 72, median(trial, run, anyone, StudyChecklistTest::peak), "peak");
        double light = median(trial, run, gramsPerDay -> gramsPerDay < 6, StudyChecklistTest::end);
        double heavy = median(trial, run, gramsPerDay -> gramsPerDay > 18, StudyChecklistTest::end);
        assertBetween(72, 96, light, "end after light use, reported by 72 h");
        assertBetween(132, 168, heavy, "end after heavy use, reported from 168 h");
    }

    /**
     * In people dependent on heroin 41 % of receptors held by buprenorphine relieved in part and half or more abolished. A known miss: in the model 41 % abolishes
     * too, because kratom itself holds so few receptors that any other partial agonist on 41 % of them does far more. The agonist is given by its occupancy;
     * that it gives twice the stimulus of 7-hydroxymitragynine per receptor is an assumption.
     */
    @Test
    void thatBuprenorphineOn41PercentOfReceptorsRelievesOnlyInPartIsAKnownMiss() {
        VirtualTrial trial = new VirtualTrial(Studies.standard().get("rogers-2024"), 10, 30, VirtualTrial.Factors.NONE, 60, StudyRunner.SEED, 2);
        double none = meanPeak(trial, 0);
        double fewer = meanPeak(trial, 0.41);
        double half = meanPeak(trial, 0.5);
        assertTrue(none > 3, "mean highest score without it " + none);
        assertTrue(fewer < 0.05 * none, "41 % no longer abolishes: " + fewer + "; the checklist page says it does");
        assertTrue(half <= fewer, half + " at half, " + fewer + " at 41 %");
    }

    /** Mean of the highest scores from a day after the last dose on, with a share of the receptors held from then. */
    private static double meanPeak(VirtualTrial trial, double held) {
        Simulator simulator = trial.whole(List.of("cows"));
        double start = trial.lastDose("stop") + 24;
        VirtualTrial.Moment moment = VirtualTrial.Moment.end(simulator,
                trial.run(0, simulator, VirtualTrial.Moment.START, start, new double[] {start}, Map.of()));
        double[] times = IntStream.rangeClosed(1, 120).mapToDouble(hour -> start + hour).toArray();
        Trajectories run = trial.run(0, simulator, moment, start, times, Map.of("x_co", held / (1 - held), "tau_co", 1.4));
        return IntStream.range(0, trial.size()).mapToDouble(i -> Arrays.stream(run.series(0, i)).max().orElseThrow()).average().orElseThrow();
    }

    private static void assertBetween(double low, double high, double value, String what) {
        assertTrue(value >= low && value <= high, what + " " + value + " h");
    }

    private interface Feature {
        double of(double[] hourly);
    }

    private static double median(VirtualTrial trial, Trajectories run, DoublePredicate users, Feature feature) {
        return Replicates.median(IntStream.range(0, trial.size()).filter(i -> users.test(trial.perDay(0, i) * trial.amount("stop", i)))
                .mapToDouble(i -> feature.of(run.series(0, i))).toArray());
    }

    private static double onset(double[] hourly) {
        return IntStream.range(0, hourly.length).filter(hour -> hourly[hour] >= 5).mapToDouble(hour -> hour).findFirst().orElse(Double.NaN);
    }

    private static double end(double[] hourly) {
        double last = IntStream.range(0, hourly.length).filter(hour -> hourly[hour] >= 5).mapToDouble(hour -> hour).max().orElse(Double.NaN);
        return last == hourly.length - 1 ? Double.NaN : last;
    }

    /** Of those who get there at all; the highest score of somebody who feels nothing has no time. */
    private static double peak(double[] hourly) {
        double highest = Arrays.stream(hourly).max().orElseThrow();
        return highest < 5 ? Double.NaN : IntStream.range(0, hourly.length).filter(hour -> hourly[hour] == highest).findFirst().orElseThrow();
    }

    /** What shortens the history is checked against simulating all of it. */
    @Test
    void settingAdaptationToItsLongRunLevelGivesTheScoresOfTheWholeHistory() {
        Study survey = Studies.standard().get("rogers-2024");
        double[] whole = new UseRun(survey, 5, 20, false, 7, 2).peaks("stop", "sows");
        double[] shortened = new UseRun(survey, 5, 20, true, 7, 2).peaks("stop", "sows");
        assertEquals(Replicates.mean(whole), Replicates.mean(shortened), 0.03 * Replicates.mean(whole));
        double[] apart = IntStream.range(0, whole.length).mapToDouble(i -> StrictMath.abs(whole[i] - shortened[i])).toArray();
        assertTrue(Replicates.mean(apart) < 0.05 * Replicates.mean(whole), "mean difference of a person's score " + Replicates.mean(apart));
    }
}

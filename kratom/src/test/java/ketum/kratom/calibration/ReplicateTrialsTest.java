package ketum.kratom.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import ketum.kratom.Alkaloid;
import ketum.kratom.data.Tables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * 2,000 replicates of Tanna 2022 against its published table. A fit, not a validation: the spreads were chosen on this table.
 * The half-life and peak time of 7-hydroxymitragynine are known misses and are asserted as such, so that a change shows.
 */
class ReplicateTrialsTest {
    private static final Tables TABLES = Tables.standard();
    private static final int TRIALS = 2000;
    private static List<ReplicateTrials.Outcome> outcomes;

    @BeforeAll
    static void run() {
        outcomes = trials(TRIALS);
    }

    private static List<ReplicateTrials.Outcome> trials(int count) {
        return new ReplicateTrials(TABLES, ExposureSpread.of(TABLES.table("variability"))).run(count, 20261122);
    }

    /** All but the peak time and half-life of 7-hydroxymitragynine, which nothing was fitted to. */
    private static boolean fitted(ReplicateTrials.Outcome outcome) {
        return outcome.alkaloid() != Alkaloid.SEVEN_HYDROXYMITRAGYNINE || outcome.quantity().equals("cmax") || outcome.quantity().equals("auc_inf");
    }

    private static ReplicateTrials.Outcome find(Alkaloid alkaloid, String quantity) {
        Predicate<ReplicateTrials.Outcome> wanted = outcome -> outcome.alkaloid() == alkaloid && outcome.quantity().equals(quantity);
        return outcomes.stream().filter(wanted).findFirst().orElseThrow();
    }

    @Test
    void lowestAndHighestParticipantLieInTheirIntervalsForAtLeastNineTenthsOfTheQuantities() {
        List<ReplicateTrials.Outcome> held = outcomes.stream().filter(ReplicateTrialsTest::fitted).toList();
        assertEquals(26, held.size());
        List<String> missed = held.stream().filter(outcome -> !outcome.covered()).map(Object::toString).toList();
        assertTrue(missed.size() <= 2, missed.toString());
    }

    @Test
    void noQuantityVariesMoreThanOneAndAHalfTimesItsPublishedRangeSays() {
        for (ReplicateTrials.Outcome outcome : outcomes) {
            if (fitted(outcome)) {
                assertTrue(outcome.logSd() <= 1.5 * outcome.publishedLogSd(), outcome.toString());
            }
        }
    }

    @Test
    void mediansLieWithinOneAndAQuarterFoldAndPeakTimesWithinHalfAnHour() {
        for (ReplicateTrials.Outcome outcome : outcomes) {
            if (fitted(outcome) && outcome.quantity().equals("tmax")) {
                assertEquals(outcome.published().median(), outcome.median(), 0.5, outcome.toString());
            } else if (fitted(outcome)) {
                double ratio = outcome.median() / outcome.published().median();
                assertTrue(ratio > 0.8 && ratio < 1.25, outcome.toString());
            }
        }
    }

    /** Published: median half-life 5.67 h (5.03-6.52), median peak at 1 h. The model gives about 3.7 h, spread far wider, and 2 h. */
    @Test
    void sevenHydroxymitragynineHalfLifeAndPeakTimeAreMisses() {
        ReplicateTrials.Outcome halfLife = find(Alkaloid.SEVEN_HYDROXYMITRAGYNINE, "half_life");
        assertTrue(halfLife.median() < 0.8 * halfLife.published().median(), halfLife.toString());
        assertTrue(halfLife.logSd() > 1.5 * halfLife.publishedLogSd(), halfLife.toString());
        ReplicateTrials.Outcome peak = find(Alkaloid.SEVEN_HYDROXYMITRAGYNINE, "tmax");
        assertTrue(peak.median() - peak.published().median() > 0.5, peak.toString());
    }

    /** Oracle: a trial's numbers depend on seed and trial alone, so that the same call gives the same answer. */
    @Test
    void theSameSeedGivesTheSameNumbers() {
        assertEquals(trials(20), trials(20));
    }
}

package ketum.kratom.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import ketum.kratom.data.Row;
import ketum.kratom.data.Tables;
import org.junit.jupiter.api.Test;

/** The model of gut and liver CYP3A against the one study in people, and against what must hold of any such model. */
class Cyp3aTurnoverTest {

    private static final Cyp3aTurnover TURNOVER = Cyp3aTurnover.standard();
    private static final KratomAsPrecipitant KRATOM = new KratomAsPrecipitant(InteractionConstants.standard());
    private static final Cyp3aTurnover.Met TWO_GRAMS = TURNOVER.met(39, 1, 0, 0);

    private static Interval midazolam(Cyp3aTurnover.Met met) {
        return KRATOM.ratio("midazolam", met).orElseThrow().ratio();
    }

    /** Calibration, not proof: the middle was set to 1.39, and the bounds of the one fitted number to the ends of the study's interval. */
    @Test
    void twoGramsOfTeaRaiseMidazolamAsInTheStudy() {
        Interval ratio = midazolam(TWO_GRAMS);
        assertEquals(1.39, ratio.median(), 0.03);
        assertTrue(ratio.low() <= 1.23 && ratio.high() >= 1.57, ratio + " must be at least as wide as the study's interval of means");
    }

    @Test
    void theFittedShareAndItsBoundsGiveTheStudysRatioAndInterval() {
        Row reach = Tables.interactions().table("interaction-constants").row("cyp3a.gut", "reach");
        Row observed = Tables.interactions().table("interaction-constants").row("kratom.midazolam", "auc_ratio");
        assertEquals(observed.value(), withReach(reach.value()), 0.005);
        assertEquals(observed.low().orElseThrow(), withReach(reach.low().orElseThrow()), 0.005);
        assertEquals(observed.high().orElseThrow(), withReach(reach.high().orElseThrow()), 0.005);
    }

    private static double withReach(double share) {
        double[] reach = new double[TURNOVER.reach().length];
        Arrays.fill(reach, share);
        return midazolam(TURNOVER.met(39, 1, 0, 0, reach)).median();
    }

    /** Not fitted: the liver is hardly touched, so midazolam's half-life hardly changes (observed 1.07, 0.98 to 1.17). */
    @Test
    void theLiverIsHardlyTouchedByOneDose() {
        double left = Cyp3aTurnover.quantile(TWO_GRAMS.liver(), 0.5);
        double halfLife = 1 / (0.96 * left + 0.04);
        Row observed = Tables.interactions().table("interaction-constants").row("kratom.midazolam", "half_life_ratio");
        assertTrue(halfLife > observed.low().orElseThrow() && halfLife < observed.high().orElseThrow(), "half-life ratio " + halfLife);
    }

    @Test
    void withoutKratomNothingChanges() {
        Cyp3aTurnover.Met none = TURNOVER.met(0, 1, 0, 0);
        assertEquals(1, Cyp3aTurnover.quantile(none.gut(), 0.5), 1e-3);
        assertEquals(1, Cyp3aTurnover.quantile(none.liver(), 0.5), 1e-3);
    }

    @Test
    void moreMitragynineLeavesLessOfTheEnzyme() {
        double before = 1.1;
        for (double milligrams : new double[] {0, 10, 39, 100, 400}) {
            double gut = Cyp3aTurnover.quantile(TURNOVER.met(milligrams, 1, 0, 0).gut(), 0.5);
            assertTrue(gut < before, milligrams + " mg: " + gut);
            before = gut;
        }
    }

    /** Daily use: inactivation raises midazolam, induction as seen in cells lowers it, so the direction is open. */
    @Test
    void dailyUseCouldGoEitherWay() {
        assertTrue(midazolam(TURNOVER.met(39, 3, 14, 0)).median() > 1.5);
        assertTrue(midazolam(TURNOVER.met(39, 3, 14, 5)).median() < 1);
    }

    /** No gut-only effect exceeds 1/Fg; with an unknown Fg the interval still stays below what the victim's share allows. */
    @Test
    void noVictimRisesMoreThanItsShareAllows() {
        for (String victim : InteractionConstants.standard().victims()) {
            KRATOM.ratio(victim, TWO_GRAMS).ifPresent(result -> {
                double share = InteractionConstants.standard().contribution(Enzyme.CYP3A, victim).orElseThrow().value().high();
                assertTrue(result.ratio().low() >= 1 - 1e-6 && result.ratio().high() <= 1 / (1 - Math.min(0.995, share)) + 1e-6, victim + " " + result);
            });
        }
    }

    /** Known points of the standard normal distribution. */
    @Test
    void normalQuantilesAreRight() {
        assertEquals(0, Cyp3aTurnover.normal(0.5), 5e-4);
        assertEquals(1.6449, Cyp3aTurnover.normal(0.95), 5e-4);
        assertEquals(-1.96, Cyp3aTurnover.normal(0.025), 5e-4);
    }
}

package ketum.kratom.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties that must hold for every pair of the tables, and a few numbers computed by hand. */
class PairModelTest {
    private static final InteractionConstants CONSTANTS = InteractionConstants.standard();
    private static final PairModel MODEL = new PairModel(CONSTANTS);

    record Named(String precipitant, String victim, PairModel.Computed computed) {
    }

    static Stream<Named> everyPair() {
        return CONSTANTS.precipitants().stream().flatMap(precipitant -> CONSTANTS.victims().stream().map(victim -> {
            return MODEL.predict(precipitant, victim) instanceof PairModel.Computed computed ? new Named(precipitant, victim, computed) : null;
        })).filter(named -> named != null);
    }

    @Test
    void inhibitorsRaiseInducersLowerAndNoneExceedsWhatTheShareAllows() {
        List<Named> pairs = everyPair().toList();
        assertTrue(pairs.size() > 3000, "pairs of 80 victims and 111 precipitants: " + pairs.size());
        for (Named pair : pairs) {
            Interval ratio = pair.computed().ratio();
            boolean inhibits = pair.computed().effects().stream().allMatch(PairModel.Effect::inhibits);
            boolean induces = pair.computed().effects().stream().noneMatch(PairModel.Effect::inhibits);
            double share = Math.min(0.995, pair.computed().effects().stream().mapToDouble(effect -> effect.share().value().median()).sum());
            if (inhibits) {
                assertTrue(ratio.low() >= 1 && ratio.median() <= 1 / (1 - share) + 1e-9, pair.toString());
            }
            if (induces) {
                assertTrue(ratio.high() <= 1 && ratio.median() > 0, pair.toString());
            }
        }
    }

    /** The stronger of two precipitants of an enzyme never raises a victim less. */
    @Test
    void theRatioRisesWithInhibitionAndWithTheShare() {
        for (Enzyme enzyme : Enzyme.values()) {
            double before = 0;
            for (double inhibition = 0; inhibition <= 1.0001; inhibition += 0.05) {
                double ratio = ratio(enzyme, 0.9, Math.min(1, inhibition));
                assertTrue(ratio > before, enzyme + " at " + inhibition);
                before = ratio;
            }
            before = 0;
            for (double share = 0; share <= 0.95; share += 0.05) {
                double ratio = ratio(enzyme, share, 0.8);
                assertTrue(ratio > before, enzyme + " at share " + share);
                before = ratio;
            }
        }
        assertEquals(10, ratio(Enzyme.CYP3A, 0.9, 1), 1e-9, "1/(1 - 0.9)");
        assertEquals(1, ratio(Enzyme.CYP3A, 0.9, 0), 1e-12);
    }

    private static double ratio(Enzyme enzyme, double share, double inhibition) {
        Constant contribution = Constant.ofClass(Interval.exactly(share), "ohno2007");
        Constant change = Constant.ofClass(Interval.exactly(inhibition), "ohno2007");
        return PairModel.ofConstants(List.of(new PairModel.Effect(enzyme, true, contribution, change))).median();
    }

    /** By hand: 90 % inhibition is odds of 9; half the dose leaves 4.5, so 4.5/5.5; complete inhibition stays complete; an unknown dose changes nothing. */
    @Test
    void inhibitionFollowsTheDoseThroughItsOdds() {
        Constant inhibition = Constant.ratio(new Interval(0.8, 0.9, 1), OptionalDouble.of(1000), List.of());
        Constant half = inhibition.atDose(OptionalDouble.of(500));
        assertEquals(4.5 / 5.5, half.value().median(), 1e-12);
        assertEquals(2 / 3.0, half.value().low(), 1e-12);
        assertEquals(1, half.value().high());
        assertEquals(inhibition, inhibition.atDose(OptionalDouble.empty()));
        double full = median("clarithromycin", "triazolam", OptionalDouble.of(1000));
        assertEquals(full, median("clarithromycin", "triazolam", OptionalDouble.empty()), 1e-12);
        assertTrue(median("clarithromycin", "triazolam", OptionalDouble.of(500)) < full && median("clarithromycin", "triazolam", OptionalDouble.of(2000)) > full);
    }

    private static double median(String precipitant, String victim, OptionalDouble dose) {
        return assertInstanceOf(PairModel.Computed.class, MODEL.predict(precipitant, victim, dose)).ratio().median();
    }

    /** By hand: 1/(1 + 0.8 * 0.8 * 10). */
    @Test
    void inducersActByTheSquareOfTheShare() {
        Constant share = Constant.ofClass(Interval.exactly(0.8), "ohno2007");
        Constant rise = Constant.ofClass(Interval.exactly(10), "ohno2007");
        assertEquals(1 / 7.4, PairModel.ofConstants(List.of(new PairModel.Effect(Enzyme.CYP3A, false, share, rise))).median(), 1e-12);
    }

    static Stream<String> recalled() {
        return Stream.of("telithromycin", "voriconazole", "clarithromycin", "erythromycin", "diltiazem", "fluconazole", "verapamil");
    }

    /** Our inhibition ratios, derived anew, lie near those that others published; theirs are only recalled, so the band is wide. */
    @ParameterizedTest
    @MethodSource("recalled")
    void inhibitionRatiosLieNearTheRecalledOnes(String medicine) {
        double ours = CONSTANTS.inhibition(Enzyme.CYP3A, medicine).orElseThrow().value().median();
        double theirs = ketum.kratom.data.Tables.interactions().table("interaction-constants").value(medicine, "inhibition_cyp3a");
        assertEquals(theirs, ours, 0.12);
    }

    @Test
    void paroxetineRaisesMetoprololAndSaysWhy() {
        PairModel.Computed computed = assertInstanceOf(PairModel.Computed.class, MODEL.predict("paroxetine", "metoprolol"));
        assertTrue(computed.ratio().holds(3.96), computed.ratio().toString());
        assertEquals(List.of(Enzyme.CYP2D6), computed.effects().stream().map(PairModel.Effect::enzyme).toList());
        assertTrue(computed.fromOwnRatios());
    }

    @Test
    void whatIsMissingIsNamed() {
        PairModel.Missing missing = assertInstanceOf(PairModel.Missing.class, MODEL.predict("ketoconazole", "codeine"));
        assertEquals(List.of("the share of codeine that CYP3A clears"), missing.what());
        assertEquals(2, assertInstanceOf(PairModel.Missing.class, MODEL.predict("lithium", "lithium")).what().size());
    }

    /** Numbers that were only recalled give no result: codeine and fentanyl have recalled shares, and none computes. */
    @Test
    void recalledConstantsAreNotUsed() {
        assertInstanceOf(PairModel.Missing.class, MODEL.predict("ketoconazole", "fentanyl"));
        assertInstanceOf(PairModel.Missing.class, MODEL.predict("ketoconazole", "zolpidem"));
    }
}

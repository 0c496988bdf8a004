package ketum.kratom.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The estimate is the most probable one, and finds what ratios were made from. */
class ConstantsFitTest {

    private static final Spread SPREAD = new Spread(0.3, 0.5);

    private record Flat(double mean, double sd) implements ConstantsFit.Expectations {
        @Override
        public ConstantsFit.Expected share(Enzyme enzyme, String victim) {
            return new ConstantsFit.Expected(mean, sd);
        }

        @Override
        public ConstantsFit.Expected inhibition(Enzyme enzyme, String precipitant) {
            return new ConstantsFit.Expected(mean, sd);
        }

        @Override
        public ConstantsFit.Expected induction(Enzyme enzyme, String precipitant) {
            return new ConstantsFit.Expected(mean, sd);
        }
    }

    private static ObservedRatio ratio(String precipitant, String victim, double ratio, OptionalDouble dose) {
        return new ObservedRatio(precipitant, victim, "s", ratio, dose, ObservedRatio.all().getFirst().row());
    }

    /** Oracle: ratios computed here from known constants; with hardly any expectation the fit must return them, also the dose of an inhibitor. */
    @Test
    void constantsThatRatiosWereMadeFromAreFound() {
        Map<String, Double> shares = Map.of("midazolam", 0.93, "simvastatin", 0.97, "alprazolam", 0.7, "quinidine", 0.5);
        Map<String, Double> inhibitors = Map.of("itraconazole", 0.95, "diltiazem", 0.75, "cimetidine", 0.4);
        double rise = 9;
        List<ObservedRatio> ratios = new ArrayList<>();
        shares.forEach((victim, share) -> {
            inhibitors.forEach((inhibitor, taken) -> ratios.add(ratio(inhibitor, victim, 1 / (1 - share * taken), OptionalDouble.of(200))));
            ratios.add(ratio("rifampin", victim, 1 / (1 + share * share * rise), OptionalDouble.empty()));
        });
        double half = 0.5 * 0.75 / (0.25 + 0.5 * 0.75);
        ratios.add(ratio("diltiazem", "midazolam", 1 / (1 - 0.93 * half), OptionalDouble.of(100)));
        ConstantsFit fit = new ConstantsFit(ratios, SPREAD, new Flat(1, 1000));
        shares.forEach((victim, share) -> assertEquals(share, fit.shares(Enzyme.CYP3A).get(victim).value().median(), 0.002, victim));
        inhibitors.forEach((inhibitor, taken) -> assertEquals(taken, fit.inhibitions(Enzyme.CYP3A).get(inhibitor).value().median(), 0.002, inhibitor));
        assertEquals(rise, fit.inductions(Enzyme.CYP3A).get("rifampin").value().median(), 0.05);
        assertEquals(200, fit.inhibitions(Enzyme.CYP3A).get("diltiazem").dose().orElseThrow());
    }

    /** Oracle: the highest point of the probability on a fine grid of both constants, computed here. One ratio lies far off, so the tails count. */
    @Test
    void theEstimateIsTheMostProbableOne() {
        double[] seen = {3.0, 3.5, 12};
        List<ObservedRatio> ratios = new ArrayList<>();
        for (double each : seen) {
            ratios.add(ratio("diltiazem", "midazolam", each, OptionalDouble.empty()));
        }
        ConstantsFit fit = new ConstantsFit(ratios, SPREAD, new Flat(1, 0.8));
        double best = Double.POSITIVE_INFINITY;
        double share = 0;
        double taken = 0;
        DoubleUnaryOperator logistic = x -> 1 / (1 + StrictMath.exp(-x));
        for (double s = 0; s < 4; s += 0.004) {
            for (double t = 0; t < 4; t += 0.004) {
                double badness = 0.5 * ((s - 1) * (s - 1) + (t - 1) * (t - 1)) / 0.64;
                for (double each : seen) {
                    double off = (StrictMath.log(each) + StrictMath.log1p(-logistic.applyAsDouble(s) * logistic.applyAsDouble(t))) / 0.3;
                    badness += 2.5 * StrictMath.log1p(off * off / 4);
                }
                if (badness < best) {
                    best = badness;
                    share = logistic.applyAsDouble(s);
                    taken = logistic.applyAsDouble(t);
                }
            }
        }
        assertEquals(share, fit.shares(Enzyme.CYP3A).get("midazolam").value().median(), 0.002);
        assertEquals(taken, fit.inhibitions(Enzyme.CYP3A).get("diltiazem").value().median(), 0.002);
    }

    @Test
    void moreStudiesMakeAnIntervalNarrower() {
        List<ObservedRatio> few = List.of(ratio("diltiazem", "midazolam", 3.5, OptionalDouble.empty()));
        List<ObservedRatio> many = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            many.add(few.getFirst());
        }
        Interval wide = new ConstantsFit(few, SPREAD, new Flat(1, 1)).shares(Enzyme.CYP3A).get("midazolam").value();
        Interval narrow = new ConstantsFit(many, SPREAD, new Flat(1, 1)).shares(Enzyme.CYP3A).get("midazolam").value();
        assertTrue(narrow.high() - narrow.low() < wide.high() - wide.low(), wide + " against " + narrow);
    }
}

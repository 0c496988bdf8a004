package ketum.care;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ketum.care.Assessment.Bands;
import ketum.care.Assessment.Interval;
import ketum.care.Assessment.Quantity;
import ketum.care.Assessment.Series;
import ketum.kratom.Alkaloid;
import ketum.kratom.twin.Accuracy;
import ketum.kratom.twin.Spread;
import ketum.kratom.twin.Twins;
import org.junit.jupiter.api.Test;

/** Twin i is person i under science draw i; holding one layer still takes away its own spread and nothing else. */
class TwoSpreadsTest {

    private static final int TWINS = 30;
    private static final Case INPUT = Cases.daily(8).get();
    private static final Cohorts COHORTS = Cohorts.draw(INPUT.person(), List.of(),
            INPUT.products().stream().map(p -> new Twins.Counted(p.product(), p.use().unit())).toList(), TWINS, 5, 2, Accuracy.STANDARD);
    private static final Assessment ASSESSMENT = Assess.run(INPUT, "test", TWINS, 5, 2);

    /** What science alone decides: the receptor, the signal and the links, in none of which people differ. */
    private static final List<String> SCIENCE_ONLY = List.of("K_MG", "K_OH", "K_SC", "tau_MG", "tau_OH", "tau_SC", "fu_MG", "fu_OH", "fu_SC", "k_in", "k_out", "reserve",
            "k_fast", "fast_share", "kappa", "steepness", "cows_shift", "phi");

    private static double[] of(String parameter, Spread spread) {
        int first = COHORTS.first(spread);
        return Arrays.copyOfRange(COHORTS.parameter(parameter), first, first + COHORTS.count(spread));
    }

    private static double[] content(Spread spread) {
        int first = COHORTS.first(spread);
        return java.util.stream.IntStream.range(first, first + TWINS).mapToDouble(subject -> COHORTS.milligramsPerUnit(subject, 0, Alkaloid.MITRAGYNINE)).toArray();
    }

    private static long different(double[] values) {
        return Arrays.stream(values).distinct().count();
    }

    @Test
    void twinIHasPersonIAndScienceDrawI() {
        assertArrayEquals(content(Spread.PEOPLE), content(Spread.BOTH));
        for (String parameter : SCIENCE_ONLY) {
            assertArrayEquals(of(parameter, Spread.SCIENCE), of(parameter, Spread.BOTH), parameter);
        }
    }

    @Test
    void holdingScienceStillLeavesNoneOfItsSpreadAndHoldingPeopleStillNoneOfTheirs() {
        for (String parameter : SCIENCE_ONLY) {
            assertEquals(1, different(of(parameter, Spread.PEOPLE)), parameter);
            assertTrue(different(of(parameter, Spread.SCIENCE)) > 1, parameter);
        }
        assertEquals(1, different(content(Spread.SCIENCE)));
        assertEquals(TWINS, different(content(Spread.PEOPLE)));
        for (String parameter : List.of("F_MG", "ka_MG", "km_OH")) {
            assertEquals(TWINS, different(of(parameter, Spread.PEOPLE)), parameter);
        }
        assertEquals(1, different(of("F_MG", Spread.SCIENCE)), "bioavailability differs between people only");
    }

    @Test
    void whatIsInTheProductDiffersBetweenPeopleOnly() {
        Assessment.ProductFinding product = ((Assessment.Section.Present<Assessment.ProductFinding>) ASSESSMENT.product()).value();
        Quantity mitragynine = product.perDay().getFirst();
        assertEquals(mitragynine.both(), mitragynine.people());
        assertEquals(mitragynine.science().low(), mitragynine.science().high());
        assertTrue(mitragynine.people().high() > 1.5 * mitragynine.people().low());
        assertEquals(mitragynine.science().median() / 16, product.perDose().getFirst().science().median() / 4, 1e-12, "four doses of 4 g make a day of 16 g");
    }

    @Test
    void exposureOccupancyAndWithdrawalCarryBothSpreads() {
        for (String id : List.of("mitragynine.cmax", "cows.peak", "sows.peak", "share_OH", "tolerance_now")) {
            Quantity quantity = quantity(id);
            assertTrue(quantity.people().high() > quantity.people().low() * 1.02, id + " people " + quantity.people());
            assertTrue(quantity.science().high() > quantity.science().low() * 1.02, id + " science " + quantity.science());
        }
    }

    @Test
    void everyQuantityAndSeriesHoldsTheSameFieldsInAllThreeSpreads() {
        Map<String, Quantity> quantities = Walk.records(ASSESSMENT, Quantity.class);
        Map<String, Series> series = Walk.records(ASSESSMENT, Series.class);
        assertTrue(quantities.size() > 60 && series.size() > 25, quantities.size() + " quantities, " + series.size() + " series");
        quantities.forEach((path, quantity) -> List.of(quantity.both(), quantity.people(), quantity.science()).forEach(interval -> ordered(path, interval)));
        series.forEach((path, one) -> {
            List.of(one.both(), one.people(), one.science()).forEach(bands -> ordered(path, one.timeH().length, bands));
            assertEquals(24, one.sampled().size(), path);
            one.sampled().forEach(curve -> assertEquals(one.timeH().length, curve.length, path));
            for (int t = 1; t < one.timeH().length; t++) {
                assertTrue(one.timeH()[t] > one.timeH()[t - 1], path);
            }
        });
    }

    private static void ordered(String path, Interval interval) {
        boolean none = Double.isNaN(interval.low()) && Double.isNaN(interval.median()) && Double.isNaN(interval.high());
        assertTrue(none || interval.low() <= interval.median() && interval.median() <= interval.high(), path + " " + interval);
    }

    private static void ordered(String path, int length, Bands bands) {
        List<double[]> levels = List.of(bands.p05(), bands.p25(), bands.p50(), bands.p75(), bands.p95());
        for (int level = 0; level < levels.size(); level++) {
            assertEquals(length, levels.get(level).length, path);
            for (int t = 0; level > 0 && t < length; t++) {
                assertTrue(levels.get(level)[t] >= levels.get(level - 1)[t], path + " at " + t);
            }
        }
    }

    private static Quantity quantity(String id) {
        return Walk.records(ASSESSMENT, Quantity.class).values().stream().filter(quantity -> quantity.id().equals(id)).findFirst().orElseThrow();
    }
}

package ketum.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import ketum.care.Assessment.Interval;
import ketum.care.Assessment.Quantity;
import ketum.care.Assessment.ScaleForecast;
import ketum.care.Assessment.Section;
import ketum.care.Assessment.Series;
import ketum.care.Assessment.TaperFinding;
import ketum.care.Assessment.WithdrawalFinding;
import ketum.engine.population.Quantiles;
import ketum.kratom.Product;
import ketum.kratom.Use;
import org.junit.jupiter.api.Test;

class WithdrawalStepTest {

    private static final int TWINS = 240;
    /** 5 times 6 g a day for two months. */
    private static final Assessment HEAVY = Assess.run(Cases.daily(60).products(Cases.use(Product.Type.LEAF_POWDER, 6, Use.AmountUnit.GRAM,
            UseHistory.spread(5), Cases.DATE.minusDays(59))).get(), "test", TWINS, 3, 2);
    private static final Assessment ONE_DOSE = Assess.run(Cases.daily(1).products(Cases.use(Product.Type.LEAF_POWDER, 2, Use.AmountUnit.GRAM,
            List.of(LocalTime.of(9, 0)), Cases.DATE)).get(), "test", 24, 3, 2);

    private static WithdrawalFinding withdrawal(Assessment assessment) {
        return ((Section.Present<WithdrawalFinding>) assessment.withdrawalIfStopped()).value();
    }

    private static ScaleForecast scale(Assessment assessment, String name) {
        return withdrawal(assessment).scales().stream().filter(scale -> scale.scale().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void peakOnsetAndEndAreReadOffEachTwinsOwnCurve() {
        // All sampled twins, so their percentiles can be worked out again from their curves.
        Assessment few = Assess.run(Cases.daily(30).get(), "test", 24, 3, 2);
        ScaleForecast cows = scale(few, "COWS");
        List<double[]> curves = cows.series().sampled();
        double[] hours = cows.series().timeH();
        assertEquals(24, curves.size());
        double[] peaks = curves.stream().mapToDouble(curve -> Arrays.stream(curve).max().orElseThrow()).toArray();
        assertEquals(Quantiles.of(peaks).at(0.5), cows.peak().both().median());
        assertEquals(Quantiles.of(peaks).at(0.95), cows.peak().both().high());
        double[] first = curves.stream().mapToDouble(curve -> IntStream.range(0, hours.length).filter(t -> curve[t] >= 5).mapToDouble(t -> hours[t]).findFirst().orElse(Double.NaN)).toArray();
        assertEquals(Quantiles.of(first).at(0.5), cows.onsetH().both().median(), "nobody in stable use scores 5 while the last dose acts");
        double[] last = curves.stream().mapToDouble(curve -> IntStream.range(0, hours.length).filter(t -> curve[t] >= 5).mapToDouble(t -> hours[t]).max().orElse(Double.NaN)).toArray();
        assertEquals(Quantiles.of(last).at(0.5), cows.endH().both().median());
        assertTrue(cows.onsetH().both().median() < cows.peakH().both().median() && cows.peakH().both().median() < cows.endH().both().median());
    }

    @Test
    void whereHardlyAnyoneReachesTheThresholdThereIsNoOnsetAndNoEnd() {
        ScaleForecast cows = scale(ONE_DOSE, "COWS");
        assertTrue(cows.peak().both().high() < 1, "a single dose scores below 1: " + cows.peak().both());
        for (Quantity quantity : List.of(cows.onsetH(), cows.endH())) {
            for (Interval interval : List.of(quantity.both(), quantity.people(), quantity.science())) {
                assertTrue(Double.isNaN(interval.low()) && Double.isNaN(interval.median()) && Double.isNaN(interval.high()), quantity.id() + interval);
            }
        }
        Interval none = cows.shareOf100().get("none").orElseThrow();
        assertEquals(new Interval(100, 100, 100), new Interval(Math.rint(none.low()), Math.rint(none.median()), Math.rint(none.high())));
    }

    @Test
    void sharesAreOfHundredPeopleInTheOrderOfSeverity() {
        Map<String, Optional<Interval>> shares = scale(HEAVY, "COWS").shareOf100();
        assertEquals(List.of("none", "mild", "moderate", "moderately_severe", "severe"), List.copyOf(shares.keySet()));
        for (Optional<Interval> share : shares.values()) {
            Interval interval = share.orElseThrow();
            assertTrue(interval.low() >= 0 && interval.low() <= interval.median() && interval.high() <= 100 + 1e-9, interval.toString());
        }
    }

    /** Bands of SOWS are in use, but no source for them was found: what nobody confirmed is not shown as fact. */
    @Test
    void aScaleWithoutConfirmedBandsHasNoShares() {
        assertEquals(List.of(0.0, 5.0, 13.0, 25.0, 37.0), PeakShares.Scale.COWS.lowest());
        assertEquals(List.of(), PeakShares.Scale.SOWS.lowest());
        assertEquals(Map.of(), scale(HEAVY, "SOWS").shareOf100());
    }

    @Test
    void theMeanShareOverScienceIsTheShareAmongTwinsWithBothSpreads() {
        int twins = 800; // 160 people and 160 science draws alone
        Case input = Cases.daily(60).products(Cases.use(Product.Type.LEAF_POWDER, 6, Use.AmountUnit.GRAM, UseHistory.spread(5), Cases.DATE.minusDays(59))).get();
        Cohorts cohorts = Cohorts.draw(input.person(), List.of(), input.products().stream().map(p -> new ketum.kratom.twin.Twins.Counted(p.product(), p.use().unit())).toList(),
                twins, 3, 2, ketum.kratom.twin.Accuracy.STANDARD);
        SharedSimulators simulators = SharedSimulators.of(cohorts);
        UseHistory history = UseHistory.of(input);
        WithdrawalStep step = new WithdrawalStep(cohorts, simulators, history, new SignalStep(cohorts, simulators, history).morning());
        for (PeakShares.Scale scale : PeakShares.Scale.values()) {
            // cuts of this test, so that the method is held on both scales
            PeakShares shares = new PeakShares(cohorts, step.peaks("opponent"), scale, List.of(0.0, 5.0, 13.0, 25.0, 37.0));
            double[] mean = shares.means();
            double[] direct = new double[mean.length];
            double[] peaks = step.peaks(scale.id());
            for (int twin = 0; twin < twins; twin++) {
                direct[shares.category(peaks[twin])] += 100.0 / twins;
            }
            assertEquals(100, Arrays.stream(mean).sum(), 1e-6);
            for (int category = 0; category < mean.length; category++) {
                // 160 people give a share of a third to about 4 of 100 (one standard error).
                assertEquals(direct[category], mean[category], 7, scale + " category " + category + " " + Arrays.toString(direct) + " " + Arrays.toString(mean));
            }
        }
    }

    @Test
    void aCategoryThatThisUseDoesNotReachIsZero() {
        assertTrue(scale(HEAVY, "COWS").shareOf100().values().stream().allMatch(Optional::isPresent));
        assertEquals(0, scale(ONE_DOSE, "COWS").shareOf100().get("moderate").orElseThrow().high());
    }

    @Test
    void bandsStayOnTheirScalesAndTheForecastRunsThirtyDays() {
        for (ScaleForecast scale : withdrawal(HEAVY).scales()) {
            assertTrue(Arrays.stream(scale.series().both().p95()).allMatch(score -> score >= 0 && score <= scale.maximum()));
            assertEquals(0, scale.series().timeH()[0]);
            assertEquals(720, scale.series().timeH()[scale.series().timeH().length - 1]);
        }
        for (Series domain : withdrawal(HEAVY).domains()) {
            assertTrue(Arrays.stream(domain.both().p95()).allMatch(points -> points >= 0 && points <= 100), domain.id());
        }
        assertEquals(List.of("anxiety", "irritability", "ache", "sleep", "gut", "autonomic"), withdrawal(HEAVY).domains().stream().map(Series::id).toList());
    }

    @Test
    void eachRivalExplanationHasItsOwnForecast() {
        assertEquals(List.of("slow_offset", "speciociliatine", "rate_of_fall"), withdrawal(HEAVY).links().stream().map(Assessment.LinkForecast::id).toList());
        assertEquals(3, withdrawal(HEAVY).links().stream().map(link -> link.peak().median()).distinct().count());
    }

    @Test
    void stoppingNowAsATaperIsTheSameAsTheForecastOfStopping() {
        TaperFinding tapers = ((Section.Present<TaperFinding>) HEAVY.tapers()).value();
        Interval stop = tapers.options().getFirst().peak().both();
        Interval forecast = scale(HEAVY, "COWS").peak().both();
        // Looked at every three hours instead of every hour; a peak is broad.
        assertEquals(forecast.median(), stop.median(), 0.03 * forecast.median());
        assertEquals(forecast.high(), stop.high(), 0.03 * forecast.high());
    }

    @Test
    void everyTaperIsMilderThanStoppingNow() {
        TaperFinding tapers = ((Section.Present<TaperFinding>) HEAVY.tapers()).value();
        double stop = tapers.options().getFirst().peak().both().median();
        tapers.options().stream().skip(1).forEach(taper -> {
            assertTrue(taper.peak().both().median() < stop, taper.id() + " " + taper.peak().both());
            assertEquals(taper.days() + 21, taper.dailyWorst().timeH().length, taper.id());
        });
        assertFalse(tapers.forClinician());
    }
}

package ketum.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ketum.care.Assessment.Section;
import ketum.care.Assessment.Stage;
import ketum.care.Assessment.Taper;
import ketum.care.Assessment.TaperFinding;
import ketum.care.Case.OtherUse;
import ketum.care.Case.Substance;
import ketum.kratom.Person.Pregnancy;
import ketum.kratom.Product.Type;
import ketum.kratom.Use.AmountUnit;
import ketum.kratom.twin.Spread;
import ketum.kratom.twin.Twins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssessTest {

    private static final Cases PLAIN = Cases.daily(6);

    private static Assessment run(Cases cases) {
        return Assess.run(cases.get(), "test", 20, 3, 2);
    }

    static Stream<Cases> outside() {
        return Stream.of(PLAIN.person(30, Pregnancy.PREGNANT), PLAIN.medicines("methadone"),
                PLAIN.other(new OtherUse(Substance.ALCOHOL, true, Optional.empty())));
    }

    @ParameterizedTest
    @MethodSource("outside")
    void outsideTheModelStoppingIsWithheldWithItsReasonAndTheRestIsShown(Cases cases) {
        Assessment assessment = run(cases);
        for (Section<?> section : List.of(assessment.withdrawalIfStopped(), assessment.tapers(), assessment.now())) {
            Section.Withheld<?> withheld = assertInstanceOf(Section.Withheld.class, section);
            assertTrue(withheld.reason().contains("on your own"), withheld.reason());
            assertFalse(withheld.sources().isEmpty());
        }
        for (Section<?> section : List.of(assessment.product(), assessment.exposure(), assessment.receptors(), assessment.effects(), assessment.dependence())) {
            assertInstanceOf(Section.Present.class, section);
        }
        assertTrue(assessment.limits().unknowns().isEmpty(), "an unknown that moves a peak which is not shown");
    }

    @Test
    void a7OHTabletHasNoExposureAndNothingThatRestsOnOne() {
        Assessment assessment = run(PLAIN.products(Cases.use(Type.SEVEN_HYDROXY_TABLET, 1, AmountUnit.TABLET, Cases.FOUR_TIMES, Cases.DATE.minusDays(5))));
        Section.Insufficient<?> exposure = assertInstanceOf(Section.Insufficient.class, assessment.exposure());
        assertTrue(exposure.reason().contains("7-hydroxymitragynine"));
        for (Section<?> section : List.of(assessment.receptors(), assessment.effects(), assessment.dependence())) {
            assertInstanceOf(Section.Insufficient.class, section);
        }
        assertInstanceOf(Section.Withheld.class, assessment.withdrawalIfStopped());
        assertInstanceOf(Section.Present.class, assessment.product());
    }

    @Test
    void withAClinicianCurvesAreShownAndSchedulesMarked() {
        Assessment assessment = run(PLAIN.products(Cases.use(Type.EXTRACT, 1, AmountUnit.GRAM, Cases.FOUR_TIMES, Cases.DATE.minusDays(5))));
        assertTrue(((Section.Present<TaperFinding>) assessment.tapers()).value().forClinician());
        assertTrue(((Section.Present<Assessment.WithdrawalFinding>) assessment.withdrawalIfStopped()).value().forClinician());
    }

    @Test
    void severalProductsAreReducedTogetherInPercent() {
        Assessment assessment = run(PLAIN.products(Cases.use(Type.LEAF_POWDER, 4, AmountUnit.GRAM, Cases.FOUR_TIMES, Cases.DATE.minusDays(5)),
                Cases.use(Type.SHOT, 1, AmountUnit.BOTTLE, List.of(LocalTime.of(21, 0)), Cases.DATE.minusDays(5))));
        for (Taper taper : ((Section.Present<TaperFinding>) assessment.tapers()).value().options()) {
            assertEquals("% of the present amount", taper.amountUnit());
            double before = 100;
            for (Stage stage : taper.stages()) {
                assertTrue(stage.perDose() <= before && stage.perDay() == 1, taper.id() + " " + stage);
                before = stage.perDose();
            }
        }
    }

    @Test
    void everySourceNamedAnywhereIsListedOnceAndNoOther() {
        Assessment assessment = run(PLAIN.medicines("sertraline", "?unknown"));
        List<String> listed = assessment.sources().stream().map(Assessment.Source::key).toList();
        assertEquals(listed.size(), Set.copyOf(listed).size());
        Set<String> named = Stream.of(Walk.records(assessment, Assessment.Grade.class).values().stream().flatMap(grade -> grade.sources().stream()),
                assessment.urgent().stream().flatMap(urgent -> urgent.sources().stream()), assessment.notices().stream().flatMap(notice -> notice.sources().stream()),
                assessment.options().stream().flatMap(option -> option.sources().stream()), assessment.claims().stream().flatMap(claim -> claim.sources().stream()),
                assessment.help().stream().map(Assessment.HelpLine::source), Stream.of(assessment.now()).map(section -> (Section.Insufficient<?>) section).flatMap(section -> section.sources().stream()))
                .flatMap(keys -> keys).collect(Collectors.toSet());
        assertEquals(named, Set.copyOf(listed));
        assessment.sources().forEach(source -> assertFalse(source.citation().isBlank(), source.key()));
    }

    @Test
    void limitsNameThreeUnknownsWithTheStudyThatWouldSettleEach() {
        List<Assessment.Unknown> unknowns = run(PLAIN).limits().unknowns();
        assertEquals(3, unknowns.size());
        for (int i = 0; i < 3; i++) {
            assertTrue(unknowns.get(i).studyThatWouldSettleIt().length() > 20);
            assertTrue(Math.abs(unknowns.get(i).rankCorrelation()) <= 1);
            assertTrue(i == 0 || Math.abs(unknowns.get(i).rankCorrelation()) <= Math.abs(unknowns.get(i - 1).rankCorrelation()));
        }
    }

    @Test
    void everyUnknownOfTheTwinsHasAStudyThatWouldSettleIt() {
        Case input = PLAIN.get();
        Twins twins = Twins.draw(i -> input.person(), i -> List.of(), List.of(new Twins.Counted(input.products().getFirst().product(), AmountUnit.GRAM)), Spread.SCIENCE, 20, 1);
        assertTrue(twins.unknowns().size() >= 10);
        twins.unknowns().keySet().forEach(label -> assertTrue(LimitsStep.study(label).length() > 20, label));
    }

    @Test
    void personFactorsAreAppliedOnlyWhereTheyHold() {
        List<Assessment.PersonFactor> none = PersonFactors.of(Cases.daily(30).products(Cases.use(Type.LEAF_POWDER, 4, AmountUnit.GRAM, UseHistory.spread(3), Cases.DATE.minusDays(30))).get());
        assertTrue(none.stream().noneMatch(Assessment.PersonFactor::applied));
        List<Assessment.PersonFactor> all = PersonFactors.of(Cases.daily(8 * 366).conditions(Case.Condition.SUBSTANCE_USE_DISORDER).get());
        assertTrue(all.stream().allMatch(Assessment.PersonFactor::applied));
        all.forEach(factor -> assertTrue(factor.multiplier() > 0 && factor.multiplier() < 1, "worse: " + factor));
    }

    @Test
    void runSaysHowItWasComputed() {
        Assessment.Run run = run(Cases.daily(400).lastDose(Cases.DATE.atTime(7, 0))).run();
        assertEquals(20, run.twins());
        assertEquals(3, run.seed());
        assertEquals(180, run.simulatedHistoryDays());
        assertEquals(0, run.failedTwins());
    }

    @Test
    void aSingleDoseIsNotTapered() {
        Assessment once = Assess.run(Cases.daily(1).get(), "test", 20, 1, 2);
        assertInstanceOf(Section.Present.class, once.exposure());
        assertInstanceOf(Section.Insufficient.class, once.tapers());
    }
}

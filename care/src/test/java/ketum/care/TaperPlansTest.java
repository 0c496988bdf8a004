package ketum.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import ketum.care.Assessment.Stage;
import ketum.kratom.Product;
import ketum.kratom.Use;
import ketum.kratom.Use.AmountUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TaperPlansTest {

    private static final double ROUNDING = 1e-9;

    static Stream<Arguments> uses() {
        return Stream.of(Arguments.of(4, AmountUnit.GRAM, 4), Arguments.of(2.4, AmountUnit.GRAM, 3), Arguments.of(0.1, AmountUnit.GRAM, 2),
                Arguments.of(8, AmountUnit.GRAM, 12), Arguments.of(1, AmountUnit.CAPSULE, 1), Arguments.of(1, AmountUnit.CAPSULE, 4),
                Arguments.of(2, AmountUnit.CAPSULE, 3), Arguments.of(5, AmountUnit.CAPSULE, 6), Arguments.of(0.5, AmountUnit.TEASPOON, 2),
                Arguments.of(0.5, AmountUnit.MILLILITRE, 3), Arguments.of(120, AmountUnit.MILLILITRE, 3), Arguments.of(0.2, AmountUnit.BOTTLE, 2), Arguments.of(1, AmountUnit.BOTTLE, 24));
    }

    private static Use use(double amount, AmountUnit unit, int perDay) {
        return Cases.use(Product.Type.LEAF_POWDER, amount, unit, UseHistory.spread(perDay), LocalDate.of(2026, 1, 1)).use();
    }

    @ParameterizedTest
    @MethodSource("uses")
    void noStageEverExceedsThePresentDoseTheDosesADayOrTheStageBefore(double amount, AmountUnit unit, int perDay) {
        Use use = use(amount, unit, perDay);
        double grain = Math.min(TaperStep.grain(use), amount);
        for (TaperPlans.Plan plan : TaperPlans.all(0.4)) {
            double before = amount * perDay;
            List<Stage> stages = TaperPlans.stages(plan, amount, perDay, TaperStep.grain(use));
            for (Stage stage : stages) {
                assertTrue(stage.perDose() <= amount + ROUNDING, plan.id() + " " + stage);
                assertTrue(stage.perDay() <= perDay, plan.id() + " " + stage);
                assertTrue(stage.perDose() * stage.perDay() <= before + ROUNDING, plan.id() + " " + stage);
                double grains = stage.perDose() / grain;
                assertEquals(Math.rint(grains), grains, 1e-6, plan.id() + " " + stage + " cannot be measured out");
                before = stage.perDose() * stage.perDay();
            }
            assertEquals(0, stages.getLast().perDose(), plan.id());
            assertEquals(7 * plan.fractions().size(), stages.getLast().startDay());
        }
    }

    @ParameterizedTest
    @MethodSource("uses")
    void stagesFollowThePlanAsNearAsWholeGrainsAllow(double amount, AmountUnit unit, int perDay) {
        Use use = use(amount, unit, perDay);
        double grain = Math.min(TaperStep.grain(use), amount);
        for (TaperPlans.Plan plan : TaperPlans.all(0.4)) {
            List<Stage> stages = TaperPlans.stages(plan, amount, perDay, TaperStep.grain(use));
            for (int week = 0; week < plan.fractions().size(); week++) {
                double planned = plan.fractions().get(week) * amount * perDay;
                double daily = stages.get(week).perDose() * stages.get(week).perDay();
                // One grain more or less in every dose is the most that equal doses can be off.
                assertTrue(Math.abs(daily - planned) <= grain * perDay + ROUNDING, plan.id() + " week " + week + ": " + daily + " for " + planned);
            }
        }
    }

    @Test
    void thePlansAreWhatTheirNamesSay() {
        List<TaperPlans.Plan> plans = TaperPlans.all(0.5);
        assertEquals(List.of("stop_now", "linear_10_start", "exponential_10_current", "equal_occupancy"), plans.stream().map(TaperPlans.Plan::id).toList());
        assertEquals(List.of(), plans.get(0).fractions());
        assertEquals(0.9, plans.get(1).fractions().getFirst(), ROUNDING);
        assertEquals(0.1, plans.get(1).fractions().getLast(), ROUNDING);
        List<Double> exponential = plans.get(2).fractions();
        for (int week = 1; week + 1 < exponential.size(); week++) {
            assertEquals(0.9, exponential.get(week) / exponential.get(week - 1), ROUNDING);
        }
        assertEquals(0.1, exponential.getLast());
        List<Double> equal = plans.get(3).fractions();
        double before = 1;
        double step = Double.NaN;
        for (double fraction : equal) {
            double fall = 0.5 * before / (1 + 0.5 * before) - 0.5 * fraction / (1 + 0.5 * fraction);
            assertTrue(Double.isNaN(step) || Math.abs(fall - step) < ROUNDING, "unequal steps of activation");
            step = fall;
            before = fraction;
        }
        assertEquals(0.1, before, ROUNDING);
    }

    @Test
    void fourGramsFourTimesADayIsReducedInQuarterGrams() {
        List<Stage> stages = TaperPlans.stages(TaperPlans.all(0.4).get(1), 4, 4, 0.25);
        assertEquals(List.of(3.5, 3.25, 2.75, 2.5, 2.0, 1.5, 1.25, 0.75, 0.5, 0.0), stages.stream().map(Stage::perDose).toList());
        assertTrue(stages.stream().allMatch(stage -> stage.perDay() == 4), stages.toString());
    }

    @Test
    void aLastDigitOfTheReserveChangesNoStage() {
        List<Stage> stages = TaperPlans.stages(TaperPlans.all(0.4).get(3), 4, 4, 0.25);
        for (double reserve : new double[] {0.4 - 1e-12, 0.4 + 1e-12, 0.401, 0.399}) {
            assertEquals(stages, TaperPlans.stages(TaperPlans.all(reserve).get(3), 4, 4, 0.25));
        }
    }

    @Test
    void fewerDosesADayAreSomeOfThePresentTimes() {
        assertEquals(List.of(LocalTime.of(7, 0), LocalTime.of(17, 0), LocalTime.of(22, 0)), TaperStep.evenly(Cases.FOUR_TIMES, 3));
        assertEquals(List.of(LocalTime.of(7, 0), LocalTime.of(22, 0)), TaperStep.evenly(Cases.FOUR_TIMES, 2));
        assertEquals(List.of(LocalTime.of(7, 0)), TaperStep.evenly(Cases.FOUR_TIMES, 1));
        assertEquals(Cases.FOUR_TIMES, TaperStep.evenly(Cases.FOUR_TIMES, 4));
    }
}

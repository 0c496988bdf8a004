package ketum.engine;

import static ketum.engine.Models.negative;
import static ketum.engine.Models.product;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ketum.engine.model.Model;
import org.junit.jupiter.api.Test;

/** Oracle: the closed form of one and two compartments with first-order absorption, added up over doses. */
class DosingTest {

    private static final double[] HOURS = IntStream.rangeClosed(0, 97).mapToDouble(i -> i * 0.75).toArray();
    private static final Options EXACT = Options.of(1e-11, 1e-12);

    @Test
    void oneCompartmentFollowsTheClosedForm() {
        Model model = new Models().parameter("ka", 0.9).parameter("ke", 0.12)
                .state("gut", 0, negative(product("ka", "gut")))
                .state("central", 0, Models.minus(product("ka", "gut"), product("ke", "central"))).build();
        double[] doseTimes = {0, 12, 12, 31.5};
        double[] amounts = {100, 40, 7, 80};
        DoseList doses = new DoseList(doseTimes, new int[4], amounts);
        Trajectories run = Simulator.compile(model, List.of("central"), EXACT)
                .run(new Cohort(1, 0, HOURS, Map.of(), Map.of(), subject -> doses));
        for (int i = 0; i < HOURS.length; i++) {
            double expected = 0;
            for (int d = 0; d < 4; d++) {
                double t = HOURS[i] - doseTimes[d];
                expected += t < 0 ? 0 : amounts[d] * 0.9 / (0.9 - 0.12) * (StrictMath.exp(-0.12 * t) - StrictMath.exp(-0.9 * t));
            }
            assertEquals(expected, run.value(0, 0, i), 1e-8, "at " + HOURS[i]);
        }
    }

    /** Amount in the central compartment at t after a unit dose. */
    private static double central(double ka, double k10, double k12, double k21, double t) {
        if (t < 0) {
            return 0;
        }
        double sum = k10 + k12 + k21;
        double root = StrictMath.sqrt(sum * sum - 4 * k10 * k21);
        double alpha = (sum + root) / 2;
        double beta = (sum - root) / 2;
        return ka * ((k21 - ka) / ((alpha - ka) * (beta - ka)) * StrictMath.exp(-ka * t)
                + (k21 - alpha) / ((ka - alpha) * (beta - alpha)) * StrictMath.exp(-alpha * t)
                + (k21 - beta) / ((ka - beta) * (alpha - beta)) * StrictMath.exp(-beta * t));
    }

    @Test
    void twoCompartmentsWithLagAndBioavailabilityFollowTheClosedForm() {
        Options options = new Options(1e-11, 1e-12, Map.of("gut", 1e-13), 1, Options.Lanes.AUTOMATIC,
                Map.of("gut", "lag"), Map.of("gut", "fraction"));
        Simulator simulator = Simulator.compile(Models.twoCompartmentsOral(), List.of("concentration"), options);
        double[] lag = {0, 0.35, 1.5};
        double[] fraction = {1, 0.6, 0.25};
        double[] ka = {1.3, 2.1, 0.4};
        double[] doseTimes = IntStream.range(0, 9).mapToDouble(i -> 8.0 * i).toArray();
        double[] amounts = new double[9];
        Arrays.fill(amounts, 50);
        Trajectories run = simulator.run(new Cohort(3, 0, HOURS, Map.of("lag", lag, "fraction", fraction, "ka", ka), Map.of(),
                subject -> new DoseList(doseTimes, new int[9], amounts)));
        for (int subject = 0; subject < 3; subject++) {
            for (int i = 0; i < HOURS.length; i++) {
                double expected = 0;
                for (double doseTime : doseTimes) {
                    expected += 50 * fraction[subject] / 40
                            * central(ka[subject], 0.25, 0.4, 0.15, HOURS[i] - doseTime - lag[subject]);
                }
                assertEquals(expected, run.value(0, subject, i), 1e-9, "subject " + subject + " at " + HOURS[i]);
            }
        }
    }

    @Test
    void lagsThatDifferByStatePutDosesInOrderOfTheirEntry() {
        Model model = new Models().parameter("late", 5).parameter("soon", 1)
                .state("a", 0, Models.number(0)).state("b", 0, Models.number(0)).build();
        Options options = new Options(1e-6, 1e-6, Map.of(), 1, Options.Lanes.AUTOMATIC, Map.of("a", "late", "b", "soon"), Map.of());
        DoseList doses = new DoseList(new double[] {1, 2}, new int[] {0, 1}, new double[] {10, 20});
        Trajectories run = Simulator.compile(model, List.of("a", "b"), options)
                .run(new Cohort(1, 0, new double[] {2.9, 3, 5.9, 6, 7}, Map.of(), Map.of(), subject -> doses));
        assertTrue(Arrays.equals(new double[] {0, 0, 0, 10, 10}, run.series(0, 0)));
        assertTrue(Arrays.equals(new double[] {0, 20, 20, 20, 20}, run.series(1, 0)));
    }

    @Test
    void anOutputAtADoseTimeIsTakenAfterTheDose() {
        Model model = new Models().state("x", 3, Models.number(0)).build();
        DoseList doses = new DoseList(new double[] {0, 4, 4, 10, 11}, new int[5], new double[] {1, 10, 100, 1000, 10000});
        Trajectories run = Simulator.compile(model, List.of("x"), EXACT)
                .run(new Cohort(1, 0, new double[] {0, 0, 2, 4, 4, 5, 10, 10}, Map.of(), Map.of(), subject -> doses));
        assertTrue(Arrays.equals(new double[] {4, 4, 4, 114, 114, 114, 1114, 1114}, run.series(0, 0)),
                Arrays.toString(run.series(0, 0)));
        assertEquals(1114, run.finalState("x")[0]);
    }

    @Test
    void aRunOfNoLengthGivesTheStartAfterItsDoses() {
        Trajectories run = Simulator.compile(Models.twoCompartmentsOral(), List.of("gut"), EXACT).run(new Cohort(20, 5,
                new double[] {5}, Map.of(), Map.of("gut", new double[20]), s -> new DoseList(new double[] {5}, new int[1], new double[] {s})));
        for (int subject = 0; subject < 20; subject++) {
            assertEquals(subject, run.value(0, subject, 0));
        }
    }

    /** Oracle: one run straight through. */
    @Test
    void aRunContinuedFromItsFinalStatesIsTheWholeRun() {
        Simulator simulator = Simulator.compile(Models.twoCompartmentsOral(), List.of("gut", "central", "peripheral"), EXACT);
        DoseList early = new DoseList(new double[] {0, 10}, new int[2], new double[] {100, 50});
        DoseList late = new DoseList(new double[] {20, 25}, new int[2], new double[] {30, 70});
        DoseList all = new DoseList(new double[] {0, 10, 20, 25}, new int[4], new double[] {100, 50, 30, 70});
        Trajectories whole = simulator.run(new Cohort(1, 0, new double[] {40}, Map.of(), Map.of(), s -> all));
        Trajectories first = simulator.run(new Cohort(1, 0, new double[] {20}, Map.of(), Map.of(), s -> early));
        Trajectories second = simulator.run(new Cohort(1, 20, new double[] {40}, Map.of(), Map.of("gut", first.finalState("gut"),
                "central", first.finalState("central"), "peripheral", first.finalState("peripheral")), s -> late));
        for (int output = 0; output < 3; output++) {
            assertEquals(whole.value(output, 0, 0), second.value(output, 0, 0), 1e-9);
        }
    }

    @Test
    void outputsMayBeParametersAndFunctionsOfTimeAlone() {
        Model model = new Models().parameter("p", 4).assign("ramp", Models.product("p", Models.time())).build();
        Trajectories run = Simulator.compile(model, List.of("p", "ramp"), EXACT)
                .run(new Cohort(2, 1, new double[] {1, 2.5, 7}, Map.of("p", new double[] {4, 5}), Map.of(), s -> DoseList.NONE));
        assertTrue(Arrays.equals(new double[] {5, 5, 5}, run.series(0, 1)));
        assertTrue(Arrays.equals(new double[] {5, 12.5, 35}, run.series(1, 1)));
    }

    /** Doses a rounding error apart must not leave a step size of a rounding error behind. */
    @Test
    void dosesNextToEachOtherCostFewSteps() {
        double[] doseTimes = {0, 10, Math.nextUp(10.0), 20, Math.nextUp(20.0), 30};
        Trajectories run = Simulator.compile(Models.twoCompartmentsOral(), List.of("central"), Options.of(1e-6, 1e-6))
                .run(new Cohort(1, 0, new double[] {40}, Map.of(), Map.of(), s -> new DoseList(doseTimes, new int[6], new double[] {9, 9, 9, 9, 9, 9})));
        double expected = 0;
        for (double doseTime : doseTimes) {
            expected += 9 * central(1.3, 0.25, 0.4, 0.15, 40 - doseTime);
        }
        assertEquals(expected, run.value(0, 0, 0), 1e-5);
        assertTrue(run.statistics().steps() < 150, "steps " + run.statistics().steps());
    }

    /** Oracle: the same initial value by hand. */
    @Test
    void initialValuesMayUseParametersAssignmentsAndOtherStates() {
        Model model = new Models().parameter("p", 3)
                .assign("twice", Models.product(2, "x"))
                .state("x", Models.product("p", "p"), Models.number(0))
                .state("y", Models.sum("twice", 1), Models.number(0)).build();
        Trajectories run = Simulator.compile(model, List.of("y"), EXACT)
                .run(new Cohort(2, 0, new double[] {0}, Map.of("p", new double[] {3, 5}), Map.of(), s -> DoseList.NONE));
        assertEquals(19, run.value(0, 0, 0));
        assertEquals(51, run.value(0, 1, 0));
        Model circle = new Models().state("a", Models.symbol("b"), Models.number(0)).state("b", Models.symbol("a"), Models.number(0)).build();
        assertThrows(IllegalArgumentException.class, () -> Simulator.compile(circle, List.of("a"), EXACT));
    }

    @Test
    void whatNoOutputDependsOnIsLeftOut() {
        Simulator simulator = Simulator.compile(Models.twoCompartmentsOral(), List.of("gut"), EXACT);
        assertEquals(List.of("gut"), simulator.states());
        assertEquals(-1, simulator.stateIndex("central"));
        assertThrows(IllegalArgumentException.class, () -> simulator.stateIndex("liver"));
        DoseList doses = new DoseList(new double[] {0, 0}, new int[] {-1, 0}, new double[] {5, 7});
        Trajectories run = simulator.run(new Cohort(1, 0, new double[] {1}, Map.of("volume", new double[] {3}), Map.of(), s -> doses));
        assertEquals(7 * StrictMath.exp(-1.3), run.value(0, 0, 0), 1e-9);
        assertThrows(IllegalArgumentException.class, () -> run.finalState("central"));
    }

    @Test
    void wrongInputIsRefusedWithTheReason() {
        Simulator simulator = Simulator.compile(Models.twoCompartmentsOral(), List.of("gut"),
                new Options(1e-6, 1e-6, Map.of(), 2, Options.Lanes.AUTOMATIC, Map.of("gut", "lag"), Map.of("gut", "fraction")));
        double[] time = {1, 2};
        assertRefused("before the start", simulator, new Cohort(1, 1, time, Map.of(), Map.of(), s -> dose(0.5)));
        assertRefused("comes after", simulator, new Cohort(1, 0, new double[] {2, 1}, Map.of(), Map.of(), s -> DoseList.NONE));
        assertRefused("comes after", simulator, new Cohort(1, 3, time, Map.of(), Map.of(), s -> DoseList.NONE));
        assertRefused("no output times", simulator, new Cohort(1, 0, new double[0], Map.of(), Map.of(), s -> DoseList.NONE));
        assertRefused("no parameter CL", simulator, new Cohort(1, 0, time, Map.of("CL", new double[1]), Map.of(), s -> DoseList.NONE));
        assertRefused("2 values for 1 subject", simulator, new Cohort(1, 0, time, Map.of("ka", new double[2]), Map.of(), s -> DoseList.NONE));
        assertRefused("no state liver", simulator, new Cohort(1, 0, time, Map.of(), Map.of("liver", new double[1]), s -> DoseList.NONE));
        assertRefused("lag -1.0", simulator, new Cohort(1, 0, time, Map.of("lag", new double[] {-1}), Map.of(), s -> dose(0)));
        assertRefused("bioavailability NaN", simulator, new Cohort(1, 0, time, Map.of("fraction", new double[] {Double.NaN}), Map.of(), s -> dose(0)));
        assertRefused("goes into state 1", simulator, new Cohort(50, 0, time, Map.of(), Map.of(),
                s -> new DoseList(new double[1], new int[] {s == 49 ? 1 : 0}, new double[1])));
        assertThrows(IllegalArgumentException.class, () -> Simulator.compile(Models.k8(), List.of("nothing"), EXACT));
        assertThrows(IllegalArgumentException.class, () -> Simulator.compile(Models.k8(), List.of("AC"), Options.of(0, 1e-6)));
    }

    private static DoseList dose(double time) {
        return new DoseList(new double[] {time}, new int[1], new double[] {1});
    }

    private static void assertRefused(String reason, Simulator simulator, Cohort cohort) {
        String message = assertThrows(IllegalArgumentException.class, () -> simulator.run(cohort)).getMessage();
        assertTrue(message.contains(reason), message);
    }
}

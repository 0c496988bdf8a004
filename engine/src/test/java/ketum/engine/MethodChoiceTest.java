package ketum.engine;

import static ketum.engine.Models.minus;
import static ketum.engine.Models.product;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ketum.engine.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which method carries a subject when it is chosen by itself. Oracle: the counts of the runs that were told which one to use. */
class MethodChoiceTest {

    private static final double[] WEEK = IntStream.rangeClosed(0, 168).mapToDouble(i -> i).toArray();

    /** K8 with ke0 times {@code factor}: 400 makes it the stiff variant K8-S. */
    static Cohort faster(int size, double[] times, double factor) {
        Cohort cohort = K8Test.cohort(size, times);
        Map<String, double[]> parameters = new HashMap<>(cohort.parameters());
        parameters.put("ke0", Arrays.stream(parameters.get("ke0")).map(k -> factor * k).toArray());
        return new Cohort(size, 0, times, parameters, Map.of(), cohort.doses());
    }

    private static Trajectories run(Cohort cohort, double tolerance, Options.Method method) {
        return Simulator.compile(Models.k8(), K8Test.STATES, Options.of(tolerance, 1e-8).withThreads(2).withMethod(method)).run(cohort);
    }

    /** What a run costs, in right-hand sides; a Jacobian with its factors and eight solutions costs about as much as eight of them. */
    private static double cost(Trajectories run) {
        return run.statistics().rightHandSides() + 8.0 * run.statistics().jacobians();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-4, 1e-6, 1e-8, 1e-10})
    void aModelThatIsNotStiffStaysExplicitHoweverOftenItIsDosed(double tolerance) {
        Trajectories run = run(K8Test.cohort(40, WEEK), tolerance, Options.Method.AUTOMATIC);
        assertEquals(0, run.statistics().stiffSwitches());
        assertEquals(0, run.statistics().jacobians());
        String note = run.statistics().notes().getFirst();
        assertTrue(note.startsWith("explicit method (Taylor series of order 1") && note.endsWith(" for all 40 subjects"), note);
        assertEquals(List.of("explicit method (Dormand-Prince 5(4)) for all 40 subjects"),
                run(K8Test.cohort(40, WEEK), tolerance, Options.Method.EXPLICIT).statistics().notes());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-6, 1e-8})
    void aStiffModelCostsHardlyMoreThanWhenTheStiffMethodIsAskedFor(double tolerance) {
        Cohort cohort = faster(40, WEEK, 400);
        Trajectories stiff = run(cohort, tolerance, Options.Method.STIFF);
        Trajectories automatic = run(cohort, tolerance, Options.Method.AUTOMATIC);
        Trajectories explicit = run(cohort, tolerance, Options.Method.EXPLICIT);
        assertEquals(40, automatic.statistics().stiffSwitches());
        assertTrue(cost(automatic) < 1.15 * cost(stiff), cost(automatic) + " and " + cost(stiff));
        assertTrue(cost(automatic) < 0.4 * cost(explicit), cost(automatic) + " and " + cost(explicit));
        assertEquals(explicit.value(5, 7, 100), automatic.value(5, 7, 100), 100 * tolerance * explicit.value(5, 7, 100));
        String note = automatic.statistics().notes().getFirst();
        assertTrue(note.startsWith("explicit method (Taylor series of order 1") && note.contains(") for 0 of 40 subjects; the others went over to the stiff method"), note);
        assertEquals(List.of("stiff method (Rosenbrock, Rodas5P) for all 40 subjects"), stiff.statistics().notes());
    }

    /** Between the two, where neither gains much: whatever is chosen, it must not cost much more than the better one. */
    @ParameterizedTest
    @ValueSource(doubles = {10, 20, 40, 60, 80, 100, 150})
    void nearTheBreakEvenPointTheChoiceLosesLittle(double factor) {
        Cohort cohort = faster(20, WEEK, factor);
        for (double tolerance : new double[] {1e-4, 1e-6}) {
            double best = Math.min(cost(run(cohort, tolerance, Options.Method.STIFF)), cost(run(cohort, tolerance, Options.Method.SERIES)));
            Trajectories run = run(cohort, tolerance, Options.Method.AUTOMATIC);
            assertTrue(cost(run) < 1.2 * best, "tolerance " + tolerance + ": " + cost(run) + " and " + best);
        }
    }

    /** Fast for a day, slow for a month: the subject goes back when the stiff method no longer pays. */
    @Test
    void whatStopsBeingStiffGoesBackToTheExplicitMethod() {
        Model model = new Models().parameter("fast", 5000).parameter("slow", 1)
                .state("y", 0, product("fast", minus("z", "y")))
                .state("z", 1, product("slow", "w"))
                .state("w", 0, product(-1, "slow", "z"))
                .build();
        Simulator simulator = Simulator.compile(model, List.of("y", "z"), Options.of(1e-6, 1e-9).withThreads(1));
        Timeline line = Timeline.from(0).set(24, simulator.parameterIndex("fast"), 0.5).record(24, 724).build();
        Trajectories run = simulator.run(new Protocol(3, Map.of(), Map.of(), subject -> line));
        var statistics = run.statistics();
        assertEquals(3, statistics.stiffSwitches());
        assertTrue(statistics.jacobians() > 200 && statistics.jacobians() < 0.3 * statistics.steps(), statistics.toString());
        assertEquals(StrictMath.cos(724), run.value(1, 0, 1), 1e-3);
    }

    @Test
    void theChoiceOfASubjectDoesNotDependOnThreadsNeighboursOrInstructions() {
        // from not stiff at all to very stiff, in one cohort
        Cohort cohort = K8Test.cohort(37, WEEK);
        Map<String, double[]> parameters = new HashMap<>(cohort.parameters());
        double[] ke0 = parameters.get("ke0");
        Arrays.setAll(ke0, i -> ke0[i] * StrictMath.pow(1.2, i));
        Cohort mixed = new Cohort(37, 0, WEEK, parameters, Map.of(), cohort.doses());
        Options options = Options.of(1e-6, 1e-8);
        Trajectories one = Simulator.compile(Models.k8(), K8Test.STATES, options.withThreads(1).withLanes(Options.Lanes.SCALAR)).run(mixed);
        for (int threads : new int[] {1, 2, 5}) {
            Trajectories other = Simulator.compile(Models.k8(), K8Test.STATES, options.withThreads(threads).withLanes(Options.Lanes.VECTOR)).run(mixed);
            assertEquals(TrajectoryBits.digest(one), TrajectoryBits.digest(other));
            assertEquals(one.statistics(), other.statistics());
        }
        assertTrue(one.statistics().stiffSwitches() > 5 && one.statistics().stiffSwitches() < 37, one.statistics().toString());
        for (int subject : new int[] {0, 18, 36}) {
            Map<String, double[]> own = new HashMap<>();
            parameters.forEach((id, values) -> own.put(id, new double[] {values[subject]}));
            Trajectories alone = Simulator.compile(Models.k8(), K8Test.STATES, options)
                    .run(new Cohort(1, 0, WEEK, own, Map.of(), s -> cohort.doses().apply(0)));
            for (int state = 0; state < 8; state++) {
                assertTrue(Arrays.equals(one.series(state, subject), alone.series(state, 0)), "subject " + subject);
            }
        }
    }
}

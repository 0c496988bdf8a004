package ketum.engine;

import static ketum.engine.Models.minus;
import static ketum.engine.Models.negative;
import static ketum.engine.Models.product;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ketum.engine.model.Expression;
import ketum.engine.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTest {

    private static final double[] TIMES = {0, 0.5, 2};

    /** Oracle: y' = y² from y0 has y = 1/(1/y0 - t), which ends at t = 1/y0. */
    @ParameterizedTest
    @EnumSource
    void aSubjectThatGrowsWithoutBoundFailsAloneAtItsPole(Options.Method method) {
        Model model = new Models().state("calm", 1, negative("calm")).state("y", 0.1, product("y", "y")).build();
        double[] start = new double[40];
        Arrays.setAll(start, i -> i == 7 ? 1 : 0.1 + 0.001 * i);
        Simulator simulator = Simulator.compile(model, List.of("calm", "y"), Options.of(1e-9, 1e-9).withMethod(method));
        Trajectories run = simulator.run(new Cohort(40, 0, TIMES, Map.of(), Map.of("y", start), s -> DoseList.NONE));
        assertEquals(1, run.failures().size());
        Trajectories.Failure failure = run.failures().getFirst();
        assertEquals(7, failure.subject());
        assertEquals(1, failure.time(), 1e-6);
        assertEquals("y", failure.state());
        assertTrue(failure.cause().contains("grow without bound") || failure.cause().contains("finite"), failure.cause());
        for (int subject = 0; subject < 40; subject++) {
            for (int time = 0; time < 3; time++) {
                double expected = subject == 7 ? Double.NaN : 1 / (1 / start[subject] - TIMES[time]);
                assertEquals(expected, run.value(1, subject, time), 1e-7);
            }
        }
        assertTrue(Double.isNaN(run.value(0, 7, 0)) && Double.isNaN(run.finalState("calm")[7]));
    }

    @ParameterizedTest
    @EnumSource
    void aRateThatIsNotANumberFailsAtOnceAndNamesItsState(Options.Method method) {
        Model model = new Models().parameter("p", 1).state("x", 1, Models.number(1))
                .state("z", 1, Models.call(Expression.Function.LN, symbolP())).build();
        Trajectories run = Simulator.compile(model, List.of("x", "z"), Options.of(1e-6, 1e-6).withMethod(method)).run(new Cohort(3, 0, TIMES,
                Map.of("p", new double[] {-1, 1, Double.NaN}), Map.of(), s -> DoseList.NONE));
        assertEquals(List.of(0, 2), run.failures().stream().map(Trajectories.Failure::subject).toList());
        assertEquals("z", run.failures().getFirst().state());
        assertEquals(0, run.failures().getFirst().time());
        assertEquals(3, run.value(0, 1, 2), 1e-12);
    }

    private static Expression symbolP() {
        return Models.symbol("p");
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPLICIT", "SERIES"})
    void aModelTooStiffForTheMethodFailsAndSaysSo(Options.Method method) {
        Model model = new Models().parameter("k", 1).state("slow", 1, negative("slow"))
                .state("quick", 1, product("k", minus("slow", "quick"))).build();
        Simulator simulator = Simulator.compile(model, List.of("quick"), Options.of(1e-4, 1e-6).withMethod(method));
        Trajectories run = simulator.run(new Cohort(2, 0, new double[] {20},
                Map.of("k", new double[] {1e6, 2}), Map.of(), s -> DoseList.NONE));
        assertEquals(1, run.failures().size());
        assertEquals("quick", run.failures().getFirst().state());
        assertTrue(run.failures().getFirst().cause().contains("stiff"));
        // k/(k-1)·(e^-t - e^-kt) + e^-kt with k = 2
        assertEquals(2 * (StrictMath.exp(-20) - StrictMath.exp(-40)) + StrictMath.exp(-40), run.value(0, 1, 0), 1e-5);
    }

    /** From t = 1 on the rate is 0/0. */
    @Test
    void theStiffMethodStopsWhereARateStopsBeingANumber() {
        Model model = new Models().parameter("p", 0)
                .state("z", 1, new Expression.Choose(List.of(new Expression.Branch(Models.over(product("p", "z"), product("p", "z")),
                        new Expression.Compare(Expression.Comparison.GREATER, Models.time(), Models.number(1)))), Models.number(1))).build();
        Trajectories run = Simulator.compile(model, List.of("z"), Options.of(1e-6, 1e-6).withMethod(Options.Method.STIFF))
                .run(new Cohort(1, 0, TIMES, Map.of(), Map.of(), s -> DoseList.NONE));
        Trajectories.Failure failure = run.failures().getFirst();
        assertEquals(1, failure.time(), 1e-9);
        assertEquals("z", failure.state());
        assertTrue(failure.cause().contains("finite") || failure.cause().contains("not a number"), failure.cause());
    }
}

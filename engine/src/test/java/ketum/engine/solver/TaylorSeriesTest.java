package ketum.engine.solver;

import static ketum.engine.Models.call;
import static ketum.engine.Models.minus;
import static ketum.engine.Models.negative;
import static ketum.engine.Models.number;
import static ketum.engine.Models.power;
import static ketum.engine.Models.product;
import static ketum.engine.Models.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import ketum.engine.Cohort;
import ketum.engine.DoseList;
import ketum.engine.Models;
import ketum.engine.Options;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;
import ketum.engine.kernel.CompiledKernel;
import ketum.engine.kernel.LaneWidth;
import ketum.engine.kernel.ModelCompiler;
import ketum.engine.model.Expression;
import ketum.engine.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaylorSeriesTest {

    /** Oracle: y' = -2·t·y², y(0) = 1 has y = 1/(1+t²). */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 8})
    void errorFallsWithThePowerOfItsOrderAtTheEndsOfStepsAndWithin(int order) {
        double[] coarse = errors(order, 1.0 / 12);
        double[] fine = errors(order, 1.0 / 24);
        assertTrue(log2(coarse[0] / fine[0]) > order - 0.3, "order at the end of steps " + log2(coarse[0] / fine[0]));
        assertTrue(log2(coarse[1] / fine[1]) > order - 0.3, "order within steps " + log2(coarse[1] / fine[1]));
    }

    private static double log2(double x) {
        return StrictMath.log(x) / StrictMath.log(2);
    }

    /** Greatest error at the ends of steps of size h up to t = 2, and within them. */
    private static double[] errors(int order, double h) {
        Model model = new Models().state("y", 1, negative(product(2, time(), "y", "y"))).build();
        DoubleUnaryOperator exact = t -> 1 / (1 + t * t);
        CompiledKernel compiled = ModelCompiler.compile(model, List.of("y"), LaneWidth.SCALAR);
        Block block = Method.SERIES.block(compiled, 1e-6, new double[] {1e-6});
        block.use(compiled.scalar(), new ScalarArithmetic(), 1);
        StepMethod method = new TaylorSeries(block, compiled.series().orElseThrow(), order);
        method.parametersChanged();
        block.state[0] = 1;
        block.step[0] = h;
        double[] accepted = Block.row(1);
        accepted[0] = 1;
        double[] theta = Block.row(1);
        double[] dense = Block.row(1);
        double atEnds = 0;
        double within = 0;
        for (int step = 0; step < 2 / h; step++) {
            block.time[0] = step * h;
            method.begin();
            method.attempt();
            for (int i = 0; i <= 16; i++) {
                theta[0] = i / 16.0;
                method.dense(theta, dense);
                within = Math.max(within, Math.abs(dense[0] - exact.applyAsDouble((step + theta[0]) * h)));
            }
            assertEquals(block.next[0], dense[0]);
            method.accept(accepted);
            atEnds = Math.max(atEnds, Math.abs(block.state[0] - exact.applyAsDouble((step + 1) * h)));
        }
        return new double[] {atEnds, within};
    }

    private static Trajectories run(Model model, List<String> outputs, double tolerance, Options.Method method, DoseList doses, double... times) {
        Options options = Options.of(tolerance, tolerance * 1e-2).withMethod(method);
        return Simulator.compile(model, outputs, options).run(new Cohort(1, 0, times, Map.of(), Map.of(), subject -> doses));
    }

    /** Oracle: (t - 1)² / 2 beyond t = 1, (t - 1)² signed from -1/2 for the second. */
    @Test
    void kinksAreMetByShorterStepsAndNotMissed() {
        Model model = new Models()
                .state("late", 0, new Expression.Maximum(minus(time(), 1), number(0)))
                .state("folded", 0, call(Expression.Function.ABS, minus(time(), 1))).build();
        Trajectories run = run(model, List.of("late", "folded"), 1e-8, Options.Method.SERIES, DoseList.NONE, 0.5, 3);
        assertEquals(0, run.value(0, 0, 0));
        assertEquals(2, run.value(0, 0, 1), 1e-7);
        assertEquals(0.5 - 0.125, run.value(1, 0, 0), 1e-9);
        assertEquals(0.5 + 2, run.value(1, 0, 1), 1e-7);
        assertTrue(run.statistics().steps() < 200, "steps " + run.statistics().steps());
    }

    /** A Hill-like power of a site that was washed out long ago. Oracle: the Runge-Kutta method with tolerances 100 times as tight. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-150, 1e-20, 1e-8})
    void aPowerOfNextToNothingCostsNoMoreStepsThanRungeKutta(double residual) {
        Model model = new Models().parameter("g", 1.4)
                .state("gut", 0, negative("gut"))
                .state("site", residual, product(0.5, minus("gut", "site")))
                .state("effect", 0, minus(power("site", "g"), product(0.1, "effect"))).build();
        DoseList dose = new DoseList(new double[] {2}, new int[] {0}, new double[] {10});
        Trajectories series = run(model, List.of("effect"), 1e-7, Options.Method.SERIES, dose, 1, 2.5, 20);
        Trajectories explicit = run(model, List.of("effect"), 1e-9, Options.Method.EXPLICIT, dose, 1, 2.5, 20);
        assertTrue(series.failures().isEmpty());
        for (int time = 0; time < 3; time++) {
            assertEquals(explicit.value(0, 0, time), series.value(0, 0, time), 1e-6 * Math.max(1, explicit.value(0, 0, time)));
        }
        Trajectories same = run(model, List.of("effect"), 1e-7, Options.Method.EXPLICIT, dose, 1, 2.5, 20);
        assertTrue(series.statistics().steps() <= same.statistics().steps(),
                series.statistics().steps() + " steps against " + same.statistics().steps());
    }

    /** A root that leaves its singularity: y' = √x, x' = 1 from 0. Oracle: y = 2/3·t^1.5. */
    @Test
    void aRootThatBeginsAtNothingIsIntegrated() {
        Model model = new Models().state("x", 0, number(1)).state("y", 0, call(Expression.Function.SQRT, "x")).build();
        Trajectories run = run(model, List.of("y"), 1e-9, Options.Method.SERIES, DoseList.NONE, 1, 4);
        assertEquals(2.0 / 3, run.value(0, 0, 0), 1e-7);
        assertEquals(16.0 / 3, run.value(0, 0, 1), 1e-7);
    }

    /** Oracle: e^-t. A Runge-Kutta pair of order 5 takes some 170 steps. */
    @Test
    void aLinearModelNeedsFewSteps() {
        Model model = new Models().state("y", 1, negative("y")).build();
        Trajectories run = run(model, List.of("y"), 1e-10, Options.Method.SERIES, DoseList.NONE, 10);
        assertEquals(StrictMath.exp(-10), run.value(0, 0, 0), 1e-11);
        assertTrue(run.statistics().steps() < 20, "steps " + run.statistics().steps());
    }

    @Test
    void tighterTolerancesTakeHigherOrders() {
        assertEquals(10, TaylorSeries.orderFor(1e-3));
        assertEquals(12, TaylorSeries.orderFor(1e-8));
        assertEquals(TaylorSeries.GREATEST_ORDER, TaylorSeries.orderFor(1e-15));
        assertEquals(TaylorSeries.LEAST_ORDER, TaylorSeries.orderFor(1e9));
    }
}

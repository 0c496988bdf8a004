package ketum.engine;

import static ketum.engine.Models.minus;
import static ketum.engine.Models.product;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import ketum.engine.kernel.CompiledKernel;
import ketum.engine.kernel.Kernel;
import ketum.engine.kernel.LaneWidth;
import ketum.engine.kernel.ModelCompiler;
import ketum.engine.model.Expression;
import ketum.engine.model.Model;
import org.junit.jupiter.api.Test;

class JacobianTest {

    /** Oracle: differentiated by hand. */
    @Test
    void theOregonatorAgreesWithItsClosedForm() throws IOException {
        Jacobian jacobian = Jacobian.of(StiffProblemsTest.read("oregonator"));
        assertEquals(List.of("y1", "y2", "y3"), jacobian.states());
        double[][] j = jacobian.at(0, new double[] {1.5, 20, 7}, Map.of("w", 0.2));
        double[][] expected = {{77.27 * (1 - 2 * 8.375e-6 * 1.5 - 20), 77.27 * (1 - 1.5), 0}, {-20 / 77.27, -2.5 / 77.27, 1 / 77.27}, {0.2, 0, -0.2}};
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                assertEquals(expected[i][k], j[i][k], 1e-13 * Math.abs(expected[i][k]));
            }
        }
    }

    /** Oracle: central differences of the compiled rates, at random states. */
    @Test
    void theBenchmarkModelAgreesWithDifferences() {
        Model model = Models.k8();
        Jacobian jacobian = Jacobian.of(model);
        CompiledKernel compiled = ModelCompiler.compile(model, jacobian.states(), LaneWidth.SCALAR);
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < 20; trial++) {
            double[] state = random.doubles(8, 0.1, 2).toArray();
            double[][] j = jacobian.at(trial, state, Map.of());
            for (int column = 0; column < 8; column++) {
                double h = 1e-5 * state[column];
                double[] above = rates(compiled, state, column, h);
                double[] below = rates(compiled, state, column, -h);
                for (int row = 0; row < 8; row++) {
                    assertEquals((above[row] - below[row]) / (2 * h), j[row][column], 1e-7 * (1 + Math.abs(j[row][column])));
                }
            }
        }
    }

    private static double[] rates(CompiledKernel compiled, double[] state, int column, double h) {
        var shape = compiled.shape();
        double[] time = new double[Kernel.LANES];
        double[] y = new double[8 * Kernel.LANES];
        double[] parameters = new double[(shape.parameters() + shape.derived()) * Kernel.LANES];
        for (int row = 0; row < 8; row++) {
            y[row * Kernel.LANES] = state[row] + (row == column ? h : 0);
        }
        for (int row = 0; row < shape.parameters(); row++) {
            parameters[row * Kernel.LANES] = compiled.parameters().get(row).value();
        }
        double[] derived = new double[shape.derived() * Kernel.LANES];
        double[] work = new double[shape.workRows() * Kernel.LANES];
        compiled.scalar().prepare(time, y, parameters, derived, work, 1);
        System.arraycopy(derived, 0, parameters, shape.parameters() * Kernel.LANES, derived.length);
        double[] results = new double[8 * Kernel.LANES];
        compiled.scalar().rates(time, y, parameters, results, work, 1);
        double[] column0 = new double[8];
        Arrays.setAll(column0, row -> results[row * Kernel.LANES]);
        return column0;
    }

    @Test
    void anInfinitelySteepRateHasAnInfiniteEntryAndTheStiffMethodStillPassesIt() {
        Model model = new Models().parameter("k", 2)
                .state("y", 0, minus(1, product("k", Models.call(Expression.Function.SQRT, "y")))).build();
        assertEquals(Double.NEGATIVE_INFINITY, Jacobian.of(model).at(0, new double[] {0}, Map.of())[0][0]);
        Trajectories run = Simulator.compile(model, List.of("y"), Options.of(1e-8, 1e-10).withMethod(Options.Method.STIFF))
                .run(new Cohort(1, 0, new double[] {0, 100}, Map.of(), Map.of(), subject -> DoseList.NONE));
        assertEquals(List.of(), run.failures());
        assertEquals(0.25, run.value(0, 0, 1), 1e-8);
    }

    @Test
    void aWrongQuestionIsRefused() {
        Jacobian jacobian = Jacobian.of(Models.k8());
        assertThrows(IllegalArgumentException.class, () -> jacobian.at(0, new double[7], Map.of()));
        assertThrows(IllegalArgumentException.class, () -> jacobian.at(0, new double[8], Map.of("nothing", 1.0)));
    }
}

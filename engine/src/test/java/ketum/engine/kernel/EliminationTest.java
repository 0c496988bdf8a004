package ketum.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import ketum.engine.Models;
import ketum.engine.model.Expression;
import ketum.engine.model.Model;
import org.junit.jupiter.api.Test;

class EliminationTest {

    /** y' = M·y with as many entries as {@code density} says. */
    private static Model linear(double[][] m) {
        Models models = new Models();
        for (int i = 0; i < m.length; i++) {
            Expression rate = Models.number(0);
            for (int j = 0; j < m.length; j++) {
                if (m[i][j] != 0) {
                    models.parameter("m" + i + "_" + j, m[i][j]);
                    rate = Models.sum(rate, Models.product("m" + i + "_" + j, "y" + j));
                }
            }
            models.state("y" + i, 1, rate);
        }
        return models.build();
    }

    /** Oracle: the residual of s·x - M·x = b. */
    @Test
    void solvesRandomSparseSystemsInScalarAndVectorCodeWithTheSameBits() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 12; trial++) {
            int n = 1 + random.nextInt(14);
            double[][] m = new double[n][n];
            for (double[] row : m) {
                Arrays.setAll(row, j -> random.nextDouble() < 0.3 ? random.nextDouble(-1, 1) : 0);
            }
            List<String> states = java.util.stream.IntStream.range(0, n).mapToObj(i -> "y" + i).toList();
            CompiledKernel compiled = ModelCompiler.compile(linear(m), states, LaneWidth.widest());
            CompiledStiff stiff = compiled.stiff().get();
            double[] b = random.doubles((long) n * Kernel.LANES, -1, 1).toArray();
            double[] time = new double[2 * Kernel.LANES];
            Arrays.fill(time, Kernel.LANES, 2 * Kernel.LANES, 9);
            double[] x = solve(compiled, stiff, stiff.scalar(), time, b);
            for (int i = 0; i < n; i++) {
                for (int lane = 0; lane < Kernel.LANES; lane++) {
                    double left = 9 * x[i * Kernel.LANES + lane];
                    for (int j = 0; j < n; j++) {
                        left -= m[i][j] * x[j * Kernel.LANES + lane];
                    }
                    assertEquals(b[i * Kernel.LANES + lane], left, 1e-13);
                }
            }
            if (stiff.vector().isPresent()) {
                assertTrue(Arrays.equals(x, solve(compiled, stiff, stiff.vector().get(), time, b)));
            }
        }
    }

    private static double[] solve(CompiledKernel compiled, CompiledStiff stiff, StiffKernel kernel, double[] time, double[] b) {
        int lanes = Kernel.LANES;
        double[] parameters = new double[(compiled.shape().parameters() + compiled.shape().derived() + stiff.derived()) * lanes];
        for (int row = 0; row < compiled.parameters().size(); row++) {
            Arrays.fill(parameters, row * lanes, (row + 1) * lanes, compiled.parameters().get(row).value());
        }
        double[] derived = new double[stiff.derived() * lanes];
        double[] work = new double[stiff.workRows() * lanes];
        kernel.prepare(time, b, parameters, derived, work, lanes);
        System.arraycopy(derived, 0, parameters, parameters.length - derived.length, derived.length);
        double[] factors = new double[stiff.factors() * lanes];
        kernel.factor(time, b, parameters, factors, work, lanes);
        double[] x = new double[b.length];
        kernel.solve(time, b, factors, x, work, lanes);
        return x;
    }

    /** Oracle: an arrow matrix fills in completely when its tip comes first, and not at all when it comes last. */
    @Test
    void theOrderOfEliminationKeepsAnArrowSparse() {
        int n = 30;
        double[][] arrow = new double[n][n];
        for (int i = 0; i < n; i++) {
            arrow[i][i] = -1;
            arrow[0][i] = 1;
            arrow[i][0] = 1;
        }
        List<String> states = java.util.stream.IntStream.range(0, n).mapToObj(i -> "y" + i).toList();
        CompiledStiff stiff = ModelCompiler.compile(linear(arrow), states, LaneWidth.SCALAR).stiff().get();
        assertTrue(stiff.factors() <= 3 * n, stiff.factors() + " factors");
    }

    /** The size that was measured for this model when the method was chosen: 22 factors, some 110 and 66 operations. */
    @Test
    void theBenchmarkModelStaysSmall() {
        CompiledStiff stiff = ModelCompiler.compile(Models.k8(), List.of("T1", "T2", "AG", "MP", "AP"), LaneWidth.SCALAR).stiff().get();
        assertTrue(stiff.factors() <= 24, stiff.factors() + " factors");
        assertTrue(stiff.cost().solve() <= 40, "solve: " + stiff.cost());
        assertTrue(stiff.cost().factor() <= 170, "factor: " + stiff.cost());
    }
}

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
import org.junit.jupiter.api.Timeout;

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
        assertTrue(stiff.factors() <= 3 * n + 1, stiff.factors() + " factors");
    }

    /** Sizes as they are: 20 factors; 157 operations for Jacobian and factors, two exp and ln counted as 20 each; 30 for a solution. */
    @Test
    void theBenchmarkModelStaysSmall() {
        CompiledStiff stiff = ModelCompiler.compile(Models.k8(), List.of("AG", "AC", "AP", "MC", "MP", "CE", "T1", "T2"), LaneWidth.SCALAR).stiff().get();
        assertTrue(stiff.factors() <= 20, stiff.factors() + " factors");
        assertTrue(stiff.cost().solve() <= 30, "solve: " + stiff.cost());
        assertTrue(stiff.cost().factor() <= 160, "factor: " + stiff.cost());
    }

    /** A full matrix takes n³/3 multiplications and as many subtractions; paths through such a graph are far more than could ever be followed. */
    @Test
    @Timeout(60)
    void aFullMatrixOfFortyStatesIsWrittenOut() {
        int n = 40;
        double[][] full = new double[n][n];
        for (double[] row : full) {
            Arrays.fill(row, 0.5);
        }
        List<String> states = java.util.stream.IntStream.range(0, n).mapToObj(i -> "y" + i).toList();
        CompiledStiff stiff = ModelCompiler.compile(linear(full), states, LaneWidth.SCALAR).stiff().get();
        assertTrue(stiff.factors() <= n * n + 1, stiff.factors() + " factors");
        assertTrue(stiff.cost().factor() < n * n * n, stiff.cost().toString());
        assertTrue(stiff.cost().solve() <= 2 * n * n, stiff.cost().toString());
    }
}

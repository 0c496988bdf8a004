package ketum.engine.solver;

import static ketum.engine.Models.negative;
import static ketum.engine.Models.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import ketum.engine.Models;
import ketum.engine.kernel.CompiledKernel;
import ketum.engine.kernel.Kernel;
import ketum.engine.kernel.LaneWidth;
import ketum.engine.kernel.ModelCompiler;
import ketum.engine.model.Model;
import org.junit.jupiter.api.Test;

class DormandPrince54Test {

    private static final double[][] A = square();
    private static final double[] B5 = A[6];
    private static final double[] C = DormandPrince54.C;

    /** Oracle: Hairer, Nørsett, Wanner (1993), II.2, the conditions of the 17 rooted trees with up to five nodes. */
    @Test
    void coefficientsMeetTheOrderConditions() {
        double[] one = new double[7];
        Arrays.fill(one, 1);
        for (int i = 0; i < 7; i++) {
            assertEquals(C[i], sum(A[i]), 1e-14, "row " + i);
        }
        assertConditionsToFour(B5, one);
        assertConditionsToFour(DormandPrince54.B4, one);
        double[] ac = times(A, C);
        double[] c2 = product(C, C);
        condition(1.0 / 5, B5, product(c2, c2));
        condition(1.0 / 10, B5, product(c2, ac));
        condition(1.0 / 20, B5, product(ac, ac));
        condition(1.0 / 15, B5, product(C, times(A, c2)));
        condition(1.0 / 30, B5, product(C, times(A, ac)));
        condition(1.0 / 20, B5, times(A, product(c2, C)));
        condition(1.0 / 40, B5, times(A, product(C, ac)));
        condition(1.0 / 60, B5, times(A, times(A, c2)));
        condition(1.0 / 120, B5, times(A, times(A, ac)));
    }

    private static void assertConditionsToFour(double[] b, double[] one) {
        double[] ac = times(A, C);
        double[] c2 = product(C, C);
        condition(1, b, one);
        condition(1.0 / 2, b, C);
        condition(1.0 / 3, b, c2);
        condition(1.0 / 6, b, ac);
        condition(1.0 / 4, b, product(c2, C));
        condition(1.0 / 8, b, product(C, ac));
        condition(1.0 / 12, b, times(A, c2));
        condition(1.0 / 24, b, times(A, ac));
    }

    @Test
    void errorWeightsAreTheDifferenceOfThePair() {
        for (int i = 0, e = 0; i < 7; i++) {
            double difference = B5[i] - DormandPrince54.B4[i];
            assertEquals(difference, i == 1 ? 0 : DormandPrince54.ERROR[e++], 1e-15);
        }
        // the quartic vanishes at both ends with its slopes: consistent only if its weights sum to zero
        assertEquals(0, sum(DormandPrince54.DENSE), 1e-12);
    }

    /** Oracle: y' = -2·t·y², y(0) = 1 has y = 1/(1+t²). */
    @Test
    void errorFallsWithTheFifthPowerOfTheStepAndDenseOutputWithTheFourthOrMore() {
        double[] coarse = errors(1.0 / 48);
        double[] fine = errors(1.0 / 96);
        assertEquals(5, log2(coarse[0] / fine[0]), 0.2, "order at the end of steps");
        assertTrue(log2(coarse[1] / fine[1]) > 3.9, "order within steps: " + log2(coarse[1] / fine[1]));
        assertTrue(fine[1] < 100 * fine[0], "within steps " + fine[1]);
    }

    private static double log2(double x) {
        return StrictMath.log(x) / StrictMath.log(2);
    }

    /** Greatest error at the ends of steps of size h up to t = 2, and within them. */
    private static double[] errors(double h) {
        Model model = new Models().state("y", 1, negative(Models.product(2, time(), "y", "y"))).build();
        DoubleUnaryOperator exact = t -> 1 / (1 + t * t);
        Block block = block(model, 1e-6, 1e-6);
        StepMethod method = new DormandPrince54(block);
        block.state[0] = 1;
        block.step[0] = h;
        double[] accepted = Block.row(1);
        accepted[0] = 1;
        double[] theta = Block.row(1);
        double[] dense = Block.row(1);
        double atEnds = 0;
        double within = 0;
        method.begin();
        for (int step = 0; step < 2 / h; step++) {
            block.time[0] = step * h;
            method.attempt();
            for (int i = 0; i <= 16; i++) {
                theta[0] = i / 16.0;
                method.dense(theta, dense);
                within = Math.max(within, Math.abs(dense[0] - exact.applyAsDouble((step + theta[0]) * h)));
                if (i == 0) {
                    assertEquals(block.state[0], dense[0]);
                }
            }
            method.accept(accepted);
            atEnds = Math.max(atEnds, Math.abs(block.state[0] - exact.applyAsDouble((step + 1) * h)));
        }
        return new double[] {atEnds, within};
    }

    /** Oracle: the pair's own difference, computed here from the slopes of a linear problem. */
    @Test
    void errorNormIsTheDifferenceOfThePairOverTheTolerance() {
        Model model = new Models().state("y", 1, negative("y")).build();
        Block block = block(model, 1e-3, 1e-4);
        StepMethod method = new DormandPrince54(block);
        block.state[0] = 1;
        block.step[0] = 0.5;
        method.begin();
        method.attempt();
        double[] k = new double[7];
        double lower = 1;
        for (int i = 0; i < 7; i++) {
            double y = 1;
            for (int j = 0; j < i; j++) {
                y += 0.5 * A[i][j] * k[j];
            }
            k[i] = -y;
            lower += 0.5 * DormandPrince54.B4[i] * k[i];
        }
        assertEquals(Math.abs(block.next[0] - lower) / (1e-4 + 1e-3), block.error[0], 1e-9);
    }

    /** Oracle: rates of a linear problem differ by its coefficient times the difference of the states, so the estimate is exact. */
    @Test
    void stiffnessIsTheStepTimesTheRateOfTheStateWhoseErrorIsLargestForItsTolerance() {
        Model model = new Models().state("fast", 1, Models.product(-40, "fast")).state("slow", 1, Models.product(-0.5, "slow"))
                .state("still", 0, Models.product(-900, "still")).build();
        CompiledKernel compiled = ModelCompiler.compile(model, List.of("fast", "slow", "still"), LaneWidth.SCALAR);
        assertEquals(0.1 * 40 / 3.25, stiffness(compiled, 1e-3, 1e-3, 1e-3), 1e-12);
        assertEquals(0.1 * 0.5 / 3.25, stiffness(compiled, 0, 1e3, 1e-9), 1e-7, "the fast state's tolerance is wide");
        assertEquals(0.1 * 40 / 3.25, stiffness(compiled, 0, 1e-9, 1e3), 1e-12);
    }

    /** Of one step of 0.1 from one in the first two states, and none in the third. */
    private static double stiffness(CompiledKernel compiled, double relative, double ofFast, double ofSlow) {
        Block block = new Block(compiled, relative, new double[] {ofFast, ofSlow, 1e-12});
        block.use(compiled.scalar(), new ScalarArithmetic(), Block.LANES);
        StepMethod method = new DormandPrince54(block);
        int lane = 3;
        block.state[lane] = 1;
        block.state[Block.LANES + lane] = 1;
        block.step[lane] = 0.1;
        method.begin();
        method.attempt();
        assertEquals(0, method.stiffness(0), "a lane at rest");
        return method.stiffness(lane);
    }

    @Test
    void vectorLoopsGiveTheBitsOfScalarLoops() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(4);
        int n = 5;
        double[][] r = new double[10][];
        for (int i = 0; i < r.length; i++) {
            r[i] = random.doubles((long) n * Kernel.LANES, -3, 3).toArray();
        }
        double[][] results = new double[2][];
        for (LaneArithmetic on : List.of(new ScalarArithmetic(), new VectorArithmetic())) {
            double[] all = new double[9 * n * Kernel.LANES];
            double[] one = new double[n * Kernel.LANES];
            int lanes = Kernel.LANES;
            on.combine(n, lanes, r[0], r[1], one, 0.1, r[2]);
            System.arraycopy(one, 0, all, 0, one.length);
            on.combine(n, lanes, r[0], r[1], one, 0.1, r[2], -0.7, r[3]);
            System.arraycopy(one, 0, all, one.length, one.length);
            on.combine(n, lanes, r[0], r[1], one, 0.1, r[2], -0.7, r[3], 1.3, r[4]);
            System.arraycopy(one, 0, all, 2 * one.length, one.length);
            on.combine(n, lanes, r[0], r[1], one, 0.1, r[2], -0.7, r[3], 1.3, r[4], 0.9, r[5]);
            System.arraycopy(one, 0, all, 3 * one.length, one.length);
            on.combine(n, lanes, r[0], r[1], one, 0.1, r[2], -0.7, r[3], 1.3, r[4], 0.9, r[5], 0.3, r[6]);
            System.arraycopy(one, 0, all, 4 * one.length, one.length);
            on.errorNorm(n, lanes, r[0], r[1], r[2], new double[] {1, 2, 3, 4, 5}, 0.1, one, DormandPrince54.ERROR, r[3], r[4],
                    r[5], r[6], r[7], r[8]);
            System.arraycopy(one, 0, all, 5 * one.length, one.length);
            on.dense(n, lanes, r[9], r[0], r[1], r[2], one, DormandPrince54.DENSE, r[3], r[4], r[5], r[6], r[7], r[8]);
            System.arraycopy(one, 0, all, 6 * one.length, one.length);
            on.copyLanes(n, lanes, r[9], r[0], one);
            System.arraycopy(one, 0, all, 7 * one.length, one.length);
            on.stageTime(lanes, r[0], r[1], 0.3, one);
            System.arraycopy(one, 0, all, 8 * one.length, one.length);
            results[on instanceof VectorArithmetic ? 1 : 0] = all;
        }
        assertTrue(Arrays.equals(results[0], results[1]));
    }

    private static Block block(Model model, double relative, double absolute) {
        CompiledKernel compiled = ModelCompiler.compile(model, List.of("y"), LaneWidth.SCALAR);
        Block block = new Block(compiled, relative, new double[] {absolute});
        block.use(compiled.scalar(), new ScalarArithmetic(), 1);
        return block;
    }

    private static double[][] square() {
        double[][] a = new double[7][7];
        for (int i = 0; i < 7; i++) {
            System.arraycopy(DormandPrince54.A[i], 0, a[i], 0, DormandPrince54.A[i].length);
        }
        return a;
    }

    private static void condition(double expected, double[] b, double[] v) {
        assertEquals(expected, sum(product(b, v)), 1e-14);
    }

    private static double sum(double[] v) {
        return Arrays.stream(v).sum();
    }

    private static double[] product(double[] a, double[] b) {
        double[] result = new double[a.length];
        Arrays.setAll(result, i -> a[i] * b[i]);
        return result;
    }

    private static double[] times(double[][] a, double[] v) {
        double[] result = new double[v.length];
        Arrays.setAll(result, i -> sum(product(a[i], v)));
        return result;
    }
}

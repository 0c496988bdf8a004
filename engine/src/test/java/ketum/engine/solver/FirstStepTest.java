package ketum.engine.solver;

import static ketum.engine.Models.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import ketum.engine.Models;
import ketum.engine.kernel.CompiledKernel;
import ketum.engine.kernel.LaneWidth;
import ketum.engine.kernel.ModelCompiler;
import ketum.engine.model.Model;
import org.junit.jupiter.api.Test;

/** The first step by hand from Hairer, Nørsett, Wanner (1993), II.4: sizes of state and slope, one small Euler step, the change of the slope. */
class FirstStepTest {

    private static final int LANE = 1;

    /** The step proposed for one subject from y = 1 (all states) at time 0, with an absolute tolerance of 1e-3. */
    private static double proposed(Model model, List<String> states, double relative, int order) {
        CompiledKernel compiled = ModelCompiler.compile(model, states, LaneWidth.SCALAR);
        double[] tolerance = new double[states.size()];
        java.util.Arrays.fill(tolerance, 1e-3);
        Block block = new Block(compiled, relative, tolerance);
        block.use(compiled.scalar(), new ScalarArithmetic(), Block.LANES);
        double[] slope = Block.row(states.size());
        for (int state = 0; state < states.size(); state++) {
            block.state[state * Block.LANES + LANE] = 1;
            block.state[state * Block.LANES + LANE + 1] = 1;
        }
        block.rates(block.time, block.state, slope);
        double[] proposed = Block.row(1);
        long[] begins = new long[Block.LANES];
        boolean[] starting = new boolean[Block.LANES];
        starting[LANE] = true;
        starting[LANE + 2] = true;
        proposed[LANE] = Double.NaN;
        proposed[LANE + 1] = Double.NaN;
        proposed[LANE + 2] = 0.7;
        new FirstStep(block, order).estimate(slope, starting, proposed, begins);
        assertEquals(1, begins[LANE]);
        assertTrue(Double.isNaN(proposed[LANE + 1]), "not starting");
        assertEquals(0, begins[LANE + 1]);
        assertEquals(0.7, proposed[LANE + 2], "known already");
        assertEquals(0, begins[LANE + 2]);
        return proposed[LANE];
    }

    /** d0 = 1000, d1 = 2000, h0 = 0.005; the slope goes from -2 to -1.98, so d2 = 20/0.005 = 4000, and the step is (0.01/4000)^(1/order). */
    @Test
    void aDecayIsEnteredByItsSecondDerivative() {
        Model model = new Models().state("y", 1, Models.product(-2, "y")).build();
        assertEquals(StrictMath.pow(0.01 / 4000, 0.2), proposed(model, List.of("y"), 0, 5), 1e-12);
        assertEquals(StrictMath.pow(0.01 / 4000, 0.125), proposed(model, List.of("y"), 0, 8), 1e-12);
        assertEquals(StrictMath.pow(0.01 / 2000, 0.2), proposed(model, List.of("y"), 1e-3, 5), 1e-12, "a relative tolerance of the same size doubles it");
    }

    /** Root mean square: the other state stands still, so sizes of slopes shrink by the square root of two and that of the state does not. */
    @Test
    void statesCountByTheirRootMeanSquare() {
        Model model = new Models().state("y", 1, Models.product(-2, "y")).state("still", 1, Models.product(0, "still")).build();
        double h0 = 0.01 * 1000 / (2000 / StrictMath.sqrt(2));
        double second = 2 * (2 * h0) / 1e-3 / StrictMath.sqrt(2) / h0;
        assertEquals(StrictMath.pow(0.01 / second, 0.2), proposed(model, List.of("y", "still"), 0, 5), 1e-12);
    }

    /** Nothing moves at first: the probe is 1e-6 long, and no step is longer than a hundred of them. */
    @Test
    void aStandingStartIsCareful() {
        Model later = new Models().state("y", 1, Models.product(3, time())).build();
        assertEquals(1e-4, proposed(later, List.of("y"), 0, 5), 1e-16);
        Model never = new Models().state("y", 1, Models.product(0, "y")).build();
        assertEquals(1e-6, proposed(never, List.of("y"), 0, 5), 1e-18);
    }
}

package ketum.engine.solver;

import ketum.engine.kernel.Elementary;
import ketum.engine.kernel.Kernel;

/**
 * A first step size from the sizes of the state, its slope, and the change of the slope over a small Euler step:
 * Hairer, Nørsett, Wanner, <i>Solving Ordinary Differential Equations I</i> (1993), II.4, "starting step size".
 */
final class FirstStep {

    private static final int LANES = Kernel.LANES;

    private final Block block;
    private final int order;
    private final double[] probe = Block.row(1);
    private final double[] time = Block.row(1);
    private final double[] state;
    private final double[] slope;

    FirstStep(Block block, int order) {
        this.block = block;
        this.order = order;
        this.state = Block.row(block.states);
        this.slope = Block.row(block.states);
    }

    /** Fills {@code proposed} of lanes that are starting with NaN there, and counts their right-hand side. */
    void estimate(double[] slopeNow, boolean[] starting, double[] proposed, long[] begins) {
        for (int lane = 0; lane < block.lanes; lane++) {
            double d0 = norm(block.state, null, lane);
            double d1 = norm(slopeNow, null, lane);
            probe[lane] = !starting[lane] || d0 < 1e-5 || d1 < 1e-5 ? 1e-6 : 0.01 * (d0 / d1);
        }
        block.arithmetic.combine(block.states, block.lanes, block.state, probe, state, 1, slopeNow);
        block.arithmetic.stageTime(block.lanes, block.time, probe, 1, time);
        block.rates(time, state, slope);
        for (int lane = 0; lane < block.lanes; lane++) {
            if (starting[lane] && Double.isNaN(proposed[lane])) {
                begins[lane]++;
                double h0 = probe[lane];
                double most = Math.max(norm(slopeNow, null, lane), norm(slope, slopeNow, lane) / h0);
                double h1 = most <= 1e-15 ? Math.max(1e-6, h0 * 1e-3)
                        : Elementary.exp(Elementary.ln(0.01 / most) / order);
                double h = Math.min(100 * h0, h1);
                proposed[lane] = h > 0 ? h : h0;
            }
        }
    }

    /** Root mean square of (a - b) / tolerance. */
    private double norm(double[] a, double[] b, int lane) {
        double sum = 0;
        for (int row = 0; row < block.states; row++) {
            int i = row * LANES + lane;
            double bound = Math.fma(block.relativeTolerance, Math.abs(block.state[i]), block.absoluteTolerance[row]);
            double ratio = (b == null ? a[i] : a[i] - b[i]) / bound;
            sum = Math.fma(ratio, ratio, sum);
        }
        return Math.sqrt(sum / Math.max(1, block.states));
    }
}

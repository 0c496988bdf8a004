package ketum.engine.solver;

/**
 * The explicit Runge-Kutta pair of orders 5 and 4 with seven stages, the last of which is the first of the next step.
 *
 * <p>Coefficients: J. R. Dormand, P. J. Prince, <i>A family of embedded Runge-Kutta formulae</i>, J. Comput. Appl. Math. 6
 * (1980) 19-26, table 2 (RK5(4)7M). Dense output of order 4 by Shampine's extra weights as given in E. Hairer,
 * S. P. Nørsett, G. Wanner, <i>Solving Ordinary Differential Equations I</i>, 2nd ed. (1993), II.6 and its code DOPRI5.
 * Six right-hand sides per step; suits problems that are not stiff.
 */
final class DormandPrince54 implements StepMethod {

    static final double[] C = {0, 1.0 / 5, 3.0 / 10, 4.0 / 5, 8.0 / 9, 1, 1};

    static final double[][] A = {
        {},
        {1.0 / 5},
        {3.0 / 40, 9.0 / 40},
        {44.0 / 45, -56.0 / 15, 32.0 / 9},
        {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
        {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
        {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84},
    };

    /** Weights of order 5 are the last row of {@link #A}; these are the ones of order 4. */
    static final double[] B4 = {5179.0 / 57600, 0, 7571.0 / 16695, 393.0 / 640, -92097.0 / 339200, 187.0 / 2100, 1.0 / 40};

    /** Order 5 less order 4, without the second stage, whose weight is 0 in both. */
    static final double[] ERROR = {71.0 / 57600, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40};

    /** Weights of the quartic term of dense output, without the second stage. */
    static final double[] DENSE = {-12715105075.0 / 11282082432.0, 87487479700.0 / 32700410799.0,
        -10690763975.0 / 1880347072.0, 701980252875.0 / 199316789632.0, -1453857185.0 / 822651844.0, 69997945.0 / 29380423.0};

    /** How far the region of stability reaches along the negative real axis (3.3), with a margin as in the code DOPRI5. */
    static final double STABLE = 3.25;

    private final Block block;
    private final double[] stageTime = Block.row(1);
    private final double[] stage;
    private final double[] k1;
    private final double[] k2;
    private final double[] k3;
    private final double[] k4;
    private final double[] k5;
    private final double[] k6;
    private final double[] k7;

    DormandPrince54(Block block) {
        this.block = block;
        int n = block.states;
        stage = Block.row(n);
        k1 = Block.row(n);
        k2 = Block.row(n);
        k3 = Block.row(n);
        k4 = Block.row(n);
        k5 = Block.row(n);
        k6 = Block.row(n);
        k7 = Block.row(n);
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public int rightHandSidesPerStep() {
        return 6;
    }

    @Override
    public void begin() {
        block.rates(block.time, block.state, k1);
    }

    @Override
    public double[] slope() {
        return k1;
    }

    @Override
    public void attempt() {
        LaneArithmetic on = block.arithmetic;
        int n = block.states;
        int lanes = block.lanes;
        double[] y = block.state;
        double[] h = block.step;
        on.combine(n, lanes, y, h, stage, A[1][0], k1);
        rates(C[1], stage, k2);
        on.combine(n, lanes, y, h, stage, A[2][0], k1, A[2][1], k2);
        rates(C[2], stage, k3);
        on.combine(n, lanes, y, h, stage, A[3][0], k1, A[3][1], k2, A[3][2], k3);
        rates(C[3], stage, k4);
        on.combine(n, lanes, y, h, stage, A[4][0], k1, A[4][1], k2, A[4][2], k3, A[4][3], k4);
        rates(C[4], stage, k5);
        on.combine(n, lanes, y, h, stage, A[5][0], k1, A[5][1], k2, A[5][2], k3, A[5][3], k4, A[5][4], k5);
        rates(C[5], stage, k6);
        on.combine(n, lanes, y, h, block.next, A[6][0], k1, A[6][2], k3, A[6][3], k4, A[6][4], k5, A[6][5], k6);
        rates(C[6], block.next, k7);
        on.errorNorm(n, lanes, y, block.next, h, block.absoluteTolerance, block.relativeTolerance, block.error,
                ERROR, k1, k3, k4, k5, k6, k7);
    }

    private void rates(double c, double[] at, double[] result) {
        block.arithmetic.stageTime(block.lanes, block.time, block.step, c, stageTime);
        block.rates(stageTime, at, result);
    }

    @Override
    public void dense(double[] theta, double[] result) {
        block.arithmetic.dense(block.states, block.lanes, theta, block.state, block.next, block.step, result,
                DENSE, k1, k3, k4, k5, k6, k7);
    }

    @Override
    public void accept(double[] accepted) {
        block.arithmetic.copyLanes(block.states, block.lanes, accepted, block.next, block.state);
        block.arithmetic.copyLanes(block.states, block.lanes, accepted, k7, k1);
    }

    /**
     * The last two stages stand at one time, so their rates differ by about J times the difference of their states (Hairer and Wanner
     * 1996, IV.2, formula 2.27). Looked at in the state whose error is largest for its tolerance: where stability sets the pace, that is
     * the fast one. (Norms over all states hide it: on K8 with ke0 times 100 they gave a third of the true value.)
     */
    @Override
    public double stiffness(int lane) {
        double worst = 0;
        double rate = 0;
        for (int state = 0; state < block.states; state++) {
            int i = state * Block.LANES + lane;
            double bound = Math.fma(block.relativeTolerance, Math.max(Math.abs(block.state[i]), Math.abs(block.next[i])),
                    block.absoluteTolerance[state]);
            double slope = ERROR[0] * k1[i] + ERROR[1] * k3[i] + ERROR[2] * k4[i] + ERROR[3] * k5[i] + ERROR[4] * k6[i] + ERROR[5] * k7[i];
            double error = Math.abs(slope) / bound;
            double difference = Math.abs(block.next[i] - stage[i]);
            if (error > worst && difference > 0) {
                worst = error;
                rate = Math.abs(k7[i] - k6[i]) / difference;
            }
        }
        return block.step[lane] * rate / STABLE;
    }
}

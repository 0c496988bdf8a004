package ketum.engine.solver;

/**
 * The inner loops of an explicit Runge-Kutta method over rows of lanes (see {@link ketum.engine.kernel.Kernel} for the
 * layout). Implementations do the same operations in the same order and so give the same bits. {@code n} counts rows,
 * {@code lanes} the lanes to compute; {@code h} is one row.
 */
interface LaneArithmetic {

    /** result = y + h·(a1·k1) */
    void combine(int n, int lanes, double[] y, double[] h, double[] result, double a1, double[] k1);

    /** result = y + h·(a1·k1 + a2·k2) */
    void combine(int n, int lanes, double[] y, double[] h, double[] result, double a1, double[] k1, double a2, double[] k2);

    /** result = y + h·(a1·k1 + a2·k2 + a3·k3) */
    void combine(int n, int lanes, double[] y, double[] h, double[] result, double a1, double[] k1, double a2, double[] k2,
                 double a3, double[] k3);

    /** result = y + h·(a1·k1 + … + a4·k4) */
    void combine(int n, int lanes, double[] y, double[] h, double[] result, double a1, double[] k1, double a2, double[] k2,
                 double a3, double[] k3, double a4, double[] k4);

    /** result = y + h·(a1·k1 + … + a5·k5) */
    void combine(int n, int lanes, double[] y, double[] h, double[] result, double a1, double[] k1, double a2, double[] k2,
                 double a3, double[] k3, double a4, double[] k4, double a5, double[] k5);

    /** result = t + c·h, one row. */
    void stageTime(int lanes, double[] t, double[] h, double c, double[] result);

    /**
     * Root mean square over states of h·(e1·k1 + … + e6·k6) / (absolute + relative·max(|y|, |next|)), into one row.
     *
     * @param absolute one number per state
     */
    void errorNorm(int n, int lanes, double[] y, double[] next, double[] h, double[] absolute, double relative, double[] result,
                   double[] e, double[] k1, double[] k2, double[] k3, double[] k4, double[] k5, double[] k6);

    /**
     * Quartic through both ends of a step (values and slopes): result = y + θ·(d + θ'·(b + θ·(c + θ'·h·Σ w·k))) with θ' = 1-θ,
     * d = next-y, b = h·k1-d, c = d-h·k6-b.
     *
     * @param theta one row, position in the step from 0 to 1
     * @param k1    slope at the start; {@code k6} at the end
     */
    void dense(int n, int lanes, double[] theta, double[] y, double[] next, double[] h, double[] result,
               double[] w, double[] k1, double[] k2, double[] k3, double[] k4, double[] k5, double[] k6);

    /** Copies {@code from} to {@code to} in lanes whose {@code chosen} is above 0. */
    void copyLanes(int n, int lanes, double[] chosen, double[] from, double[] to);

    /** to = to + from, in lanes and rows where {@code from} is not 0: a sum with 0 could change the sign of a zero. */
    void addWhereNotZero(int n, int lanes, double[] from, double[] to);

    /** exp of one row in place. */
    void exp(double[] row, int lanes);

    /** ln of {@code slots} rows in place. */
    void ln(double[] rows, int slots, int lanes);
}

package ketum.engine.solver;

/**
 * The inner loops of a Rosenbrock method over rows of lanes, as {@link LaneArithmetic}. The stages' vectors u stand one after the other in
 * one array, {@code n} rows each.
 */
interface StageArithmetic {

    /** result = y + Σ a_j·u_j over the first {@code a.length} stages. */
    void state(int n, int lanes, double[] y, double[] stages, double[] a, double[] result);

    /** result = y + u of one stage. */
    void plus(int n, int lanes, double[] y, double[] stages, int stage, double[] result);

    /** result = f + (1/h)·Σ c_j·u_j over the first {@code c.length} stages; {@code perStep} is the row of 1/h. */
    void rightHandSide(int n, int lanes, double[] f, double[] perStep, double[] stages, double[] c, double[] result);

    /** result = result + weight·h·slope */
    void addTimeSlope(int n, int lanes, double[] h, double weight, double[] slope, double[] result);

    /** Copies t and fills in 1/(h·gamma) as the second row of {@code timeAndScale}, and 1/h. */
    void scale(int lanes, double[] t, double[] h, double gamma, double[] timeAndScale, double[] perStep);

    /** Root mean square over states of u / (absolute + relative·max(|y|, |next|)) for one stage's u, into one row. */
    void errorNorm(int n, int lanes, double[] y, double[] next, double[] stages, int stage, double[] absolute, double relative,
                   double[] result);

    /** result = Σ w_j·u_j over the first {@code w.length} stages, into n rows from {@code row}. */
    void polynomial(int n, int lanes, double[] stages, double[] w, double[] result, int row);

    /** result = y + θ·((next - y) + (1-θ)·(p_0 + θ·p_1 + θ²·p_2 …)), the {@code terms} p one after the other. */
    void dense(int n, int lanes, double[] theta, double[] y, double[] next, double[] polynomial, int terms, double[] result);
}

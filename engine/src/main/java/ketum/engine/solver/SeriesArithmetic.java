package ketum.engine.solver;

/**
 * The inner loops of the Taylor method over a table of coefficients (see {@link ketum.engine.kernel.SeriesKernel}; {@code perLane} is
 * the length of its part for one lane) and rows of lanes. Implementations do the same operations in the same order and so give the same
 * bits. {@code n} counts states, {@code lanes} the lanes to compute.
 */
interface SeriesArithmetic {

    /** Lanes in a group of the table. */
    int width();

    /** One order of each state, into rows. */
    void terms(int n, int lanes, int perLane, double[] table, int order, double[] result);

    /**
     * Mean over states of (x_k / (absolute + relative·|y|))², for k the highest order into the first row, for the one below into the second.
     *
     * @param absolute one number per state
     */
    void lastTerms(int n, int lanes, int perLane, double[] table, int order, double[] y, double[] absolute, double relative,
                   double[] result);

    /** The polynomial at t, and its derivative there. */
    void evaluate(int n, int lanes, int perLane, double[] table, int order, double[] t, double[] value, double[] derivative);

    /** The polynomial at t. */
    void value(int n, int lanes, int perLane, double[] table, int order, double[] t, double[] value);

    /** Root mean square over states of h·(slope - expected) / (absolute + relative·max(|y|, |next|)), into one row. */
    void defect(int n, int lanes, double[] y, double[] next, double[] h, double[] slope, double[] expected, double[] absolute,
                double relative, double[] result);
}

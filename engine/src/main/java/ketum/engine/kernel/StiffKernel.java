package ketum.engine.kernel;

/**
 * What a stiff method needs of a model beside its {@link Kernel}; rows of lanes and the common form are described there.
 * Keeps no state and may be shared between threads.
 */
public interface StiffKernel {

    /**
     * Parameters derived for this kernel alone: one row of results each, which {@link #factor} and {@link #timeSlope} expect in
     * {@code parameters} after those of {@link KernelShape#derived()}.
     */
    void prepare(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes);

    /**
     * Factors of W = s·I - J without pivoting, where J is the derivative of the rates with respect to the states at this time and state; the
     * last row of results is about the greatest rate at which anything changes, per unit of time.
     *
     * @param time two rows: the time, then s = 1/(h·γ)
     */
    void factor(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes);

    /**
     * Solves W·x = b.
     *
     * @param time       not used
     * @param states     b; not the same array as {@code results}
     * @param parameters what {@link #factor} gave
     * @param results    x
     */
    void solve(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes);

    /** Partial derivative of the rates with respect to time; all 0 where time does not occur in the rates. */
    void timeSlope(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes);
}

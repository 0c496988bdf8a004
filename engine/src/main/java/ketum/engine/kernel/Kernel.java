package ketum.engine.kernel;

/**
 * Compiled functions of a model over a block of subjects. Every array is a table of rows of {@link #LANES} numbers, one
 * row per variable and one column (lane) per subject: the value of variable v for lane l stands at {@code v * LANES + l}.
 *
 * <p>All functions share one form: {@code time} (one row), {@code states}, {@code parameters} (declared ones, then the
 * derived ones that {@link #prepare} fills in), {@code results}, and {@code work} of {@link KernelShape#workRows()} rows
 * that a thread may not share. They compute lanes 0 to {@code lanes - 1}; lanes never influence each other.
 * A kernel keeps no state and may be shared between threads.
 */
public interface Kernel {

    /**
     * Subjects that go side by side, whatever the width of the machine's vectors. More than one vector, so that the latencies of
     * one hide behind those of another: on 512-bit vectors 16 lanes take 0.57 of the time per subject of 8, and 32 gain nothing.
     */
    int LANES = 16;

    /** Derived parameters: what depends on parameters only, computed once per subject; one row of results for each. */
    void prepare(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes);

    /** Initial values of the states. */
    void initial(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes);

    /** Time derivatives of the states. */
    void rates(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes);

    /** The variables asked for as outputs. */
    void outputs(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes);
}

package ketum.engine.kernel;

/**
 * The Taylor coefficients of a model's states, order by order; rows of lanes and the common form are described at {@link Kernel}.
 * Keeps no state and may be shared between threads.
 *
 * <p>Coefficients stand in a table of their own: for each group of lanes (one vector, or one lane in scalar code) one column of
 * {@link #ROWS} coefficients per series, so that what one order needs of the lower ones lies side by side in the nearest cache.
 * The coefficient of order k of series s for the lane group that begins with lane l stands at {@code l·series·ROWS + (s·ROWS + k)·width}.
 * The first series are the states.
 */
public interface SeriesKernel {

    /** Coefficients for which there is room in each series, from order 0. */
    int ROWS = 17;

    /** Parameters derived for this kernel alone; its other functions expect them after those of {@link KernelShape#derived()}. */
    void prepare(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes);

    /**
     * Order 0 of every series, and order 1 of the states.
     *
     * @param time    the time; a row that is not 0 where logarithms, roots and powers are to be taken as constant; one row of inputs per state
     * @param results the table
     */
    void origin(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes);

    /**
     * Order {@code order} of every series and the next order of the states, from all lower ones, for one group of lanes.
     *
     * @param lane first lane of the group
     * @param base where the group begins in the table
     */
    void term(double[] parameters, double[] table, double[] work, int lane, int base, int order);
}

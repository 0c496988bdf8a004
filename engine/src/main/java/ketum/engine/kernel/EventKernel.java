package ketum.engine.kernel;

/**
 * What the events of a model need beside its {@link Kernel}; rows of lanes and the common form are described there.
 * Keeps no state and may be shared between threads.
 */
public interface EventKernel {

    /**
     * One row per event: 1 where its condition holds, else 0. Then one row per comparison that a condition makes of what changes
     * continuously: left side less right side, which has a root where the comparison changes.
     */
    void watch(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes);

    /** The rows of delays, priorities and new values that {@link CompiledEvents.Event} speaks of. */
    void values(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes);

    /** One row per {@link CompiledEvents#times()}; depends on parameters alone. */
    void times(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes);
}

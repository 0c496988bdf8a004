package ketum.engine.solver;

/** A one-step method over a block. One thread's own; what it knows of a step lives until the next {@link #attempt()}. */
interface StepMethod {

    /** Order p of the solution that is carried on. The error estimate shrinks as h to the power of p. */
    int order();

    /** Right-hand sides per lane in one attempt. */
    int rightHandSidesPerStep();

    /** To be called after parameters of any lane were changed, before {@link #begin()}. */
    default void parametersChanged() {}

    /** Evaluates what a step needs at the present time and state of all lanes; to be called after any of these was changed from outside. */
    void begin();

    /** Like {@link #begin()}, over and over to get code compiled; what is costly before that need not be done at each call. */
    default void rehearse(int call) {
        begin();
    }

    /** Time derivative at the present state, valid after {@link #begin()}. */
    double[] slope();

    /** Whether the method knows beforehand how long a step may be; then {@link #choose} is asked before each attempt. */
    default boolean choosesSteps() {
        return false;
    }

    /**
     * The longest step that should meet the tolerance, by lane.
     *
     * @param usual what to expect: the step before, or, after a rejection, a step that seems short enough now
     */
    default void choose(double[] usual, double[] result) {
        throw new UnsupportedOperationException("steps are proposed from errors");
    }

    /** A lane starts anew: with another subject, or after its state or parameters were changed. */
    default void restarted(int lane) {}

    /** Rows whose size, in units of the tolerances, shows which state keeps the steps short. */
    default double[] pace() {
        return slope();
    }

    /** Computes {@code block.next} and {@code block.error} (1 is just acceptable) for {@code block.step}. */
    void attempt();

    /** Values within the attempted step, at {@code theta} (0 start, 1 end) of each lane. */
    void dense(double[] theta, double[] result);

    /** Makes {@code block.next} the present state of lanes whose {@code accepted} is above 0. Times are the caller's. */
    void accept(double[] accepted);

    /**
     * How near the last attempt in a lane was to the stability boundary of the explicit method: its length times the greatest rate of
     * change, over what an explicit method allows. Above 1 accuracy would have allowed longer steps than stability; 0 where unknown. Valid
     * until {@link #accept}.
     */
    double stiffness(int lane);

    /** What this method knows about why the last attempt in a lane gave no finite numbers; null for nothing in particular. */
    default String trouble(int lane) {
        return null;
    }
}

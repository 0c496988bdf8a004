package ketum.engine;

import java.util.List;

/** What a run recorded; values of a subject that failed are NaN. */
public interface Trajectories {

    int subjects();

    /**
     * Output times that all subjects share.
     *
     * @throws IllegalStateException where subjects have times of their own
     */
    double[] times();

    /** Output times of one subject. */
    double[] times(int subject);

    /** Output ids as asked for. */
    List<String> outputs();

    /** Value of one output at one of the subject's output times, counted from 0. */
    double value(int output, int subject, int time);

    /** A copy of one subject's values of one output over all its times. */
    double[] series(int output, int subject);

    /** Values of one state at the last output time, by subject, after all that happens then; for continuing a run. */
    double[] finalState(String id);

    List<Failure> failures();

    Statistics statistics();

    /** A subject whose integration could not go on. */
    record Failure(int subject, double time, double stepSize, String state, String cause) {}

    /**
     * Work done over all subjects.
     *
     * @param jacobians     Jacobian matrices that the stiff method made
     * @param stiffSwitches how often a subject went from the explicit to the stiff method
     * @param notes         sentences for people: which method carried how many subjects, and whatever was not as it should be
     */
    record Statistics(long steps, long rejected, long rightHandSides, long jacobians, long stiffSwitches, List<String> notes) {}
}

package ketum.engine;

import java.util.List;

/** What a run recorded; values of a subject that failed are NaN. */
public interface Trajectories {

    int subjects();

    /** Output times as asked for. */
    double[] times();

    /** Output ids as asked for. */
    List<String> outputs();

    double value(int output, int subject, int time);

    /** A copy of one subject's values of one output over all times. */
    double[] series(int output, int subject);

    /** Values of one state at the last output time, by subject (post-dose), for continuing a run. */
    double[] finalState(String id);

    List<Failure> failures();

    Statistics statistics();

    /** A subject whose integration could not go on. */
    record Failure(int subject, double time, double stepSize, String state, String cause) {}

    /** Work done over all subjects. */
    record Statistics(long steps, long rejected, long rightHandSides) {}
}

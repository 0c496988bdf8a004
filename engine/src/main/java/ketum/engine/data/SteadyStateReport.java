package ketum.engine.data;

import java.util.List;

/**
 * How one steady state was found.
 *
 * @param replicate from 0
 * @param id        the subject
 * @param line      line of the record in the data file
 * @param method    which way led there
 * @param rounds    Newton steps
 * @param intervals intervals run by plain repetition
 * @param residual  largest change of a state over one more interval, relative to the state's size; for an endless infusion the largest
 *                  change that one more Newton step would make
 * @param estimate  estimated error of the state, relative to its size (the last Newton step)
 * @param excluded  states that only collect and have no steady state; they start at their initial value
 */
public record SteadyStateReport(int replicate, String id, int line, Method method, int rounds, int intervals, double residual,
                                double estimate, List<String> excluded) {

    /** Ways to a steady state. */
    public enum Method {
        /** Newton's method on the map of one interval. */
        NEWTON,
        /** The same after plain repetition had brought it near. */
        REPETITION_AND_NEWTON,
        /** Newton's method on the rates of change: an endless infusion, or none. */
        BALANCE,
        /** Nothing is given and nothing moves. */
        TRIVIAL,
        /** Not found; the subject fails. */
        FAILED
    }

    public SteadyStateReport {
        excluded = List.copyOf(excluded);
    }
}

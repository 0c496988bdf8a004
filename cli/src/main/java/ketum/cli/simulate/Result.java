package ketum.cli.simulate;

import java.util.List;
import ketum.engine.Trajectories;

/**
 * What a simulation came to, beside its table.
 *
 * @param subjects   number of subjects of the data set (1 without)
 * @param replicates how often each was there
 * @param rows       rows of the table
 * @param firstTime  smallest output time, in the model's unit of time
 * @param lastTime   largest
 * @param outputs    one summary per output
 * @param failures   subjects that could not be integrated, in the order of the table
 * @param statistics work done
 */
public record Result(int subjects, int replicates, long rows, double firstTime, double lastTime, List<OutputSummary> outputs,
                     List<FailedSubject> failures, Trajectories.Statistics statistics) {
}

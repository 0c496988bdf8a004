package ketum.cli.simulate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ketum.engine.Options;
import ketum.engine.data.DataSet;
import ketum.engine.model.Model;

/**
 * What is to be simulated.
 *
 * @param model       the model
 * @param outputs     ids of states, assignments and parameters to write, at least one, in this order
 * @param times       output times; where there are none, those of the data set's observation records
 * @param data        doses, covariates, observation times
 * @param values      parameter values that replace the model's own
 * @param variability how parameters differ between subjects
 * @param replicates  how often each subject is there, each time with parameters of its own
 * @param seed        of the draws
 * @param options     how to integrate
 */
public record Request(Model model, List<String> outputs, double[] times, Optional<DataSet> data, Map<String, Double> values,
                      Optional<Variability> variability, int replicates, long seed, Options options) {
}

package ketum.engine;

import java.util.Map;
import java.util.function.IntFunction;

/**
 * The subjects of one run.
 *
 * @param size          number of subjects
 * @param startTime     model time at which all subjects start
 * @param times         output times, not decreasing, none before {@code startTime}; an output at a dose time is taken after the dose
 * @param parameters    per-subject values by parameter id, each of length {@code size}; other parameters keep the model's default
 * @param initialStates per-subject start values by state id, each of length {@code size}; other states start at the model's initial value
 * @param doses         doses of a subject by index; must be pure, is called once per subject on a worker thread
 */
public record Cohort(int size, double startTime, double[] times, Map<String, double[]> parameters,
                     Map<String, double[]> initialStates, IntFunction<DoseList> doses) {

    public Cohort {
        parameters = Map.copyOf(parameters);
        initialStates = Map.copyOf(initialStates);
    }
}

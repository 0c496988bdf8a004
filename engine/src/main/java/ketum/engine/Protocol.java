package ketum.engine;

import java.util.Map;
import java.util.function.IntFunction;

/**
 * Subjects that each have a time line of their own: their own start, doses, changes of parameters and output times.
 *
 * @param size          number of subjects
 * @param parameters    per-subject values at the start by parameter id, each of length {@code size}; others keep the model's default
 * @param initialStates per-subject start values by state id, each of length {@code size}; others start at the model's initial value
 * @param timelines     time line of a subject by index; must be pure; lags and bioavailabilities of {@link Options} do not apply to it
 */
public record Protocol(int size, Map<String, double[]> parameters, Map<String, double[]> initialStates,
                       IntFunction<Timeline> timelines) {

    public Protocol {
        parameters = Map.copyOf(parameters);
        initialStates = Map.copyOf(initialStates);
    }
}

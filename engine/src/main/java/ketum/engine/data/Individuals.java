package ketum.engine.data;

import java.util.Map;

/**
 * Who goes through a data set: each subject of the data once or several times, with parameters of their own.
 *
 * @param replicates how often each subject of the data is simulated, at least once
 * @param parameters values by parameter id, each of length replicates × subjects; the value of a replicate's subject stands at
 *                   replicate × (number of subjects) + subject, both from 0; other parameters keep the model's value
 */
public record Individuals(int replicates, Map<String, double[]> parameters) {

    /** Each subject once, with the model's parameters. */
    public static final Individuals AS_THE_MODEL = new Individuals(1, Map.of());

    public Individuals {
        if (replicates < 1) {
            throw new IllegalArgumentException("replicates: " + replicates + ", at least 1 is needed");
        }
        parameters = Map.copyOf(parameters);
    }
}

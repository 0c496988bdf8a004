package ketum.care;

import java.util.List;
import ketum.engine.Simulator;

/**
 * The model compiled twice, for all that is asked of it: the virtual machine takes seconds to warm up each compiled form, so runs share them.
 *
 * @param sparse few outputs, for runs over months
 * @param full   every output, for runs over a day and after the last dose
 */
record SharedSimulators(Simulator sparse, Simulator full) {

    static final List<String> SPARSE = List.of("cows", "tolerance", "adaptation", "memory");
    static final List<String> FULL = List.of("occupancy_MG", "occupancy_OH", "occupancy_SC", "occupancy", "activation", "share_OH", "analgesia", "pupil",
            "alertness", "nausea", "ventilation", "cows", "sows", "opponent", "anxiety", "irritability", "ache", "sleep", "gut", "autonomic", "tail",
            "tolerance", "adaptation", "C_MG", "C_SG", "C_PY", "C_SC", "C_MC", "C_IP", "C_OH");

    static SharedSimulators of(Cohorts cohorts) {
        return new SharedSimulators(cohorts.simulator(SPARSE), cohorts.simulator(FULL));
    }

    static int sparse(String output) {
        return index(SPARSE, output);
    }

    static int full(String output) {
        return index(FULL, output);
    }

    private static int index(List<String> outputs, String output) {
        int index = outputs.indexOf(output);
        if (index < 0) {
            throw new IllegalArgumentException(output + " is not among the outputs " + outputs);
        }
        return index;
    }
}

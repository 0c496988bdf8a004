package ketum.bench;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What the engine is meant to reach in one of the standard runs, and whether it did.
 *
 * @param what  figure, in words
 * @param run   name of the standard run that shows it
 * @param field of the run's JSON
 * @param bound the least (or, for errors and bytes, the greatest) that meets the target
 * @param most  whether the bound is the greatest allowed
 * @param aim   beyond the bound; NaN for none
 */
record Target(String what, String run, String field, double bound, boolean most, double aim) {

    /** Errors: what mrgsolve 2.0.2 reached at the same tolerances. */
    static final List<Target> ALL = List.of(
            new Target("K8 at 1e-8: times the scalar C program", "k8-1e-8", "ratio_to_scalar_c", 5, false, 7),
            new Target("K8 at 1e-8: error of the worst subject", "k8-1e-8", "error_worst", 7.8e-6, true, Double.NaN),
            new Target("K8 at 1e-6: times the scalar C program", "k8-1e-6", "ratio_to_scalar_c", 5, false, 6),
            new Target("K8 at 1e-6: error of the worst subject", "k8-1e-6", "error_worst", 1.1e-5, true, Double.NaN),
            new Target("K8-S at 1e-6: times the scalar C program", "k8s-1e-6", "ratio_to_scalar_c", 12, false, Double.NaN),
            new Target("K8 at 1e-8: two threads, times one", "k8-1e-8-two-threads", "ratio_to_one_thread", 1.9, false, Double.NaN),
            new Target("K8 at 1e-8: scalar code, times the scalar C program", "k8-1e-8-scalar", "ratio_to_scalar_c", 0.65, false, Double.NaN));

    enum Verdict { AIM_REACHED, MET, MISSED, NOT_MEASURED }

    Verdict verdict(JsonNode result) {
        JsonNode found = result == null ? null : result.get(field);
        if (found == null || !found.isNumber()) {
            return Verdict.NOT_MEASURED;
        }
        double value = found.asDouble();
        if (most) {
            return value <= bound ? Verdict.MET : Verdict.MISSED;
        }
        return value < bound ? Verdict.MISSED : value >= aim ? Verdict.AIM_REACHED : Verdict.MET;
    }
}

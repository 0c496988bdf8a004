package ketum.kratom.twin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ketum.engine.Options;

/**
 * How tightly the kratom model is integrated. Chosen by measurement: at the standard, the peak opponent drive of any of 800 twins differs by at most
 * 0.1 % from a run 100 times tighter. A report halves these tolerances, and a test of care holds that 100 times tighter ones move no reported
 * figure by more than 1 %.
 *
 * @param relative      relative tolerance of every state
 * @param nanomoles     absolute tolerance of amounts (a dose is about 100,000 nmol)
 * @param biophase      absolute tolerance of unbound concentrations at the site of action, nmol/L
 * @param dimensionless absolute tolerance of adaptation states, which lie between 0 and 1
 */
public record Accuracy(double relative, double nanomoles, double biophase, double dimensionless) {

    public static final Accuracy STANDARD = new Accuracy(1e-4, 5, 1e-4, 1e-5);

    /** All tolerances divided by {@code factor}. */
    public Accuracy tightened(double factor) {
        return new Accuracy(relative / factor, nanomoles / factor, biophase / factor, dimensionless / factor);
    }

    /** The absolute tolerances in words. */
    public String absolute() {
        return nanomoles + " nmol for amounts; " + biophase + " nmol/L at the site of action; " + dimensionless + " for adaptation";
    }

    public Options options(int threads) {
        Map<String, Double> byState = new LinkedHashMap<>();
        List.of("B_MG", "B_OH", "B_SC").forEach(id -> byState.put(id, biophase));
        List.of("fast", "slow", "recent", "memory").forEach(id -> byState.put(id, dimensionless));
        // the method by which the model was fitted and its page made; rates with conditions have no other explicit one
        return new Options(relative, nanomoles, byState, threads, Options.Lanes.VECTOR, Map.of(), Map.of(), Options.Method.EXPLICIT);
    }
}

package ketum.engine.solver;

/**
 * Amounts that enter states at once: after lag and bioavailability, in order of the time of entry.
 *
 * @param time   time of entry
 * @param state  row of the receiving state
 * @param amount amount that enters
 */
public record Doses(double[] time, int[] state, double[] amount) {}

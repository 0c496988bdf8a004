package ketum.engine.population;

/**
 * Random numbers that depend on nothing but (seed, subject, quantity, occasion): the same for any number of subjects,
 * threads, or machines, in any order of asking. Philox4x64-10 keyed by seed and a 64-bit hash of the quantity's name.
 */
public final class CounterRandom {

    public CounterRandom(long seed) {
    }

    /** Uniform on the open interval (0, 1). */
    public double uniform(String quantity, long subject, long occasion) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Standard normal, through StrictMath. */
    public double normal(String quantity, long subject, long occasion) {
        throw new UnsupportedOperationException("not yet");
    }
}

package ketum.engine.population;

import org.apache.commons.rng.core.source64.Philox4x64;

/**
 * Random numbers that depend on nothing but (seed, subject, quantity, occasion): the same for any number of subjects,
 * threads, or machines, in any order of asking. Philox4x64-10 (J. K. Salmon et al., <i>Parallel random numbers: as easy
 * as 1, 2, 3</i>, SC11, 2011) keyed by seed and a 64-bit hash of the quantity's name; subject and occasion are two words
 * of its counter.
 */
public final class CounterRandom {

    private static final double TWO_TO_MINUS_52 = 0x1p-52;

    private final long seed;

    public CounterRandom(long seed) {
        this.seed = seed;
    }

    /** Uniform on the open interval (0, 1), in steps of 2 to the power of -52, symmetric about ½. */
    public double uniform(String quantity, long subject, long occasion) {
        long bits = new Philox4x64(new long[] {seed, hash(quantity), 0, subject, occasion, 0}).next();
        return ((bits >>> 12) + 0.5) * TWO_TO_MINUS_52;
    }

    /** Standard normal: the normal quantile of {@link #uniform}, so both rise together. */
    public double normal(String quantity, long subject, long occasion) {
        return NormalQuantile.of(uniform(quantity, subject, occasion));
    }

    /** FNV-1a over UTF-16 units, then the finishing steps of SplitMix64 so that similar names get unlike keys. */
    private static long hash(String name) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            h = (h ^ name.charAt(i)) * 0x100000001b3L;
        }
        h = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
        h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
        return h ^ (h >>> 31);
    }
}

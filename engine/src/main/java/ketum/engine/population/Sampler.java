package ketum.engine.population;

import java.util.EnumSet;
import java.util.Set;

/**
 * Draws quantities for virtual subjects. A layer that is not active is held at its median: each draw of it is the
 * distribution's median (a standard normal is 0), for every subject. Draws of the other layer do not change by that.
 * Immutable; safe between threads.
 */
public final class Sampler {

    private final CounterRandom random;
    private final Set<Layer> active;

    public Sampler(long seed, Set<Layer> active) {
        this.random = new CounterRandom(seed);
        this.active = active.isEmpty() ? EnumSet.noneOf(Layer.class) : EnumSet.copyOf(active);
    }

    /** All layers active. */
    public Sampler(long seed) {
        this(seed, EnumSet.allOf(Layer.class));
    }

    public boolean active(Layer layer) {
        return active.contains(layer);
    }

    public double draw(String quantity, Distribution distribution, long subject, Layer layer) {
        return draw(quantity, distribution, subject, 0, layer);
    }

    /** @param occasion distinguishes repeated draws for one subject, as of one day after another */
    public double draw(String quantity, Distribution distribution, long subject, long occasion, Layer layer) {
        return active(layer) ? distribution.quantile(random.uniform(quantity, subject, occasion)) : distribution.median();
    }

    /** Standard normal, 0 in a layer that is not active. */
    public double normal(String quantity, long subject, long occasion, Layer layer) {
        return active(layer) ? random.normal(quantity, subject, occasion) : 0;
    }
}

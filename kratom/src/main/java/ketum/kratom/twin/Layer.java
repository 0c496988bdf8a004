package ketum.kratom.twin;

import ketum.engine.population.CounterRandom;
import ketum.kratom.data.Row;

/**
 * One layer of draws for one twin: people, or science. A layer that does not vary gives the middle of every distribution, so that
 * freezing it removes its spread and nothing else. Every draw is keyed by its name alone: adding one never moves another.
 */
final class Layer {

    private final CounterRandom random;
    private final String prefix;
    private final long twin;
    private final boolean varies;

    Layer(CounterRandom random, String prefix, long twin, boolean varies) {
        this.random = random;
        this.prefix = prefix;
        this.twin = twin;
        this.varies = varies;
    }

    boolean varies() {
        return varies;
    }

    double normal(String name) {
        return normal(name, 0);
    }

    double normal(String name, long occasion) {
        return varies ? random.normal(prefix + name, twin, occasion) : 0;
    }

    double uniform(String name) {
        return varies ? random.uniform(prefix + name, twin, 0) : 0.5;
    }

    /** exp(logSd * z): a factor with median 1. */
    double logNormalFactor(String name, double logSd) {
        return StrictMath.exp(logSd * normal(name));
    }

    double even(String name, double low, double high) {
        return low + (high - low) * uniform(name);
    }

    double logEven(String name, double low, double high) {
        return low * StrictMath.exp(StrictMath.log(high / low) * uniform(name));
    }

    /** Even between the bounds of a table row. */
    double even(String name, Row row) {
        return even(name, bound(row, true), bound(row, false));
    }

    /** Log-even between the bounds of a table row. */
    double logEven(String name, Row row) {
        return logEven(name, bound(row, true), bound(row, false));
    }

    /** Whether an event of this probability happens; a frozen layer says no. */
    boolean happens(String name, double probability) {
        return varies && random.uniform(prefix + name, twin, 0) < probability;
    }

    /** One of {@code count} equally likely choices; a frozen layer takes {@code reference}. */
    int choose(String name, int count, int reference) {
        return varies ? (int) (count * random.uniform(prefix + name, twin, 0)) : reference;
    }

    private static double bound(Row row, boolean low) {
        return (low ? row.low() : row.high()).orElseThrow(() -> new IllegalStateException(
                "row " + row.id() + " " + row.quantity() + " has no " + (low ? "low" : "high") + " bound"));
    }
}

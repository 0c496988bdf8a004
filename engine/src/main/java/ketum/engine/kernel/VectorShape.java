package ketum.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The vectors that this machine computes with: the widest it has, of at most {@link Kernel#LANES} numbers. */
public final class VectorShape {

    /** A constant of a class of its own, so that compiled code sees it as one. */
    public static final VectorSpecies<Double> SPECIES = species();

    static final VectorSpecies<Long> LONGS = SPECIES.withLanes(long.class);

    /** Numbers per vector. */
    public static final int WIDTH = SPECIES.length();

    private VectorShape() {
    }

    private static VectorSpecies<Double> species() {
        VectorSpecies<Double> preferred = DoubleVector.SPECIES_PREFERRED;
        return preferred.length() > Kernel.LANES ? DoubleVector.SPECIES_512 : preferred;
    }

}

package ketum.engine.kernel;

/** How many lanes this machine computes at once; safe to ask where the incubator module is absent. */
public final class LaneWidth {

    public static final int SCALAR = 1;

    private LaneWidth() {
    }

    /** Width of the machine's vectors, or {@link #SCALAR} without the module {@code jdk.incubator.vector} or without vectors. */
    public static int widest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? VectorShape.WIDTH : SCALAR;
    }
}

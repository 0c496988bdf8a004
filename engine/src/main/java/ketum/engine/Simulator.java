package ketum.engine;

import java.util.List;
import ketum.engine.model.Model;

/** A model compiled for a set of outputs; immutable and safe to share between threads. */
public final class Simulator {

    private Simulator() {
    }

    /**
     * Slices the model to what the outputs and the dosed states need, and compiles it.
     *
     * @param outputs ids of states, assignments or parameters to record, in this order
     * @param dosed   ids of states that receive doses (kept even where no output depends on them is not required:
     *                doses into a state that no output depends on are ignored)
     */
    public static Simulator compile(Model model, List<String> outputs, Options options) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Ids of the states that are integrated, in order. */
    public List<String> states() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Index of a state for {@link DoseList}, or -1 where the slice does not need it (its doses can be left out). */
    public int stateIndex(String id) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Integrates all subjects from {@code cohort.startTime()} to the last output time.
     *
     * @throws IllegalArgumentException for unknown ids, wrong lengths, or times out of order
     */
    public Trajectories run(Cohort cohort) {
        throw new UnsupportedOperationException("not yet");
    }
}

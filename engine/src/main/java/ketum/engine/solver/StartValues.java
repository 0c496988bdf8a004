package ketum.engine.solver;

import ketum.engine.kernel.Kernel;

/**
 * Derived parameters and initial states of a block's subjects. By scalar code: this happens once per subject and change of a
 * parameter, too seldom for vector code to get compiled. One thread's own.
 */
final class StartValues {

    private static final int LANES = Kernel.LANES;

    private final Problem problem;
    private final Block block;
    private final int places;
    private final double[] derived;
    private final double[] initial;

    StartValues(Problem problem, Block block, int places) {
        this.problem = problem;
        this.block = block;
        this.places = places;
        this.derived = Block.row(problem.compiled().shape().derived());
        this.initial = Block.row(block.states);
    }

    /** Computes derived parameters from the block's present parameters, for {@link #putDerived}. */
    void derive() {
        problem.compiled().scalar().prepare(block.time, block.state, block.parameters, derived, block.work, places);
    }

    /** Gives a lane its derived parameters as last computed. */
    void putDerived(int lane) {
        for (int row = 0; row < problem.compiled().shape().derived(); row++) {
            block.parameters[(problem.parameters().length + row) * LANES + lane] = derived[row * LANES + lane];
        }
    }

    /** Computes initial states from the block's present parameters, for {@link #putInitial}. */
    void initialise() {
        problem.compiled().scalar().initial(block.time, block.state, block.parameters, initial, block.work, places);
    }

    /** Gives a lane its initial states: those given for its subject, or else as last computed. */
    void putInitial(int lane, int subject) {
        for (int state = 0; state < block.states; state++) {
            double[] given = problem.initial()[state];
            block.state[state * LANES + lane] = given == null ? initial[state * LANES + lane] : given[subject];
        }
    }
}

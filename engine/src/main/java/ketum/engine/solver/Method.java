package ketum.engine.solver;

import ketum.engine.kernel.CompiledKernel;

/** How steps are taken. */
public enum Method {
    /** Explicit until a subject turns out stiff. */
    AUTOMATIC,
    EXPLICIT,
    STIFF;

    /** The formula of the stiff method. */
    static final RosenbrockFormula FORMULA = RosenbrockFormula.RODAS5P;

    /** A block with room for what this method derives from parameters. */
    Block block(CompiledKernel compiled, double relativeTolerance, double[] absoluteTolerance) {
        return this == STIFF ? Block.forStiff(compiled, relativeTolerance, absoluteTolerance)
                : new Block(compiled, relativeTolerance, absoluteTolerance);
    }

    StepMethod on(Block block, CompiledKernel compiled) {
        return this == STIFF ? new Rosenbrock(block, compiled.stiff().get(), FORMULA) : new DormandPrince54(block);
    }
}

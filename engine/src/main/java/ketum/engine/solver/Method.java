package ketum.engine.solver;

import ketum.engine.kernel.CompiledKernel;

/** How steps are taken. */
public enum Method {
    /** Taylor series where the model has them, else Runge-Kutta, until a subject turns out stiff. */
    AUTOMATIC,
    /** Explicit Runge-Kutta. */
    EXPLICIT,
    /** Taylor series where the model has them, else Runge-Kutta. */
    SERIES,
    STIFF;

    /** The formula of the stiff method. */
    static final RosenbrockFormula FORMULA = RosenbrockFormula.RODAS5P;

    /** The method that subjects begin with. */
    Method first(CompiledKernel compiled) {
        return switch (this) {
            case AUTOMATIC, SERIES -> compiled.series().isPresent() ? SERIES : EXPLICIT;
            case EXPLICIT, STIFF -> this;
        };
    }

    /** What people are told. */
    String title(double relativeTolerance) {
        return switch (this) {
            case SERIES -> "Taylor series of order " + TaylorSeries.orderFor(relativeTolerance);
            case STIFF -> "Rosenbrock, Rodas5P";
            case AUTOMATIC, EXPLICIT -> "Dormand-Prince 5(4)";
        };
    }

    /** A block with room for what this method derives from parameters. */
    Block block(CompiledKernel compiled, double relativeTolerance, double[] absoluteTolerance) {
        int further = switch (this) {
            case STIFF -> compiled.stiff().get().derived();
            case SERIES -> compiled.series().orElseThrow().derived();
            case AUTOMATIC, EXPLICIT -> 0;
        };
        return new Block(compiled, relativeTolerance, absoluteTolerance, further);
    }

    StepMethod on(Block block, CompiledKernel compiled) {
        return switch (this) {
            case STIFF -> new Rosenbrock(block, compiled.stiff().get(), FORMULA);
            case SERIES -> new TaylorSeries(block, compiled.series().orElseThrow(), TaylorSeries.orderFor(block.relativeTolerance));
            case AUTOMATIC, EXPLICIT -> new DormandPrince54(block);
        };
    }
}

package ketum.engine.solver;

import ketum.engine.kernel.CompiledStiff;
import ketum.engine.kernel.StiffKernel;

/**
 * A Rosenbrock method: linearly implicit, one Jacobian and one factorisation per step, one right-hand side and one linear system per stage. For
 * stiff problems; the Jacobian must be exact, and is. What each formula is good for stands in {@link RosenbrockFormula}.
 */
final class Rosenbrock implements StepMethod {

    private final Block block;
    private final CompiledStiff compiled;
    private final RosenbrockFormula formula;
    private final StageArithmetic scalarLoops = new ScalarStages();
    private final StageArithmetic vectorLoops;
    private final double[] stageTime = Block.row(1);
    private final double[] timeAndScale = Block.row(2);
    private final double[] perStep = Block.row(1);
    private final double[] slope;
    private final double[] timeSlope;
    private final double[] rates;
    private final double[] rightHandSide;
    private final double[] stages;
    private final double[] factors;
    private final double[] work;
    private final double[] solved;
    private final double[] polynomial;
    private final double[] derived;
    /** {@link #slope} belongs to the present state of all lanes. */
    private boolean begun;
    /** {@link #polynomial} belongs to the last attempt. */
    private boolean interpolated;

    /** @param block with room for this method's derived parameters (see {@link Method#block}) */
    Rosenbrock(Block block, CompiledStiff compiled, RosenbrockFormula formula) {
        this.block = block;
        this.compiled = compiled;
        this.formula = formula;
        this.vectorLoops = compiled.vector().isPresent() ? new VectorStages() : null;
        int n = block.states;
        slope = Block.row(n);
        timeSlope = Block.row(n);
        rates = Block.row(n);
        rightHandSide = Block.row(n);
        solved = Block.row(n);
        stages = Block.row(formula.stages() * n);
        factors = Block.row(compiled.factors());
        work = Block.row(compiled.workRows());
        polynomial = Block.row(formula.dense().length * n);
        derived = Block.row(compiled.derived());
    }

    @Override
    public int order() {
        return formula.order();
    }

    @Override
    public int rightHandSidesPerStep() {
        return formula.stages();
    }

    @Override
    public void parametersChanged() {
        compiled.scalar().prepare(block.time, block.state, block.parameters, derived, work, block.lanes);
        System.arraycopy(derived, 0, block.parameters, block.parameters.length - derived.length, derived.length);
        begun = false;
    }

    @Override
    public void begin() {
        block.rates(block.time, block.state, slope);
        begun = true;
    }

    @Override
    public double[] slope() {
        return slope;
    }

    @Override
    public void attempt() {
        boolean vectors = block.arithmetic instanceof VectorArithmetic;
        StiffKernel kernel = vectors ? compiled.vector().orElseThrow() : compiled.scalar();
        StageArithmetic on = vectors ? vectorLoops : scalarLoops;
        int n = block.states;
        int lanes = block.lanes;
        int stride = stages.length / formula.stages();
        if (!begun) {
            begin();
        }
        on.scale(lanes, block.time, block.step, formula.gamma(), timeAndScale, perStep);
        kernel.factor(timeAndScale, block.state, block.parameters, factors, work, lanes);
        if (compiled.explicitTime()) {
            kernel.timeSlope(timeAndScale, block.state, block.parameters, timeSlope, work, lanes);
        }
        for (int stage = 0; stage < formula.stages(); stage++) {
            double[] f = slope;
            if (stage > 0) {
                if (formula.a()[stage].length > 0) {
                    on.state(n, lanes, block.state, stages, formula.a()[stage], block.next);
                } else {
                    on.plus(n, lanes, block.next, stages, stage - 1, block.next);
                }
                block.arithmetic.stageTime(lanes, block.time, block.step, formula.alpha()[stage], stageTime);
                block.rates(stageTime, block.next, rates);
                f = rates;
            }
            on.rightHandSide(n, lanes, f, perStep, stages, formula.c()[stage], rightHandSide);
            if (compiled.explicitTime() && formula.timeWeight()[stage] != 0) {
                on.addTimeSlope(n, lanes, block.step, formula.timeWeight()[stage], timeSlope, rightHandSide);
            }
            kernel.solve(timeAndScale, rightHandSide, factors, solved, work, lanes);
            System.arraycopy(solved, 0, stages, stage * stride, stride);
        }
        int last = formula.stages() - 1;
        on.plus(n, lanes, block.next, stages, last, block.next);
        on.errorNorm(n, lanes, block.state, block.next, stages, last, block.absoluteTolerance, block.relativeTolerance, block.error);
        interpolated = false;
    }

    @Override
    public void dense(double[] theta, double[] result) {
        StageArithmetic on = block.arithmetic instanceof VectorArithmetic ? vectorLoops : scalarLoops;
        double[][] terms = formula.dense();
        if (!interpolated) {
            for (int term = 0; term < terms.length; term++) {
                on.polynomial(block.states, block.lanes, stages, terms[term], polynomial, term * block.states);
            }
            interpolated = true;
        }
        on.dense(block.states, block.lanes, theta, block.state, block.next, polynomial, terms.length, result);
    }

    @Override
    public void accept(double[] accepted) {
        block.arithmetic.copyLanes(block.states, block.lanes, accepted, block.next, block.state);
        begun = false;
    }

    @Override
    public double stiffness(int lane) {
        double rate = factors[(compiled.factors() - 1) * Block.LANES + lane];
        return block.step[lane] * rate / DormandPrince54.STABLE;
    }

    @Override
    public String trouble(int lane) {
        for (int row = 0; row < compiled.factors(); row++) {
            if (!Double.isFinite(factors[row * Block.LANES + lane])) {
                return "the stiff method's linear system cannot be solved here (a derivative of the rates is infinite or not a number)";
            }
        }
        return null;
    }
}

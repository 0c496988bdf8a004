package ketum.engine.solver;

import ketum.engine.kernel.CompiledSeries;
import ketum.engine.kernel.Elementary;
import ketum.engine.kernel.SeriesKernel;

/**
 * The Taylor series of the solution itself, to an order that suits the tolerance. The coefficients come from recurrences compiled from
 * the model (see {@link SeriesKernel}), at about the cost of one right-hand side per order; exponentials and logarithms are taken at order
 * 0 alone. For models whose rates have no conditions on time or states.
 *
 * <p>The step follows from the two highest coefficients, before it is tried: the difference between the solutions of orders p and p-1
 * is to meet the tolerance. That is the measure of an embedded Runge-Kutta pair. Afterwards the slope of the polynomial at the end is
 * compared with the model's rates there; their difference, times the step, must meet the tolerance too. It shows kinks and
 * singularities that the coefficients did not know of. The polynomial is its own dense output, of full order.
 *
 * <p>À. Jorba, M. Zou, <i>A software package for the numerical integration of ODEs by means of high-order Taylor methods</i>,
 * Experimental Mathematics 14 (2005) 99-117.
 */
final class TaylorSeries implements StepMethod {

    static final int GREATEST_ORDER = SeriesKernel.ROWS - 1;
    static final int LEAST_ORDER = 4;
    private static final int LANES = Block.LANES;
    /** A step this much shorter than the one before may be due to a power or root near its singularity. */
    private static final double COLLAPSE = 0.02;
    private static final double LN_SAFETY = Elementary.ln(0.9);

    /** Steps after which a solution is well past a singularity at its start. */
    private static final int SETTLED = 40;
    /** Steps after a start from which nothing is concluded: stiffness that passes with the next dose costs little. */
    private static final int UNDECIDED = 6;

    private final Block block;
    private final CompiledSeries compiled;
    private final int order;
    private final SeriesArithmetic scalarLoops = new ScalarSeries();
    private final SeriesArithmetic vectorLoops;
    private final double[] table;
    private final double[] work;
    private final double[] derived;
    /** Time, frozen, inputs: see {@link SeriesKernel#origin}. */
    private final double[] origin;
    private final double[] slope;
    private final double[] expected;
    private final double[] rates;
    private final double[] endTime = Block.row(1);
    private final double[] span = Block.row(1);
    private final double[] terms = Block.row(2);
    private final int perLane;
    private final double perOrder;
    private final double perLowerOrder;
    private final boolean[] frozenTried = new boolean[LANES];
    /** Longest step of a frozen lane as it would be otherwise. */
    private final double[] regular = Block.row(1);
    private final int[] stepsSinceStart = new int[LANES];
    private SeriesKernel kernel;
    private SeriesArithmetic on;
    /** The table belongs to the present state of all lanes. */
    private boolean expanded;
    /** {@link #slope} belongs to the table. */
    private boolean slopesRead;

    /** @param block with room for this method's derived parameters */
    TaylorSeries(Block block, CompiledSeries compiled, int order) {
        this.block = block;
        this.compiled = compiled;
        this.order = order;
        this.perOrder = 1.0 / order;
        this.perLowerOrder = 1.0 / (order - 1);
        this.vectorLoops = compiled.vector().isPresent() ? new VectorSeries() : null;
        this.perLane = compiled.series() * SeriesKernel.ROWS;
        int n = block.states;
        table = new double[perLane * LANES];
        work = Block.row(compiled.workRows());
        derived = Block.row(compiled.derived());
        origin = Block.row(2 + n);
        slope = Block.row(n);
        expected = Block.row(n);
        rates = Block.row(n);
    }

    /** The order that takes the least time at a tolerance, as measured on problem K8 (docs/performance-notes.md); flat around its best. */
    static int orderFor(double relativeTolerance) {
        double digits = -StrictMath.log10(relativeTolerance);
        return (int) Math.max(LEAST_ORDER, Math.min(GREATEST_ORDER, StrictMath.rint(8 + 0.55 * digits)));
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public int rightHandSidesPerStep() {
        return order + 1;
    }

    @Override
    public void parametersChanged() {
        compiled.scalar().prepare(block.time, block.state, block.parameters, derived, work, block.lanes);
        System.arraycopy(derived, 0, block.parameters, block.parameters.length - derived.length, derived.length);
        expanded = false;
    }

    @Override
    public void begin() {
        expand();
    }

    /** An expansion calls the code for one order some twenty times; for as often as it needs to be called, one in many is enough. */
    @Override
    public void rehearse(int call) {
        if (call % 64 == 0) {
            expand();
        } else {
            originate();
            expanded = true;
        }
    }

    @Override
    public double[] slope() {
        if (!slopesRead) {
            on.terms(block.states, block.lanes, perLane, table, 1, slope);
            slopesRead = true;
        }
        return slope;
    }

    @Override
    public double[] pace() {
        on.terms(block.states, block.lanes, perLane, table, order, expected);
        return expected;
    }

    private void originate() {
        boolean vectors = block.arithmetic instanceof VectorArithmetic;
        kernel = vectors ? compiled.vector().orElseThrow() : compiled.scalar();
        on = vectors ? vectorLoops : scalarLoops;
        System.arraycopy(block.time, 0, origin, 0, LANES);
        if (block.inputs) {
            System.arraycopy(block.input, 0, origin, 2 * LANES, block.input.length);
        }
        kernel.origin(origin, block.state, block.parameters, table, work, block.lanes);
    }

    private void expand() {
        originate();
        for (int lane = 0; lane < block.lanes; lane += on.width()) {
            for (int k = 1; k < order; k++) {
                kernel.term(block.parameters, table, work, lane, lane * perLane, k);
            }
        }
        expanded = true;
        slopesRead = false;
    }

    @Override
    public boolean choosesSteps() {
        return true;
    }

    @Override
    public void choose(double[] usual, double[] result) {
        if (!expanded) {
            expand();
        }
        longest(result);
        if (!compiled.guarded()) {
            return;
        }
        boolean doubtful = false;
        boolean thawed = false;
        for (int lane = 0; lane < LANES; lane++) {
            frozenTried[lane] = !frozen(lane) && !(result[lane] >= COLLAPSE * usual[lane]);
            doubtful |= frozenTried[lane];
            if (frozen(lane) && usual[lane] <= regular[lane]) {
                origin[LANES + lane] = 0;
                thawed = true;
            }
        }
        if (doubtful) {
            tryFrozen(result);
        } else if (thawed) {
            expand();
            longest(result);
        }
    }

    /**
     * Near the singularity of a power, logarithm or root, such as x^1.4 at x = 1e-20, the series holds for steps as short as x is small,
     * though the function hardly matters there. Where steps would shrink all at once, it is tried what they could be with such
     * functions taken as constant; the comparison of slopes at the end of the step then decides how far that holds.
     */
    private void tryFrozen(double[] result) {
        for (int lane = 0; lane < LANES; lane++) {
            if (frozenTried[lane]) {
                origin[LANES + lane] = 1;
            }
        }
        expand();
        longest(span);
        boolean undone = false;
        for (int lane = 0; lane < LANES; lane++) {
            if (frozenTried[lane]) {
                if (COLLAPSE * span[lane] > result[lane] || Double.isNaN(result[lane])) {
                    regular[lane] = result[lane];
                    result[lane] = span[lane];
                } else {
                    origin[LANES + lane] = 0;
                    undone = true;
                }
            }
        }
        if (undone) {
            expand();
        }
    }

    private boolean frozen(int lane) {
        return origin[LANES + lane] != 0;
    }

    private void longest(double[] result) {
        on.lastTerms(block.states, block.lanes, perLane, table, order, block.state, block.absoluteTolerance, block.relativeTolerance, terms);
        block.arithmetic.ln(terms, 2, block.lanes);
        for (int lane = 0; lane < LANES; lane++) {
            // safety times the shorter of error^(-1/p) and error^(-1/(p-1)); the terms are squares of errors
            result[lane] = LN_SAFETY - 0.5 * Math.max(terms[lane] * perOrder, terms[LANES + lane] * perLowerOrder);
        }
        block.arithmetic.exp(result, block.lanes);
    }

    @Override
    public void restarted(int lane) {
        origin[LANES + lane] = 0;
        stepsSinceStart[lane] = 0;
        expanded = false;
    }

    @Override
    public void attempt() {
        if (!expanded) {
            expand();
        }
        int n = block.states;
        on.evaluate(n, block.lanes, perLane, table, order, block.step, block.next, expected);
        block.arithmetic.stageTime(block.lanes, block.time, block.step, 1, endTime);
        block.rates(endTime, block.next, rates);
        on.defect(n, block.lanes, block.state, block.next, block.step, rates, expected, block.absoluteTolerance, block.relativeTolerance,
                block.error);
        for (int lane = 0; lane < block.lanes; lane++) {
            if (block.error[lane] > 1 && stepsSinceStart[lane] >= SETTLED) {
                excuse(lane);
            }
        }
    }

    /**
     * The slopes of a smooth solution differ at the end of a step too, by (p+1)·x_(p+1)·h^(p+1), which is p+1 times the error of the step; where
     * many short-lived terms have died down that may be more than the tolerance without harm. What is of that size, judged by how
     * the last two terms fall, does not speak against the step.
     */
    private void excuse(int lane) {
        double h = Math.abs(block.step[lane]);
        double usual = 2 * (order + 1) * Elementary.exp(terms[lane] - 0.5 * terms[LANES + lane] + (order + 1) * Elementary.ln(h));
        if (block.error[lane] <= usual && usual <= order) {
            block.error[lane] /= usual;
        }
    }

    @Override
    public void dense(double[] theta, double[] result) {
        for (int lane = 0; lane < LANES; lane++) {
            span[lane] = theta[lane] * block.step[lane];
        }
        on.value(block.states, block.lanes, perLane, table, order, span, result);
    }

    @Override
    public void accept(double[] accepted) {
        block.arithmetic.copyLanes(block.states, block.lanes, accepted, block.next, block.state);
        for (int lane = 0; lane < LANES; lane++) {
            if (accepted[lane] > 0) {
                origin[LANES + lane] = 0;
                stepsSinceStart[lane]++;
            }
        }
        expanded = false;
    }

    /** The ratio of the two highest coefficients shows the fastest rate of change that is left in the solution. */
    @Override
    public double stiffness(int lane) {
        if (stepsSinceStart[lane] < UNDECIDED) {
            return 0;
        }
        double ratio = Elementary.exp(0.5 * (terms[lane] - terms[LANES + lane]));
        // the region of stability of the exponential's polynomial of order p reaches this far along the negative axis, within 2 %
        double stable = 1.38 + 0.37 * order;
        // the last coefficients show the fastest rate long before it bounds the steps, which is not to count as stiff yet
        return 0.6 * block.step[lane] * order * ratio / stable;
    }
}

package ketum.engine.solver;

import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import ketum.engine.kernel.CompiledKernel;
import ketum.engine.kernel.Kernel;

/** A block at the start of a model with lanes that differ a little, to try code on: for its bits, its time, and to get it compiled. */
final class Rehearsal {

    private static final int LANES = Kernel.LANES;

    private final CompiledKernel compiled;
    private final Block block;
    private final StepMethod method;
    private final LaneArithmetic scalarLoops;
    private final LaneArithmetic vectorLoops;
    private final double[] results;
    private final double[] dense;
    private final double[] allowed = Block.row(1);
    private final double[] none = Block.row(1);
    private final double[] middle = Block.row(1);

    Rehearsal(CompiledKernel compiled, Method which, LaneArithmetic scalarLoops, LaneArithmetic vectorLoops) {
        this.compiled = compiled;
        this.scalarLoops = scalarLoops;
        this.vectorLoops = vectorLoops;
        int states = compiled.shape().states();
        double[] absolute = new double[states];
        Arrays.fill(absolute, 1e-6);
        this.block = which.block(compiled, 1e-6, absolute);
        useScalars();
        this.method = which.on(block, compiled);
        this.results = Block.row(compiled.shape().outputs());
        this.dense = Block.row(states);
        for (int row = 0; row < compiled.parameters().size(); row++) {
            for (int lane = 0; lane < LANES; lane++) {
                block.parameters[row * LANES + lane] = compiled.parameters().get(row).value() * (1 + 0.01 * lane);
            }
        }
        double[] derived = Block.row(compiled.shape().derived());
        compiled.scalar().prepare(block.time, block.state, block.parameters, derived, block.work, LANES);
        System.arraycopy(derived, 0, block.parameters, compiled.shape().parameters() * LANES, derived.length);
        method.parametersChanged();
        compiled.scalar().initial(block.time, block.state, block.parameters, dense, block.work, LANES);
        for (int i = 0; i < dense.length; i++) {
            block.state[i] = dense[i] + 0.1 * (i % LANES); // a model at rest would not show much
        }
        Arrays.fill(block.step, 1e-3);
        Arrays.fill(middle, 0.3);
    }

    void useScalars() {
        block.use(compiled.scalar(), scalarLoops, LANES);
    }

    void useVectors() {
        block.use(compiled.vector().orElseThrow(), vectorLoops, LANES);
    }

    /** An attempt, which comes to several calls of the rates. */
    void attempt() {
        method.attempt();
    }

    /** What happens between attempts. */
    void exercise(int call) {
        method.rehearse(call);
        if (method.choosesSteps()) {
            method.choose(none, allowed);
        }
        method.dense(none, dense);
        block.kernel.outputs(none, dense, block.parameters, results, block.work, block.lanes);
        block.arithmetic.ln(block.error, 1, block.lanes);
        block.arithmetic.exp(block.error, block.lanes);
        method.accept(none);
    }

    /** Everything that one step computes, as bits, under the code in use. */
    long[] bits() {
        method.begin();
        Arrays.fill(allowed, 0);
        if (method.choosesSteps()) {
            method.choose(none, allowed);
        }
        method.attempt();
        method.dense(middle, dense);
        block.kernel.outputs(block.time, dense, block.parameters, results, block.work, block.lanes);
        double[][] all = {method.slope(), allowed, block.next, block.error, dense, results};
        long[] bits = Arrays.stream(all).flatMapToDouble(Arrays::stream).mapToLong(Double::doubleToLongBits).toArray();
        method.accept(none);
        return bits;
    }

    /** Processor time of some steps under the code in use. */
    long time(ThreadMXBean threads, int steps) {
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < steps; i++) {
            attempt();
            exercise(0);
        }
        return threads.getCurrentThreadCpuTime() - start;
    }
}

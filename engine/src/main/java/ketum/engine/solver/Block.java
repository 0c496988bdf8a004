package ketum.engine.solver;

import ketum.engine.kernel.CompiledKernel;
import ketum.engine.kernel.Kernel;

/**
 * The numbers of one block of subjects under way; rows of lanes as in {@link Kernel}. One thread's own. The code that works on
 * them can be exchanged at any time, since all code gives the same bits.
 */
final class Block {

    static final int LANES = Kernel.LANES;

    final double relativeTolerance;
    /** One number per state. */
    final double[] absoluteTolerance;
    final int states;
    Kernel kernel;
    LaneArithmetic arithmetic;
    /** Lanes that are computed. */
    int lanes;

    final double[] time = row(1);
    /** Signed length of the step being tried; 0 in an idle lane. */
    final double[] step = row(1);
    final double[] error = row(1);
    final double[] state;
    final double[] next;
    final double[] parameters;
    final double[] work;
    /** Constant input into each state, per unit of time. */
    final double[] input;
    /** Whether any lane ever had an input since this block began; without one, nothing is added. */
    boolean inputs;

    Block(CompiledKernel compiled, double relativeTolerance, double[] absoluteTolerance) {
        this(compiled, relativeTolerance, absoluteTolerance, 0);
    }

    /** A block for a stiff method, whose own derived parameters stand after those of the kernel. */
    static Block forStiff(CompiledKernel compiled, double relativeTolerance, double[] absoluteTolerance) {
        return Method.STIFF.block(compiled, relativeTolerance, absoluteTolerance);
    }

    /** @param furtherDerived rows of parameters that a method derives for itself, after those of the kernel */
    Block(CompiledKernel compiled, double relativeTolerance, double[] absoluteTolerance, int furtherDerived) {
        this.relativeTolerance = relativeTolerance;
        this.absoluteTolerance = absoluteTolerance;
        this.states = compiled.shape().states();
        this.state = row(states);
        this.next = row(states);
        this.parameters = row(compiled.shape().parameters() + compiled.shape().derived() + furtherDerived);
        this.work = row(compiled.shape().workRows());
        this.input = row(states);
    }

    void use(Kernel code, LaneArithmetic loops, int lanesToCompute) {
        kernel = code;
        arithmetic = loops;
        lanes = lanesToCompute;
    }

    static double[] row(int rows) {
        return new double[rows * LANES];
    }

    /** Time derivatives, with inputs. */
    void rates(double[] atTime, double[] atState, double[] result) {
        kernel.rates(atTime, atState, parameters, result, work, lanes);
        if (inputs) {
            arithmetic.addWhereNotZero(states, lanes, input, result);
        }
    }
}

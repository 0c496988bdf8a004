package ketum.engine.solver;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import ketum.engine.kernel.CompiledKernel;
import ketum.engine.kernel.Kernel;

/**
 * Which code the workers run: scalar at first, vector code once it is known to be faster.
 *
 * <p>Until HotSpot's optimising compiler has seen it, vector code keeps every vector on the heap and is several times slower than
 * scalar code; now and then it stays so. All code gives the same bits, so a thread of its own exercises the vector code while
 * the workers go on, and they change over in the middle of a run when it has proved itself. If it never does, nothing is lost.
 */
final class CodeChoice {

    /** Attempts of a whole block after which warming up seems worth while: some 20 ms of work. */
    private static final long WORTH_WHILE = 2_000;
    /** HotSpot optimises a method after 5,000 calls. */
    private static final int CALLS_FOR_COMPILER = 5_200;
    private static final int RIGHT_HAND_SIDES = 6;
    /** How often and how long to look whether the compiler is done; it needs the processor meanwhile. */
    private static final int MOST_PROBES = 1_000;
    private static final int PROBE = 10;
    private static final int PAUSE_MS = 20;
    /** Probes in a row that must be clearly faster than scalar code. */
    private static final int PROOF = 5;

    private final CompiledKernel compiled;
    private final Method which;
    private final LaneArithmetic scalarLoops = new ScalarArithmetic();
    private final LaneArithmetic vectorLoops;
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean vectors;

    /**
     * @param which  the method that the code is for
     * @param atOnce vector code from the start, where there is any
     */
    CodeChoice(CompiledKernel compiled, Method which, boolean atOnce) {
        this.compiled = compiled;
        this.which = which;
        this.vectorLoops = compiled.vector().isPresent() ? new VectorArithmetic() : null;
        this.vectors = atOnce && compiled.vector().isPresent();
    }

    /** To be called before each attempt. */
    void apply(Block block, int places) {
        if (vectors) {
            if (block.arithmetic != vectorLoops) {
                useVectors(block, places);
            }
            return;
        }
        if (block.arithmetic == null) {
            block.use(compiled.scalar(), scalarLoops, places);
        }
        if (attempts.get() <= WORTH_WHILE && attempts.incrementAndGet() == WORTH_WHILE) {
            prepare();
        }
    }

    /** Begins to make vector code ready, once. */
    void prepare() {
        if (compiled.vector().isPresent() && !vectors && begun.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("vector-code-warm-up").start(this::warmUp);
        }
    }

    private void useVectors(Block block, int places) {
        block.use(compiled.vector().orElseThrow(), vectorLoops, Math.ceilDiv(places, compiled.width()) * compiled.width());
    }

    private void warmUp() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] absolute = new double[compiled.shape().states()];
        Arrays.fill(absolute, 1);
        Block block = which.block(compiled, 1e-6, absolute);
        double[] derived = Block.row(compiled.shape().derived());
        block.use(compiled.scalar(), scalarLoops, Kernel.LANES);
        for (int row = 0; row < compiled.parameters().size(); row++) {
            Arrays.fill(block.parameters, row * Kernel.LANES, (row + 1) * Kernel.LANES, compiled.parameters().get(row).value());
        }
        compiled.scalar().prepare(block.time, block.state, block.parameters, derived, block.work, Kernel.LANES);
        System.arraycopy(derived, 0, block.parameters, compiled.shape().parameters() * Kernel.LANES, derived.length);
        double[] dense = Block.row(compiled.shape().states());
        compiled.scalar().initial(block.time, block.state, block.parameters, dense, block.work, Kernel.LANES);
        System.arraycopy(dense, 0, block.state, 0, dense.length);
        Arrays.fill(block.step, 1e-3);
        StepMethod method = which.on(block, compiled);
        method.parametersChanged();
        double[] results = Block.row(compiled.shape().outputs());
        double[] none = Block.row(1);
        EventWatch watch = compiled.events().filter(events -> events.continuous()).map(events -> new EventWatch(block, method, events))
                .orElse(null);
        useVectors(block, Kernel.LANES);
        for (int call = 0; call < CALLS_FOR_COMPILER; call++) {
            if (call % RIGHT_HAND_SIDES == 0) {
                method.attempt();
            }
            exercise(block, method, watch, results, none, dense);
        }
        int faster = 0;
        try {
            for (int probe = 0; probe < MOST_PROBES && faster < PROOF; probe++) {
                block.use(compiled.scalar(), scalarLoops, Kernel.LANES);
                long scalar = time(threads, block, method, watch, results, none, dense);
                useVectors(block, Kernel.LANES);
                long vector = time(threads, block, method, watch, results, none, dense);
                faster = vector < 0.8 * scalar ? faster + 1 : 0;
                if (faster == 0) {
                    Thread.sleep(PAUSE_MS);
                }
            }
        } catch (InterruptedException e) {
            return; // nobody waits for an answer
        }
        vectors = faster == PROOF;
    }

    private static long time(ThreadMXBean threads, Block block, StepMethod method, EventWatch watch, double[] results, double[] none,
                             double[] dense) {
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < PROBE; i++) {
            method.attempt();
            exercise(block, method, watch, results, none, dense);
        }
        return threads.getCurrentThreadCpuTime() - start;
    }

    /** What happens between attempts. */
    private static void exercise(Block block, StepMethod method, EventWatch watch, double[] results, double[] none,
                                 double[] dense) {
        method.begin();
        method.dense(none, dense);
        block.kernel.outputs(none, dense, block.parameters, results, block.work, block.lanes);
        block.arithmetic.ln(block.error, 1, block.lanes);
        block.arithmetic.exp(block.error, block.lanes);
        method.accept(none);
        if (watch != null) {
            watch.look(new Course[Kernel.LANES], 0);
        }
    }
}

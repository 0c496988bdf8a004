package ketum.engine.solver;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import ketum.engine.kernel.CompiledKernel;

/**
 * Which code the workers run: scalar at first, vector code once it is known to be faster.
 *
 * <p>Until HotSpot's optimising compiler has seen it, vector code keeps every vector on the heap and is several times slower than
 * scalar code; now and then it stays so. All code gives the same bits, so a thread of its own exercises the vector code while
 * the workers go on, and they change over in the middle of a run when it has proved itself: when it was faster several times in a row, and a
 * step gave the bits of scalar code before and after it was compiled. If it never does, scalar code goes on, and a warning says so.
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
    private static final int PAUSE_MS = 10;
    private static final int MORE_CALLS = 250;
    /** Probes in a row that must be clearly faster than scalar code. */
    private static final int PROOF = 5;

    private final CompiledKernel compiled;
    private final Method which;
    private final LaneArithmetic scalarLoops = new ScalarArithmetic();
    private final LaneArithmetic vectorLoops;
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final int probes;
    /** Vector code is wanted from the first step on, once it has given the right bits. */
    private final boolean atOnce;
    private volatile boolean vectors;
    /** For people; null where all is well. */
    private volatile String warning;

    /**
     * @param which  the method that the code is for
     * @param atOnce vector code from the start, where there is any
     */
    CodeChoice(CompiledKernel compiled, Method which, boolean atOnce) {
        this(compiled, which, atOnce, MOST_PROBES);
    }

    /** @param probes how often to look whether vector code has become faster, before giving it up */
    CodeChoice(CompiledKernel compiled, Method which, boolean atOnce, int probes) {
        this.compiled = compiled;
        this.which = which;
        this.vectorLoops = compiled.vector().isPresent() ? new VectorArithmetic() : null;
        if (vectorLoops != null) {
            CompilerAdvice.give();
        }
        this.atOnce = atOnce;
        this.probes = probes;
    }

    /** What people should know about the code that ran. */
    Optional<String> warning() {
        return Optional.ofNullable(warning);
    }

    /** To be called before each attempt. */
    void apply(Block block, int places) {
        if (vectors) {
            if (block.arithmetic != vectorLoops) {
                useVectors(block, places);
            }
            return;
        }
        if (atOnce) {
            tryAtOnce();
            if (vectors) {
                useVectors(block, places);
                return;
            }
        }
        if (block.arithmetic == null) {
            block.use(compiled.scalar(), scalarLoops, places);
        }
        if (!atOnce && attempts.get() <= WORTH_WHILE && attempts.incrementAndGet() == WORTH_WHILE) {
            prepare();
        }
    }

    private void tryAtOnce() {
        if (compiled.vector().isPresent() && !begun.get()) {
            synchronized (begun) { // other workers wait for the answer
                if (!begun.get()) {
                    vectors = right(rehearsal());
                    begun.set(true);
                }
            }
        }
    }

    /** Begins to make vector code ready, once. */
    void prepare() {
        if (compiled.vector().isPresent() && !atOnce && begun.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("vector-code-warm-up").start(this::warmUp);
        }
    }

    private void useVectors(Block block, int places) {
        block.use(compiled.vector().orElseThrow(), vectorLoops, Math.ceilDiv(places, compiled.width()) * compiled.width());
    }

    /** Whether one step gives the bits of scalar code; if not, vector code is never used. */
    private boolean right(Rehearsal rehearsal) {
        rehearsal.useScalars();
        long[] expected = rehearsal.bits();
        rehearsal.useVectors();
        boolean right = Arrays.equals(expected, rehearsal.bits());
        if (!right) {
            warning = "vector code gave other numbers than scalar code when it was tried; scalar code ran, which is slower";
        }
        return right;
    }

    private Rehearsal rehearsal() {
        return new Rehearsal(compiled, which, scalarLoops, vectorLoops);
    }

    private void warmUp() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Rehearsal rehearsal = rehearsal();
        if (!right(rehearsal)) {
            return;
        }
        for (int call = 0; call < CALLS_FOR_COMPILER; call++) {
            if (call % RIGHT_HAND_SIDES == 0) {
                rehearsal.attempt();
            }
            rehearsal.exercise(call);
        }
        int faster = 0;
        try {
            for (int probe = 0; probe < probes && faster < PROOF; probe++) {
                rehearsal.useScalars();
                long scalar = rehearsal.time(threads, PROBE);
                rehearsal.useVectors();
                long vector = rehearsal.time(threads, PROBE);
                faster = vector < 0.8 * scalar ? faster + 1 : 0;
                if (faster == 0) {
                    for (int call = 1; call <= MORE_CALLS; call++) {
                        rehearsal.exercise(call); // calls count anew once the first compiler has been there
                    }
                    Thread.sleep(PAUSE_MS);
                }
            }
        } catch (InterruptedException e) {
            return; // nobody waits for an answer
        }
        // once more: compiled code is other code than what was tried first
        if (faster == PROOF && right(rehearsal)) {
            vectors = true;
        } else if (faster < PROOF) {
            warning = "vector code did not become faster than scalar code; scalar code ran";
        }
    }
}

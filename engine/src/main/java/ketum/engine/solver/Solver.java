package ketum.engine.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import ketum.engine.kernel.Kernel;
import ketum.engine.kernel.LaneWidth;

/** Integrates all subjects of a problem on some threads. */
public final class Solver {

    private Solver() {
    }

    /** @throws IllegalArgumentException what {@code problem.doses()} throws, and for a problem too big to hold */
    public static Recording solve(Problem problem, int threads) {
        var shape = problem.compiled().shape();
        Recording recording = new Recording(shape.outputs(), shape.states(), problem.subjects(), problem.times().length);
        if (problem.subjects() == 0) {
            return recording;
        }
        int share = Math.ceilDiv(problem.subjects(), threads);
        int lanes = Math.min(Kernel.LANES, Math.ceilDiv(share, shape.width()) * shape.width());
        int workers = Math.min(threads, Math.ceilDiv(problem.subjects(), lanes));
        AtomicInteger queue = new AtomicInteger();
        if (workers == 1) {
            worker(problem, recording, queue, lanes).run();
            return recording;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(workers, Thread.ofPlatform().daemon().name("solver-", 0).factory())) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                running.add(pool.submit(worker(problem, recording, queue, lanes)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            queue.set(problem.subjects()); // the others stop after their present subjects
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return recording;
    }

    private static Worker worker(Problem problem, Recording recording, AtomicInteger queue, int lanes) {
        LaneArithmetic arithmetic = problem.compiled().shape().width() == LaneWidth.SCALAR
                ? new ScalarArithmetic() : new VectorArithmetic();
        Block block = new Block(problem.compiled(), arithmetic, problem.relativeTolerance(), problem.absoluteTolerance(), lanes);
        return new Worker(problem, recording, queue, block, new DormandPrince54(block));
    }
}

package ketum.engine.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import ketum.engine.kernel.CompiledKernel;
import ketum.engine.kernel.Kernel;

/** Integrates the subjects of problems that share a kernel, on some threads. Safe to share between threads. */
public final class Solver {

    private final CompiledKernel compiled;
    private final Method method;
    private final CodeChoice explicitCode;
    private final CodeChoice stiffCode;

    /** @param vectorsAtOnce do not wait until vector code has proved to be faster */
    public Solver(CompiledKernel compiled, Method method, boolean vectorsAtOnce) {
        this(compiled, method,
                new CodeChoice(compiled, method == Method.STIFF ? Method.EXPLICIT : method.first(compiled), vectorsAtOnce),
                new CodeChoice(compiled, Method.STIFF, vectorsAtOnce));
    }

    Solver(CompiledKernel compiled, Method method, CodeChoice explicitCode, CodeChoice stiffCode) {
        this.compiled = compiled;
        this.method = method;
        this.explicitCode = explicitCode;
        this.stiffCode = stiffCode;
    }

    /** Begins to make vector code ready in the background. */
    public void prepare() {
        (method == Method.STIFF ? stiffCode : explicitCode).prepare();
    }

    /**
     * @param problem with this solver's kernel
     * @throws IllegalArgumentException what {@code problem.agendas()} throws, and for a problem too big to hold
     */
    public Recording solve(Problem problem, int threads) {
        var shape = compiled.shape();
        Recording recording = new Recording(shape.outputs(), shape.states(), problem.outputs(),
                method.first(compiled).title(problem.relativeTolerance()));
        if (problem.subjects() == 0) {
            return recording;
        }
        run(problem, threads, recording);
        Stream.of(explicitCode, stiffCode).map(CodeChoice::warning).flatMap(Optional::stream).distinct().forEach(recording::warn);
        return recording;
    }

    private void run(Problem problem, int threads, Recording recording) {
        int lanes = Math.min(Kernel.LANES, Math.ceilDiv(problem.subjects(), threads));
        int workers = Math.min(threads, Math.ceilDiv(problem.subjects(), lanes));
        AtomicInteger queue = new AtomicInteger();
        // each makes what it works on by itself: what two threads write should not lie side by side in memory
        Runnable work = () -> new Worker(problem, recording, queue, lanes, method, explicitCode, stiffCode).run();
        if (workers == 1) {
            work.run();
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(workers - 1, Thread.ofPlatform().daemon().name("solver-", 0).factory())) {
            List<Future<?>> others = new ArrayList<>();
            for (int i = 1; i < workers; i++) {
                others.add(pool.submit(work));
            }
            work.run(); // this thread is at work at once; a new one takes milliseconds to start
            for (Future<?> one : others) {
                one.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

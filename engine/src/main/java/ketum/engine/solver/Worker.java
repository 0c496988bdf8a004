package ketum.engine.solver;

import java.util.concurrent.atomic.AtomicInteger;

/** One thread of a run: takes subjects from the queue that all workers share and carries each to its end. */
final class Worker implements Runnable {

    private final Problem problem;
    private final AtomicInteger queue;
    private final Journal journal;
    private final Lanes lanes;

    /** @param places lanes to use at once */
    Worker(Problem problem, Recording recording, AtomicInteger queue, int places, Method method, CodeChoice explicitCode,
           CodeChoice stiffCode) {
        this.problem = problem;
        this.queue = queue;
        this.journal = new Journal(problem, recording);
        Method carrier = method == Method.STIFF ? Method.STIFF : Method.EXPLICIT;
        CodeChoice code = method == Method.STIFF ? stiffCode : explicitCode;
        Block block = carrier.block(problem.compiled(), problem.relativeTolerance(), problem.absoluteTolerance());
        this.lanes = new Lanes(problem, journal, places, code, block, carrier.on(block, problem.compiled()), this::next);
    }

    @Override
    public void run() {
        try {
            while (lanes.advance()) {
                // a step in every lane at a time
            }
        } catch (RuntimeException | Error e) {
            queue.set(problem.subjects()); // the other workers need not go on
            throw e;
        }
    }

    /** The next subject, at its start; null when all are taken. */
    private Course next() {
        if (queue.get() >= problem.subjects()) {
            return null;
        }
        int subject = queue.getAndIncrement();
        if (subject >= problem.subjects()) {
            return null; // another worker was quicker
        }
        Course course = journal.course();
        course.open(subject, problem.agendas().apply(subject), problem.compiled().shape().states());
        return course;
    }
}

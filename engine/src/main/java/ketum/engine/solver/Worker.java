package ketum.engine.solver;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import ketum.engine.kernel.CompiledStiff;

/**
 * One thread of a run: takes subjects from the queue that all workers share and carries each to its end. Where the method is chosen
 * by itself, subjects begin in lanes under the explicit method, and go over to lanes under the stiff method, and back, as {@link StiffnessWatch}
 * decides.
 */
final class Worker implements Runnable {

    private final Problem problem;
    private final AtomicInteger queue;
    private final Journal journal;
    private final int places;
    private final CodeChoice stiffCode;
    private final Lanes lanes;
    /** Null until the first subject turns out stiff. */
    private Lanes stiffLanes;
    private final Deque<Course> stiffCourses = new ArrayDeque<>();
    private final Deque<Course> returning = new ArrayDeque<>();

    /** @param places lanes to use at once */
    Worker(Problem problem, Recording recording, AtomicInteger queue, int places, Method method, CodeChoice explicitCode,
           CodeChoice stiffCode) {
        this.problem = problem;
        this.queue = queue;
        this.places = places;
        this.stiffCode = stiffCode;
        this.journal = new Journal(problem, recording);
        Method first = method.first(problem.compiled());
        Block block = first.block(problem.compiled(), problem.relativeTolerance(), problem.absoluteTolerance());
        StiffnessWatch watch = method == Method.AUTOMATIC ? StiffnessWatch.ofExplicit(stiffCourses::add) : StiffnessWatch.none(method);
        this.lanes = new Lanes(problem, journal, places, first == Method.STIFF ? stiffCode : explicitCode, block,
                first.on(block, problem.compiled()), this::next, watch);
    }

    @Override
    public void run() {
        try {
            boolean more = true;
            while (more) {
                more = lanes.advance();
                // full blocks only, as long as there are other subjects: a step costs the same for one lane as for all
                while (stiff() > 0 && (stiff() >= places || !more)) {
                    advanceStiff();
                    more |= !returning.isEmpty();
                }
            }
        } catch (RuntimeException | Error e) {
            queue.set(problem.subjects()); // the other workers need not go on
            throw e;
        }
    }

    private int stiff() {
        return stiffCourses.size() + (stiffLanes == null ? 0 : stiffLanes.active());
    }

    private void advanceStiff() {
        if (stiffLanes == null) {
            CompiledStiff compiled = problem.compiled().stiff().get();
            Block block = Method.STIFF.block(problem.compiled(), problem.relativeTolerance(), problem.absoluteTolerance());
            double cost = StiffnessWatch.cost(compiled.cost(), block.states, Method.FORMULA.stages());
            stiffLanes = new Lanes(problem, journal, places, stiffCode, block, Method.STIFF.on(block, problem.compiled()), stiffCourses::poll,
                    StiffnessWatch.ofStiff(returning::add, cost));
        }
        stiffLanes.advance();
    }

    /** The next subject, at its start or back from the stiff method; null when all are taken. */
    private Course next() {
        if (!returning.isEmpty()) {
            return returning.poll();
        }
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

package ketum.engine.solver;

import java.util.function.Consumer;
import ketum.engine.kernel.CompiledStiff.StiffCost;

/**
 * Decides when a subject changes its method. Nothing but the subject's own steps has a part in it, so that neighbours, threads and
 * the load of the machine change nothing.
 *
 * <p>Under the explicit method a subject is suspected of being stiff when its steps have often enough come near to what stability allows ({@link
 * StepMethod#stiffness}): {@link #FIRST_PATIENCE} times without {@link #CALM} other steps between them. That is the scheme of the code DOPRI5
 * (Hairer and Wanner, <i>Solving Ordinary Differential Equations II</i> (1996), IV.2); its numbers were chosen on the problems of StiffProblemsTest
 * and MethodChoiceTest. Under the stiff method an account is kept of the explicit steps that it spares, less
 * what its own steps cost; a subject whose account is overdrawn goes back, and if it never was in credit, its patience there is four times as long from
 * then on. So the wrong method never takes more than a small part of the work, without anyone knowing beforehand which one is right.
 */
final class StiffnessWatch {

    static final int FIRST_PATIENCE = 20;
    private static final int CALM = 4;
    /** How often a subject that gave no cause is looked at, in steps: looking costs about a tenth of a step. */
    private static final int INTERVAL = 16;
    /** A tight tolerance keeps steps of a stiff subject somewhat below the boundary. */
    private static final double NEAR_BOUNDARY = 0.5;
    private static final int MORE_PATIENCE = 4;
    private static final int MOST_PATIENCE = 100_000;
    /** Explicit steps that the stiff method may have cost too much. A dose needs some short steps, and pays nothing at first. */
    private static final double OVERDRAFT = 60;
    private static final double MOST_SAVED = 200;

    private final boolean stiff;
    private final Consumer<Course> sink;
    private final double cost;

    private StiffnessWatch(boolean stiff, Consumer<Course> sink, double cost) {
        this.stiff = stiff;
        this.sink = sink;
        this.cost = cost;
    }

    /** Never changes. */
    static StiffnessWatch none(Method method) {
        return new StiffnessWatch(method == Method.STIFF, null, 0);
    }

    /** @param sink takes subjects that are stiff */
    static StiffnessWatch ofExplicit(Consumer<Course> sink) {
        return new StiffnessWatch(false, sink, 0);
    }

    /**
     * @param sink takes subjects that are not stiff, or no longer
     * @param cost of one step, in explicit steps
     */
    static StiffnessWatch ofStiff(Consumer<Course> sink, double cost) {
        return new StiffnessWatch(true, sink, cost);
    }

    /** What a stiff step costs in explicit ones, counted in operations: with the loops over the stages, which count too for small models. */
    static double cost(StiffCost operations, int states, int stiffStages) {
        double explicitStep = 6.0 * operations.rates() + 27.0 * states;
        double stiffStep = operations.factor() + stiffStages * (operations.rates() + operations.solve() + 10.0 * states);
        return stiffStep / explicitStep;
    }

    boolean stiff() {
        return stiff;
    }

    /** Whether the subject is to change its method after this attempt. */
    boolean change(Course course, StepMethod method, int lane, boolean accepted) {
        if (sink == null) {
            return false;
        }
        return stiff ? overdrawn(course, method, lane, accepted) : suspicious(course, method, lane, accepted);
    }

    void handOver(Course course) {
        course.suspicion = 0;
        course.calm = 0;
        course.balance = 0;
        if (stiff) {
            course.patience = course.paid ? FIRST_PATIENCE : Math.min(MOST_PATIENCE, MORE_PATIENCE * course.patience);
        } else {
            course.paid = false;
            course.stiffSwitches++;
        }
        sink.accept(course);
    }

    String tooManySteps() {
        return stiff ? "it changes fast all the time; the tolerance may be too small, or it jumps again and again"
                : "it changes much faster than the rest (a stiff model)";
    }

    private static boolean suspicious(Course course, StepMethod method, int lane, boolean accepted) {
        if (!accepted || course.suspicion == 0 && course.steps % INTERVAL != 0) {
            return false;
        }
        if (method.stiffness(lane) > NEAR_BOUNDARY) {
            course.calm = 0;
            return ++course.suspicion >= course.patience;
        }
        if (course.suspicion > 0 && ++course.calm >= CALM) {
            course.suspicion = 0;
            course.calm = 0;
        }
        return false;
    }

    private boolean overdrawn(Course course, StepMethod method, int lane, boolean accepted) {
        // in one explicit step no more than in this one; where it was cut short by a dose, no more either
        double spared = accepted ? Math.max(1, method.stiffness(lane)) : 0;
        course.balance = Math.min(MOST_SAVED, course.balance + spared - cost);
        course.paid |= course.balance > OVERDRAFT;
        return course.balance < -OVERDRAFT;
    }
}

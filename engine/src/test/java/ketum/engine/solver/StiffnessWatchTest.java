package ketum.engine.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import ketum.engine.kernel.CompiledStiff.StiffCost;
import org.junit.jupiter.api.Test;

/** When a subject changes its method: counted here by hand from the rules that the class states. */
class StiffnessWatchTest {

    private static final int LANE = 2;

    private final List<Course> handed = new ArrayList<>();

    /** A method whose steps come as near to the boundary as the test says. */
    private static final class Steps implements StepMethod {
        private double stiffness;

        @Override
        public int order() {
            return 5;
        }

        @Override
        public int rightHandSidesPerStep() {
            return 6;
        }

        @Override
        public void begin() {}

        @Override
        public double[] slope() {
            return new double[0];
        }

        @Override
        public void attempt() {}

        @Override
        public void dense(double[] theta, double[] result) {}

        @Override
        public void accept(double[] accepted) {}

        @Override
        public double stiffness(int lane) {
            assertEquals(LANE, lane);
            return stiffness;
        }
    }

    private final Steps steps = new Steps();

    private static Course course() {
        Course course = new Course();
        course.patience = StiffnessWatch.FIRST_PATIENCE;
        return course;
    }

    /** How many attempts of this kind it takes until the subject is to change; -1 where it never does within a thousand. */
    private int attempts(StiffnessWatch watch, Course course, double stiffness, boolean accepted) {
        steps.stiffness = stiffness;
        for (int attempt = 1; attempt <= 1000; attempt++) {
            if (watch.change(course, steps, LANE, accepted)) {
                return attempt;
            }
            course.steps += accepted ? 1 : 0;
        }
        return -1;
    }

    @Test
    void twentyStepsNearTheBoundaryMakeASubjectStiff() {
        StiffnessWatch watch = StiffnessWatch.ofExplicit(handed::add);
        assertEquals(20, attempts(watch, course(), 0.51, true));
        assertEquals(-1, attempts(watch, course(), 0.5, true), "not beyond half of what stability allows");
        assertEquals(-1, attempts(watch, course(), 5, false), "rejected steps say nothing");
        Course unsuspected = course();
        unsuspected.steps = 1;
        assertEquals(15 + 20, attempts(watch, unsuspected, 0.9, true), "without cause it is looked at every sixteenth step only");
        Course patient = course();
        patient.patience = 80;
        assertEquals(80, attempts(watch, patient, 0.9, true));
    }

    @Test
    void fourCalmStepsEndASuspicionAndThreeDoNot() {
        StiffnessWatch watch = StiffnessWatch.ofExplicit(handed::add);
        for (int calm : new int[] {3, 4}) {
            Course course = course();
            for (int i = 0; i < 19; i++) {
                steps.stiffness = 0.9;
                assertFalse(watch.change(course, steps, LANE, true));
            }
            for (int i = 0; i < calm; i++) {
                steps.stiffness = 0.1;
                assertFalse(watch.change(course, steps, LANE, true));
            }
            steps.stiffness = 0.9;
            assertEquals(calm == 3, watch.change(course, steps, LANE, true), calm + " calm steps");
        }
        Course interrupted = course();
        for (int i = 0; i < 8; i++) {
            steps.stiffness = 0.9;
            watch.change(interrupted, steps, LANE, true);
            steps.stiffness = 0.1;
            watch.change(interrupted, steps, LANE, true);
        }
        assertEquals(8, interrupted.suspicion, "calm steps count only in a row");
    }

    /** By hand: a step that costs three explicit ones and spares one loses two; the account is overdrawn below -60. */
    @Test
    void aStiffMethodThatDoesNotPayIsLeft() {
        StiffnessWatch watch = StiffnessWatch.ofStiff(handed::add, 3);
        assertEquals(31, attempts(watch, course(), 0, true));
        assertEquals(21, attempts(watch, course(), 50, false), "a rejected step spares nothing");
        assertEquals(-1, attempts(watch, course(), 3, true), "it breaks even");
        Course rich = course();
        steps.stiffness = 100;
        assertFalse(watch.change(rich, steps, LANE, true));
        assertEquals(97, rich.balance);
        assertTrue(rich.paid);
        for (int i = 0; i < 10; i++) {
            watch.change(rich, steps, LANE, true);
        }
        assertEquals(200, rich.balance, "no more can be saved up");
        assertEquals(131, attempts(watch, rich, 0, true), "200 + 60 are gone after 130 steps");
        Course just = course();
        steps.stiffness = 63;
        watch.change(just, steps, LANE, true);
        assertFalse(just.paid, "60 are no credit yet");
    }

    @Test
    void patienceGrowsAfterAVisitThatDidNotPay() {
        StiffnessWatch stiff = StiffnessWatch.ofStiff(handed::add, 3);
        Course course = course();
        course.suspicion = 7;
        course.calm = 2;
        course.balance = -61;
        stiff.handOver(course);
        assertEquals(80, course.patience);
        assertEquals(0, course.suspicion + course.calm + course.balance);
        course.patience = 90_000;
        stiff.handOver(course);
        assertEquals(100_000, course.patience);
        course.paid = true;
        stiff.handOver(course);
        assertEquals(20, course.patience, "it was worth it");
        StiffnessWatch explicit = StiffnessWatch.ofExplicit(handed::add);
        explicit.handOver(course);
        assertFalse(course.paid);
        assertEquals(1, course.stiffSwitches);
        assertEquals(20, course.patience);
        assertEquals(List.of(course, course, course, course), handed);
    }

    /** By hand: (30 + 8 (10 + 20 + 10·4)) / (6·10 + 27·4). */
    @Test
    void aStepsCostIsCountedInExplicitSteps() {
        assertEquals(590.0 / 168, StiffnessWatch.cost(new StiffCost(10, 30, 20), 4, 8), 1e-12);
    }

    @Test
    void aFixedMethodNeverChanges() {
        assertEquals(-1, attempts(StiffnessWatch.none(Method.EXPLICIT), course(), 100, true));
        assertEquals(-1, attempts(StiffnessWatch.none(Method.STIFF), course(), 0, false));
        assertTrue(StiffnessWatch.none(Method.STIFF).stiff());
        assertFalse(StiffnessWatch.none(Method.EXPLICIT).stiff());
        assertTrue(StiffnessWatch.ofStiff(handed::add, 1).stiff());
        assertFalse(StiffnessWatch.ofExplicit(handed::add).stiff());
    }
}

package ketum.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Oracle: arithmetic by hand. */
class SubjectErrorTest {

    private static final int STATES = K8Problem.STATES.size();
    private final double[] exact = new double[(K8Problem.HOURS + 1) * STATES];
    private final double[] found = new double[exact.length];

    @Test
    void isTheGreatestOverStatesAndHoursRelativeToTheValueAndAThousandth() {
        exact[5 * STATES + 2] = -1.999;
        found[5 * STATES + 2] = -1.995; // 0.004 / 2
        found[720 * STATES + 7] = 3e-6; // 3e-6 / 0.001
        assertEquals(0.003, SubjectError.of(exact, found), 1e-15);
        found[720 * STATES + 7] = 0;
        assertEquals(0.002, SubjectError.of(exact, found), 1e-15);
    }

    @Test
    void hoursOfADoseDoNotCount() {
        found[8 * STATES] = 25;
        found[0] = 25;
        assertEquals(0, SubjectError.of(exact, found));
    }

    @Test
    void aSubjectWithoutAnAnswerIsInfinitelyWrong() {
        found[9 * STATES + 3] = Double.NaN;
        assertEquals(Double.POSITIVE_INFINITY, SubjectError.of(exact, found));
    }

    @Test
    void worstAndMedianAreOverSubjects() {
        assertEquals(new SubjectError(9, 2.5), SubjectError.over(new double[] {9, 1, 3, 2}));
        assertEquals(new SubjectError(9, 3), SubjectError.over(new double[] {9, 3, 2}));
    }
}

package ketum.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExactSolutionTest {

    /** Oracle: extrapolation of order 16 in 80-bit arithmetic, 13 digits. */
    @Test
    void finalStatesAgreeWithExtendedPrecisionToAllDigitsPublished() {
        K8Problem mild = new K8Problem(false);
        for (int subject = 0; subject <= 1; subject++) {
            assertEquals(0, PublishedFinals.difference(PublishedFinals.of(mild, subject), finals(mild, subject)), 1e-12);
        }
        K8Problem stiff = new K8Problem(true);
        assertEquals(0, PublishedFinals.difference(PublishedFinals.of(stiff, 1), finals(stiff, 1)), 1e-9);
    }

    /** Oracle: CVODE's Adams method at a tolerance of 1e-12, printed with 10 digits. */
    @Test
    void theCourseOfSubject1AgreesWithCvode() {
        int[] hours = {1, 7, 23, 100, 359, 719};
        double[][] expected = {
            {8.209227556e+00, 1.124851333e+01, 3.880304297e+00, 3.666335459e-01, 5.559827336e-02, 2.638666269e-02, 1.207077483e-02, 1.460461033e-03},
            {1.029143671e-02, 3.711257055e+00, 1.119439006e+01, 4.510281833e-01, 8.375081497e-01, 7.471277845e-02, 3.403978939e-01, 2.942980233e-02},
            {1.029282805e-02, 7.649600560e+00, 2.361206308e+01, 1.062295010e+00, 2.552636097e+00, 1.583045912e-01, 1.055857244e+00, 1.043930266e-01},
            {2.907018938e-01, 1.376891373e+01, 3.742639844e+01, 1.987660947e+00, 4.782900601e+00, 2.671248607e-01, 2.070044774e+00, 4.090750209e-01},
            {1.029282805e-02, 1.071203643e+01, 3.326827640e+01, 1.699622975e+00, 4.739617137e+00, 2.356110017e-01, 2.136390085e+00, 9.494739131e-01},
            {1.029282805e-02, 1.071203652e+01, 3.326827668e+01, 1.699622998e+00, 4.739617226e+00, 2.356110043e-01, 2.136392081e+00, 1.176155815e+00}};
        double[] exact = ExactSolution.of(new K8Problem(false), 1);
        for (int i = 0; i < hours.length; i++) {
            for (int state = 0; state < 8; state++) {
                assertEquals(expected[i][state], exact[hours[i] * 8 + state], 2e-9 * expected[i][state], K8Problem.STATES.get(state) + " at " + hours[i]);
            }
        }
    }

    /** Oracle: closed form of two first-order processes in a row. */
    @Test
    void theExponentialOfAMatrixIsRightForFastAndSlowRates() {
        double[][] matrix = {{-500, 0}, {500, -0.25}};
        double[][] power = ExactSolution.exponential(matrix, 0.5);
        assertEquals(StrictMath.exp(-250), power[0][0], 1e-120);
        double carried = 500 / (500 - 0.25) * (StrictMath.exp(-0.125) - StrictMath.exp(-250));
        assertEquals(carried, power[1][0], 1e-13);
        assertEquals(StrictMath.exp(-0.125), power[1][1], 1e-13);
    }

    private static double[] finals(K8Problem problem, int subject) {
        double[] exact = ExactSolution.of(problem, subject);
        return java.util.Arrays.copyOfRange(exact, exact.length - 8, exact.length);
    }
}

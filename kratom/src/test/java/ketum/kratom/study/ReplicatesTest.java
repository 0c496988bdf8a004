package ketum.kratom.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Statistics against values worked out by hand. */
class ReplicatesTest {

    private static final double NONE = Double.NaN;

    @Test
    void missingValuesAreLeftOutOfMeanMedianAndSd() {
        assertEquals(2, Replicates.mean(new double[] {1, NONE, 3}));
        assertEquals(2, Replicates.median(new double[] {1, NONE, 3, 2}));
        assertEquals(1, Replicates.sd(new double[] {1, 2, NONE, 3}));
    }

    @Test
    void theOddsRatioOfEqualGroupsIsOneAndAnEmptyCellGivesANumber() {
        assertEquals(1, Replicates.oddsRatio(new double[] {1, 20}, new double[] {2, 30}, 13));
        // (2.5/0.5) / (0.5/2.5)
        assertEquals(25, Replicates.oddsRatio(new double[] {1, 2}, new double[] {20, 30}, 13), 1e-12);
    }

    @Test
    void standardisedSlopesOfAnExactPlaneAreItsCoefficientsTimesTheSpreads() {
        double[] a = {0, 1, 0, 1, 2};
        double[] b = {0, 0, 1, 1, 5};
        double[] y = new double[5];
        for (int i = 0; i < 5; i++) {
            y[i] = 3 * a[i] - 2 * b[i] + 7;
        }
        assertArrayEquals(new double[] {3 * Replicates.sd(a) / Replicates.sd(y), -2 * Replicates.sd(b) / Replicates.sd(y)},
                Replicates.standardisedSlopes(a, b, y), 1e-12);
    }

    @Test
    void armStatisticsLookWithinArmsOrOverThem() {
        List<double[]> arms = List.of(new double[] {1, 2, 9}, new double[] {4, 5, NONE});
        assertEquals(2, ArmStatistic.of("lowest arm median").of(arms));
        assertEquals(4.5, ArmStatistic.of("highest arm median").of(arms));
        assertEquals(4, ArmStatistic.of("median").of(arms));
        assertEquals(4, ArmStatistic.of("lowest arm mean").of(arms));
        assertEquals(4.5, ArmStatistic.of("highest arm mean").of(arms));
    }

    @Test
    void numbersForPeopleHaveThreeDigitsAndNoExponent() {
        assertEquals("0.00123", StudyResult.number(0.0012345));
        assertEquals("5210", StudyResult.number(5214.7));
        assertEquals("<0.001", StudyResult.number(1e-7));
        assertEquals(">-0.001", StudyResult.number(-1e-7));
        assertEquals("0", StudyResult.number(0));
        assertEquals("none", StudyResult.number(NONE));
    }

    @Test
    void thePredictionIsTheMiddleAndTheInnerNinetyFiveHundredths() {
        StudyResult.Prediction prediction = Replicates.prediction(201, replicate -> replicate);
        assertEquals(new StudyResult.Prediction(100, 5, 195, 0), prediction);
    }
}

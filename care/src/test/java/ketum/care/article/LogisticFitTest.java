package ketum.care.article;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticFitTest {

    private static final int COLUMNS = 6;
    private static final double COST = 3;

    /** Where the penalised loss is least, {@code w = C sum y x / (1 + exp(y w.x))}; the constant is a column of ones. */
    @Test
    void noDirectionLowersThePenalisedLoss() {
        Random random = new Random(7);
        LogisticFit.Row[] rows = new LogisticFit.Row[80];
        boolean[] is = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int skipped = random.nextInt(COLUMNS);
            int[] columns = random.ints(0, COLUMNS).distinct().limit(COLUMNS).filter(column -> column != skipped).sorted().toArray();
            double[] values = random.doubles(columns.length, -1, 1).toArray();
            rows[i] = new LogisticFit.Row(columns, values);
            is[i] = values[0] + 0.5 * random.nextGaussian() > 0.2;
        }
        double[] weights = new LogisticFit(rows, COLUMNS, COST, 1e-7).weights(is);
        double[] demanded = new double[COLUMNS + 1];
        for (int i = 0; i < rows.length; i++) {
            double score = weights[COLUMNS];
            for (int k = 0; k < rows[i].columns().length; k++) {
                score += weights[rows[i].columns()[k]] * rows[i].values()[k];
            }
            double side = is[i] ? 1 : -1;
            double pull = COST * side / (1 + StrictMath.exp(side * score));
            demanded[COLUMNS] += pull;
            for (int k = 0; k < rows[i].columns().length; k++) {
                demanded[rows[i].columns()[k]] += pull * rows[i].values()[k];
            }
        }
        assertArrayEquals(demanded, weights, 0.02);
    }

    /** One row of each class at 1 and -1: by symmetry the constant is 0, and w = 2 C / (1 + exp(w)). */
    @Test
    void twoOppositeRowsGiveTheRootOfTheirEquation() {
        LogisticFit.Row[] rows = {new LogisticFit.Row(new int[] {0}, new double[] {1}), new LogisticFit.Row(new int[] {0}, new double[] {-1})};
        double[] weights = new LogisticFit(rows, 1, COST, 1e-7).weights(new boolean[] {true, false});
        assertEquals(0, weights[1], 1e-6);
        assertEquals(2 * COST / (1 + StrictMath.exp(weights[0])), weights[0], 1e-6);
    }
}

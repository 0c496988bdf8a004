package ketum.care.article;

import java.util.Arrays;

/**
 * Logistic regression of two classes with a penalty on the square of the weights, the constant among them: the w that makes
 * {@code |w|^2 / 2 + C sum log(1 + exp(-y w.x))} least, found in its dual one coordinate after the other (Yu, Huang and Lin, Dual coordinate
 * descent methods for logistic regression and maximum entropy models, Machine Learning 85, 2011, algorithm 5, rows always in the same
 * order). Cost: a pass over all values per round, some tens of rounds. The same input gives the same bits.
 */
final class LogisticFit {

    private static final int MOST_ROUNDS = 300;
    private static final int MOST_STEPS = 100;
    private static final double SHRINK = 0.1;

    /**
     * One row.
     *
     * @param columns numbers of what it holds
     * @param values  of each
     */
    record Row(int[] columns, double[] values) {}

    private final Row[] rows;
    private final double[] squares;
    private final int columns;
    private final double cost;
    private final double tolerance;

    /**
     * @param columns   how many there are
     * @param cost      C, of a row on the wrong side
     * @param tolerance largest slope left in the dual
     */
    LogisticFit(Row[] rows, int columns, double cost, double tolerance) {
        this.rows = rows;
        this.columns = columns;
        this.cost = cost;
        this.tolerance = tolerance;
        squares = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            squares[i] = 1 + Arrays.stream(rows[i].values()).map(value -> value * value).sum();
        }
    }

    /** The weights of the columns, and behind them the constant. */
    double[] weights(boolean[] is) {
        double[] weights = new double[columns + 1];
        double[] alpha = new double[rows.length];
        double[] rest = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            alpha[i] = Math.min(0.001 * cost, 1e-8);
            rest[i] = cost - alpha[i];
            add(weights, rows[i], is[i] ? alpha[i] : -alpha[i]);
        }
        double inner = Math.min(0.01, tolerance);
        double finest = Math.min(1e-8, tolerance);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double steepest = 0;
            int steps = 0;
            for (int i = 0; i < rows.length; i++) {
                double side = (is[i] ? 1 : -1) * dot(weights, rows[i]);
                boolean first = 0.5 * squares[i] * (rest[i] - alpha[i]) + side >= 0;
                double[] moved = first ? alpha : rest;
                double sign = first ? 1 : -1;
                double old = moved[i];
                double z = cost - old < 0.5 * cost ? SHRINK * old : old;
                double gradient = squares[i] * (z - old) + sign * side + StrictMath.log(z / (cost - z));
                steepest = Math.max(steepest, Math.abs(gradient));
                int step = 0;
                while (step < MOST_STEPS && Math.abs(gradient) >= inner) {
                    double newton = z - gradient / (squares[i] + cost / (cost - z) / z);
                    z = newton <= 0 ? z * SHRINK : newton;
                    gradient = squares[i] * (z - old) + sign * side + StrictMath.log(z / (cost - z));
                    step++;
                }
                if (step > 0) {
                    moved[i] = z;
                    (first ? rest : alpha)[i] = cost - z;
                    add(weights, rows[i], (is[i] ? sign : -sign) * (z - old));
                }
                steps += step;
            }
            if (steepest < tolerance) {
                break;
            }
            if (steps <= rows.length / 10) {
                inner = Math.max(finest, SHRINK * inner);
            }
        }
        return weights;
    }

    private static double dot(double[] weights, Row row) {
        double sum = weights[weights.length - 1];
        for (int k = 0; k < row.columns().length; k++) {
            sum += weights[row.columns()[k]] * row.values()[k];
        }
        return sum;
    }

    private static void add(double[] weights, Row row, double amount) {
        weights[weights.length - 1] += amount;
        for (int k = 0; k < row.columns().length; k++) {
            weights[row.columns()[k]] += amount * row.values()[k];
        }
    }
}

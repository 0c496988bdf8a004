package ketum.engine.data;

/** Small dense systems of the steady-state search. */
final class DenseAlgebra {

    /** A new direction shorter than this part of the matrix is rounding: the differences are known no better. */
    private static final double NEW_DIRECTION = 1e-6;

    private DenseAlgebra() {
    }

    /**
     * The vector x in the span of b, Mb, M²b, ... that brings Mx nearest to b. Where M is regular this is the solution of Mx = b. Where
     * amounts are conserved M is singular, and x, being made of b and its images, changes none of the conserved sums.
     */
    static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[] x = new double[n];
        double size = norm(right);
        if (size == 0) {
            return x;
        }
        double scale = 0;
        for (double[] row : matrix) {
            scale = Math.max(scale, norm(row));
        }
        double[][] basis = new double[n + 1][];
        double[][] hessenberg = new double[n + 1][n];
        basis[0] = scaled(right, 1 / size);
        int columns = 0;
        for (int k = 0; k < n; k++) {
            double[] next = times(matrix, basis[k]);
            // twice: once leaves too much of the older directions
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i <= k; i++) {
                    double part = dot(next, basis[i]);
                    hessenberg[i][k] += part;
                    for (int j = 0; j < n; j++) {
                        next[j] -= part * basis[i][j];
                    }
                }
            }
            columns = k + 1;
            double length = norm(next);
            if (length <= NEW_DIRECTION * scale) {
                break;
            }
            hessenberg[k + 1][k] = length;
            basis[k + 1] = scaled(next, 1 / length);
        }
        double[] weights = leastSquares(hessenberg, columns, size);
        for (int k = 0; k < columns; k++) {
            for (int j = 0; j < n; j++) {
                x[j] += weights[k] * basis[k][j];
            }
        }
        return x;
    }

    /** Least squares of an upper Hessenberg matrix with one row more than columns, by rotations; the right side is (size, 0, ...). */
    private static double[] leastSquares(double[][] h, int columns, double size) {
        double[] right = new double[columns + 1];
        right[0] = size;
        for (int k = 0; k < columns; k++) {
            double a = h[k][k];
            double b = k + 1 < h.length ? h[k + 1][k] : 0;
            double length = StrictMath.hypot(a, b);
            if (length == 0) {
                continue;
            }
            double cosine = a / length;
            double sine = b / length;
            for (int j = k; j < columns; j++) {
                double upper = h[k][j];
                double lower = h[k + 1][j];
                h[k][j] = cosine * upper + sine * lower;
                h[k + 1][j] = cosine * lower - sine * upper;
            }
            double upper = right[k];
            right[k] = cosine * upper + sine * right[k + 1];
            right[k + 1] = cosine * right[k + 1] - sine * upper;
        }
        double[] weights = new double[columns];
        for (int k = columns - 1; k >= 0; k--) {
            double sum = right[k];
            for (int j = k + 1; j < columns; j++) {
                sum -= h[k][j] * weights[j];
            }
            weights[k] = h[k][k] == 0 ? 0 : sum / h[k][k];
        }
        return weights;
    }

    /** Largest size of an eigenvalue, from the growth of powers (squared ten times); good to about a percent of its logarithm. */
    static double spectralRadius(double[][] matrix) {
        double[][] power = matrix;
        double logarithm = 0;
        double share = 1;
        for (int i = 0; i < 30; i++) {
            double size = 0;
            for (double[] row : power) {
                for (double value : row) {
                    size = Math.max(size, Math.abs(value));
                }
            }
            if (size == 0) {
                return 0;
            }
            if (!Double.isFinite(size)) {
                return Double.POSITIVE_INFINITY;
            }
            logarithm += share * StrictMath.log(size);
            share /= 2;
            double[][] unit = new double[power.length][];
            for (int r = 0; r < unit.length; r++) {
                unit[r] = scaled(power[r], 1 / size);
            }
            power = product(unit, unit);
        }
        return StrictMath.exp(logarithm);
    }

    /** The inverse of (1 + hM/2) times (1 - hM/2): within the unit circle exactly where all of M's eigenvalues have positive real parts. */
    static double[][] cayley(double[][] matrix) {
        int n = matrix.length;
        double size = 0;
        for (double[] row : matrix) {
            size = Math.max(size, norm(row));
        }
        double half = size == 0 ? 0 : 0.5 / size;
        double[][] left = new double[n][n];
        double[][] right = new double[n][n];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                double part = half * matrix[r][c];
                left[r][c] = (r == c ? 1 : 0) + part;
                right[r][c] = (r == c ? 1 : 0) - part;
            }
        }
        return divide(left, right);
    }

    /** Left⁻¹ · right by elimination with pivoting; both are overwritten. */
    private static double[][] divide(double[][] left, double[][] right) {
        int n = left.length;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int r = k + 1; r < n; r++) {
                pivot = Math.abs(left[r][k]) > Math.abs(left[pivot][k]) ? r : pivot;
            }
            swap(left, k, pivot);
            swap(right, k, pivot);
            for (int r = 0; r < n; r++) {
                if (r != k) {
                    double factor = left[r][k] / left[k][k];
                    for (int c = k; c < n; c++) {
                        left[r][c] -= factor * left[k][c];
                    }
                    for (int c = 0; c < n; c++) {
                        right[r][c] -= factor * right[k][c];
                    }
                }
            }
        }
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                right[r][c] /= left[r][r];
            }
        }
        return right;
    }

    private static void swap(double[][] rows, int a, int b) {
        double[] kept = rows[a];
        rows[a] = rows[b];
        rows[b] = kept;
    }

    private static double[][] product(double[][] a, double[][] b) {
        int n = a.length;
        double[][] result = new double[n][n];
        for (int r = 0; r < n; r++) {
            for (int k = 0; k < n; k++) {
                for (int c = 0; c < n; c++) {
                    result[r][c] += a[r][k] * b[k][c];
                }
            }
        }
        return result;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] result = new double[vector.length];
        for (int r = 0; r < result.length; r++) {
            result[r] = dot(matrix[r], vector);
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    private static double[] scaled(double[] vector, double by) {
        double[] result = new double[vector.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = vector[i] * by;
        }
        return result;
    }
}

package ketum.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ketum.engine.population.CounterRandom;
import org.junit.jupiter.api.Test;

class DenseAlgebraTest {

    private static double[][] random(int n, long seed) {
        CounterRandom random = new CounterRandom(seed);
        double[][] matrix = new double[n][n];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                matrix[r][c] = random.uniform("matrix", r, c) - 0.5 + (r == c ? 2 : 0);
            }
        }
        return matrix;
    }

    @Test
    void aRegularSystemIsSolved() {
        for (int n = 1; n <= 12; n++) {
            double[][] matrix = random(n, n);
            double[] expected = new double[n];
            double[] right = new double[n];
            for (int r = 0; r < n; r++) {
                expected[r] = r - 2.5;
            }
            for (int r = 0; r < n; r++) {
                for (int c = 0; c < n; c++) {
                    right[r] += matrix[r][c] * expected[c];
                }
            }
            assertArrayEquals(expected, DenseAlgebra.solve(matrix, right), 1e-5, "n = " + n);
        }
        assertArrayEquals(new double[3], DenseAlgebra.solve(random(3, 3), new double[3]));
    }

    /** The columns of the matrix sum to zero, so that it conserves the sum; the solution has the sum of the right side, zero. */
    @Test
    void aConservedSumIsNotTouched() {
        double[][] matrix = {{2, -1, 0}, {-2, 1.5, -3}, {0, -0.5, 3}};
        double[] x = DenseAlgebra.solve(matrix, new double[] {1, 1, -2});
        assertEquals(0, x[0] + x[1] + x[2], 1e-14);
        assertEquals(1, 2 * x[0] - x[1], 1e-12);
        assertEquals(-2, -0.5 * x[1] + 3 * x[2], 1e-12);
    }

    @Test
    void theSpectralRadiusIsTheLargestEigenvalue() {
        assertEquals(0.9, DenseAlgebra.spectralRadius(new double[][] {{0.9, 100}, {0, -0.5}}), 1e-6);
        // a rotation by a right angle, stretched: eigenvalues ±1.1i
        assertEquals(1.1, DenseAlgebra.spectralRadius(new double[][] {{0, -1.1}, {1.1, 0}}), 1e-9);
        assertEquals(0, DenseAlgebra.spectralRadius(new double[2][2]));
        assertEquals(0, DenseAlgebra.spectralRadius(new double[][] {{0, 5}, {0, 0}}));
    }

    @Test
    void theCayleyTransformTellsDecayFromGrowth() {
        assertTrue(DenseAlgebra.spectralRadius(DenseAlgebra.cayley(new double[][] {{1e-3, 7}, {0, 500}})) < 1);
        assertTrue(DenseAlgebra.spectralRadius(DenseAlgebra.cayley(new double[][] {{-1e-2, 7}, {0, 5}})) > 1);
        // eigenvalues 0.1 ± 2i decay, -0.1 ± 2i grow
        assertTrue(DenseAlgebra.spectralRadius(DenseAlgebra.cayley(new double[][] {{0.1, -2}, {2, 0.1}})) < 1);
        assertTrue(DenseAlgebra.spectralRadius(DenseAlgebra.cayley(new double[][] {{-0.1, -2}, {2, -0.1}})) > 1);
    }
}

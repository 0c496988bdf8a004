package ketum.engine.solver;

import ketum.engine.kernel.Kernel;

/** Plain loops; the reference for {@link VectorStages}. */
final class ScalarStages implements StageArithmetic {

    private static final int LANES = Kernel.LANES;

    @Override
    public void state(int n, int lanes, double[] y, double[] stages, double[] a, double[] result) {
        int stride = n * LANES;
        for (int row = 0; row < stride; row += LANES) {
            for (int i = row; i < row + lanes; i++) {
                double sum = y[i];
                for (int j = 0, at = i; j < a.length; j++, at += stride) {
                    sum = Math.fma(a[j], stages[at], sum);
                }
                result[i] = sum;
            }
        }
    }

    @Override
    public void plus(int n, int lanes, double[] y, double[] stages, int stage, double[] result) {
        int stride = n * LANES;
        for (int row = 0; row < stride; row += LANES) {
            for (int i = row; i < row + lanes; i++) {
                result[i] = y[i] + stages[stage * stride + i];
            }
        }
    }

    @Override
    public void rightHandSide(int n, int lanes, double[] f, double[] perStep, double[] stages, double[] c, double[] result) {
        int stride = n * LANES;
        for (int row = 0; row < stride; row += LANES) {
            for (int lane = 0; lane < lanes; lane++) {
                int i = row + lane;
                double sum = 0;
                for (int j = 0, at = i; j < c.length; j++, at += stride) {
                    sum = Math.fma(c[j], stages[at], sum);
                }
                result[i] = Math.fma(perStep[lane], sum, f[i]);
            }
        }
    }

    @Override
    public void addTimeSlope(int n, int lanes, double[] h, double weight, double[] slope, double[] result) {
        for (int row = 0; row < n * LANES; row += LANES) {
            for (int lane = 0; lane < lanes; lane++) {
                int i = row + lane;
                result[i] = Math.fma(weight * h[lane], slope[i], result[i]);
            }
        }
    }

    @Override
    public void scale(int lanes, double[] t, double[] h, double gamma, double[] timeAndScale, double[] perStep) {
        for (int lane = 0; lane < lanes; lane++) {
            timeAndScale[lane] = t[lane];
            timeAndScale[LANES + lane] = 1 / (h[lane] * gamma);
            perStep[lane] = 1 / h[lane];
        }
    }

    @Override
    public void errorNorm(int n, int lanes, double[] y, double[] next, double[] stages, int stage, double[] absolute, double relative,
                          double[] result) {
        double scale = 1.0 / Math.max(n, 1);
        int first = stage * n * LANES;
        for (int lane = 0; lane < lanes; lane++) {
            double sum = 0;
            for (int state = 0; state < n; state++) {
                int i = state * LANES + lane;
                double bound = Math.fma(relative, Math.max(Math.abs(y[i]), Math.abs(next[i])), absolute[state]);
                double ratio = stages[first + i] / bound;
                sum = Math.fma(ratio, ratio, sum);
            }
            result[lane] = Math.sqrt(sum * scale);
        }
    }

    @Override
    public void polynomial(int n, int lanes, double[] stages, double[] w, double[] result, int row) {
        int stride = n * LANES;
        for (int from = 0; from < stride; from += LANES) {
            for (int i = from; i < from + lanes; i++) {
                double sum = 0;
                for (int j = 0, at = i; j < w.length; j++, at += stride) {
                    sum = Math.fma(w[j], stages[at], sum);
                }
                result[row * LANES + i] = sum;
            }
        }
    }

    @Override
    public void dense(int n, int lanes, double[] theta, double[] y, double[] next, double[] polynomial, int terms, double[] result) {
        int stride = n * LANES;
        for (int row = 0; row < stride; row += LANES) {
            for (int lane = 0; lane < lanes; lane++) {
                int i = row + lane;
                double sum = 0;
                for (int term = terms - 1; term >= 0; term--) {
                    sum = Math.fma(theta[lane], sum, polynomial[term * stride + i]);
                }
                double slope = Math.fma(1 - theta[lane], sum, next[i] - y[i]);
                result[i] = Math.fma(theta[lane], slope, y[i]);
            }
        }
    }
}

package ketum.engine.solver;

import ketum.engine.kernel.Elementary;
import ketum.engine.kernel.Kernel;

/** Plain loops; the reference for {@link VectorArithmetic}. */
final class ScalarArithmetic implements LaneArithmetic {

    private static final int LANES = Kernel.LANES;

    @Override
    public void combine(int n, int lanes, double[] y, double[] h, double[] result, double a1, double[] k1) {
        for (int row = 0; row < n * LANES; row += LANES) {
            for (int lane = 0; lane < lanes; lane++) {
                int i = row + lane;
                result[i] = Math.fma(h[lane], a1 * k1[i], y[i]);
            }
        }
    }

    @Override
    public void combine(int n, int lanes, double[] y, double[] h, double[] result, double a1, double[] k1, double a2,
                        double[] k2) {
        for (int row = 0; row < n * LANES; row += LANES) {
            for (int lane = 0; lane < lanes; lane++) {
                int i = row + lane;
                result[i] = Math.fma(h[lane], Math.fma(a2, k2[i], a1 * k1[i]), y[i]);
            }
        }
    }

    @Override
    public void combine(int n, int lanes, double[] y, double[] h, double[] result, double a1, double[] k1, double a2,
                        double[] k2, double a3, double[] k3) {
        for (int row = 0; row < n * LANES; row += LANES) {
            for (int lane = 0; lane < lanes; lane++) {
                int i = row + lane;
                double slope = Math.fma(a3, k3[i], Math.fma(a2, k2[i], a1 * k1[i]));
                result[i] = Math.fma(h[lane], slope, y[i]);
            }
        }
    }

    @Override
    public void combine(int n, int lanes, double[] y, double[] h, double[] result, double a1, double[] k1, double a2,
                        double[] k2, double a3, double[] k3, double a4, double[] k4) {
        for (int row = 0; row < n * LANES; row += LANES) {
            for (int lane = 0; lane < lanes; lane++) {
                int i = row + lane;
                double slope = Math.fma(a4, k4[i], Math.fma(a3, k3[i], Math.fma(a2, k2[i], a1 * k1[i])));
                result[i] = Math.fma(h[lane], slope, y[i]);
            }
        }
    }

    @Override
    public void combine(int n, int lanes, double[] y, double[] h, double[] result, double a1, double[] k1, double a2,
                        double[] k2, double a3, double[] k3, double a4, double[] k4, double a5, double[] k5) {
        for (int row = 0; row < n * LANES; row += LANES) {
            for (int lane = 0; lane < lanes; lane++) {
                int i = row + lane;
                double slope = Math.fma(a5, k5[i], Math.fma(a4, k4[i], Math.fma(a3, k3[i], Math.fma(a2, k2[i], a1 * k1[i]))));
                result[i] = Math.fma(h[lane], slope, y[i]);
            }
        }
    }

    @Override
    public void stageTime(int lanes, double[] t, double[] h, double c, double[] result) {
        for (int lane = 0; lane < lanes; lane++) {
            result[lane] = Math.fma(c, h[lane], t[lane]);
        }
    }

    @Override
    public void errorNorm(int n, int lanes, double[] y, double[] next, double[] h, double[] absolute, double relative,
                          double[] result, double[] e, double[] k1, double[] k2, double[] k3, double[] k4, double[] k5,
                          double[] k6) {
        double scale = 1.0 / Math.max(n, 1);
        for (int lane = 0; lane < lanes; lane++) {
            double sum = 0;
            for (int state = 0; state < n; state++) {
                int i = state * LANES + lane;
                double slope = Math.fma(e[5], k6[i], Math.fma(e[4], k5[i], Math.fma(e[3], k4[i],
                        Math.fma(e[2], k3[i], Math.fma(e[1], k2[i], e[0] * k1[i])))));
                double bound = Math.fma(relative, Math.max(Math.abs(y[i]), Math.abs(next[i])), absolute[state]);
                double ratio = h[lane] * slope / bound;
                sum = Math.fma(ratio, ratio, sum);
            }
            result[lane] = Math.sqrt(sum * scale);
        }
    }

    @Override
    public void dense(int n, int lanes, double[] theta, double[] y, double[] next, double[] h, double[] result,
                      double[] w, double[] k1, double[] k2, double[] k3, double[] k4, double[] k5, double[] k6) {
        for (int row = 0; row < n * LANES; row += LANES) {
            for (int lane = 0; lane < lanes; lane++) {
                int i = row + lane;
                double step = h[lane];
                double d = next[i] - y[i];
                double b = Math.fma(step, k1[i], -d);
                double c = d - step * k6[i] - b;
                double slope = Math.fma(w[5], k6[i], Math.fma(w[4], k5[i], Math.fma(w[3], k4[i],
                        Math.fma(w[2], k3[i], Math.fma(w[1], k2[i], w[0] * k1[i])))));
                double rest = 1 - theta[lane];
                double inner = Math.fma(rest, step * slope, c);
                result[i] = Math.fma(theta[lane], Math.fma(rest, Math.fma(theta[lane], inner, b), d), y[i]);
            }
        }
    }

    @Override
    public void copyLanes(int n, int lanes, double[] chosen, double[] from, double[] to) {
        for (int row = 0; row < n * LANES; row += LANES) {
            for (int lane = 0; lane < lanes; lane++) {
                to[row + lane] = chosen[lane] > 0 ? from[row + lane] : to[row + lane];
            }
        }
    }

    @Override
    public void addWhereNotZero(int n, int lanes, double[] from, double[] to) {
        for (int row = 0; row < n * LANES; row += LANES) {
            for (int i = row; i < row + lanes; i++) {
                to[i] = from[i] != 0 ? to[i] + from[i] : to[i];
            }
        }
    }

    @Override
    public void exp(double[] row, int lanes) {
        Elementary.exp(row, 0, 1, lanes);
    }

    @Override
    public void ln(double[] rows, int slots, int lanes) {
        Elementary.ln(rows, 0, slots, lanes);
    }
}

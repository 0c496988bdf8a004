package ketum.engine.solver;

import static ketum.engine.kernel.SeriesKernel.ROWS;

import ketum.engine.kernel.Kernel;

/** Plain loops; the reference for {@link VectorSeries}. */
final class ScalarSeries implements SeriesArithmetic {

    private static final int LANES = Kernel.LANES;

    @Override
    public int width() {
        return 1;
    }

    @Override
    public void terms(int n, int lanes, int perLane, double[] table, int order, double[] result) {
        for (int lane = 0; lane < lanes; lane++) {
            for (int state = 0; state < n; state++) {
                result[state * LANES + lane] = table[lane * perLane + state * ROWS + order];
            }
        }
    }

    @Override
    public void lastTerms(int n, int lanes, int perLane, double[] table, int order, double[] y, double[] absolute, double relative,
                          double[] result) {
        double scale = 1.0 / n;
        for (int lane = 0; lane < lanes; lane++) {
            double last = 0;
            double previous = 0;
            for (int state = 0; state < n; state++) {
                int at = lane * perLane + state * ROWS + order;
                double weight = 1 / Math.fma(relative, Math.abs(y[state * LANES + lane]), absolute[state]);
                double a = table[at] * weight;
                double b = table[at - 1] * weight;
                last = Math.fma(a, a, last);
                previous = Math.fma(b, b, previous);
            }
            result[lane] = last * scale;
            result[LANES + lane] = previous * scale;
        }
    }

    @Override
    public void evaluate(int n, int lanes, int perLane, double[] table, int order, double[] t, double[] value, double[] derivative) {
        for (int lane = 0; lane < lanes; lane++) {
            double x = t[lane];
            for (int state = 0; state < n; state++) {
                int zero = lane * perLane + state * ROWS;
                double p = table[zero + order];
                double d = 0;
                for (int at = zero + order - 1; at >= zero; at--) {
                    d = Math.fma(d, x, p);
                    p = Math.fma(p, x, table[at]);
                }
                value[state * LANES + lane] = p;
                derivative[state * LANES + lane] = d;
            }
        }
    }

    @Override
    public void value(int n, int lanes, int perLane, double[] table, int order, double[] t, double[] value) {
        for (int lane = 0; lane < lanes; lane++) {
            double x = t[lane];
            for (int state = 0; state < n; state++) {
                int zero = lane * perLane + state * ROWS;
                double p = table[zero + order];
                for (int at = zero + order - 1; at >= zero; at--) {
                    p = Math.fma(p, x, table[at]);
                }
                value[state * LANES + lane] = p;
            }
        }
    }

    @Override
    public void defect(int n, int lanes, double[] y, double[] next, double[] h, double[] slope, double[] expected, double[] absolute,
                       double relative, double[] result) {
        double scale = 1.0 / n;
        for (int lane = 0; lane < lanes; lane++) {
            double sum = 0;
            for (int state = 0; state < n; state++) {
                int i = state * LANES + lane;
                double bound = Math.fma(relative, Math.max(Math.abs(y[i]), Math.abs(next[i])), absolute[state]);
                double ratio = (slope[i] - expected[i]) / bound;
                sum = Math.fma(ratio, ratio, sum);
            }
            result[lane] = Math.abs(h[lane]) * Math.sqrt(sum * scale);
        }
    }
}

package ketum.engine.solver;

import static ketum.engine.kernel.SeriesKernel.ROWS;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import ketum.engine.kernel.Kernel;
import ketum.engine.kernel.VectorShape;

/** {@link ScalarSeries} with vectors: the same operations in the same order. Loaded only where the module is there. */
final class VectorSeries implements SeriesArithmetic {

    private static final VectorSpecies<Double> S = VectorShape.SPECIES;
    private static final int WIDTH = VectorShape.WIDTH;
    private static final int LANES = Kernel.LANES;
    /** From one series of the table to the next. */
    private static final int SERIES = ROWS * WIDTH;

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public void terms(int n, int lanes, int perLane, double[] table, int order, double[] result) {
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            for (int state = 0; state < n; state++) {
                DoubleVector.fromArray(S, table, lane * perLane + state * SERIES + order * WIDTH).intoArray(result, state * LANES + lane);
            }
        }
    }

    @Override
    public void lastTerms(int n, int lanes, int perLane, double[] table, int order, double[] y, double[] absolute, double relative,
                          double[] result) {
        double scale = 1.0 / n;
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            DoubleVector last = DoubleVector.zero(S);
            DoubleVector previous = DoubleVector.zero(S);
            for (int state = 0; state < n; state++) {
                int at = lane * perLane + state * SERIES + order * WIDTH;
                DoubleVector bound = DoubleVector.fromArray(S, y, state * LANES + lane).abs()
                        .fma(DoubleVector.broadcast(S, relative), DoubleVector.broadcast(S, absolute[state]));
                DoubleVector weight = DoubleVector.broadcast(S, 1).div(bound);
                DoubleVector a = DoubleVector.fromArray(S, table, at).mul(weight);
                DoubleVector b = DoubleVector.fromArray(S, table, at - WIDTH).mul(weight);
                last = a.fma(a, last);
                previous = b.fma(b, previous);
            }
            last.mul(scale).intoArray(result, lane);
            previous.mul(scale).intoArray(result, LANES + lane);
        }
    }

    @Override
    public void evaluate(int n, int lanes, int perLane, double[] table, int order, double[] t, double[] value, double[] derivative) {
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            DoubleVector x = DoubleVector.fromArray(S, t, lane);
            for (int state = 0; state < n; state++) {
                int zero = lane * perLane + state * SERIES;
                DoubleVector p = DoubleVector.fromArray(S, table, zero + order * WIDTH);
                DoubleVector d = DoubleVector.zero(S);
                for (int at = zero + (order - 1) * WIDTH; at >= zero; at -= WIDTH) {
                    d = d.fma(x, p);
                    p = p.fma(x, DoubleVector.fromArray(S, table, at));
                }
                p.intoArray(value, state * LANES + lane);
                d.intoArray(derivative, state * LANES + lane);
            }
        }
    }

    @Override
    public void value(int n, int lanes, int perLane, double[] table, int order, double[] t, double[] value) {
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            DoubleVector x = DoubleVector.fromArray(S, t, lane);
            for (int state = 0; state < n; state++) {
                int zero = lane * perLane + state * SERIES;
                DoubleVector p = DoubleVector.fromArray(S, table, zero + order * WIDTH);
                for (int at = zero + (order - 1) * WIDTH; at >= zero; at -= WIDTH) {
                    p = p.fma(x, DoubleVector.fromArray(S, table, at));
                }
                p.intoArray(value, state * LANES + lane);
            }
        }
    }

    @Override
    public void defect(int n, int lanes, double[] y, double[] next, double[] h, double[] slope, double[] expected, double[] absolute,
                       double relative, double[] result) {
        double scale = 1.0 / n;
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            DoubleVector sum = DoubleVector.zero(S);
            for (int state = 0; state < n; state++) {
                int i = state * LANES + lane;
                DoubleVector bound = DoubleVector.fromArray(S, y, i).abs().max(DoubleVector.fromArray(S, next, i).abs())
                        .fma(DoubleVector.broadcast(S, relative), DoubleVector.broadcast(S, absolute[state]));
                DoubleVector ratio = DoubleVector.fromArray(S, slope, i).sub(DoubleVector.fromArray(S, expected, i)).div(bound);
                sum = ratio.fma(ratio, sum);
            }
            DoubleVector.fromArray(S, h, lane).abs().mul(sum.mul(scale).sqrt()).intoArray(result, lane);
        }
    }
}

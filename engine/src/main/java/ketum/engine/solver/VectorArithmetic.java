package ketum.engine.solver;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import ketum.engine.kernel.Kernel;
import ketum.engine.kernel.VectorElementary;
import ketum.engine.kernel.VectorShape;

/** {@link ScalarArithmetic} with vectors: the same operations in the same order. */
final class VectorArithmetic implements LaneArithmetic {

    private static final VectorSpecies<Double> S = VectorShape.SPECIES;
    private static final int WIDTH = VectorShape.WIDTH;
    private static final int LANES = Kernel.LANES;

    @Override
    public void combine(int n, int lanes, double[] y, double[] h, double[] result, double a1, double[] k1) {
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            DoubleVector step = DoubleVector.fromArray(S, h, lane);
            for (int i = lane; i < n * LANES; i += LANES) {
                DoubleVector slope = DoubleVector.fromArray(S, k1, i).mul(a1);
                step.fma(slope, DoubleVector.fromArray(S, y, i)).intoArray(result, i);
            }
        }
    }

    @Override
    public void combine(int n, int lanes, double[] y, double[] h, double[] result, double a1, double[] k1, double a2,
                        double[] k2) {
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            DoubleVector step = DoubleVector.fromArray(S, h, lane);
            for (int i = lane; i < n * LANES; i += LANES) {
                DoubleVector slope = DoubleVector.fromArray(S, k1, i).mul(a1);
                slope = DoubleVector.fromArray(S, k2, i).fma(DoubleVector.broadcast(S, a2), slope);
                step.fma(slope, DoubleVector.fromArray(S, y, i)).intoArray(result, i);
            }
        }
    }

    @Override
    public void combine(int n, int lanes, double[] y, double[] h, double[] result, double a1, double[] k1, double a2,
                        double[] k2, double a3, double[] k3) {
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            DoubleVector step = DoubleVector.fromArray(S, h, lane);
            for (int i = lane; i < n * LANES; i += LANES) {
                DoubleVector slope = DoubleVector.fromArray(S, k1, i).mul(a1);
                slope = DoubleVector.fromArray(S, k2, i).fma(DoubleVector.broadcast(S, a2), slope);
                slope = DoubleVector.fromArray(S, k3, i).fma(DoubleVector.broadcast(S, a3), slope);
                step.fma(slope, DoubleVector.fromArray(S, y, i)).intoArray(result, i);
            }
        }
    }

    @Override
    public void combine(int n, int lanes, double[] y, double[] h, double[] result, double a1, double[] k1, double a2,
                        double[] k2, double a3, double[] k3, double a4, double[] k4) {
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            DoubleVector step = DoubleVector.fromArray(S, h, lane);
            for (int i = lane; i < n * LANES; i += LANES) {
                DoubleVector slope = DoubleVector.fromArray(S, k1, i).mul(a1);
                slope = DoubleVector.fromArray(S, k2, i).fma(DoubleVector.broadcast(S, a2), slope);
                slope = DoubleVector.fromArray(S, k3, i).fma(DoubleVector.broadcast(S, a3), slope);
                slope = DoubleVector.fromArray(S, k4, i).fma(DoubleVector.broadcast(S, a4), slope);
                step.fma(slope, DoubleVector.fromArray(S, y, i)).intoArray(result, i);
            }
        }
    }

    @Override
    public void combine(int n, int lanes, double[] y, double[] h, double[] result, double a1, double[] k1, double a2,
                        double[] k2, double a3, double[] k3, double a4, double[] k4, double a5, double[] k5) {
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            DoubleVector step = DoubleVector.fromArray(S, h, lane);
            for (int i = lane; i < n * LANES; i += LANES) {
                DoubleVector slope = DoubleVector.fromArray(S, k1, i).mul(a1);
                slope = DoubleVector.fromArray(S, k2, i).fma(DoubleVector.broadcast(S, a2), slope);
                slope = DoubleVector.fromArray(S, k3, i).fma(DoubleVector.broadcast(S, a3), slope);
                slope = DoubleVector.fromArray(S, k4, i).fma(DoubleVector.broadcast(S, a4), slope);
                slope = DoubleVector.fromArray(S, k5, i).fma(DoubleVector.broadcast(S, a5), slope);
                step.fma(slope, DoubleVector.fromArray(S, y, i)).intoArray(result, i);
            }
        }
    }

    @Override
    public void stageTime(int lanes, double[] t, double[] h, double c, double[] result) {
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            DoubleVector.fromArray(S, h, lane).fma(DoubleVector.broadcast(S, c), DoubleVector.fromArray(S, t, lane))
                    .intoArray(result, lane);
        }
    }

    @Override
    public void errorNorm(int n, int lanes, double[] y, double[] next, double[] h, double[] absolute, double relative,
                          double[] result, double[] e, double[] k1, double[] k2, double[] k3, double[] k4, double[] k5,
                          double[] k6) {
        double scale = 1.0 / Math.max(n, 1);
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            DoubleVector step = DoubleVector.fromArray(S, h, lane);
            DoubleVector sum = DoubleVector.zero(S);
            for (int state = 0; state < n; state++) {
                int i = state * LANES + lane;
                DoubleVector slope = DoubleVector.fromArray(S, k1, i).mul(e[0]);
                slope = DoubleVector.fromArray(S, k2, i).fma(DoubleVector.broadcast(S, e[1]), slope);
                slope = DoubleVector.fromArray(S, k3, i).fma(DoubleVector.broadcast(S, e[2]), slope);
                slope = DoubleVector.fromArray(S, k4, i).fma(DoubleVector.broadcast(S, e[3]), slope);
                slope = DoubleVector.fromArray(S, k5, i).fma(DoubleVector.broadcast(S, e[4]), slope);
                slope = DoubleVector.fromArray(S, k6, i).fma(DoubleVector.broadcast(S, e[5]), slope);
                DoubleVector bound = DoubleVector.fromArray(S, y, i).abs().max(DoubleVector.fromArray(S, next, i).abs())
                        .fma(DoubleVector.broadcast(S, relative), DoubleVector.broadcast(S, absolute[state]));
                DoubleVector ratio = step.mul(slope).div(bound);
                sum = ratio.fma(ratio, sum);
            }
            sum.mul(scale).sqrt().intoArray(result, lane);
        }
    }

    @Override
    public void dense(int n, int lanes, double[] theta, double[] y, double[] next, double[] h, double[] result,
                      double[] w, double[] k1, double[] k2, double[] k3, double[] k4, double[] k5, double[] k6) {
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            DoubleVector step = DoubleVector.fromArray(S, h, lane);
            DoubleVector position = DoubleVector.fromArray(S, theta, lane);
            DoubleVector rest = DoubleVector.broadcast(S, 1).sub(position);
            for (int i = lane; i < n * LANES; i += LANES) {
                DoubleVector start = DoubleVector.fromArray(S, y, i);
                DoubleVector first = DoubleVector.fromArray(S, k1, i);
                DoubleVector last = DoubleVector.fromArray(S, k6, i);
                DoubleVector d = DoubleVector.fromArray(S, next, i).sub(start);
                DoubleVector b = step.fma(first, d.neg());
                DoubleVector c = d.sub(step.mul(last)).sub(b);
                DoubleVector slope = first.mul(w[0]);
                slope = DoubleVector.fromArray(S, k2, i).fma(DoubleVector.broadcast(S, w[1]), slope);
                slope = DoubleVector.fromArray(S, k3, i).fma(DoubleVector.broadcast(S, w[2]), slope);
                slope = DoubleVector.fromArray(S, k4, i).fma(DoubleVector.broadcast(S, w[3]), slope);
                slope = DoubleVector.fromArray(S, k5, i).fma(DoubleVector.broadcast(S, w[4]), slope);
                slope = last.fma(DoubleVector.broadcast(S, w[5]), slope);
                DoubleVector inner = rest.fma(step.mul(slope), c);
                position.fma(rest.fma(position.fma(inner, b), d), start).intoArray(result, i);
            }
        }
    }

    @Override
    public void copyLanes(int n, int lanes, double[] chosen, double[] from, double[] to) {
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            var mask = DoubleVector.fromArray(S, chosen, lane).compare(VectorOperators.GT, 0);
            for (int i = lane; i < n * LANES; i += LANES) {
                DoubleVector.fromArray(S, to, i).blend(DoubleVector.fromArray(S, from, i), mask).intoArray(to, i);
            }
        }
    }

    @Override
    public void addWhereNotZero(int n, int lanes, double[] from, double[] to) {
        for (int row = 0; row < n * LANES; row += LANES) {
            for (int i = row; i < row + lanes; i += WIDTH) {
                DoubleVector added = DoubleVector.fromArray(S, from, i);
                DoubleVector old = DoubleVector.fromArray(S, to, i);
                old.blend(old.add(added), added.compare(VectorOperators.NE, 0)).intoArray(to, i);
            }
        }
    }

    @Override
    public void exp(double[] row, int lanes) {
        VectorElementary.exp(row, 0, 1, lanes);
    }

    @Override
    public void ln(double[] rows, int slots, int lanes) {
        VectorElementary.ln(rows, 0, slots, lanes);
    }
}

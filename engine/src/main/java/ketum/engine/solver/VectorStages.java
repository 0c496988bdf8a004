package ketum.engine.solver;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import ketum.engine.kernel.Kernel;
import ketum.engine.kernel.VectorShape;

/** {@link ScalarStages} with vectors: the same operations in the same order, so the same bits. Loaded only where the module is there. */
final class VectorStages implements StageArithmetic {

    private static final VectorSpecies<Double> S = VectorShape.SPECIES;
    private static final int WIDTH = VectorShape.WIDTH;
    private static final int LANES = Kernel.LANES;

    @Override
    public void state(int n, int lanes, double[] y, double[] stages, double[] a, double[] result) {
        int stride = n * LANES;
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            for (int i = lane; i < stride; i += LANES) {
                DoubleVector sum = DoubleVector.fromArray(S, y, i);
                for (int j = 0, at = i; j < a.length; j++, at += stride) {
                    sum = DoubleVector.fromArray(S, stages, at).fma(DoubleVector.broadcast(S, a[j]), sum);
                }
                sum.intoArray(result, i);
            }
        }
    }

    @Override
    public void plus(int n, int lanes, double[] y, double[] stages, int stage, double[] result) {
        int stride = n * LANES;
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            for (int i = lane; i < stride; i += LANES) {
                DoubleVector.fromArray(S, y, i).add(DoubleVector.fromArray(S, stages, stage * stride + i)).intoArray(result, i);
            }
        }
    }

    @Override
    public void rightHandSide(int n, int lanes, double[] f, double[] perStep, double[] stages, double[] c, double[] result) {
        int stride = n * LANES;
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            DoubleVector rate = DoubleVector.fromArray(S, perStep, lane);
            for (int i = lane; i < stride; i += LANES) {
                DoubleVector sum = DoubleVector.zero(S);
                for (int j = 0, at = i; j < c.length; j++, at += stride) {
                    sum = DoubleVector.fromArray(S, stages, at).fma(DoubleVector.broadcast(S, c[j]), sum);
                }
                rate.fma(sum, DoubleVector.fromArray(S, f, i)).intoArray(result, i);
            }
        }
    }

    @Override
    public void addTimeSlope(int n, int lanes, double[] h, double weight, double[] slope, double[] result) {
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            DoubleVector step = DoubleVector.fromArray(S, h, lane).mul(weight);
            for (int i = lane; i < n * LANES; i += LANES) {
                step.fma(DoubleVector.fromArray(S, slope, i), DoubleVector.fromArray(S, result, i)).intoArray(result, i);
            }
        }
    }

    @Override
    public void scale(int lanes, double[] t, double[] h, double gamma, double[] timeAndScale, double[] perStep) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            DoubleVector step = DoubleVector.fromArray(S, h, lane);
            DoubleVector.fromArray(S, t, lane).intoArray(timeAndScale, lane);
            one.div(step.mul(gamma)).intoArray(timeAndScale, LANES + lane);
            one.div(step).intoArray(perStep, lane);
        }
    }

    @Override
    public void errorNorm(int n, int lanes, double[] y, double[] next, double[] stages, int stage, double[] absolute, double relative,
                          double[] result) {
        double scale = 1.0 / Math.max(n, 1);
        int first = stage * n * LANES;
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            DoubleVector sum = DoubleVector.zero(S);
            for (int state = 0; state < n; state++) {
                int i = state * LANES + lane;
                DoubleVector bound = DoubleVector.fromArray(S, y, i).abs().max(DoubleVector.fromArray(S, next, i).abs())
                        .fma(DoubleVector.broadcast(S, relative), DoubleVector.broadcast(S, absolute[state]));
                DoubleVector ratio = DoubleVector.fromArray(S, stages, first + i).div(bound);
                sum = ratio.fma(ratio, sum);
            }
            sum.mul(scale).sqrt().intoArray(result, lane);
        }
    }

    @Override
    public void polynomial(int n, int lanes, double[] stages, double[] w, double[] result, int row) {
        int stride = n * LANES;
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            for (int i = lane; i < stride; i += LANES) {
                DoubleVector sum = DoubleVector.zero(S);
                for (int j = 0, at = i; j < w.length; j++, at += stride) {
                    sum = DoubleVector.fromArray(S, stages, at).fma(DoubleVector.broadcast(S, w[j]), sum);
                }
                sum.intoArray(result, row * LANES + i);
            }
        }
    }

    @Override
    public void dense(int n, int lanes, double[] theta, double[] y, double[] next, double[] polynomial, int terms, double[] result) {
        int stride = n * LANES;
        for (int lane = 0; lane < lanes; lane += WIDTH) {
            DoubleVector position = DoubleVector.fromArray(S, theta, lane);
            DoubleVector rest = DoubleVector.broadcast(S, 1).sub(position);
            for (int i = lane; i < stride; i += LANES) {
                DoubleVector start = DoubleVector.fromArray(S, y, i);
                DoubleVector sum = DoubleVector.zero(S);
                for (int at = (terms - 1) * stride + i; at >= 0; at -= stride) {
                    sum = position.fma(sum, DoubleVector.fromArray(S, polynomial, at));
                }
                DoubleVector slope = rest.fma(sum, DoubleVector.fromArray(S, next, i).sub(start));
                position.fma(slope, start).intoArray(result, i);
            }
        }
    }
}

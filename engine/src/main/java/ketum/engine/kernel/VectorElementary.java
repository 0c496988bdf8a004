package ketum.engine.kernel;

import static ketum.engine.kernel.Elementary.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Elementary} with vectors: the same operations in the same order, so the same bits.
 *
 * <p>Everything stands in one method per function: a vector that crosses the boundary of a method which HotSpot does not
 * inline is put on the heap (measured: half the speed).
 */
public final class VectorElementary {

    private static final VectorSpecies<Double> S = VectorShape.SPECIES;
    private static final VectorSpecies<Long> L = VectorShape.LONGS;
    private static final int WIDTH = VectorShape.WIDTH;

    private VectorElementary() {
    }

    /** As {@link Elementary#exp(double[], int, int, int)}. */
    public static void exp(double[] rows, int first, int slots, int lanes) {
        for (int slot = first; slot < first + slots; slot++) {
            int base = slot * Kernel.LANES;
            for (int i = base; i < base + lanes; i += WIDTH) {
                DoubleVector c = DoubleVector.fromArray(S, rows, i).min(EXP_HIGHEST).max(EXP_LOWEST);
                DoubleVector k = c.fma(DoubleVector.broadcast(S, LOG2_E), DoubleVector.broadcast(S, ROUNDER)).sub(ROUNDER);
                DoubleVector r = k.fma(DoubleVector.broadcast(S, -LN2_LOW), k.fma(DoubleVector.broadcast(S, -LN2_HIGH), c));
                DoubleVector r2 = r.mul(r);
                DoubleVector r4 = r2.mul(r2);
                DoubleVector r8 = r4.mul(r4);
                DoubleVector low = r.fma(DoubleVector.broadcast(S, E5), DoubleVector.broadcast(S, E4))
                        .fma(r2, r.fma(DoubleVector.broadcast(S, E3), DoubleVector.broadcast(S, E2)));
                DoubleVector middle = r.fma(DoubleVector.broadcast(S, E9), DoubleVector.broadcast(S, E8))
                        .fma(r2, r.fma(DoubleVector.broadcast(S, E7), DoubleVector.broadcast(S, E6)));
                DoubleVector high = r.fma(DoubleVector.broadcast(S, E13), DoubleVector.broadcast(S, E12))
                        .fma(r2, r.fma(DoubleVector.broadcast(S, E11), DoubleVector.broadcast(S, E10)));
                DoubleVector tail = high.fma(r8, middle.fma(r4, low));
                DoubleVector value = tail.fma(r2, r).add(1);
                DoubleVector half = k.fma(DoubleVector.broadcast(S, 0.5), DoubleVector.broadcast(S, ROUNDER)).sub(ROUNDER);
                DoubleVector rest = k.sub(half);
                DoubleVector scaleA = half.add(ROUNDER_BIASED).reinterpretAsLongs()
                        .lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
                DoubleVector scaleB = rest.add(ROUNDER_BIASED).reinterpretAsLongs()
                        .lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
                value.mul(scaleA).mul(scaleB).intoArray(rows, i);
            }
        }
    }

    /** As {@link Elementary#ln(double[], int, int, int)}. */
    public static void ln(double[] rows, int first, int slots, int lanes) {
        for (int slot = first; slot < first + slots; slot++) {
            int base = slot * Kernel.LANES;
            for (int i = base; i < base + lanes; i += WIDTH) {
                DoubleVector x = DoubleVector.fromArray(S, rows, i);
                VectorMask<Double> subnormal = x.compare(VectorOperators.LT, Double.MIN_NORMAL);
                DoubleVector scaled = x.blend(x.mul(TWO_54), subnormal);
                DoubleVector bias = DoubleVector.broadcast(S, EXPONENT_BIAS).blend(EXPONENT_BIAS_SUBNORMAL, subnormal);
                LongVector bits = scaled.reinterpretAsLongs().add(LongVector.broadcast(L, ONE_MINUS_ROOT_HALF_BITS));
                DoubleVector k = bits.lanewise(VectorOperators.LSHR, 52).or(LongVector.broadcast(L, TWO_52_BITS))
                        .reinterpretAsDoubles().sub(bias);
                DoubleVector f = bits.and(LongVector.broadcast(L, MANTISSA)).add(LongVector.broadcast(L, ROOT_HALF_BITS))
                        .reinterpretAsDoubles().sub(1);
                DoubleVector s = f.div(f.add(2));
                DoubleVector z = s.mul(s);
                DoubleVector w = z.mul(z);
                DoubleVector even = w.mul(w.fma(w.fma(DoubleVector.broadcast(S, L6), DoubleVector.broadcast(S, L4)),
                        DoubleVector.broadcast(S, L2)));
                DoubleVector odd = z.mul(w.fma(w.fma(w.fma(DoubleVector.broadcast(S, L7), DoubleVector.broadcast(S, L5)),
                        DoubleVector.broadcast(S, L3)), DoubleVector.broadcast(S, L1)));
                DoubleVector halfSquare = f.mul(f).mul(0.5);
                DoubleVector correction = s.fma(halfSquare.add(even.add(odd)), k.mul(LN2_LOW));
                DoubleVector value = k.fma(DoubleVector.broadcast(S, LN2_HIGH), f.sub(halfSquare.sub(correction)));
                VectorMask<Double> positive = x.compare(VectorOperators.GT, 0);
                VectorMask<Double> zero = x.compare(VectorOperators.EQ, 0);
                VectorMask<Double> infinite = x.compare(VectorOperators.EQ, Double.POSITIVE_INFINITY);
                DoubleVector.broadcast(S, Double.NaN).blend(Double.NEGATIVE_INFINITY, zero)
                        .blend(value, positive).blend(x, infinite).intoArray(rows, i);
            }
        }
    }
}

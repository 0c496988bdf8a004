package ketum.engine.kernel;

/**
 * exp and ln built from additions, multiplications and fused multiply-adds only, so that interpreted, compiled, scalar and
 * vector code give the same bits on every machine. {@link VectorElementary} repeats these operations one for one.
 *
 * <p>Both stay within 2 units in the last place of the exact value. {@code exp}: reduction to |r| ≤ ln(2)/2 in two parts,
 * Taylor polynomial of degree 13, scaling by a power of two in two factors so that subnormal results are rounded once.
 * {@code ln}: reduction to [√½, √2) and the polynomial in s = f/(2+f) of fdlibm's {@code e_log.c} (Sun Microsystems, 1993).
 * Arguments outside the domain behave as in {@link StrictMath}.
 */
public final class Elementary {

    static final double EXP_LOWEST = -746;
    static final double EXP_HIGHEST = 710;
    static final double LOG2_E = 0x1.71547652b82fep0;
    static final double LN2_HIGH = 0x1.62e42fefa39efp-1;
    static final double LN2_LOW = 0x1.abc9e3b39803fp-56;
    /** Adding this leaves a whole number, rounded to nearest, in the low bits. */
    static final double ROUNDER = 0x1.8p52;
    static final double ROUNDER_BIASED = 0x1.8p52 + 1023;

    static final double E2 = 1.0 / 2;
    static final double E3 = 1.0 / 6;
    static final double E4 = 1.0 / 24;
    static final double E5 = 1.0 / 120;
    static final double E6 = 1.0 / 720;
    static final double E7 = 1.0 / 5040;
    static final double E8 = 1.0 / 40320;
    static final double E9 = 1.0 / 362880;
    static final double E10 = 1.0 / 3628800;
    static final double E11 = 1.0 / 39916800;
    static final double E12 = 1.0 / 479001600;
    static final double E13 = 1.0 / 6227020800.0;

    static final double L1 = 6.666666666666735130e-01;
    static final double L2 = 3.999999999940941908e-01;
    static final double L3 = 2.857142874366239149e-01;
    static final double L4 = 2.222219843214978396e-01;
    static final double L5 = 1.818357216161805012e-01;
    static final double L6 = 1.531383769920937332e-01;
    static final double L7 = 1.479819860511658591e-01;
    static final long ROOT_HALF_BITS = 0x3fe6a09e667f3bcdL;
    static final long ONE_MINUS_ROOT_HALF_BITS = 0x3ff0000000000000L - ROOT_HALF_BITS;
    static final long MANTISSA = 0x000fffffffffffffL;
    static final long TWO_52_BITS = 0x4330000000000000L;
    static final double TWO_54 = 0x1p54;
    static final double EXPONENT_BIAS = 0x1p52 + 1023;
    static final double EXPONENT_BIAS_SUBNORMAL = 0x1p52 + 1023 + 54;

    private Elementary() {
    }

    /** e to the power x. */
    public static double exp(double x) {
        double c = Math.max(EXP_LOWEST, Math.min(EXP_HIGHEST, x));
        double k = Math.fma(c, LOG2_E, ROUNDER) - ROUNDER;
        double r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, c));
        double r2 = r * r;
        double r4 = r2 * r2;
        double r8 = r4 * r4;
        double low = Math.fma(Math.fma(r, E5, E4), r2, Math.fma(r, E3, E2));
        double middle = Math.fma(Math.fma(r, E9, E8), r2, Math.fma(r, E7, E6));
        double high = Math.fma(Math.fma(r, E13, E12), r2, Math.fma(r, E11, E10));
        double tail = Math.fma(high, r8, Math.fma(middle, r4, low));
        double value = 1 + Math.fma(tail, r2, r);
        double half = Math.fma(k, 0.5, ROUNDER) - ROUNDER;
        double rest = k - half;
        double scaleA = Double.longBitsToDouble(Double.doubleToRawLongBits(half + ROUNDER_BIASED) << 52);
        double scaleB = Double.longBitsToDouble(Double.doubleToRawLongBits(rest + ROUNDER_BIASED) << 52);
        return value * scaleA * scaleB;
    }

    /** Natural logarithm of x; NaN below zero, minus infinity at zero. */
    public static double ln(double x) {
        boolean subnormal = x < Double.MIN_NORMAL;
        double scaled = subnormal ? x * TWO_54 : x;
        double bias = subnormal ? EXPONENT_BIAS_SUBNORMAL : EXPONENT_BIAS;
        long bits = Double.doubleToRawLongBits(scaled) + ONE_MINUS_ROOT_HALF_BITS;
        double k = Double.longBitsToDouble((bits >>> 52) | TWO_52_BITS) - bias;
        double f = Double.longBitsToDouble((bits & MANTISSA) + ROOT_HALF_BITS) - 1;
        double s = f / (f + 2);
        double z = s * s;
        double w = z * z;
        double even = w * Math.fma(w, Math.fma(w, L6, L4), L2);
        double odd = z * Math.fma(w, Math.fma(w, Math.fma(w, L7, L5), L3), L1);
        double halfSquare = f * f * 0.5;
        double correction = Math.fma(s, halfSquare + (even + odd), k * LN2_LOW);
        double value = Math.fma(k, LN2_HIGH, f - (halfSquare - correction));
        double finite = x > 0 ? value : (x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN);
        return x == Double.POSITIVE_INFINITY ? x : finite;
    }

    /** Replaces lanes 0 to {@code lanes - 1} of {@code slots} successive rows, beginning with row {@code first}, by their exp. */
    public static void exp(double[] rows, int first, int slots, int lanes) {
        for (int slot = first; slot < first + slots; slot++) {
            int base = slot * Kernel.LANES;
            for (int i = base; i < base + lanes; i++) {
                rows[i] = exp(rows[i]);
            }
        }
    }

    /** As {@link #exp(double[], int, int, int)}, with ln. */
    public static void ln(double[] rows, int first, int slots, int lanes) {
        for (int slot = first; slot < first + slots; slot++) {
            int base = slot * Kernel.LANES;
            for (int i = base; i < base + lanes; i++) {
                rows[i] = ln(rows[i]);
            }
        }
    }
}

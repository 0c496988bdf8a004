package ketum.report.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, the same on every machine: decimal point, no grouping, no exponent. */
public final class Numbers {
    private Numbers() {}

    /** {@code value} to so many significant digits, half up, without trailing zeros; "not known" where it is not a number. */
    public static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return "not known";
        }
        if (value == 0) {
            return "0";
        }
        return plain(new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP)));
    }

    /** {@code value} with at most so many decimals, half up, without trailing zeros. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "not known";
        }
        return plain(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    /**
     * For reading: two significant digits below ten, otherwise whole numbers, but never more than three significant digits.
     * Nothing in this report is known better.
     */
    public static String readable(double value) {
        double size = StrictMath.abs(value);
        if (size < 10) {
            return significant(value, 2);
        }
        return size < 1000 ? fixed(value, 0) : significant(value, 3);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}

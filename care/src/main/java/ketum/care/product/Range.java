package ketum.care.product;

import java.util.Locale;

/** What a number may be: both ends are possible, and nothing between is likelier. The upper end may be infinite. */
public record Range(double low, double high) {

    public Range {
        if (!(low >= 0) || !(high >= low)) {
            throw new IllegalArgumentException("from " + low + " to " + high);
        }
    }

    static Range exactly(double value) {
        return new Range(value, value);
    }

    /** Every number of it, so many times. */
    public Range times(double factor) {
        return new Range(low * factor, high * factor);
    }

    Range times(Range factor) {
        return new Range(low * factor.low, high * factor.high);
    }

    Range plus(Range other) {
        return new Range(low + other.low, high + other.high);
    }

    /** This share of a whole made of this and {@code others}: 0 to 1. */
    Range shareBeside(Range others) {
        return new Range(low == 0 ? 0 : low / (low + others.high), high == 0 ? 0 : others.low == 0 && Double.isInfinite(high) ? 1 : high / (high + others.low));
    }

    /** How many times as much as {@code other}. */
    Range over(Range other) {
        return new Range(other.high == 0 ? low == 0 ? 0 : Double.POSITIVE_INFINITY : low / other.high, other.low == 0 ? Double.POSITIVE_INFINITY : high / other.low);
    }

    /** The smallest range that holds both. */
    Range with(Range other) {
        return new Range(StrictMath.min(low, other.low), StrictMath.max(high, other.high));
    }

    /** Whether all of it is one number. */
    public boolean exact() {
        return low == high;
    }

    /** In words: {@code 3.2}, {@code 22 to 75}, {@code up to 0.124}, {@code 5 or more}. */
    public String words() {
        if (exact()) {
            return number(low);
        }
        if (Double.isInfinite(high)) {
            return low == 0 ? "anything" : number(low) + " or more";
        }
        return low == 0 ? "up to " + number(high) : number(low) + " to " + number(high);
    }

    /** Three significant digits, no exponent, no idle zeros. */
    static String number(double value) {
        if (Double.isInfinite(value)) {
            return "no end";
        }
        if (value == 0) {
            return "0";
        }
        int before = (int) StrictMath.floor(StrictMath.log10(value)) + 1;
        String text = String.format(Locale.ROOT, "%." + StrictMath.max(0, 3 - before) + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}

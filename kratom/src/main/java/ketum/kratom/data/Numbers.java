package ketum.kratom.data;

import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as the data files write them: decimal digits with a point, no thousands separator, no NaN, no infinity, no unit. */
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");

    private Numbers() {}

    static Optional<Double> parse(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    }
}

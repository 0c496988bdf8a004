package ketum.cli.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.TreeSet;

/**
 * Reads the times of {@code --times}: single times and {@code first:last:step}, separated by commas, in the model's unit of time. The
 * result rises and holds each time once. Steps are counted in decimals, so that 0:1:0.1 holds 0.3 and not 0.30000000000000004.
 */
public final class OutputTimes {

    private static final int MOST = 1_000_000;
    private static final int LONGEST_NUMBER = 40;
    private static final String ACCEPTED = "write single times and first:last:step, such as 0:24:1 or 0,0.5,1,2:48:2";

    private OutputTimes() {
    }

    /** @throws UnusableInput where a part cannot be read, naming it */
    public static double[] parse(String text) {
        TreeSet<Double> times = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            String[] range = part.strip().split(":", -1);
            switch (range.length) {
                case 1 -> times.add(number(range[0], part).doubleValue() + 0.0);
                case 3 -> addRange(times, number(range[0], part), number(range[1], part), number(range[2], part), part);
                default -> throw problem(part);
            }
            if (times.size() > MOST) {
                throw tooMany();
            }
        }
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void addRange(TreeSet<Double> times, BigDecimal first, BigDecimal last, BigDecimal step, String part) {
        if (step.signum() <= 0) {
            throw new UnusableInput("--times: in \"" + part.strip() + "\" the step is not above 0; " + ACCEPTED);
        }
        if (last.compareTo(first) < 0) {
            throw new UnusableInput("--times: \"" + part.strip() + "\" ends before it begins; " + ACCEPTED);
        }
        BigDecimal steps = last.subtract(first).divide(step, 0, RoundingMode.FLOOR);
        if (steps.compareTo(BigDecimal.valueOf(MOST)) >= 0) {
            throw tooMany();
        }
        for (int i = 0; i <= steps.intValue(); i++) {
            times.add(first.add(step.multiply(BigDecimal.valueOf(i))).doubleValue() + 0.0);
        }
    }

    private static BigDecimal number(String text, String part) {
        try {
            BigDecimal number = new BigDecimal(text.strip());
            if (text.length() <= LONGEST_NUMBER && Math.abs((long) number.precision() - number.scale()) <= LONGEST_NUMBER) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, together with numbers that are no times
        }
        throw problem(part);
    }

    private static UnusableInput problem(String part) {
        return new UnusableInput("--times: found \"" + part.strip() + "\"; " + ACCEPTED);
    }

    private static UnusableInput tooMany() {
        return new UnusableInput("--times: more than %,d times; take a longer step".formatted(MOST));
    }
}

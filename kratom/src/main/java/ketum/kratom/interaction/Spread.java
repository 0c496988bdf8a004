package ketum.kratom.interaction;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How far studies of the same pair differ: pooled standard deviation of ln R over pairs with several studies.
 *
 * @param inhibitors of ratios above one
 * @param inducers   of ratios below one
 */
record Spread(double inhibitors, double inducers) {

    /** Ninety of a hundred lie within this many standard deviations. */
    private static final double NINETY = 1.645;

    static Spread of(List<ObservedRatio> ratios) {
        return new Spread(pooled(ratios.stream().filter(ObservedRatio::inhibits).toList()), pooled(ratios.stream().filter(ratio -> !ratio.inhibits()).toList()));
    }

    private static double pooled(List<ObservedRatio> ratios) {
        double squares = 0;
        int degrees = 0;
        for (List<ObservedRatio> pair : ratios.stream().collect(Collectors.groupingBy(ObservedRatio::pair)).values()) {
            double mean = pair.stream().mapToDouble(ratio -> StrictMath.log(ratio.ratio())).average().orElseThrow();
            squares += pair.stream().mapToDouble(ratio -> (StrictMath.log(ratio.ratio()) - mean) * (StrictMath.log(ratio.ratio()) - mean)).sum();
            degrees += pair.size() - 1;
        }
        return StrictMath.sqrt(squares / Math.max(1, degrees));
    }

    /** Factor by which the mean of so many ratios may be off, either way. */
    double factor(boolean inhibitor, int studies) {
        return StrictMath.exp(NINETY * (inhibitor ? inhibitors : inducers) / StrictMath.sqrt(studies));
    }
}

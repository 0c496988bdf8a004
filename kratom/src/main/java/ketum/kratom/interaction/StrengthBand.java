package ketum.kratom.interaction;

import ketum.kratom.data.Medicine.EnzymeRole.Strength;

/**
 * What a regulatory class says of a precipitant: the ratio of a sensitive victim lies in a band, whose middle on the logarithmic scale stands for
 * the medicine. Strong inhibitors have no upper limit; twice the lower one is taken.
 */
final class StrengthBand {

    private StrengthBand() {
    }

    /** @param share of the sensitive victim's clearance that the enzyme carries */
    static Interval inhibitor(Strength strength, double share) {
        double low = switch (strength) {
            case STRONG -> 5;
            case MODERATE -> 2;
            case WEAK -> 1.25;
        };
        double high = switch (strength) {
            case STRONG -> 10;
            case MODERATE -> 5;
            case WEAK -> 2;
        };
        return new Interval(inhibition(low, share), inhibition(StrictMath.sqrt(low * high), share), inhibition(high, share));
    }

    /** @param induced what an inducer acts on, of the sensitive victim ({@link PairModel#induced}) */
    static Interval inducer(Strength strength, double induced) {
        double low = switch (strength) {
            case STRONG -> 0.05;
            case MODERATE -> 0.2;
            case WEAK -> 0.5;
        };
        double high = switch (strength) {
            case STRONG -> 0.2;
            case MODERATE -> 0.5;
            case WEAK -> 0.8;
        };
        return new Interval((1 / high - 1) / induced, (1 / StrictMath.sqrt(low * high) - 1) / induced, (1 / low - 1) / induced);
    }

    private static double inhibition(double ratio, double share) {
        return Math.min(1, (1 - 1 / ratio) / share);
    }
}

package ketum.kratom.interaction;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import ketum.kratom.data.Row;

/**
 * A constant of a medicine: a share of clearance, or what is taken from or added to an enzyme.
 *
 * @param value   with its interval
 * @param kind    how it is known
 * @param dose    mg of the precipitant a day that it stands for; empty where no dose is known or none matters
 * @param basis   the observed ratios it is derived from; empty where it is a class
 * @param sources keys of the sources it rests on
 */
public record Constant(Interval value, Kind kind, OptionalDouble dose, List<Row> basis, List<String> sources) {

    /** How a constant is known. */
    public enum Kind {
        /** From ratios observed in people with this medicine. */
        RATIO,
        /** From the strength class that a regulator gave the medicine. */
        CLASS
    }

    public Constant {
        basis = List.copyOf(basis);
        sources = List.copyOf(sources);
    }

    static Constant ratio(Interval value, List<Row> basis) {
        return ratio(value, OptionalDouble.empty(), basis);
    }

    static Constant ratio(Interval value, OptionalDouble dose, List<Row> basis) {
        return new Constant(value, Kind.RATIO, dose, basis, basis.stream().map(Row::source).distinct().toList());
    }

    static Constant ofClass(Interval value, String source) {
        return new Constant(value, Kind.CLASS, OptionalDouble.empty(), List.of(), List.of(source));
    }

    /**
     * The share of an enzyme that an inhibitor takes at another dose: I/Ki, the odds of inhibition, grows with the dose. Unchanged where either dose is
     * unknown.
     */
    Constant atDose(OptionalDouble milligrams) {
        if (dose.isEmpty() || milligrams.isEmpty()) {
            return this;
        }
        double factor = milligrams.getAsDouble() / dose.getAsDouble();
        return new Constant(new Interval(inhibition(value.low(), factor), inhibition(value.median(), factor), inhibition(value.high(), factor)), kind, milligrams, basis, sources);
    }

    /** Inhibition whose odds are so many times those of another; what was complete stays complete. */
    static double inhibition(double share, double odds) {
        return share >= 1 ? 1 : odds * share / (1 - share + odds * share);
    }

    /** Where the ratios stand, for a reader who wants to follow the number. */
    public String locators() {
        return basis.stream().map(row -> row.source() + ": " + row.locator()).collect(Collectors.joining("; "));
    }
}

package ketum.kratom.data;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import ketum.kratom.Alkaloid;

/**
 * Dated predictions for data that nobody working on Ketum has seen, from {@code studies/predictions.csv}: one typed slot per number,
 * to be filled when the data are read. A prediction is never edited after its date; a better one is a new row. Immutable.
 */
public final class Predictions {
    static final String FILE = "studies/predictions.csv";
    private static final List<String> COLUMNS = List.of("id", "study", "arm", "analyte", "quantity", "statistic", "unit", "predicted", "low", "high", "made_on",
            "basis", "observed", "observed_source", "observed_locator", "observed_on");

    private final List<Slot> slots;

    private Predictions(List<Slot> slots) {
        this.slots = List.copyOf(slots);
    }

    /**
     * One number of a study that is not known yet.
     *
     * @param id        stable name of the slot
     * @param study     name of the study or register number
     * @param forecast  what was predicted; empty where the slot still waits for the model to fill it before the data are opened
     * @param outcome   what was observed; empty until somebody read it
     */
    public record Slot(String id, String study, String arm, Optional<String> analyte, String quantity, String statistic, String unit,
                       String basis, Optional<Forecast> forecast, Optional<Outcome> outcome) {

        public Score score() {
            if (outcome.isEmpty()) {
                return Score.NO_DATA;
            }
            if (forecast.isEmpty()) {
                return Score.NOT_PREDICTED;
            }
            double observed = outcome.get().observed();
            return observed >= forecast.get().low() && observed <= forecast.get().high() ? Score.INSIDE : Score.OUTSIDE;
        }
    }

    /** What was predicted, with the interval in which an observation counts as a hit. */
    public record Forecast(double predicted, double low, double high, LocalDate madeOn) {}

    /** What was observed, where it was read and when. */
    public record Outcome(double observed, String source, String locator, LocalDate readOn) {}

    public enum Score { INSIDE, OUTSIDE, NO_DATA, NOT_PREDICTED }

    private static final class Holder {
        private static final Predictions STANDARD = parse(FILE, Resource.text(FILE), Tables.standard().sources());
    }

    /** The slots of this version, read once. */
    public static Predictions standard() {
        return Holder.STANDARD;
    }

    static Predictions parse(String file, String text, Sources sources) {
        List<Slot> slots = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Csv.Line line : Csv.read(file, text, COLUMNS)) {
            Slot slot = slot(line, sources);
            if (!ids.add(slot.id())) {
                throw line.error("id", "each slot once");
            }
            slots.add(slot);
        }
        return new Predictions(slots);
    }

    private static Slot slot(Csv.Line line, Sources sources) {
        Optional<String> analyte = line.get("analyte").isEmpty() ? Optional.empty() : Optional.of(line.get("analyte"));
        Predicate<String> known = id -> java.util.Arrays.stream(Alkaloid.values()).anyMatch(alkaloid -> alkaloid.id().equals(id));
        if (analyte.isPresent() && !known.test(analyte.get())) {
            throw line.error("analyte", "the id of an alkaloid, or empty");
        }
        String unit = line.required("unit");
        try {
            Units.check(unit);
        } catch (IllegalArgumentException e) {
            throw line.error("unit", "UCUM or one of " + Units.aliases().keySet());
        }
        return new Slot(line.required("id"), line.required("study"), line.required("arm"), analyte, line.required("quantity"), line.required("statistic"), unit,
                line.required("basis"), forecast(line), outcome(line, sources));
    }

    private static Optional<Forecast> forecast(Csv.Line line) {
        if (line.get("predicted").isEmpty()) {
            for (String column : List.of("low", "high", "made_on")) {
                if (!line.get(column).isEmpty()) {
                    throw line.error(column, "empty as long as nothing is predicted");
                }
            }
            return Optional.empty();
        }
        double predicted = number(line, "predicted");
        double low = number(line, "low");
        double high = number(line, "high");
        if (low > predicted || high < predicted) {
            throw line.error("predicted", "a value between low and high");
        }
        return Optional.of(new Forecast(predicted, low, high, date(line, "made_on")));
    }

    private static Optional<Outcome> outcome(Csv.Line line, Sources sources) {
        if (line.get("observed").isEmpty()) {
            for (String column : List.of("observed_source", "observed_locator", "observed_on")) {
                if (!line.get(column).isEmpty()) {
                    throw line.error(column, "empty as long as nothing is observed");
                }
            }
            return Optional.empty();
        }
        String source = line.required("observed_source");
        if (sources.find(source).isEmpty()) {
            throw line.error("observed_source", "a key of " + Sources.FILE);
        }
        LocalDate readOn = date(line, "observed_on");
        if (!line.get("made_on").isEmpty() && !readOn.isAfter(date(line, "made_on"))) {
            throw line.error("observed_on", "a day after the prediction was made");
        }
        return Optional.of(new Outcome(number(line, "observed"), source, line.required("observed_locator"), readOn));
    }

    private static double number(Csv.Line line, String column) {
        OptionalDouble number = Numbers.parse(line.required(column)).map(OptionalDouble::of).orElse(OptionalDouble.empty());
        return number.orElseThrow(() -> line.error(column, "a number"));
    }

    private static LocalDate date(Csv.Line line, String column) {
        try {
            return LocalDate.parse(line.required(column));
        } catch (DateTimeParseException e) {
            throw line.error(column, "a date such as 2026-11-22");
        }
    }

    /** All slots in the order of the file. */
    public List<Slot> all() {
        return slots;
    }
}

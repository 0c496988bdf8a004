package ketum.kratom;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * How a product is taken.
 *
 * @param amount  per dose, in {@code unit}
 * @param unit    what {@code amount} counts
 * @param times   clock times of the doses of a day, sorted; spread over the waking day by the reader where only a count was given
 * @param timesStated false where the times are the reader's assumption
 * @param since   first day of (nearly) daily use at this or an earlier amount
 * @param changes earlier amounts: from each date on, that amount was taken until the next change; sorted; the last one is the present use
 */
public record Use(double amount, AmountUnit unit, List<LocalTime> times, boolean timesStated, LocalDate since, List<Change> changes) {

    public Use {
        times = List.copyOf(times);
        changes = List.copyOf(changes);
    }

    public enum AmountUnit {
        GRAM("g"), CAPSULE("capsules"), TEASPOON("teaspoons"), MILLILITRE("ml"), BOTTLE("bottles"), TABLET("tablets");

        private final String label;

        AmountUnit(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** From {@code from} on, {@code amount} (in the use's unit) was taken {@code perDay} times a day. */
    public record Change(LocalDate from, double amount, int perDay) {}

    public int perDay() {
        return times.size();
    }
}

package ketum.kratom.twin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Doses as taken, the same for all twins: time in hours from the start of the simulated history, which product, how many units.
 *
 * @param doses sorted by time
 */
public record Regimen(List<Dose> doses) {

    /** @param product index into the case's products; @param units counted as the person counts; @param day index of the day, for day-to-day variation */
    public record Dose(double timeHours, int product, double units, int day) {}

    public Regimen {
        List<Dose> sorted = new ArrayList<>(doses);
        sorted.sort(Comparator.comparingDouble(Dose::timeHours));
        doses = List.copyOf(sorted);
    }

    /** The doses from {@code from} (inclusive) to {@code to} (exclusive), in hours. */
    public Regimen between(double from, double to) {
        return new Regimen(doses.stream().filter(dose -> dose.timeHours() >= from && dose.timeHours() < to).toList());
    }

    /** The last dose's time, or NaN where there is none. */
    public double lastTime() {
        return doses.isEmpty() ? Double.NaN : doses.getLast().timeHours();
    }
}

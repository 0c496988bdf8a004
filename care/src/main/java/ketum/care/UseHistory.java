package ketum.care;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import ketum.kratom.Use;
import ketum.kratom.twin.Regimen;

/**
 * A case's doses on the model's clock. Hour 0 is midnight at the start of the first simulated day; the last simulated day is the report's
 * date. Of a long history only the last {@link #LONGEST_DAYS} days of use are simulated.
 *
 * @param regimen      all doses that count, none after the stated last dose
 * @param days         simulated days, the report's date being the last
 * @param omittedDays  days of use before the first simulated day
 * @param shownDay     index of the last day with all its usual doses: the day of use that exposure and effects are shown for
 * @param lastDoseHour hour of the last dose, NaN where there is none
 */
record UseHistory(Regimen regimen, int days, int omittedDays, int shownDay, double lastDoseHour) {

    /** 13 half-lives of the slowest adaptation that science allows (14 days), 5 of the slowest memory behind the tail (35 days). */
    static final int LONGEST_DAYS = 180;

    private static final LocalTime WAKING = LocalTime.of(7, 0);
    private static final int WAKING_MINUTES = 15 * 60;
    /** A stated last dose this near to a habitual one, in hours, is taken to be that one. */
    private static final double SAME_DOSE = 12;

    static UseHistory of(Case input) {
        return of(input, LONGEST_DAYS);
    }

    static UseHistory of(Case input, int longestDays) {
        LocalDate first = input.products().stream().map(p -> p.use().since()).min(LocalDate::compareTo).orElseThrow();
        LocalDate lastOfUse = input.lastDose().map(LocalDateTime::toLocalDate).orElse(input.date());
        LocalDate earliest = lastOfUse.minusDays(longestDays - 1L);
        LocalDate start = first.isBefore(earliest) ? earliest : first;
        int days = (int) ChronoUnit.DAYS.between(start, input.date()) + 1;
        List<Regimen.Dose> habit = habit(input, start, days);
        List<Regimen.Dose> doses = input.lastDose()
                .map(last -> endingAt(ChronoUnit.MINUTES.between(start.atStartOfDay(), last) / 60.0, habit, input)).orElse(habit);
        Regimen regimen = new Regimen(doses);
        return new UseHistory(regimen, days, (int) ChronoUnit.DAYS.between(first, start), shownDay(doses, habit, regimen.lastTime()), regimen.lastTime());
    }

    private static int shownDay(List<Regimen.Dose> doses, List<Regimen.Dose> habit, double lastHour) {
        if (Double.isNaN(lastHour)) {
            return 0;
        }
        int last = (int) StrictMath.floor(lastHour / 24);
        boolean whole = on(last, doses) >= on(last, habit);
        return whole || last == 0 || on(last - 1, doses) <= on(last, doses) ? last : last - 1;
    }

    private static long on(int day, List<Regimen.Dose> doses) {
        return doses.stream().filter(dose -> dose.day() == day).count();
    }

    private static List<Regimen.Dose> habit(Case input, LocalDate start, int days) {
        List<Regimen.Dose> doses = new ArrayList<>();
        for (int product = 0; product < input.products().size(); product++) {
            Use use = input.products().get(product).use();
            for (int day = 0; day < days; day++) {
                LocalDate date = start.plusDays(day);
                if (!date.isBefore(use.since())) {
                    addDay(doses, use, product, day, date);
                }
            }
        }
        return doses;
    }

    private static void addDay(List<Regimen.Dose> doses, Use use, int product, int day, LocalDate date) {
        double units = use.amount();
        List<LocalTime> times = use.times();
        for (Use.Change change : use.changes()) {
            if (!change.from().isAfter(date)) {
                units = change.amount();
                times = change.perDay() == use.perDay() ? use.times() : spread(change.perDay());
            }
        }
        for (LocalTime time : times) {
            if (units > 0) {
                doses.add(new Regimen.Dose(day * 24.0 + hour(time), product, units, day));
            }
        }
    }

    /**
     * The habit up to a stated last dose. A last dose at an hour that the habit does not name is the nearest habitual one, taken earlier or
     * later; so it never adds to what was stated as use, unless it comes in a break.
     */
    private static List<Regimen.Dose> endingAt(double last, List<Regimen.Dose> habit, Case input) {
        double nearest = Double.NaN;
        for (Regimen.Dose dose : habit) {
            double distance = Math.abs(dose.timeHours() - last);
            if (distance <= SAME_DOSE && !(distance >= Math.abs(nearest - last))) {
                nearest = dose.timeHours();
            }
        }
        int day = (int) StrictMath.floor(last / 24);
        List<Regimen.Dose> doses = new ArrayList<>();
        for (Regimen.Dose dose : habit) {
            if (dose.timeHours() == nearest) {
                doses.add(new Regimen.Dose(last, dose.product(), dose.units(), day));
            } else if (dose.timeHours() < last) {
                doses.add(dose);
            }
        }
        if (Double.isNaN(nearest)) {
            doses.add(new Regimen.Dose(last, 0, input.products().getFirst().use().amount(), day));
        }
        return doses;
    }

    /** {@code perDay} times spread evenly over the waking day, 07:00 to 22:00, as the case file's reader spreads them. */
    static List<LocalTime> spread(int perDay) {
        List<LocalTime> times = new ArrayList<>();
        for (int i = 0; i < perDay; i++) {
            times.add(WAKING.plusMinutes(perDay == 1 ? 0 : (long) i * WAKING_MINUTES / (perDay - 1)));
        }
        return times;
    }

    /** Hours from midnight. */
    static double hour(LocalTime time) {
        return time.toSecondOfDay() / 3600.0;
    }

    /** Whether any dose counts. */
    boolean any() {
        return !regimen.doses().isEmpty();
    }

    /** Midnight before the shown day. */
    double shownStart() {
        return shownDay * 24.0;
    }

    /** Midnight after the shown day. */
    double shownEnd() {
        return shownStart() + 24;
    }

    /** Midnight after the report's date. */
    double reportEnd() {
        return days * 24.0;
    }
}

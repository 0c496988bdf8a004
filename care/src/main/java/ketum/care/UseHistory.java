package ketum.care;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import ketum.kratom.Use;
import ketum.kratom.twin.Regimen;

/**
 * A case's doses on the model's clock. Hour 0 is midnight at the start of the first simulated day; the last simulated day is the report's
 * date. A history longer than {@link #LONGEST_DAYS} is begun that many days before, when adaptation has long been level.
 */
record UseHistory(Regimen regimen, int days, int omittedDays, int shownDay, double lastDoseHour) {

    /** 180 days are 13 half-lives of the slowest adaptation that science allows (14 days): what came before is below 0.1 %. */
    static final int LONGEST_DAYS = 180;

    static UseHistory of(Case input) {
        LocalDate first = input.products().stream().map(p -> p.use().since()).min(LocalDate::compareTo).orElseThrow();
        long all = ChronoUnit.DAYS.between(first, input.date()) + 1;
        int days = (int) Math.min(all, LONGEST_DAYS);
        LocalDate start = input.date().minusDays(days - 1L);
        double cut = input.lastDose()
                .map(last -> ChronoUnit.MINUTES.between(start.atStartOfDay(), last) / 60.0)
                .orElse(Double.MAX_VALUE);
        List<Regimen.Dose> doses = new ArrayList<>();
        for (int product = 0; product < input.products().size(); product++) {
            Use use = input.products().get(product).use();
            for (int day = 0; day < days; day++) {
                LocalDate date = start.plusDays(day);
                if (!date.isBefore(use.since())) {
                    addDay(doses, use, product, day, date, cut);
                }
            }
        }
        if (input.lastDose().isPresent() && doses.stream().noneMatch(dose -> Math.abs(dose.timeHours() - cut) < 0.5)) {
            input.products().stream().findFirst().ifPresent(p -> addStatedLast(doses, p.use(), cut));
        }
        Regimen regimen = new Regimen(doses);
        double last = regimen.lastTime();
        int lastDay = Double.isNaN(last) ? days - 1 : (int) StrictMath.floor(last / 24);
        boolean whole = doses.stream().filter(dose -> dose.day() == lastDay).count()
                >= input.products().stream().mapToInt(p -> p.use().perDay()).sum();
        int shown = whole || lastDay == 0 ? lastDay : lastDay - 1;
        return new UseHistory(regimen, days, (int) (all - days), shown, last);
    }

    private static void addDay(List<Regimen.Dose> doses, Use use, int product, int day, LocalDate date, double cut) {
        double units = use.amount();
        List<LocalTime> times = use.times();
        for (Use.Change change : use.changes()) {
            if (!change.from().isAfter(date)) {
                units = change.amount();
                times = change.perDay() == use.perDay() ? use.times() : spread(change.perDay());
            }
        }
        for (LocalTime time : times) {
            double hour = day * 24.0 + time.toSecondOfDay() / 3600.0;
            if (units > 0 && hour <= cut + 1e-9) {
                doses.add(new Regimen.Dose(hour, product, units, day));
            }
        }
    }

    /** A last dose at an hour that the habit does not name still counts: it is taken in place of the habitual one nearest before it. */
    private static void addStatedLast(List<Regimen.Dose> doses, Use use, double hour) {
        if (hour < 0) {
            return;
        }
        int day = (int) StrictMath.floor(hour / 24);
        for (int i = doses.size() - 1; i >= 0; i--) {
            Regimen.Dose dose = doses.get(i);
            if (dose.product() == 0 && dose.day() == day) {
                doses.set(i, new Regimen.Dose(hour, 0, dose.units(), day));
                return;
            }
        }
        doses.add(new Regimen.Dose(hour, 0, use.amount(), day));
    }

    /** {@code perDay} times spread evenly over the waking day, 07:00 to 22:00. */
    static List<LocalTime> spread(int perDay) {
        List<LocalTime> times = new ArrayList<>();
        for (int i = 0; i < perDay; i++) {
            times.add(perDay == 1 ? LocalTime.of(7, 0) : LocalTime.of(7, 0).plusMinutes(Math.round(900.0 * i / (perDay - 1))));
        }
        return times;
    }

    double shownStart() {
        return shownDay * 24.0;
    }
}

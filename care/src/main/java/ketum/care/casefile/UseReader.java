package ketum.care.casefile;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import ketum.kratom.Product.Type;
import ketum.kratom.Use;
import ketum.kratom.Use.AmountUnit;

/** Reads how a product is taken. */
final class UseReader {

    static final int MOST_DOSES = 24;

    private static final int MOST_CHANGES = 200;
    /** Doses without stated times are spread evenly from the first to the last minute of this span. */
    private static final LocalTime WAKING = LocalTime.of(7, 0);
    private static final int WAKING_MINUTES = 15 * 60;

    private final LocalDate date;
    private final Problems problems;

    UseReader(LocalDate date, Problems problems) {
        this.date = date;
        this.problems = problems;
    }

    private record Amount(double number, AmountUnit unit) {}

    /**
     * The use, or nothing where anything about it was reported.
     *
     * @param type of the product, empty where that itself was wrong: units are then not checked against it
     */
    Optional<Use> read(Section section, Optional<Type> type) {
        int before = problems.count();
        Optional<Value> amountValue = section.need("amount");
        Optional<Amount> amount = amountValue.flatMap(v -> amount(v, type));
        Optional<List<LocalTime>> times = times(section);
        Optional<LocalDate> since = section.need("since").flatMap(v -> Moments.date(v, date));
        if (amount.isPresent() && times.isPresent()) {
            checkDay(amountValue.orElseThrow(), amount.get(), times.get().size());
        }
        Optional<List<Use.Change>> changes = section.get("changes").flatMap(v -> changes(v, type, amount, times, since));
        if (problems.count() > before || amount.isEmpty() || times.isEmpty() || since.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Use(amount.get().number(), amount.get().unit(), times.get(), section.has("times"), since.get(), changes.orElse(List.of())));
    }

    private Optional<Amount> amount(Value value, Optional<Type> type) {
        Optional<Value.Measure> measure = value.measure();
        if (measure.isEmpty()) {
            return Optional.empty();
        }
        double number = measure.get().number();
        AmountUnit unit = ProductTypes.unit(measure.get().unit());
        String accepted = type.map(ProductTypes::measuredIn).orElse("an amount has a unit: g, teaspoons, capsules, ml, bottles or tablets");
        String example = "Write for example: amount: " + type.map(ProductTypes::exampleAmount).orElse("4 g");
        if (unit == null || type.isPresent() && !ProductTypes.units(type.get()).contains(unit)) {
            String conversion = type.map(t -> ProductTypes.conversion(measure.get().unit(), t)).orElse("");
            value.wrong(value.found(), accepted, conversion.isEmpty() ? example : capital(conversion) + decapital(example));
            return Optional.empty();
        }
        double most = ProductTypes.mostPerDose(unit);
        if (number <= 0 || number > most) {
            value.wrong(value.found(), "one dose is more than 0 and at most " + ProductTypes.shown(most, unit),
                    number <= 0 ? example : "Check the number; a day's total goes into per_day times amount.");
            return Optional.empty();
        }
        return Optional.of(new Amount(number, unit));
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static String decapital(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static void checkDay(Value value, Amount amount, int perDay) {
        double most = ProductTypes.mostPerDay(amount.unit());
        if (amount.number() * perDay > most) {
            value.wrong(value.found() + " " + perDay + " times a day", "a day's total is at most " + ProductTypes.shown(most, amount.unit()),
                    "amount is for one dose; check it and the number of doses.");
        }
    }

    private Optional<List<LocalTime>> times(Section section) {
        Optional<Value> perDay = section.get("per_day");
        Optional<Value> times = section.get("times");
        if (perDay.isPresent() && times.isPresent()) {
            perDay.get().wrong("per_day beside times", "the doses of a day are given by one of them", "Keep times; it says more.");
            return Optional.empty();
        }
        if (times.isPresent()) {
            return stated(times.get());
        }
        if (perDay.isEmpty()) {
            section.missing("per_day");
            return Optional.empty();
        }
        return perDay.get().whole(1, MOST_DOSES).map(UseReader::spread);
    }

    private Optional<List<LocalTime>> stated(Value value) {
        Optional<List<Value>> items = value.items(MOST_DOSES);
        if (items.isEmpty()) {
            return Optional.empty();
        }
        if (items.get().isEmpty()) {
            value.wrong("an empty list", value.field().takes());
            return Optional.empty();
        }
        List<LocalTime> times = new ArrayList<>();
        for (Value item : items.get()) {
            Optional<LocalTime> time = Moments.time(item);
            if (time.isPresent() && times.contains(time.get())) {
                item.wrong(item.found() + " a second time", "each time of day may stand once", "Put doses taken together into one amount.");
            }
            time.ifPresent(times::add);
        }
        return times.size() == items.get().size() ? Optional.of(times.stream().sorted().toList()) : Optional.empty();
    }

    /** Clock times for {@code count} doses: the first at 07:00, the last at 22:00, equal gaps rounded down to the minute. */
    static List<LocalTime> spread(int count) {
        return IntStream.range(0, count).mapToObj(i -> WAKING.plusMinutes(count == 1 ? 0 : (long) i * WAKING_MINUTES / (count - 1))).toList();
    }

    private Optional<List<Use.Change>> changes(Value value, Optional<Type> type, Optional<Amount> present,
                                                 Optional<List<LocalTime>> times, Optional<LocalDate> since) {
        Optional<List<Value>> items = value.items(MOST_CHANGES);
        if (items.isEmpty()) {
            return Optional.empty();
        }
        if (items.get().isEmpty()) {
            return Optional.of(List.of());
        }
        List<Use.Change> changes = new ArrayList<>();
        int before = problems.count();
        Optional<LocalDate> last = Optional.empty();
        for (Value item : items.get()) {
            Optional<Section> step = item.section(CaseFields.CHANGE);
            if (step.isEmpty()) {
                continue;
            }
            Optional<Value> fromValue = step.get().need("from");
            Optional<LocalDate> from = fromValue.flatMap(v -> Moments.date(v, date));
            if (from.isPresent() && last.isPresent() && !from.get().isAfter(last.get())) {
                fromValue.orElseThrow().wrong(fromValue.get().found(), "steps stand in order of time; this one must be after " + last.get(), "Sort the steps by date.");
            }
            last = from.isPresent() ? from : last;
            from.ifPresent(day -> change(step.get(), type, present, day).ifPresent(changes::add));
        }
        if (problems.count() > before || changes.isEmpty()) {
            return Optional.empty();
        }
        checkEnds(items.get(), changes, present, times, since);
        return Optional.of(changes);
    }

    private Optional<Use.Change> change(Section step, Optional<Type> type, Optional<Amount> present, LocalDate from) {
        Optional<Value> amountValue = step.need("amount");
        if (amountValue.isPresent() && amountValue.get().node() instanceof Node.Text text && text.value().strip().equalsIgnoreCase("none")) {
            step.get("per_day").ifPresent(v -> v.wrong("per_day in a break", "in a break nothing is taken", "Remove per_day."));
            return Optional.of(new Use.Change(from, 0, 1));
        }
        Optional<Amount> amount = amountValue.flatMap(v -> amount(v, type));
        Optional<Integer> perDay = step.need("per_day").flatMap(v -> v.whole(1, MOST_DOSES));
        if (amount.isPresent() && present.isPresent() && amount.get().unit() != present.get().unit()) {
            amountValue.orElseThrow().wrong(amountValue.get().found(), "all amounts of one product have the same unit, here " + present.get().unit().label(),
                    "Write this amount in " + present.get().unit().label() + ".");
            return Optional.empty();
        }
        if (amount.isEmpty() || perDay.isEmpty()) {
            return Optional.empty();
        }
        checkDay(amountValue.orElseThrow(), amount.get(), perDay.get());
        return Optional.of(new Use.Change(from, amount.get().number(), perDay.get()));
    }

    /** The steps must cover everything from since to now, or there would be days nobody said anything about. */
    private static void checkEnds(List<Value> items, List<Use.Change> changes, Optional<Amount> present,
                                  Optional<List<LocalTime>> times, Optional<LocalDate> since) {
        Use.Change first = changes.getFirst();
        if (since.isPresent() && !first.from().equals(since.get())) {
            items.getFirst().wrong("a first step from " + first.from(), "the first step begins at since, which is " + since.get(),
                    "Say in a first step what was taken from " + since.get() + " on, or correct since.");
        }
        Use.Change last = changes.getLast();
        if (present.isPresent() && times.isPresent() && (last.amount() != present.get().number() || last.perDay() != times.get().size())) {
            items.getLast().wrong("a last step of " + ProductTypes.shown(last.amount(), present.get().unit()) + ", " + last.perDay() + " times a day",
                    "the last step is the present use, " + ProductTypes.shown(present.get().number(), present.get().unit()) + ", " + times.get().size() + " times a day",
                    "Add the present use as last step, or correct one of the two.");
        }
    }
}

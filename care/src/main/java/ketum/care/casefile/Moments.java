package ketum.care.casefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates and clock times as people write them into a file: {@code 2026-11-22}, {@code 07:30}, {@code 2026-11-22 07:30}. */
final class Moments {

    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final String DAY_FORM = "dates are written year-month-day";
    private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern CLOCK = Pattern.compile("([0-9]{1,2}):([0-9]{2})(?::00)?");
    private static final Pattern BOTH = Pattern.compile("([0-9-]{8,10})[T ]([0-9:]{4,8})");

    private Moments() {}

    /** A date from 1900 up to {@code latest}. */
    static Optional<LocalDate> date(Value value, LocalDate latest) {
        return value.word().flatMap(word -> {
            Optional<LocalDate> date = day(word);
            if (date.isEmpty()) {
                value.wrong(Quoted.text(word), DAY_FORM, DAY.matcher(word).matches() ? "There is no such day." : value.field().forExample());
            } else if (date.get().isAfter(latest)) {
                value.wrong(Quoted.text(word) + ", which lies in the future", "this field takes a date up to " + latest, "Check the year and month.");
                return Optional.empty();
            } else if (date.get().isBefore(EARLIEST)) {
                value.wrong(Quoted.text(word), "this field takes a date from " + EARLIEST + " on", "Check the year.");
                return Optional.empty();
            }
            return date;
        });
    }

    /** A date with a clock time up to the end of the day {@code latest}. */
    static Optional<LocalDateTime> dateTime(Value value, LocalDate latest) {
        return value.word().flatMap(word -> {
            Matcher both = BOTH.matcher(word);
            Optional<LocalDate> day = both.matches() ? day(both.group(1)) : Optional.empty();
            Optional<LocalTime> clock = both.matches() ? clock(both.group(2)) : Optional.empty();
            if (day.isEmpty() || clock.isEmpty()) {
                boolean onlyDay = day(word).isPresent();
                value.wrong(Quoted.text(word), onlyDay ? "the time of day is needed too" : "this field takes a date and time, year-month-day hour:minute",
                        onlyDay ? "A good guess is enough, for example: " + value.field().name() + ": " + word + " 08:00" : value.field().forExample());
                return Optional.empty();
            }
            if (day.get().isAfter(latest)) {
                value.wrong(Quoted.text(word) + ", which is after the date of the report", "this field takes a time up to the end of " + latest,
                        "Check this field and date.");
                return Optional.empty();
            }
            if (day.get().isBefore(EARLIEST)) {
                value.wrong(Quoted.text(word), "this field takes a date from " + EARLIEST + " on", "Check the year.");
                return Optional.empty();
            }
            return Optional.of(day.get().atTime(clock.get()));
        });
    }

    static Optional<LocalTime> time(Value value) {
        return value.word().flatMap(word -> {
            Optional<LocalTime> time = clock(word);
            if (time.isEmpty()) {
                value.wrong(Quoted.text(word), "clock times run from 00:00 to 23:59", "Write for example 07:00, and 19:00 for seven in the evening.");
            }
            return time;
        });
    }

    private static Optional<LocalDate> day(String word) {
        Matcher day = DAY.matcher(word);
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> clock(String word) {
        Matcher clock = CLOCK.matcher(word);
        if (!clock.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(clock.group(1));
        int minute = Integer.parseInt(clock.group(2));
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }
}

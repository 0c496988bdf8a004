package ketum.engine.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Clock times and dates as they stand in data sets. */
final class Clock {

    private static final Pattern TIME = Pattern.compile("([+-]?)(\\d{1,6}):(\\d{1,2})(?::(\\d{1,2}))?");
    private static final Pattern PART = Pattern.compile("\\d{1,4}");
    private static final Pattern DAY_ALONE = Pattern.compile("[+-]?\\d{1,6}");
    private static final Pattern BETWEEN = Pattern.compile("\\D");
    /** A year that is no leap year, for dates without one. */
    private static final int SOME_YEAR = 2001;

    private Clock() {
    }

    static boolean isClock(String field) {
        return field.indexOf(':') >= 0;
    }

    /** Seconds since midnight of {@code 10:30}, {@code 10:30:15} or a plain number of hours; NaN where it is none. */
    static double seconds(String field) {
        if (!isClock(field)) {
            return Fields.number(field) * 3600;
        }
        Matcher time = TIME.matcher(field);
        if (!time.matches()) {
            return Double.NaN;
        }
        int minutes = Integer.parseInt(time.group(3));
        int seconds = time.group(4) == null ? 0 : Integer.parseInt(time.group(4));
        if (minutes > 59 || seconds > 59) {
            return Double.NaN;
        }
        double sum = Long.parseLong(time.group(2)) * 3600.0 + minutes * 60 + seconds;
        return time.group(1).equals("-") ? -sum : sum;
    }

    /** Order of the parts of a date; the names are NONMEM's. */
    enum Order {
        DATE("month day year", 0, 1, 2), DAT1("day month year", 1, 0, 2), DAT2("year month day", 1, 2, 0), DAT3("year day month", 2, 1, 0);

        final String words;
        private final int month;
        private final int day;
        private final int year;

        Order(String words, int month, int day, int year) {
            this.words = words;
            this.month = month;
            this.day = day;
            this.year = year;
        }

        /** A count of days, of use only as a difference; null where it is no date. A number alone is a day. */
        Long day(String field) {
            if (DAY_ALONE.matcher(field).matches()) {
                return Long.valueOf(field.startsWith("+") ? field.substring(1) : field);
            }
            String[] parts = BETWEEN.split(field, -1);
            if (parts.length < 2 || parts.length > 3) {
                return null;
            }
            for (String part : parts) {
                if (!PART.matcher(part).matches()) {
                    return null;
                }
            }
            boolean noYear = parts.length == 2;
            // without its year the other two keep their order
            int shift = noYear && year == 0 ? 1 : 0;
            try {
                return LocalDate.of(noYear ? SOME_YEAR : fullYear(parts[year]), Integer.parseInt(parts[month - shift]),
                        Integer.parseInt(parts[day - shift])).toEpochDay();
            } catch (DateTimeException e) {
                return null;
            }
        }
    }

    /** Two digits: 50 to 99 are 1950 to 1999, 0 to 49 are 2000 to 2049. */
    private static int fullYear(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) {
            return Year.of(year).getValue();
        }
        return year >= 50 ? 1900 + year : 2000 + year;
    }
}

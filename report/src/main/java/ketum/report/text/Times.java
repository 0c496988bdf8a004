package ketum.report.text;

import java.util.Locale;

/** Hours as words and clock times. Durations are rounded to what a forecast of this kind can carry. */
public final class Times {
    private static final double HOURS_PER_DAY = 24;
    private static final double HOURS_PER_WEEK = 168;
    private static final double HOURS_PER_MONTH = 365.25 / 12 * 24;

    private Times() {}

    private enum Unit {
        MINUTE(1.0 / 60, "minute"), HOUR(1, "hour"), DAY(HOURS_PER_DAY, "day"), WEEK(HOURS_PER_WEEK, "week"), MONTH(HOURS_PER_MONTH, "month");

        private final double hours;
        private final String word;

        Unit(double hours, String word) {
            this.hours = hours;
            this.word = word;
        }

        static Unit suiting(double hours) {
            double size = StrictMath.abs(hours);
            if (size < 1.5 && size > 0) {
                return MINUTE;
            }
            if (size < 3 * HOURS_PER_DAY) {
                return HOUR;
            }
            if (size < 4 * HOURS_PER_WEEK) {
                return DAY;
            }
            return size < 12 * HOURS_PER_WEEK ? WEEK : MONTH;
        }

        String number(double value) {
            double amount = value / hours;
            // A quarter of an hour, half a day: finer would pretend to knowledge nobody has.
            double rounded = switch (this) {
                case MINUTE -> StrictMath.rint(amount / 5) * 5;
                case HOUR -> amount < 6 ? StrictMath.rint(amount * 4) / 4 : StrictMath.rint(amount);
                case DAY -> amount < 5 ? StrictMath.rint(amount * 2) / 2 : StrictMath.rint(amount);
                case WEEK, MONTH -> StrictMath.rint(amount);
            };
            return Numbers.fixed(rounded, 2);
        }
    }

    /** For example "45 minutes", "14 hours", "3.5 days", "6 weeks"; "not known" where not a number. */
    public static String duration(double hours) {
        if (!Double.isFinite(hours)) {
            return "not known";
        }
        Unit unit = Unit.suiting(hours);
        String number = unit.number(hours);
        return number + " " + unit.word + (number.equals("1") ? "" : "s");
    }

    /** For example "8 to 30 hours"; each end gets its own unit where one does not suit both. */
    public static String range(double low, double high) {
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            return duration(low) + " to " + duration(high);
        }
        Unit unit = Unit.suiting(high);
        if (low == 0 || Unit.suiting(low) == unit) {
            return unit.number(low) + " to " + duration(high);
        }
        return duration(low) + " to " + duration(high);
    }

    /** Clock time of {@code hours} after midnight, to the minute; "next day" is added beyond 24 hours. */
    public static String clock(double hours) {
        long minutes = StrictMath.round(hours * 60);
        long day = Math.floorDiv(minutes, 24L * 60);
        long within = Math.floorMod(minutes, 24L * 60);
        String time = String.format(Locale.ROOT, "%02d:%02d", within / 60, within % 60);
        return day == 0 ? time : day == 1 ? (within == 0 ? "24:00" : time + " next day") : time + " on day " + (day + 1);
    }
}

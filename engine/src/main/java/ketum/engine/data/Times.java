package ketum.engine.data;

import java.util.function.UnaryOperator;

/** TIME, alone or with a date: numbers as they stand, or hours since the subject's first record where any is a clock time or has a date. */
final class Times {

    private final Problems problems;
    private final Clock.Order order;
    private final boolean translated;
    private String subject;
    private long firstDay;
    private double firstSeconds;

    Times(Problems problems, Clock.Order order, boolean translated) {
        this.problems = problems;
        this.order = order;
        this.translated = translated;
    }

    boolean translated() {
        return translated;
    }

    /** How dates are written, or null where there are none. */
    Clock.Order order() {
        return order;
    }

    /** The time of one record, 0 where it cannot be read. Rows come in order. */
    double of(int index, int line, UnaryOperator<String> field) {
        String time = field.apply("TIME");
        if (!translated) {
            double value = Fields.number(time);
            if (Double.isNaN(value)) {
                problems.add(line, "TIME", "found " + Problems.quote(time) + "; accepted are a finite number and a clock time such as 10:30");
                return 0;
            }
            return value;
        }
        double seconds = Clock.seconds(time);
        if (Double.isNaN(seconds)) {
            problems.add(line, "TIME", "found " + Problems.quote(time) + "; accepted are a clock time such as 10:30 and plain hours");
            return 0;
        }
        long day = 0;
        if (order != null) {
            String date = field.apply(order.name());
            Long found = order.day(date);
            if (found == null) {
                problems.add(line, order.name(), "found " + Problems.quote(date) + "; accepted are " + order.words
                        + " with a sign between them (the year may be left out), and a day's number alone");
                return 0;
            }
            day = found;
        }
        String id = field.apply("ID");
        if (index == 0 || !id.equals(subject)) {
            subject = id;
            firstDay = day;
            firstSeconds = seconds;
        }
        return (day - firstDay) * 24 + (seconds - firstSeconds) / 3600;
    }
}

package ketum.report.html;

import ketum.report.chart.Axis;
import ketum.report.chart.TimeAxis;
import ketum.report.text.Numbers;
import ketum.report.text.Texts;
import ketum.report.text.Times;

/** What time zero of a curve is, and so how its times are called. All values in hours. */
enum TimeFrame {
    /** Hours after midnight. */
    DAY,
    /** Hours after the last dose. */
    SINCE,
    /** Hours relative to now, negative. */
    BEFORE,
    /** Hours from the start of a plan. */
    PLAN;

    Axis axis(double low, double high, Texts texts) {
        double end = high > low ? high : low + 1;
        return switch (this) {
            case DAY -> TimeAxis.clock(low, end, texts.get("axis.day"));
            case SINCE -> elapsed("since", low, end, texts);
            case BEFORE -> elapsed("before", low, end, texts);
            case PLAN -> elapsed("plan", low, end, texts);
        };
    }

    private static Axis elapsed(String key, double low, double high, Texts texts) {
        return TimeAxis.elapsed(low, high, new TimeAxis.Titles(texts.get("axis." + key + ".hours"), texts.get("axis." + key + ".days"),
                texts.get("axis." + key + ".weeks"), texts.get("axis." + key + ".months")));
    }

    /** As a phrase in a sentence or the first cell of a row. */
    String at(double hours, Texts texts) {
        return switch (this) {
            case DAY -> texts.get("time.day", Times.clock(hours));
            case SINCE -> hours == 0 ? texts.get("time.at.last") : texts.get("time.after", Times.duration(hours));
            case BEFORE -> StrictMath.abs(hours) < 1 ? texts.get("time.now") : texts.get("time.before", Times.duration(-hours));
            case PLAN -> texts.get("time.plan", Long.toString((long) StrictMath.floor(hours / 24) + 1));
        };
    }

    /** For the first column of a data table: finer than a sentence needs. */
    String cell(double hours, Texts texts) {
        return switch (this) {
            case DAY -> Times.clock(hours);
            case PLAN -> texts.get("time.plan.cell", Long.toString((long) StrictMath.floor(hours / 24) + 1));
            case SINCE -> StrictMath.abs(hours) < 1000 ? Numbers.fixed(hours, 1) + " h" : Numbers.fixed(hours / 24, 1) + " d";
            case BEFORE -> StrictMath.abs(hours) < 1 ? texts.get("time.now") : texts.get("time.before", Numbers.fixed(-hours / 24, 1) + " d");
        };
    }
}

package ketum.engine.data;

import java.util.Arrays;
import java.util.List;
import ketum.engine.data.Covariate.Rule;

/** One covariate over the records of a subject between two returns of its time. */
final class CovariateCourse {

    private final Rule rule;
    private final double[] times;
    private final double[] values;

    private CovariateCourse(Rule rule, double[] times, double[] values) {
        this.rule = rule;
        this.times = times;
        this.values = values;
    }

    /**
     * @param column the covariate's index
     * @param from   first record
     * @param end    index after the last record
     * @param before value before the first record (for what is carried forward), NaN for none
     */
    static CovariateCourse of(Rule rule, int column, List<DataRecord> records, int from, int end, double before) {
        double[] times = new double[end - from];
        double[] values = new double[end - from];
        for (int i = from; i < end; i++) {
            times[i - from] = records.get(i).time();
            values[i - from] = records.get(i).covariates().get(column);
        }
        fill(rule, times, values, before);
        return new CovariateCourse(rule, times, values);
    }

    private static void fill(Rule rule, double[] times, double[] values, double before) {
        switch (rule) {
            case CONSTANT -> Arrays.fill(values, before);
            case LOCF -> {
                double last = before;
                for (int i = 0; i < values.length; i++) {
                    last = Double.isNaN(values[i]) ? last : values[i];
                    values[i] = last;
                }
            }
            case NOCB -> {
                for (int i = values.length - 2; i >= 0; i--) {
                    values[i] = Double.isNaN(values[i]) ? values[i + 1] : values[i];
                }
            }
            case LINEAR -> {
                int known = 0;
                for (int i = 1; i < values.length; i++) {
                    if (!Double.isNaN(values[i])) {
                        for (int gap = known + 1; gap < i; gap++) {
                            values[gap] = between(times[known], values[known], times[i], values[i], times[gap]);
                        }
                        known = i;
                    }
                }
            }
        }
    }

    private static double between(double from, double start, double to, double end, double time) {
        return to == from ? start : start + (end - start) / (to - from) * (time - from);
    }

    /** At a record, counted from the first. */
    double atRecord(int record) {
        return values[record];
    }

    /** Slope from a record to the next; 0 after the last and where it does not change on a line. */
    double slope(int record) {
        if (rule != Rule.LINEAR || record + 1 == values.length || times[record + 1] == times[record]) {
            return 0;
        }
        return (values[record + 1] - values[record]) / (times[record + 1] - times[record]);
    }

    /** At any time from the first record on; at a time of several records as after the last of them. */
    double at(double time) {
        int i = 0;
        while (i + 1 < times.length && times[i + 1] <= time) {
            i++;
        }
        boolean on = times[i] == time || i + 1 == times.length;
        return switch (rule) {
            case CONSTANT, LOCF -> values[i];
            case NOCB -> on ? values[i] : values[i + 1];
            case LINEAR -> on ? values[i] : between(times[i], values[i], times[i + 1], values[i + 1], time);
        };
    }
}

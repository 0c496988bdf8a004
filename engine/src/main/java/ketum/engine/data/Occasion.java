package ketum.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ketum.engine.data.Binding.Bound;
import ketum.engine.data.DataRecord.SteadyState;

/** Records of a subject over which its time does not go back: all of them, except where a reset starts the clock anew. */
final class Occasion {

    /** Times closer than this part of themselves are one time: 0.1 three times is 0.3. */
    private static final double SAME_TIME = 1e-10;
    /** More doses than these in one occasion are turned down. */
    private static final int MOST_DOSES = 1_000_000;

    private final int subject;
    private final int first;
    private final int end;
    private final List<DataRecord> records;
    private final double[] times;
    private final List<CovariateCourse> courses;
    private final List<Item> items;

    /**
     * A record that doses.
     *
     * @param record     its index in the data set
     * @param state      id of the state that takes the dose
     * @param additional further doses that come before the occasion ends
     */
    record Item(int record, String state, int additional) {}

    private Occasion(int subject, int first, int end, DataSet data, List<CovariateCourse> courses, List<Item> items) {
        this.subject = subject;
        this.first = first;
        this.end = end;
        this.records = data.records();
        this.courses = courses;
        this.items = items;
        this.times = new double[end - first];
        Arrays.setAll(times, i -> records.get(first + i).time());
    }

    /** All occasions of a data set, in order. */
    static List<Occasion> of(Binding binding) {
        DataSet data = binding.data();
        List<Occasion> occasions = new ArrayList<>();
        Problems problems = new Problems(data.source());
        for (int s = 0; s < data.subjects().size(); s++) {
            DataSet.Subject subject = data.subjects().get(s);
            double[] before = new double[binding.covariates().size()];
            for (int b = 0; b < before.length; b++) {
                before[b] = constant(binding.covariates().get(b), data, subject);
            }
            for (int from = subject.first(); from < subject.end();) {
                int end = CovariateRules.stretch(data.records(), from, subject.end());
                List<CovariateCourse> courses = new ArrayList<>();
                for (int b = 0; b < before.length; b++) {
                    Bound bound = binding.covariates().get(b);
                    CovariateCourse course = CovariateCourse.of(bound.covariate().rule(), bound.column(), data.records(), from, end, before[b]);
                    before[b] = course.atRecord(end - from - 1);
                    courses.add(course);
                }
                occasions.add(new Occasion(s, from, end, data, courses, items(binding, from, end, problems)));
                from = end;
            }
        }
        problems.check();
        return occasions;
    }

    /** The value of a covariate that does not change; NaN for others. */
    private static double constant(Bound bound, DataSet data, DataSet.Subject subject) {
        if (bound.covariate().rule() != Covariate.Rule.CONSTANT) {
            return Double.NaN;
        }
        for (int i = subject.first(); i < subject.end(); i++) {
            double value = data.records().get(i).covariates().get(bound.column());
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        throw new IllegalStateException("no value of " + bound.covariate().name() + " for " + subject.id());
    }

    private static List<Item> items(Binding binding, int from, int end, Problems problems) {
        List<Item> items = new ArrayList<>();
        List<DataRecord> records = binding.data().records();
        double last = records.get(end - 1).time();
        long doses = 0;
        for (int i = from; i < end; i++) {
            DataRecord record = records.get(i);
            if (record.event().doses()) {
                double fitting = record.additional() == 0 ? 0 : Math.floor((last - record.time()) / record.interval() * (1 + SAME_TIME));
                int additional = (int) Math.min(record.additional(), fitting);
                doses += 1 + additional;
                if (doses > MOST_DOSES) {
                    problems.add(binding.data().line(i), "ADDL", "with II = " + DataSetWriter.number(record.interval()) + " makes more than "
                            + MOST_DOSES + " doses of one subject");
                    return items;
                }
                items.add(new Item(i, binding.state(record), additional));
            }
        }
        return items;
    }

    int subject() {
        return subject;
    }

    int first() {
        return first;
    }

    int end() {
        return end;
    }

    double start() {
        return times[0];
    }

    /** Time of a record counted from the first. */
    double time(int record) {
        return times[record];
    }

    double last() {
        return times[times.length - 1];
    }

    List<Item> items() {
        return items;
    }

    CovariateCourse course(int covariate) {
        return courses.get(covariate);
    }

    /** Covariates at a record of the data set. */
    double[] covariatesAtRecord(int record) {
        return courses.stream().mapToDouble(course -> course.atRecord(record - first)).toArray();
    }

    /** Covariates at any time from the start on. */
    double[] covariatesAt(double time) {
        return courses.stream().mapToDouble(course -> course.at(time)).toArray();
    }

    /** A time, or the record's time that it is meant to be. */
    double snapped(double time) {
        int at = Arrays.binarySearch(times, time);
        if (at >= 0) {
            return time;
        }
        int after = -at - 1;
        for (int i = Math.max(0, after - 1); i <= Math.min(times.length - 1, after); i++) {
            if (Math.abs(times[i] - time) <= SAME_TIME * Math.max(Math.abs(time), Math.abs(times[i]))) {
                return times[i];
            }
        }
        return time;
    }

    /** Time at which the k-th dose of an item is given, before any lag. */
    double given(Item item, int k) {
        DataRecord record = records.get(item.record());
        return record.time() + k * record.interval();
    }

    DataRecord record(Item item) {
        return records.get(item.record());
    }

    boolean steady(Item item) {
        return record(item).steadyState() != SteadyState.NONE;
    }
}

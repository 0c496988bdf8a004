package ketum.engine.data;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import ketum.engine.Simulator;
import ketum.engine.Timeline;
import ketum.engine.Trajectories;
import ketum.engine.data.DataRecord.Event;
import ketum.engine.data.DataRecord.SteadyState;

/**
 * One person going through one occasion: the doses as they enter, and the time line that they make.
 *
 * <p>Order at one time: doses on their way (lagged or additional ones) enter first; then the records act one by one in their order, each
 * looked at before and after what it does.
 */
final class Visit {

    /** What a dose became: when it enters, how much, over how long. */
    record Entry(double time, int state, double amount, double duration, int order) {}

    final Occasion occasion;
    final int replicate;
    /** Index among the individuals. */
    final int individual;
    /** By item. */
    final double[] lag;
    /** By item, the dose of the record and its further ones. */
    final Entry[][] entries;
    /** By item, for steady states. */
    final EndlessDose[] endless;
    /** By item, the state that is put or added; null where there is none. */
    final double[][] steady;
    /** By record of the occasion: which output is before it, and after it. */
    final int[] before;
    final int[] after;
    /** The run that it became part of, and where. */
    Trajectories run;
    int inRun;
    /** What went wrong, or null. */
    RecordTable.Failure failure;

    Visit(Occasion occasion, int replicate, int individual) {
        this.occasion = occasion;
        this.replicate = replicate;
        this.individual = individual;
        int items = occasion.items().size();
        lag = new double[items];
        entries = new Entry[items][];
        endless = new EndlessDose[items];
        steady = new double[items][];
        before = new int[occasion.end() - occasion.first()];
        after = new int[before.length];
    }

    /**
     * @param binding  the model's covariates
     * @param solved   indices, in the simulator's order, of the states that steady states give values for
     */
    Timeline timeline(Binding binding, Simulator simulator, DataSet data, int[] solved) {
        Timeline.Builder line = Timeline.from(occasion.start());
        PriorityQueue<Entry> coming = new PriorityQueue<>(Comparator.comparingDouble(Entry::time).thenComparingInt(Entry::order));
        int outputs = 0;
        int item = 0;
        for (int i = occasion.first(); i < occasion.end(); i++) {
            DataRecord record = data.records().get(i);
            int at = i - occasion.first();
            while (!coming.isEmpty() && coming.peek().time() <= record.time()) {
                enter(line, coming.poll());
            }
            if (at > 0) {
                covariates(line, binding, simulator, record.time(), at);
            }
            if (record.acts()) {
                line.record(record.time());
                before[at] = outputs++;
            } else {
                before[at] = outputs;
            }
            if (record.event().resets()) {
                line.reset(record.time());
                coming.clear();
            }
            if (record.event().doses()) {
                dose(line, coming, item++, record, solved);
            }
            line.record(record.time());
            after[at] = outputs++;
            if (i + 1 < occasion.end()) {
                carryBack(line, binding, simulator, record.time(), at);
            }
        }
        return line.build();
    }

    private static void enter(Timeline.Builder line, Entry entry) {
        // a duration too short to be told at that time is none
        boolean atOnce = entry.time() + entry.duration() == entry.time();
        line.infuse(entry.time(), entry.state(), entry.amount(), atOnce ? 0 : entry.duration());
    }

    private void dose(Timeline.Builder line, PriorityQueue<Entry> coming, int item, DataRecord record, int[] solved) {
        double time = record.time();
        if (steady[item] != null) {
            boolean replace = record.steadyState() == SteadyState.REPLACE;
            if (replace && record.event() != Event.RESET_AND_DOSE) {
                line.reset(time);
                coming.clear();
            }
            for (int j = 0; j < solved.length; j++) {
                if (replace) {
                    line.put(time, solved[j], steady[item][j]);
                } else {
                    line.add(time, solved[j], steady[item][j]);
                }
            }
            underWay(line, coming, item);
        }
        for (Entry entry : entries[item]) {
            if (entry.time() <= time) {
                enter(line, entry);
            } else {
                coming.add(entry);
            }
        }
    }

    /** Doses given before the record in the endless series: infusions that still run, and doses still on their way. */
    private void underWay(Timeline.Builder line, PriorityQueue<Entry> coming, int item) {
        EndlessDose dose = endless[item];
        if (dose.constant() || entries[item].length == 0) {
            return;
        }
        int state = entries[item][0].state();
        for (int k = 1; k <= dose.intervalsInLag(); k++) {
            Entry entry = new Entry(occasion.snapped(dose.time() + dose.lag() - k * dose.interval()), state, dose.amount(), dose.duration(), -k);
            if (entry.time() <= dose.time()) {
                enter(line, entry);
            } else {
                coming.add(entry);
            }
        }
        for (int k = 1; dose.phase() + dose.duration() > k * dose.interval() * (1 + 1e-12); k++) {
            line.input(dose.time(), state, dose.amount() / dose.duration(), dose.time() - k * dose.interval() + dose.phase() + dose.duration());
        }
    }

    private void covariates(Timeline.Builder line, Binding binding, Simulator simulator, double time, int at) {
        for (int b = 0; b < binding.covariates().size(); b++) {
            CovariateCourse course = occasion.course(b);
            Covariate covariate = binding.covariates().get(b).covariate();
            String name = covariate.name();
            double value = course.atRecord(at);
            switch (covariate.rule()) {
                case CONSTANT, NOCB -> { }
                case LOCF -> {
                    if (value != course.atRecord(at - 1)) {
                        line.set(time, simulator.parameterIndex(name), value);
                    }
                }
                case LINEAR -> {
                    if (course.slope(at) != course.slope(at - 1) || time == occasion.time(at - 1)) {
                        line.set(time, simulator.parameterIndex(Binding.start(name)), value);
                        line.set(time, simulator.parameterIndex(Binding.slope(name)), course.slope(at));
                        line.set(time, simulator.parameterIndex(Binding.since(name)), time);
                    }
                }
            }
        }
    }

    /** What the next record says holds from just after this one. */
    private void carryBack(Timeline.Builder line, Binding binding, Simulator simulator, double time, int at) {
        for (int b = 0; b < binding.covariates().size(); b++) {
            CovariateCourse course = occasion.course(b);
            Covariate covariate = binding.covariates().get(b).covariate();
            if (covariate.rule() == Covariate.Rule.NOCB && course.atRecord(at + 1) != course.atRecord(at)) {
                line.set(time, simulator.parameterIndex(covariate.name()), course.atRecord(at + 1));
            }
        }
    }

    /** Parameter values at the start, in the order of {@link Binding#covariateParameters}. */
    double[] startingCovariates(Binding binding) {
        double[] values = binding.standing(occasion.covariatesAtRecord(occasion.first()), occasion.start());
        List<String> names = binding.covariateParameters();
        for (int b = 0; b < binding.covariates().size(); b++) {
            if (binding.covariates().get(b).linear()) {
                values[names.indexOf(Binding.slope(binding.covariates().get(b).covariate().name()))] = occasion.course(b).slope(0);
            }
        }
        return values;
    }
}

package ketum.engine.data;

import java.util.List;
import ketum.engine.Simulator;
import ketum.engine.data.DataRecord.SteadyState;
import ketum.engine.data.Visit.Entry;

/**
 * Turns the doses of records into what enters the system: later by the lag, with the bioavailability, over their duration.
 *
 * <p>A lag is asked for once, at the record, and holds for all its further doses. Bioavailability, duration and rate are asked for at the
 * moment at which a dose enters; for the implied doses of a steady state, at the record.
 */
final class DoseEntries {

    private final Binding binding;
    private final DoseVariables variables;
    private final DataSet data;

    DoseEntries(Binding binding, DoseVariables variables, DataSet data) {
        this.binding = binding;
        this.variables = variables;
        this.data = data;
    }

    /** Values of everything that differs between persons, from the covariates of one. */
    interface Values {
        double[] of(int individual, double[] covariateParameters);
    }

    void find(List<Visit> visits, List<String> names, Values values, Simulator simulator, SteadyStates steadyStates) {
        DoseVariables.Moments records = new DoseVariables.Moments(names);
        for (Visit visit : visits) {
            for (Occasion.Item item : visit.occasion.items()) {
                double time = visit.occasion.record(item).time();
                records.add(time, values.of(visit.individual, binding.standing(visit.occasion.covariatesAtRecord(item.record()), time)));
            }
        }
        DoseVariables.Values atRecord = variables.at(records.times(), records.values());
        DoseVariables.Moments entering = new DoseVariables.Moments(names);
        int moment = 0;
        for (Visit visit : visits) {
            for (int i = 0; i < visit.lag.length; i++, moment++) {
                Occasion.Item item = visit.occasion.items().get(i);
                boolean endlessInput = visit.occasion.steady(item) && visit.occasion.record(item).interval() == 0;
                visit.lag[i] = endlessInput ? 0 : atRecord.of(Binding.lag(item.state()), moment, 0);
                if (!(visit.lag[i] >= 0) || Double.isInfinite(visit.lag[i])) {
                    fail(visit, item, Binding.lag(item.state()) + " is " + visit.lag[i] + "; a lag is a number from 0 up");
                    visit.lag[i] = 0;
                }
                for (int k = 0; k <= item.additional() && needsMoments(item); k++) {
                    if (k > 0 || visit.lag[i] > 0) {
                        double time = visit.occasion.given(item, k) + visit.lag[i];
                        // beyond the end nothing enters, and there are no covariates
                        double asked = Math.min(time, visit.occasion.last());
                        entering.add(time, values.of(visit.individual, binding.standing(visit.occasion.covariatesAt(asked), asked)));
                    }
                }
            }
        }
        DoseVariables.Values atEntry = variables.at(entering.times(), entering.values());
        moment = 0;
        int entry = 0;
        for (Visit visit : visits) {
            for (int i = 0; i < visit.lag.length; i++, moment++) {
                Occasion.Item item = visit.occasion.items().get(i);
                DataRecord record = visit.occasion.record(item);
                int state = simulator.stateIndex(item.state());
                boolean steady = record.steadyState() != SteadyState.NONE;
                if (steady) {
                    int solvedState = steadyStates.states().indexOf(item.state());
                    visit.endless[i] = endless(visit, item, solvedState, atRecord, moment, visit.lag[i]);
                }
                Entry[] found = new Entry[steady && record.interval() == 0 ? 0 : item.additional() + 1];
                for (int k = 0; k <= item.additional(); k++) {
                    boolean asked = needsMoments(item) && (k > 0 || visit.lag[i] > 0);
                    DoseVariables.Values table = asked && !(steady && k == 0) ? atEntry : atRecord;
                    int row = table == atEntry ? entry : moment;
                    if (k < found.length) {
                        double time = visit.occasion.snapped(visit.occasion.given(item, k) + visit.lag[i]);
                        found[k] = entry(visit, item, state, time, table, row);
                    }
                    entry += asked ? 1 : 0;
                }
                visit.entries[i] = found;
            }
        }
    }

    private boolean needsMoments(Occasion.Item item) {
        return variables.moves(Binding.bioavailability(item.state())) || variables.moves(Binding.duration(item.state()))
                || variables.moves(Binding.rate(item.state()));
    }

    private Entry entry(Visit visit, Occasion.Item item, int state, double time, DoseVariables.Values table, int row) {
        DataRecord record = visit.occasion.record(item);
        double amount = amount(visit, item, table, row);
        double duration = 0;
        if (record.rate() == DataRecord.MODELLED_DURATION) {
            duration = table.of(Binding.duration(item.state()), row, 0);
            if (!(duration >= 0) || Double.isInfinite(duration)) {
                fail(visit, item, Binding.duration(item.state()) + " is " + duration + "; a duration is a number from 0 up");
                duration = 0;
            }
        } else if (record.rate() == DataRecord.MODELLED_RATE) {
            duration = amount / rate(visit, item, table, row);
        } else if (record.rate() > 0) {
            duration = amount / record.rate();
        } else {
            duration = record.duration();
        }
        return new Entry(time, state, amount, duration, item.record());
    }

    private double amount(Visit visit, Occasion.Item item, DoseVariables.Values table, int row) {
        double fraction = table.of(Binding.bioavailability(item.state()), row, 1);
        if (!(fraction >= 0) || Double.isInfinite(fraction)) {
            fail(visit, item, Binding.bioavailability(item.state()) + " is " + fraction + "; a bioavailability is a number from 0 up");
            return 0;
        }
        return visit.occasion.record(item).amount() * fraction;
    }

    private double rate(Visit visit, Occasion.Item item, DoseVariables.Values table, int row) {
        double rate = table.of(Binding.rate(item.state()), row, 0);
        if (!(rate > 0) || Double.isInfinite(rate)) {
            fail(visit, item, Binding.rate(item.state()) + " is " + rate + "; a rate is a number above 0");
            return 1;
        }
        return rate;
    }

    private EndlessDose endless(Visit visit, Occasion.Item item, int state, DoseVariables.Values table, int row, double lag) {
        DataRecord record = visit.occasion.record(item);
        if (record.interval() == 0) {
            double rate = record.rate() == DataRecord.MODELLED_RATE ? rate(visit, item, table, row) : record.rate();
            return new EndlessDose(record.time(), 0, state, 0, 0, rate, 0);
        }
        Entry dose = entry(visit, item, state, record.time(), table, row);
        if (dose.duration() / record.interval() > EndlessDose.MOST_OVERLAPPING || lag / record.interval() > EndlessDose.MOST_OVERLAPPING) {
            fail(visit, item, "infusions of " + dose.duration() + " and lags of " + lag + " every " + record.interval()
                    + ": more than " + EndlessDose.MOST_OVERLAPPING + " doses at the same time");
            return null;
        }
        return new EndlessDose(record.time(), record.interval(), state, dose.amount(), dose.duration(), 0, lag);
    }

    private void fail(Visit visit, Occasion.Item item, String text) {
        if (visit.failure == null) {
            visit.failure = new RecordTable.Failure(visit.replicate, data.subjects().get(visit.occasion.subject()).id(),
                    data.line(item.record()), text);
        }
    }
}

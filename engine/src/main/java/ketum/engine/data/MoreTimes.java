package ketum.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import ketum.engine.data.Covariate.Rule;
import ketum.engine.data.DataRecord.Event;
import ketum.engine.data.DataRecord.SteadyState;
import ketum.engine.data.DataSet.Subject;

/** Puts further times to look at the model into a data set. */
final class MoreTimes {

    private MoreTimes() {
    }

    static DataSet in(DataSet data, int[] lines, double[] asked) {
        double[] times = asked.clone();
        Arrays.sort(times);
        for (double time : times) {
            if (!Double.isFinite(time)) {
                throw new IllegalArgumentException("time " + time + " is not finite");
            }
        }
        List<DataRecord> records = new ArrayList<>();
        List<Integer> at = new ArrayList<>();
        for (Subject subject : data.subjects()) {
            if (CovariateRules.stretch(data.records(), subject.first(), subject.end()) != subject.end()) {
                throw new IllegalArgumentException("the time of subject " + subject.id()
                        + " starts anew at a reset, so further times could be meant for either part");
            }
            int next = 0;
            while (next < times.length && times[next] < data.records().get(subject.first()).time()) {
                next++;
            }
            for (int i = subject.first(); i < subject.end(); i++) {
                DataRecord record = data.records().get(i);
                while (next < times.length && times[next] < record.time()) {
                    records.add(look(subject.id(), times[next++], missing(data)));
                    at.add(lines[i]);
                }
                records.add(record);
                at.add(lines[i]);
            }
            List<Double> last = last(data, subject);
            while (next < times.length) {
                records.add(look(subject.id(), times[next], last));
                at.add(lines[subject.end() - 1]);
                next++;
            }
        }
        return new DataSet(data.source(), data.covariates(), data.units(), records,
                at.stream().mapToInt(Integer::intValue).toArray(), data.notes());
    }

    private static List<Double> missing(DataSet data) {
        return Collections.nCopies(data.covariates().size(), Double.NaN);
    }

    private static List<Double> last(DataSet data, Subject subject) {
        List<Double> values = new ArrayList<>();
        for (int c = 0; c < data.covariates().size(); c++) {
            double value = Double.NaN;
            // what is carried forward needs no second mention
            if (data.covariates().get(c).rule() == Rule.NOCB || data.covariates().get(c).rule() == Rule.LINEAR) {
                value = data.records().get(subject.end() - 1).covariates().get(c);
            }
            values.add(value);
        }
        return values;
    }

    private static DataRecord look(String id, double time, List<Double> covariates) {
        return new DataRecord(id, time, Event.OTHER, 0, 0, 0, 0, 0, SteadyState.NONE, "", true, Double.NaN, covariates);
    }
}

package ketum.cli.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import ketum.engine.data.DataRecord;
import ketum.engine.data.DataSet;
import ketum.engine.data.DataSimulation;
import ketum.engine.data.Individuals;
import ketum.engine.data.RecordTable;

/**
 * The subjects of a data set. Rows are those of the records that observe or only look (EVID 0 and 2), or where output times are asked for,
 * of those times instead: each from the subject's first record on, after everything else that happens then.
 */
final class DosedSubjects implements SubjectGroup {

    /** What one replicate may hold at once, in values: about 3 GB. */
    private static final long MOST_VALUES = 200_000_000;

    private final DataSimulation simulation;
    private final List<String> ids;
    private final Map<String, Integer> places = new HashMap<>();
    /** Places of the written records among all records, by subject. */
    private final List<int[]> written = new ArrayList<>();

    /**
     * @throws UnusableInput            where there is nothing to write for a subject
     * @throws ketum.engine.data.DataException where the data set does not fit the model
     */
    DosedSubjects(Request request, DataSet data) {
        DataSet all = request.times().length == 0 ? data : withTimes(data, request.times());
        if ((long) all.records().size() * request.outputs().size() > MOST_VALUES) {
            throw new UnusableInput("%,d records with %,d outputs are more than one run holds (%,d values); ask for fewer times or outputs, or split the data set"
                    .formatted(all.records().size(), request.outputs().size(), MOST_VALUES));
        }
        simulation = DataSimulation.of(request.model(), all, new DataSimulation.Settings(request.options(), request.outputs()));
        ids = all.subjects().stream().map(DataSet.Subject::id).toList();
        for (int i = 0; i < ids.size(); i++) {
            places.put(ids.get(i), i);
        }
        for (DataSet.Subject subject : all.subjects()) {
            int[] rows = request.times().length == 0 ? looks(all, subject) : lastAt(all, subject, request.times());
            if (rows.length == 0) {
                throw new UnusableInput(request.times().length == 0
                        ? data.source() + ": subject " + subject.id() + " has no observation record (EVID 0), so nothing says when values are written; "
                                + "add such records, or --times, as in --times 0:24:0.5"
                        : "--times: all are before the first record of subject " + subject.id() + ", at " + all.records().get(subject.first()).time());
            }
            written.add(rows);
        }
    }

    private static DataSet withTimes(DataSet data, double[] times) {
        try {
            return data.withTimes(times);
        } catch (IllegalArgumentException e) {
            throw new UnusableInput("--times: " + e.getMessage() + "; give the parts IDs of their own, or put observation records into the data set");
        }
    }

    private static int[] looks(DataSet data, DataSet.Subject subject) {
        return IntStream.range(subject.first(), subject.end()).filter(i -> !data.records().get(i).acts()).toArray();
    }

    private static int[] lastAt(DataSet data, DataSet.Subject subject, double[] times) {
        List<Integer> rows = new ArrayList<>();
        int next = 0;
        for (int i = subject.first(); i < subject.end(); i++) {
            double time = data.records().get(i).time();
            while (next < times.length && times[next] < time) {
                next++;
            }
            boolean last = i + 1 == subject.end() || data.records().get(i + 1).time() > time;
            if (last && next < times.length && times[next] == time) {
                rows.add(i);
            }
        }
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public List<String> ids() {
        return ids;
    }

    @Override
    public double[] times(int subject) {
        List<DataRecord> records = simulation.data().records();
        return IntStream.of(written.get(subject)).mapToDouble(i -> records.get(i).time()).toArray();
    }

    @Override
    public Block run(int replicates, Map<String, double[]> parameters, IntConsumer progress) {
        RecordTable table = simulation.run(new Individuals(replicates, parameters), progress);
        int records = simulation.data().records().size();
        return new Block() {
            @Override
            public double[] series(int output, int place) {
                int first = place / ids.size() * records;
                return IntStream.of(written.get(place % ids.size())).mapToDouble(i -> table.value(output, first + i)).toArray();
            }

            @Override
            public Map<Integer, Stop> stops() {
                Map<Integer, Stop> stops = new HashMap<>();
                table.failures().forEach(failure -> stops.putIfAbsent(failure.replicate() * ids.size() + places.get(failure.id()),
                        new Stop(failure.line(), failure.text())));
                return stops;
            }

            @Override
            public Work work() {
                return new Work(table.statistics(), table.notes());
            }
        };
    }
}

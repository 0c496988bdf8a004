package ketum.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import ketum.engine.data.DataRecord.Event;
import ketum.engine.data.DataRecord.SteadyState;
import ketum.engine.model.Model;
import ketum.engine.population.CounterRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random sequences of records on a coarse grid of times, so that doses, observations, resets and covariates meet, against a reader of its
 * own that adds up closed forms: in a linear model everything is a sum of what single doses leave behind.
 */
class RandomRegimenTest {

    private static final Exponentials ORAL = Exponentials.absorbed(1.5, 0.2);
    private static final Exponentials CENTRAL = Exponentials.single(0.2);
    private static final List<Covariate> COVARIATES = List.of(Covariate.constant("gut_lag"), Covariate.constant("central_lag"),
            new Covariate("gut_bioavailability", Covariate.Rule.LOCF, "", false), Covariate.constant("central_duration"),
            new Covariate("central_rate", Covariate.Rule.LOCF, "", false));

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104, 105, 106})
    void recordsInAnyOrderAddUp(long seed) throws IOException {
        Path folder = Path.of("src/test/resources/ketum/engine/dosing");
        Model model = Model.parse("oral.ant", Files.readString(folder.resolve("oral.ant")));
        CounterRandom random = new CounterRandom(seed);
        List<DataRecord> records = new ArrayList<>();
        for (int subject = 0; subject < 60; subject++) {
            records.addAll(subject(random, subject));
        }
        DataSet data = DataSet.of("random", COVARIATES, java.util.Map.of(), records);
        RecordTable table = DataSimulation.of(model, data, new DataSimulation.Settings(DosingConformanceTest.EXACT, List.of("central"))).run();
        assertEquals(List.of(), table.failures());
        for (DataSet.Subject subject : data.subjects()) {
            Reader reader = new Reader(data.records().subList(subject.first(), subject.end()));
            for (int i = subject.first(); i < subject.end(); i++) {
                double time = data.records().get(i).time();
                String where = "seed " + seed + ", record " + (i - subject.first()) + " at " + time + " of\n" + describe(data, subject);
                double before = reader.value(time);
                assertEquals(before, table.before(0, i), 1e-7 * Math.max(1, before), "before, " + where);
                reader.take(i - subject.first());
                double after = reader.value(time);
                assertEquals(after, table.value(0, i), 1e-7 * Math.max(1, after), "after, " + where);
            }
        }
        assertTrue(records.stream().filter(record -> record.steadyState() != SteadyState.NONE).count() > 50);
    }

    private static String describe(DataSet data, DataSet.Subject subject) {
        return String.join("\n", data.text().lines().skip(6).toList().subList(subject.first(), subject.end()));
    }

    private static List<DataRecord> subject(CounterRandom random, int subject) {
        int[] next = {0};
        java.util.function.IntUnaryOperator below = n -> (int) (n * random.uniform("regimen", subject, next[0]++));
        double[] lags = {0, 0, 0.5, 3, 7.5};
        double gutLag = lags[below.applyAsInt(5)];
        double centralLag = lags[below.applyAsInt(5)];
        double duration = 1 + below.applyAsInt(6);
        double fraction = 1;
        double rate = 20;
        double time = 0;
        List<DataRecord> records = new ArrayList<>();
        int count = 4 + below.applyAsInt(10);
        for (int i = 0; i < count; i++) {
            Event event = new Event[] {Event.OBSERVATION, Event.OTHER, Event.DOSE, Event.DOSE, Event.DOSE, Event.RESET, Event.RESET_AND_DOSE}[below.applyAsInt(7)];
            if (below.applyAsInt(3) == 0) {
                fraction = 0.25 * (1 + below.applyAsInt(4));
                rate = 10 + below.applyAsInt(20);
            }
            boolean doses = event.doses();
            SteadyState steady = doses ? SteadyState.values()[below.applyAsInt(6) % 3 * (below.applyAsInt(2))] : SteadyState.NONE;
            boolean endless = steady != SteadyState.NONE && below.applyAsInt(5) == 0;
            boolean gut = below.applyAsInt(2) == 0;
            int kind = below.applyAsInt(gut ? 3 : 5);
            double interval = 1.5 * (1 + below.applyAsInt(5));
            records.add(new DataRecord(String.valueOf(subject), time, event, doses && !endless ? 10 * (1 + below.applyAsInt(20)) : 0,
                    !doses ? 0 : endless ? 5 + below.applyAsInt(20) : kind == 1 ? 5 + below.applyAsInt(30) : kind == 3 ? -2 : kind == 4 ? -1 : 0,
                    doses && !endless && kind == 2 ? 0.5 * (1 + below.applyAsInt(20)) : 0, doses && !endless ? interval : 0,
                    doses && !endless ? below.applyAsInt(4) : 0, steady, doses ? gut ? "gut" : "central" : "", true, Double.NaN,
                    List.of(gutLag, centralLag, fraction, duration, rate)));
            time += 0.5 * below.applyAsInt(9);
        }
        return records;
    }

    /** Adds up what the records taken so far leave at a time. */
    private static final class Reader {
        private final List<DataRecord> records;
        private final List<DoubleUnaryOperator> parts = new ArrayList<>();

        Reader(List<DataRecord> records) {
            this.records = records;
        }

        double value(double time) {
            return parts.stream().mapToDouble(part -> part.applyAsDouble(time)).sum();
        }

        /** A covariate at a time: that of the last record up to it. */
        private double covariate(int column, double time) {
            double value = records.getFirst().covariates().get(column);
            for (DataRecord record : records) {
                value = record.time() <= time ? record.covariates().get(column) : value;
            }
            return value;
        }

        void take(int index) {
            DataRecord record = records.get(index);
            if (record.event().resets() || record.steadyState() == SteadyState.REPLACE) {
                parts.clear();
            }
            if (!record.event().doses()) {
                return;
            }
            boolean gut = record.compartment().equals("gut");
            Exponentials response = gut ? ORAL : CENTRAL;
            double time = record.time();
            if (record.steadyState() != SteadyState.NONE && record.interval() == 0) {
                // the rate went on since ever until now
                parts.add(t -> record.rate() * (response.infusion(1e4 + t - time, 1e4)));
                return;
            }
            double lag = record.covariates().get(gut ? 0 : 1);
            int missing = 0;
            if (record.steadyState() != SteadyState.NONE) {
                missing = (int) Math.max(1, Math.ceil(lag / record.interval()));
                double last = time + lag - missing * record.interval();
                double amount = record.amount() * (gut ? record.covariates().get(2) : 1);
                double duration = duration(record, amount, record.covariates().get(3), record.covariates().get(4));
                parts.add(t -> duration == 0 ? amount * response.endlessBolus(t - last, record.interval())
                        : amount / duration * response.endlessInfusion(t - last, record.interval(), duration));
                for (int k = missing - 1; k >= 0; k--) {
                    single(response, time + lag - k * record.interval(), amount, duration);
                }
            }
            for (int k = missing > 0 ? 1 : 0; k <= record.additional(); k++) {
                double entry = time + lag + k * record.interval();
                boolean own = k == 0 && lag == 0;
                double amount = record.amount() * (!gut ? 1 : own ? record.covariates().get(2) : covariate(2, entry));
                double duration = duration(record, amount, record.covariates().get(3), own ? record.covariates().get(4) : covariate(4, entry));
                single(response, entry, amount, duration);
            }
        }

        private static double duration(DataRecord record, double amount, double modelled, double rate) {
            return record.rate() == -2 ? modelled : record.rate() == -1 ? amount / rate : record.rate() > 0 ? amount / record.rate() : record.duration();
        }

        private void single(Exponentials response, double entry, double amount, double duration) {
            parts.add(t -> duration == 0 ? amount * response.bolus(t - entry) : amount / duration * response.infusion(t - entry, duration));
        }
    }
}

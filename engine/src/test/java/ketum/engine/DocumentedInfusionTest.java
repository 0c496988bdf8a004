package ketum.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ketum.engine.model.DocumentedLanguageTest;
import ketum.engine.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The models with events and infusions on docs/model/antimony.md, run against closed forms. */
class DocumentedInfusionTest {

    private static final double[] HOURS = IntStream.rangeClosed(0, 40).mapToDouble(i -> 0.5 * i).toArray();

    @ParameterizedTest
    @EnumSource
    void infusionIsTheSameHoweverItIsWritten(Options.Method method) throws IOException {
        double[] starts = {1.5, 0.123456789, 7};
        Options options = Options.of(1e-11, 1e-11).withMethod(method);
        Simulator events = simulator("model pump_by_events", options);
        Simulator time = simulator("model pump_by_time", options);
        Cohort cohort = new Cohort(3, 0, HOURS, Map.of("start", starts), Map.of(), _ -> DoseList.NONE);
        Trajectories byEvents = events.run(cohort);
        Trajectories byTime = time.run(cohort);
        Trajectories byAction = simulator("model pump_by_events", options).run(new Protocol(3,
                Map.of("R", new double[3], "start", starts), Map.of(),
                subject -> Timeline.from(0).infuse(starts[subject], 0, 200, 4).record(HOURS).build()));
        for (int subject = 0; subject < 3; subject++) {
            for (int hour = 0; hour < HOURS.length; hour++) {
                double on = Math.max(0, HOURS[hour] - starts[subject]);
                double off = Math.max(0, on - 4);
                double wanted = 50 / 0.2 * (StrictMath.exp(-0.2 * off) - StrictMath.exp(-0.2 * on));
                assertEquals(wanted, byEvents.value(0, subject, hour), 1e-9);
                assertEquals(wanted, byTime.value(0, subject, hour), 1e-9);
                assertEquals(wanted, byAction.value(0, subject, hour), 1e-9);
            }
        }
    }

    private static Simulator simulator(String model, Options options) throws IOException {
        return Simulator.compile(Model.parse("page", DocumentedLanguageTest.block(model)), List.of("A"), options);
    }

    /** From 100 mg down to 15 mg (0.5 mg/L), three times up by 100 mg, then down for good. */
    @Test
    void boosterIsGivenThreeTimes() throws IOException {
        Model model = Model.parse("page", DocumentedLanguageTest.block("model depot_with_booster"));
        Trajectories run = Simulator.compile(model, List.of("A", "given"), Options.of(1e-11, 1e-11))
                .run(new Cohort(1, 0, new double[] {18, 19, 39, 40, 59, 60, 200}, Map.of(), Map.of(), _ -> DoseList.NONE));
        double first = StrictMath.log(100.0 / 15) / 0.1;
        double cycle = StrictMath.log(115.0 / 15) / 0.1;
        double[] times = run.times();
        for (int i = 0; i < times.length; i++) {
            double count = times[i] < first ? 0 : Math.min(3, Math.floor((times[i] - first) / cycle) + 1);
            double wanted = count == 0 ? 100 * StrictMath.exp(-0.1 * times[i])
                    : 115 * StrictMath.exp(-0.1 * (times[i] - first - (count - 1) * cycle));
            assertEquals(count, run.value(1, 0, i));
            assertEquals(wanted, run.value(0, 0, i), 1e-8, "at " + times[i]);
        }
    }
}

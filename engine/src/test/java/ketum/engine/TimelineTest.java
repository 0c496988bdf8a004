package ketum.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ketum.engine.model.Model;
import org.junit.jupiter.api.Test;

/** Oracle: closed forms of A' = input - k·A, k = 0.25. */
class TimelineTest {

    private static final double K = 0.25;
    private static final Simulator SIMULATOR = Simulator.compile(Model.parse("one", """
            model one
              unit time_unit = 3600 second
              unit h = 3600 second
              unit per_h = 1/h
              unit nmol = 1e-9 mole
              k = 0.25 per_h; scale = 1 dimensionless
              A = 0 nmol
              A' = -k*A
              y := scale*A; y has nmol
            end
            """), List.of("A", "y"), Options.of(1e-11, 1e-13));
    private static final int SCALE = SIMULATOR.parameterIndex("scale");
    private static final int RATE = SIMULATOR.parameterIndex("k");

    private static Trajectories run(Timeline line) {
        return SIMULATOR.run(new Protocol(1, Map.of(), Map.of(), subject -> line));
    }

    /** What an infusion of {@code rate} from {@code from} to {@code to} leaves at {@code t}. */
    private static double infused(double rate, double from, double to, double t) {
        double end = Math.min(t, to);
        return t <= from ? 0 : rate / K * (StrictMath.exp(-K * (t - end)) - StrictMath.exp(-K * (t - from)));
    }

    @Test
    void infusionsAddUpWhereTheyOverlapAndLeaveNothingBehind() {
        double[] times = {0, 0.5, 1, 2, 3, 3.5, 5, 8, 200};
        Trajectories run = run(Timeline.from(0).infuse(0.5, 0, 30, 3).infuse(2, 0, 7, 1).infuse(3, 0, 0.1, 2).record(times).build());
        for (int i = 0; i < times.length; i++) {
            double t = times[i];
            assertEquals(infused(10, 0.5, 3.5, t) + infused(7, 2, 3, t) + infused(0.05, 3, 5, t), run.value(0, 0, i), 1e-9, "at " + t);
        }
        assertTrue(run.value(0, 0, 8) < 1e-12, "an input that ended goes on: " + run.value(0, 0, 8));
    }

    @Test
    void anInputForEverEndsInItsSteadyState() {
        Trajectories run = run(Timeline.from(0).input(1, 0, 4, Double.NaN).record(300).build());
        assertEquals(4 / K, run.value(0, 0, 0), 1e-9);
    }

    @Test
    void atOneTimeThingsHappenInTheOrderInWhichTheyWereSaid() {
        Trajectories run = run(Timeline.from(0).record(0).add(0, 0, 8).record(0).add(0, 0, 4).record(0, 4)
                .put(4, 0, 100).record(4).add(4, 0, 1).record(4).build());
        assertArrayEquals(new double[] {0, 8, 12, 12 * StrictMath.exp(-1), 100, 101}, run.series(0, 0), 1e-9);
        assertArrayEquals(new double[] {0, 0, 0, 4, 4, 4}, run.times(0));
        assertEquals(101, run.finalState("A")[0], 1e-12);
    }

    @Test
    void aParameterThatChangesCountsFromThenOnInRatesAndInOutputs() {
        Trajectories run = run(Timeline.from(0).add(0, 0, 16).set(2, RATE, 0.5).set(2, SCALE, 10).record(1, 2, 3).build());
        assertArrayEquals(new double[] {16 * StrictMath.exp(-0.25), 16 * StrictMath.exp(-0.5), 16 * StrictMath.exp(-1)},
                run.series(0, 0), 1e-9);
        assertEquals(run.value(0, 0, 0), run.value(1, 0, 0));
        assertEquals(10 * run.value(0, 0, 1), run.value(1, 0, 1), 1e-12, "recorded after the change, as it was said after it");
        Trajectories before = run(Timeline.from(0).add(0, 0, 16).record(2).set(2, SCALE, 10).record(3).build());
        assertEquals(before.value(0, 0, 0), before.value(1, 0, 0), "recorded before the change");
        assertEquals(10 * before.value(0, 0, 1), before.value(1, 0, 1), 1e-12);
    }

    @Test
    void aResetEmptiesAndEndsWhatFlowsInButKeepsWhatBeginsLater() {
        Trajectories run = run(Timeline.from(0).add(0, 0, 50).infuse(0, 0, 100, 10).infuse(6, 0, 12, 2).reset(4).record(4, 5, 7).build());
        assertArrayEquals(new double[] {0, 0, infused(6, 6, 8, 7)}, run.series(0, 0), 1e-9);
    }

    @Test
    void subjectsHaveTimesOfTheirOwnAndDoNotTouchEachOther() {
        int size = 37;
        Timeline[] lines = new Timeline[size];
        for (int i = 0; i < size; i++) {
            double[] times = new double[1 + i % 5];
            int subject = i;
            Arrays.setAll(times, j -> subject + 0.1 * (j + 1));
            Timeline.Builder line = Timeline.from(i).record(times);
            lines[i] = (i % 2 == 0 ? line.infuse(i, 0, i, 0.25) : line.add(i, 0, i)).build();
        }
        Trajectories all = SIMULATOR.run(new Protocol(size, Map.of(), Map.of(), i -> lines[i]));
        for (int i = 0; i < size; i++) {
            double[] alone = run(lines[i]).series(0, 0);
            assertArrayEquals(alone, all.series(0, i), "subject " + i);
            for (int j = 0; j < alone.length; j++) {
                double t = lines[i].outputTimes()[j] - i;
                double expected = i % 2 == 0 ? infused(4 * i, 0, 0.25, t) : i * StrictMath.exp(-K * t);
                assertEquals(expected, alone[j], 1e-9);
            }
        }
        assertThrows(IllegalStateException.class, all::times);
        assertThrows(IndexOutOfBoundsException.class, () -> all.value(0, 0, 1));
    }

    @Test
    void dosesOfACohortCanEnterOverAWhile() {
        DoseList doses = new DoseList(new double[] {0, 2}, new int[2], new double[] {10, 6}, new double[] {0, 3});
        Trajectories run = SIMULATOR.run(new Cohort(1, 0, new double[] {1, 4, 9}, Map.of(), Map.of(), s -> doses));
        for (int i = 0; i < 3; i++) {
            double t = run.times()[i];
            assertEquals(10 * StrictMath.exp(-K * t) + infused(2, 2, 5, t), run.value(0, 0, i), 1e-9);
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Timeline.from(1).add(0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Timeline.from(0).add(0, -2, 1));
        assertThrows(IllegalArgumentException.class, () -> Timeline.from(0).add(0, 0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Timeline.from(0).infuse(0, 0, 1, -1));
        assertThrows(IllegalArgumentException.class, () -> Timeline.from(0).input(3, 0, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> Timeline.from(0).add(0, 0, 1).build());
        assertThrows(IllegalArgumentException.class, () -> run(Timeline.from(0).add(0, 5, 1).record(1).build()));
    }
}

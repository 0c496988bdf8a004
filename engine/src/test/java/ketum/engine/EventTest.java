package ketum.engine;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import ketum.engine.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events against closed forms, with the explicit and with the stiff method. */
class EventTest {

    private static final String UNITS = " unit time_unit = second; unit per_s = 1/second; unit per_s2 = 1/second^2; t1 = 1 second; t2 = 2 second; t3 = 3 second\n";
    private static final double TIGHT = 1e-11;

    private static Model model(String statements) {
        return Model.parse("test", "model test" + UNITS + statements + "\nend\n");
    }

    private static Trajectories run(String statements, Options.Method method, List<String> outputs, double... times) {
        return run(statements, method, List.of(), outputs, times);
    }

    private static Trajectories run(String statements, Options.Method method, List<double[]> doses, List<String> outputs, double... times) {
        var options = Options.of(TIGHT, TIGHT).withMethod(method).withThreads(1);
        Simulator simulator = Simulator.compile(model(statements), outputs, options);
        Timeline.Builder line = Timeline.from(0);
        for (double[] dose : doses) {
            line.add(dose[0], 0, dose[1]);
        }
        line.record(times);
        Timeline built = line.build();
        return simulator.run(new Protocol(1, Map.of(), Map.of(), _ -> built));
    }

    private static double[] series(Trajectories trajectories, String output) {
        assertEquals(List.of(), trajectories.failures());
        return trajectories.series(trajectories.outputs().indexOf(output), 0);
    }

    /** Height and speed of a ball that falls from 10 m and keeps 0.8 of its speed at each bounce; in the middle of each arc. */
    @ParameterizedTest
    @EnumSource
    void ballBouncesWhenItShould(Options.Method method) {
        String ball = """
                g = 9.81 per_s2; keep = 0.8 dimensionless
                y = 10 dimensionless; v = 0 per_s; n = 0 dimensionless
                y' = v; v' = -g
                at (y < 0): v = -keep*v, n = n + 1
                """;
        double g = 9.81;
        int bounces = 12;
        double[] times = new double[bounces];
        double[] heights = new double[bounces];
        double bounce = Math.sqrt(2 * 10 / g);
        double speed = g * bounce;
        for (int i = 0; i < bounces; i++) {
            speed *= 0.8;
            times[i] = bounce + speed / g;
            heights[i] = speed * speed / (2 * g);
            bounce += 2 * speed / g;
        }
        Trajectories result = run(ball, method, List.of("y", "v", "n"), times);
        for (int i = 0; i < bounces; i++) {
            assertEquals(heights[i], series(result, "y")[i], 1e-9, "arc " + i);
            assertEquals(0, series(result, "v")[i], 1e-8, "arc " + i);
            assertEquals(i + 1, series(result, "n")[i]);
        }
    }

    /** A decay that is topped up by 100 each time it falls to 50: after the first ln 2 / k, each cycle takes ln 3 / k. */
    @ParameterizedTest
    @EnumSource
    void doseIsGivenWhenTheAmountFallsToAThreshold(Options.Method method) {
        String depot = """
                k = 0.1 per_s; least = 50 dimensionless; dose = 100 dimensionless
                A = 100 dimensionless; A' = -k*A; given = 0 dimensionless
                at (A <= least): A = A + dose, given = given + 1
                """;
        double[] times = {5, 10, 20, 40, 100, 500};
        Trajectories result = run(depot, method, List.of("A", "given"), times);
        for (int i = 0; i < times.length; i++) {
            double first = Math.log(2) / 0.1;
            double cycle = Math.log(3) / 0.1;
            double since = times[i] - first;
            double count = since < 0 ? 0 : Math.floor(since / cycle) + 1;
            double wanted = count == 0 ? 100 * Math.exp(-0.1 * times[i]) : 150 * Math.exp(-0.1 * (since - (count - 1) * cycle));
            assertEquals(count, series(result, "given")[i]);
            assertEquals(wanted, series(result, "A")[i], 2e-9 * wanted, "at " + times[i]);
        }
    }

    /** At time > 5 a rate constant doubles: the amount is known on both sides, and so is the parameter. */
    @ParameterizedTest
    @EnumSource
    void rateConstantChangesAtATime(Options.Method method) {
        String switched = """
                k = 0.1 per_s; A = 1 dimensionless; A' = -k*A; later = 5 second; double := 2*k; double has per_s
                at (time > later): k = 2*k
                """;
        Trajectories result = run(switched, method, List.of("A", "k", "double"), 0, 2.5, 5, Math.nextUp(5.0), 7.5, 10);
        assertAll(
                () -> assertEquals(Math.exp(-0.25), series(result, "A")[1], 1e-10),
                () -> assertEquals(Math.exp(-0.5), series(result, "A")[2], 1e-10),
                () -> assertEquals(Math.exp(-1.0), series(result, "A")[4], 1e-10),
                () -> assertEquals(Math.exp(-1.5), series(result, "A")[5], 1e-10),
                () -> assertEquals("[0.1, 0.1, 0.1, 0.2, 0.2, 0.2]", Arrays.toString(series(result, "k"))),
                () -> assertEquals("[0.2, 0.2, 0.2, 0.4, 0.4, 0.4]", Arrays.toString(series(result, "double"))));
    }

    /** Heating towards 30 and cooling towards 10 between 18 and 22: each half of a cycle has a closed form. */
    @ParameterizedTest
    @EnumSource
    void thermostatKeepsItsPeriod(Options.Method method) {
        String thermostat = """
                k = 1 per_s; T = 15 dimensionless; goal = 30 dimensionless; T' = k*(goal - T); n = 0 dimensionless
                off: at (T > 22): goal = 10
                on: at (T < 18): goal = 30, n = n + 1
                """;
        double first = Math.log((30.0 - 15) / (30 - 22));
        double cooling = Math.log((22.0 - 10) / (18 - 10));
        double heating = Math.log((30.0 - 18) / (30 - 22));
        double[] times = new double[50];
        for (int i = 0; i < times.length; i++) {
            times[i] = first + cooling + i * (cooling + heating) + 0.5 * heating;
        }
        double middle = 30 - 12 * Math.exp(-0.5 * heating);
        Trajectories result = run(thermostat, method, List.of("T", "n"), times);
        for (int i = 0; i < times.length; i++) {
            assertEquals(middle, series(result, "T")[i], 1e-8, "cycle " + i);
            assertEquals(i + 1, series(result, "n")[i]);
        }
    }

    /** Doses and rate constants at random times, once as events, once as actions of the time line. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void eventsAtTimesDoWhatActionsAtTimesDo(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder("k = 0.1 per_s; A = 1 dimensionless; A' = -k*A; B = 0 dimensionless; B' = k*A - 0.3*k*B\none = 1 per_s\n");
        Timeline.Builder line = Timeline.from(0);
        double time = 0;
        double k = 0.1;
        for (int i = 0; i < 12; i++) {
            time += random.nextDouble() * 5;
            double amount = random.nextDouble();
            k = 0.05 + random.nextDouble();
            boolean dose = random.nextBoolean();
            text.append("T%d = %s second; at (time >= T%d): %s\n".formatted(i, Double.toString(time), i,
                    dose ? "A = A + " + amount : "k = one*" + k));
            if (dose) {
                line.add(time, 0, amount);
            } else {
                line.set(time, 0, k);
            }
        }
        double[] times = IntStream.range(0, 100).mapToDouble(i -> 0.6 * i).toArray();
        Trajectories events = run(text.toString(), Options.Method.EXPLICIT, List.of("A", "B"), times);
        var simulator = Simulator.compile(model(text.substring(0, text.indexOf("\n"))), List.of("A", "B"), Options.of(TIGHT, TIGHT));
        assertEquals(0, simulator.parameterIndex("k"));
        Timeline built = line.record(times).build();
        Trajectories actions = simulator.run(new Protocol(1, Map.of(), Map.of(), _ -> built));
        for (String output : List.of("A", "B")) {
            assertArrayEquals(series(actions, output), series(events, output), 1e-10, "seed " + seed);
        }
    }

    @Test
    void doseEveryDayByAnEventThatSetsItsNextTime() {
        String daily = """
                k = 0.3 per_s; A = 0 dimensionless; A' = -k*A; next = 1 second; every = 1.1 second; dose = 2 dimensionless
                at (time >= next), t0=false: A = A + dose, next = next + every
                """;
        double[] times = {0.5, 1, 1.05, 30, 99.9};
        Trajectories result = run(daily, Options.Method.EXPLICIT, List.of("A"), times);
        for (int i = 0; i < times.length; i++) {
            double wanted = 0;
            double next = 1;
            while (next <= times[i]) {
                wanted += 2 * Math.exp(-0.3 * (times[i] - next));
                next += 1.1;
            }
            assertEquals(wanted, series(result, "A")[i], 1e-9, "at " + times[i]);
        }
    }

    @Test
    void highestPriorityGoesFirstWithoutPriorityLastAndEqualsInOrder() {
        String simultaneous = """
                x = 0 dimensionless; A = 0 dimensionless; A' = 1 * rate; rate = 1 per_s; high = 7 dimensionless
                at (time >= t3), fromTrigger=false: x = 10*x + 1
                at (time >= t3), priority=1, fromTrigger=false: x = 10*x + 2
                at (time >= t3), priority=high, fromTrigger=false: x = 10*x + 3
                at (time >= t3), priority=1, fromTrigger=false: x = 10*x + 4
                at (time >= t3), priority=-5, fromTrigger=false: x = 10*x + 5
                """;
        assertEquals(32451, series(run(simultaneous, Options.Method.EXPLICIT, List.of("x"), 1, 4), "x")[1]);
    }

    @Test
    void newValuesBelongToTheMomentOfTheTriggerUnlessSaidOtherwise() {
        String pair = """
                x = 1 dimensionless; y = 1 dimensionless; z = 1 dimensionless
                at (time >= t3), priority=2: x = 5
                at (time >= t3), priority=1: y = 10*x
                at (time >= t3), priority=1, fromTrigger=false: z = 10*x
                """;
        Trajectories result = run(pair, Options.Method.EXPLICIT, List.of("x", "y", "z"), 4);
        assertEquals("5.0 10.0 50.0", series(result, "x")[0] + " " + series(result, "y")[0] + " " + series(result, "z")[0]);
    }

    @Test
    void changesOfOneEventAreMadeTogether() {
        String swap = "x = 1 dimensionless; y = 2 dimensionless; at (time >= t1): x = y, y = x";
        Trajectories result = run(swap, Options.Method.EXPLICIT, List.of("x", "y"), 2);
        assertEquals("2.0 1.0", series(result, "x")[0] + " " + series(result, "y")[0]);
    }

    @Test
    void eventCallsAnotherAtTheSameMomentAndOneThatIsNotPersistentIsCalledOff() {
        String chain = """
                x = 0 dimensionless; y = 0 dimensionless; z = 0 dimensionless; w = 0 dimensionless
                at (time >= t1), priority=5: x = 1
                at (x > 0.5), priority=3: y = y + 1
                at (time >= t1 && y < 0.5), priority=1, persistent=false: z = 1
                at (time >= t1 && y < 0.5), priority=1: w = 1
                """;
        Trajectories result = run(chain, Options.Method.EXPLICIT, List.of("x", "y", "z", "w"), 1);
        assertEquals("1.0 1.0 0.0 1.0", series(result, "x")[0] + " " + series(result, "y")[0] + " " + series(result, "z")[0] + " "
                + series(result, "w")[0]);
    }

    @Test
    void conditionThatHoldsAtTheStartActsOnlyIfItCountsAsFalseBefore() {
        String start = """
                x = 0 dimensionless; y = 0 dimensionless; A = 1 dimensionless; A' = -k*A; k = 1 per_s
                at (A > 0.5): x = x + 1
                at (A > 0.5), t0=false: y = y + 1
                """;
        Trajectories result = run(start, Options.Method.EXPLICIT, List.of("x", "y"), 0, 10);
        assertEquals("[0.0, 0.0] [1.0, 1.0]", Arrays.toString(series(result, "x")) + " " + Arrays.toString(series(result, "y")));
    }

    @ParameterizedTest
    @EnumSource
    void changesComeAfterTheirDelay(Options.Method method) {
        String delayed = """
                k = 0.1 per_s; A = 1 dimensionless; A' = -k*A; x = 0 dimensionless; y = 0 dimensionless; z = 0 dimensionless; wait = 2 second
                at wait after (A < 0.5): x = A
                at wait after (A < 0.5), fromTrigger=false: y = A
                at wait after (A < 0.5 && A > 0.45), persistent=false: z = 1
                """;
        double at = Math.log(2) / 0.1 + 2;
        Trajectories result = run(delayed, method, List.of("x", "y", "z"), at - 1e-6, at + 1e-6, 30);
        assertAll(
                () -> assertEquals(0, series(result, "x")[0]),
                () -> assertEquals(0.5, series(result, "x")[1], 1e-10),
                () -> assertEquals(0, series(result, "y")[0]),
                () -> assertEquals(0.5 * Math.exp(-0.2), series(result, "y")[1], 1e-10),
                // A falls below 0.45 after 1.05 s, before 2 s are over
                () -> assertEquals(0, series(result, "z")[2]));
    }

    @Test
    void triggersThatCrossWhileAnotherIsDueAreAllDone() {
        String waves = """
                w = 1 per_s; s = 0 dimensionless; c = 1 dimensionless; s' = w*c; c' = -w*s; n = 0 dimensionless; wait = 10 second
                at wait after (s > 0.9), fromTrigger=false: n = n + 1
                """;
        Trajectories result = run(waves, Options.Method.EXPLICIT, List.of("n"), 30, 100);
        double first = Math.asin(0.9) + 10;
        assertEquals(Math.floor((30 - first) / (2 * Math.PI)) + 1, series(result, "n")[0]);
        assertEquals(Math.floor((100 - first) / (2 * Math.PI)) + 1, series(result, "n")[1]);
    }

    /** Order at one moment: what has become true on the way, then actions of the time line, each followed by the events it causes. */
    @Test
    void eventAtTheTimeOfADoseAndAnOutput() {
        String both = """
                A = 8 dimensionless; A' = 0*k*A; k = 1 per_s; n = 0 dimensionless
                at (time >= t2): A = 0
                at (A > 9): n = n + 1
                """;
        var simulator = Simulator.compile(model(both), List.of("A", "n"), Options.of(TIGHT, TIGHT).withThreads(1));
        Timeline line = Timeline.from(0).record(2).add(2, 0, 5).record(2).add(2, 0, 5).record(2).record(3).build();
        Trajectories result = simulator.run(new Protocol(1, Map.of(), Map.of(), _ -> line));
        assertEquals("[0.0, 5.0, 10.0, 10.0] [0.0, 0.0, 1.0, 1.0]",
                Arrays.toString(series(result, "A")) + " " + Arrays.toString(series(result, "n")));
    }

    @Test
    void outputAtTheTimeOfAnEventIsAfterIt() {
        String step = "x = 0 dimensionless; at (time >= t2): x = 1";
        assertEquals("[0.0, 0.0, 1.0, 1.0]", Arrays.toString(series(run(step, Options.Method.EXPLICIT, List.of("x"), 1, Math.nextDown(2.0), 2, 3), "x")));
        assertEquals("[0.0, 1.0]", Arrays.toString(series(run(step, Options.Method.EXPLICIT, List.of("x"), 1, 2), "x")));
        assertEquals("[0.0, 0.0]", Arrays.toString(series(run(step, Options.Method.EXPLICIT, List.of("x"), 1, Math.nextDown(2.0)), "x")));
    }

    @Test
    void conditionThatHoldsAtOneInstantOfTimeIsMet() {
        String instant = "x = 0 dimensionless; at (time == t2): x = x + 1; at (time == t3): x = x + 10";
        assertEquals("[0.0, 1.0, 11.0]", Arrays.toString(series(run(instant, Options.Method.EXPLICIT, List.of("x"), 1, 2.5, 4), "x")));
    }

    @Test
    void timeSinceAnEarlierEventIsMetToRounding() {
        String since = """
                last = 0.3 second; wait = 0.1 second; n = 0 dimensionless; A = 0 dimensionless; A' = one; one = 1 per_s
                at (time - last > wait): n = n + 1, last = time
                """;
        double[] n = series(run(since, Options.Method.EXPLICIT, List.of("n"), 0.35, 0.45, 1.05, 10.05), "n");
        assertEquals("[0.0, 1.0, 7.0, 97.0]", Arrays.toString(n));
    }

    /** True for 2e-3 of time within steps of about 1: found, since the values come close to changing. */
    @ParameterizedTest
    @EnumSource
    void conditionThatIsTrueOnlyBrieflyIsMet(Options.Method method) {
        String brief = """
                w = 1 per_s; s = 0 dimensionless; c = 1 dimensionless; s' = w*c; c' = -w*s; n = 0 dimensionless; top = 0.9999995 dimensionless
                at (s > top): n = n + 1
                """;
        double[] times = IntStream.range(0, 10).mapToDouble(i -> 2 * Math.PI * i + 3).toArray();
        double[] n = series(run(brief, method, List.of("n"), times), "n");
        assertEquals("[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0]", Arrays.toString(n));
    }

    @Test
    void jumpsOfARateInTimeAreExactAndCostFewSteps() {
        String infusion = """
                k = 0.2 per_s; A = 0 dimensionless; A' = R - k*A; R := piecewise(rate, time >= from && time < to, off); R has per_s
                rate = 3 per_s; off = 0 per_s; from = 1.3 second; to = 4.7 second; total = 0 dimensionless; total' = R
                """;
        double[] times = {1.3, 2, 4.7, 10, 1000};
        Trajectories result = run(infusion, Options.Method.EXPLICIT, List.of("A", "total"), times);
        for (int i = 0; i < times.length; i++) {
            double t = times[i];
            double until = Math.min(t, 4.7);
            double wanted = 3 / 0.2 * (Math.exp(-0.2 * (t - until)) - Math.exp(-0.2 * (t - 1.3)));
            assertEquals(wanted, series(result, "A")[i], 1e-10, "at " + t);
            assertEquals(3 * (until - 1.3), series(result, "total")[i], 1e-13, "at " + t);
        }
        assertTrue(result.statistics().rejected() <= 1, "rejected steps: " + result.statistics().rejected());
    }

    @Test
    void eventsThatNeverEndAtOneMomentAreNamed() {
        String endless = """
                x = 0 dimensionless; A = 1 dimensionless; A' = -k*A; k = 1 per_s
                tick: at (x < 1 && time >= t2): x = 2
                tock: at (x > 1): x = 0
                """;
        var simulator = Simulator.compile(model(endless), List.of("A", "x"), Options.of(1e-6, 1e-6).withThreads(1));
        Trajectories result = simulator.run(new Cohort(1, 0, new double[] {1, 3}, Map.of(), Map.of(), _ -> DoseList.NONE));
        var failure = result.failures().getFirst();
        assertEquals(2, failure.time());
        assertEquals("at one moment its events set each other off more than 1000 times: tick", failure.cause());
        assertTrue(Double.isNaN(result.value(0, 0, 1)));
    }

    /** The bounces of a ball that keeps half of its speed end at three times the time of the first fall. */
    @ParameterizedTest
    @EnumSource
    void eventsThatComeCloserAndCloserEndTheSubjectThere(Options.Method method) {
        String ball = """
                g = 9.81 per_s2; keep = 0.5 dimensionless; y = 10 dimensionless; v = 0 per_s; y' = v; v' = -g
                bounce: at (y <= 0 && v < 0): v = -keep*v
                """;
        Trajectories result = run(ball, method, List.of("y"), 1, 5);
        var failure = result.failures().getFirst();
        assertEquals(3 * Math.sqrt(20 / 9.81), failure.time(), 1e-9);
        assertEquals("its events come closer and closer together without end, the last by bounce", failure.cause());
    }

    /** Whatever events do, runs end, and the bits do not depend on who computes them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void randomEventsEndWithTheSameBitsInScalarAndVectorCode(long seed) {
        var random = new Random(seed);
        String text = randomModel(random);
        double[] times = IntStream.range(0, 30).mapToDouble(i -> 0.5 * i).toArray();
        double[] p = random.doubles(20, 0, 2).toArray();
        for (Options.Method method : Options.Method.values()) {
            long[] digests = new long[3];
            for (int i = 0; i < 3; i++) {
                Options options = Options.of(1e-5, 1e-5).withMethod(method).withThreads(1 + i % 2)
                        .withLanes(i == 0 ? Options.Lanes.SCALAR : Options.Lanes.VECTOR);
                Trajectories result = Simulator.compile(model(text), List.of("x", "y", "p", "n"), options).run(new Cohort(i < 2 ? 20 : 11, 0,
                        times, Map.of("p", Arrays.copyOf(p, i < 2 ? 20 : 11)), Map.of(),
                        _ -> new DoseList(new double[] {0, 2, 2, 5.5}, new int[] {0, 0, 1, 1}, new double[] {1, 0.5, 0.25, 0.5})));
                digests[i] = digest(result, 11);
            }
            assertEquals(digests[0], digests[1], text);
            assertEquals(digests[0], digests[2], text);
        }
    }

    private static long digest(Trajectories result, int subjects) {
        long digest = 17;
        for (int output = 0; output < result.outputs().size(); output++) {
            for (int subject = 0; subject < subjects; subject++) {
                digest = 31 * digest + Arrays.hashCode(result.series(output, subject));
            }
        }
        for (Trajectories.Failure failure : result.failures()) {
            digest = failure.subject() < subjects ? 31 * digest + failure.toString().hashCode() : digest;
        }
        return digest;
    }

    private static String randomModel(Random random) {
        var text = new StringBuilder("""
                s = 1 second; w = 1 per_s; p = 1 dimensionless; n = 0 dimensionless; q = 0.5 dimensionless
                x = 1 dimensionless; y = 0 dimensionless; x' = w*(p*y - q*x + piecewise(1, time > s*1.5, 0.2)); y' = -w*(x - 0.5 + 0.1*y)
                """);
        String[] values = {"x", "y", "p", "time/s", "0.5", "x - y", "x*x", "1.25", "n/10"};
        String[] comparisons = {"<", ">", "<=", ">="};
        String[] targets = {"x", "y", "p", "q"};
        int events = 1 + random.nextInt(5);
        for (int i = 0; i < events; i++) {
            String condition = random.nextInt(4) == 0 ? "time >= s*(n + " + random.nextInt(5) + ".3)"
                    : pick(values, random) + " " + pick(comparisons, random) + " " + pick(values, random);
            String second = random.nextInt(3) > 0 ? "" : " && " + pick(values, random) + " " + pick(comparisons, random) + " " + pick(values, random);
            text.append("at ").append(random.nextInt(3) > 0 ? "" : "s*0.%d after ".formatted(random.nextInt(10)))
                    .append("(").append(condition).append(second).append(")")
                    .append(random.nextBoolean() ? "" : ", priority=" + pick(values, random))
                    .append(random.nextBoolean() ? "" : ", t0=false").append(random.nextBoolean() ? "" : ", persistent=false")
                    .append(random.nextBoolean() ? "" : ", fromTrigger=false").append(": ").append(pick(targets, random)).append(" = 0.3 + 0.6*(")
                    .append(pick(values, random)).append(") - 0.1*x, n = n + 1\n");
        }
        return text.toString();
    }

    private static String pick(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }

    @Test
    void wrongDelayAndWrongValueAreNamed() {
        for (var wrong : Map.of("wrong: at wait - time after (time >= t3): x = 1", "the delay of its event wrong is -1.0",
                "wrong: at (time >= t3): x = 1/(x - x)", "its event wrong gives x the value Infinity").entrySet()) {
            var simulator = Simulator.compile(model("x = 0 dimensionless; wait = 2 second; " + wrong.getKey()), List.of("x"),
                    Options.of(1e-6, 1e-6).withThreads(1));
            Trajectories result = simulator.run(new Cohort(1, 0, new double[] {1, 4}, Map.of(), Map.of(), _ -> DoseList.NONE));
            assertEquals(wrong.getValue(), result.failures().getFirst().cause());
        }
    }

    @Test
    void resetGoesBackToTheParametersThatWereGiven() {
        String changed = "k = 1 dimensionless; A = 1 dimensionless; A' = 0*r*A; r = 1 per_s; at (time >= t1): k = 5; at (time >= t3): k = 7";
        var simulator = Simulator.compile(model(changed), List.of("k", "A"), Options.of(1e-6, 1e-6).withThreads(1));
        Timeline line = Timeline.from(0).record(0.5, 1.5).reset(2).record(2.5, 3.5).build();
        Trajectories result = simulator.run(new Protocol(1, Map.of("k", new double[] {2}), Map.of(), _ -> line));
        assertEquals("[2.0, 5.0, 2.0, 7.0]", Arrays.toString(series(result, "k")));
    }
}

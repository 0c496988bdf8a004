package ketum.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import ketum.engine.model.Expression;
import ketum.engine.model.Model;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What must hold for every linear model and every time line, on models and time lines drawn at random; a failure names its seed. */
class PropertiesTest {

    static final List<Integer> SEEDS = java.util.stream.IntStream.range(0, 25).boxed().toList();
    private static final double TOLERANCE = 1e-10;
    /** Errors of single steps add up. */
    private static final double NEAR = 3e-7;

    /** Compartments that exchange at random rates; {@code out} gathers what is eliminated. */
    private record Case(Simulator simulator, int compartments, SplittableRandom random) {

        static Case of(int seed) {
            SplittableRandom random = new SplittableRandom(seed * 7919L + 17);
            int n = random.nextInt(1, 6);
            Models models = new Models();
            List<Expression> rates = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                rates.add(Models.number(0));
            }
            Expression out = Models.number(0);
            for (int from = 0; from < n; from++) {
                for (int to = 0; to <= n; to++) {
                    if (to != from && (to == n ? from == n - 1 || random.nextInt(3) == 0 : random.nextInt(2) == 0)) {
                        String k = "k" + from + "_" + to;
                        models.parameter(k, StrictMath.exp(random.nextDouble(-3, 1.5)));
                        Expression flow = Models.product(k, "A" + from);
                        rates.set(from, Models.minus(rates.get(from), flow));
                        if (to == n) {
                            out = Models.sum(out, flow);
                        } else {
                            rates.set(to, Models.sum(rates.get(to), flow));
                        }
                    }
                }
            }
            List<String> outputs = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                models.state("A" + i, 0, rates.get(i));
                outputs.add("A" + i);
            }
            Model model = models.state("out", 0, out).build();
            outputs.add("out");
            return new Case(Simulator.compile(model, outputs, Options.of(TOLERANCE, TOLERANCE)), n, random);
        }

        double[][] run(Timeline line) {
            return all(List.of(line)).getFirst();
        }

        List<double[][]> all(List<Timeline> lines) {
            Trajectories run = simulator.run(new Protocol(lines.size(), Map.of(), Map.of(), lines::get));
            assertTrue(run.failures().isEmpty(), () -> run.failures().toString());
            List<double[][]> result = new ArrayList<>();
            for (int subject = 0; subject < lines.size(); subject++) {
                double[][] values = new double[compartments + 1][];
                for (int output = 0; output <= compartments; output++) {
                    values[output] = run.series(output, subject);
                }
                result.add(values);
            }
            return result;
        }

        List<Dose> doses() {
            List<Dose> doses = new ArrayList<>();
            for (int i = random.nextInt(1, 7); i > 0; i--) {
                doses.add(new Dose(random.nextInt(0, 81) / 4.0, random.nextInt(compartments), random.nextDouble(0.1, 20),
                        random.nextInt(3) == 0 ? 0 : random.nextInt(1, 33) / 4.0));
            }
            return doses;
        }
    }

    private record Dose(double time, int state, double amount, double duration) {}

    private static final double[] TIMES = {0, 0.3, 1, 2.5, 5, 7.25, 11, 20, 23, 31, 60};

    private static Timeline line(List<Dose> doses, double factor, double shift, double... times) {
        Timeline.Builder line = Timeline.from(shift);
        doses.forEach(dose -> line.infuse(dose.time() + shift, dose.state(), factor * dose.amount(), dose.duration()));
        return line.record(Arrays.stream(times).map(t -> t + shift).toArray()).build();
    }

    private interface Expected {
        double at(int output, int time);
    }

    private static void assertNear(double[][] found, Expected expected) {
        for (int output = 0; output < found.length; output++) {
            for (int time = 0; time < TIMES.length; time++) {
                assertEquals(expected.at(output, time), found[output][time], NEAR * (1 + Math.abs(found[output][time])));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void theAnswerIsProportionalToTheDose(int seed) {
        Case some = Case.of(seed);
        List<Dose> doses = some.doses();
        double[][] once = some.run(line(doses, 1, 0, TIMES));
        double[][] thrice = some.run(line(doses, 3, 0, TIMES));
        assertNear(thrice, (output, time) -> 3 * once[output][time]);
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void theAnswerToTwoSchedulesIsTheSumOfTheAnswers(int seed) {
        Case some = Case.of(seed);
        List<Dose> first = some.doses();
        List<Dose> second = some.doses();
        List<Dose> both = new ArrayList<>(first);
        both.addAll(second);
        double[][] a = some.run(line(first, 1, 0, TIMES));
        double[][] b = some.run(line(second, 1, 0, TIMES));
        double[][] sum = some.run(line(both, 1, 0, TIMES));
        assertNear(sum, (output, time) -> a[output][time] + b[output][time]);
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void theClockDoesNotMatter(int seed) {
        Case some = Case.of(seed);
        List<Dose> doses = some.doses();
        double[][] here = some.run(line(doses, 1, 0, TIMES));
        double[][] later = some.run(line(doses, 1, 4096.5, TIMES));
        for (int output = 0; output < here.length; output++) {
            assertArrayEquals(here[output], later[output], NEAR * 20);
        }
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void nothingIsLostAndNothingIsMade(int seed) {
        Case some = Case.of(seed);
        List<Dose> doses = some.doses();
        double[][] values = some.run(line(doses, 1, 0, TIMES));
        for (int i = 0; i < TIMES.length; i++) {
            double t = TIMES[i];
            double given = doses.stream().filter(dose -> dose.time() <= t)
                    .mapToDouble(dose -> dose.duration() == 0 ? dose.amount()
                            : dose.amount() * Math.min(1, (t - dose.time()) / dose.duration())).sum();
            double found = 0;
            for (double[] output : values) {
                found += output[i];
            }
            assertEquals(given, found, NEAR * (1 + given), "at " + t);
        }
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void amountsStayAboveNothing(int seed) {
        Case some = Case.of(seed);
        for (double[] output : some.run(line(some.doses(), 1, 0, TIMES))) {
            for (double value : output) {
                assertTrue(value > -NEAR, "" + value);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void anInfusionIsTheSumOfItsHalves(int seed) {
        Case some = Case.of(seed);
        int into = some.random().nextInt(some.compartments());
        double[][] whole = some.run(Timeline.from(0).infuse(1, into, 12, 6).record(TIMES).build());
        double[][] halves = some.run(Timeline.from(0).infuse(1, into, 6, 3).infuse(4, into, 6, 3).record(TIMES).build());
        double[][] layers = some.run(Timeline.from(0).infuse(1, into, 5, 6).infuse(1, into, 7, 6).record(TIMES).build());
        for (int output = 0; output < whole.length; output++) {
            assertArrayEquals(whole[output], halves[output], NEAR * 20);
            assertArrayEquals(whole[output], layers[output], NEAR * 20);
        }
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void moreOutputTimesMoveNoBitOfTheOthers(int seed) {
        Case some = Case.of(seed);
        List<Dose> doses = some.doses();
        double[][] few = some.run(line(doses, 1, 0, 5, 60));
        double[][] many = some.run(line(doses, 1, 0, TIMES));
        for (int output = 0; output < few.length; output++) {
            assertEquals(few[output][0], many[output][4]);
            assertEquals(few[output][1], many[output][10]);
        }
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void subjectsInAnyOrderKeepTheirBits(int seed) {
        Case some = Case.of(seed);
        List<Timeline> lines = new ArrayList<>();
        for (int subject = 0; subject < 21; subject++) {
            lines.add(line(some.doses(), 1, 0, TIMES));
        }
        List<double[][]> forwards = some.all(lines);
        List<double[][]> backwards = some.all(lines.reversed());
        for (int subject = 0; subject < 21; subject++) {
            assertTrue(Arrays.deepEquals(forwards.get(subject), backwards.get(20 - subject)), "subject " + subject);
        }
    }
}

package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked models of docs/user/simulate.md through the command itself, against closed forms and an independent solver. */
class WorkedModelsTest {

    private static final String MODELS = "../examples/models/";

    /** Rows of the table, without heading; ids that are no numbers become NaN. */
    private static List<double[]> simulate(String arguments) {
        CapturedTerminal captured = new CapturedTerminal();
        String[] words = Stream.of(arguments.split(" ")).map(word -> word.matches("[a-z-]+\\.(ant|csv)") ? MODELS + word : word).toArray(String[]::new);
        assertEquals(0, KetumCommand.run(captured.terminal(), new FakeAssessor(), words), captured.err());
        return captured.out().lines().skip(1).map(line -> Stream.of(line.split(",")).mapToDouble(cell -> cell.matches("[a-z]+") ? Double.NaN
                : Double.parseDouble(cell)).toArray()).toList();
    }

    private static void assertNear(double expected, double found, double relative, double absolute, String where) {
        assertTrue(Math.abs(expected - found) <= relative * Math.abs(expected) + absolute, where + ": expected " + expected + ", found " + found);
    }

    // ---- one compartment by mouth

    private record Course(double dose, double interval, int doses) {}

    /** H. Bateman's function, one for each dose taken so far, with the parameters that stand in the row itself. */
    private static double concentration(Course course, double time, double clearance, double volume, double absorption) {
        double elimination = clearance / volume;
        double sum = 0;
        for (int i = 0; i < course.doses && i * course.interval <= time; i++) {
            double since = time - i * course.interval;
            sum += course.dose / volume * absorption / (absorption - elimination)
                    * (StrictMath.exp(-elimination * since) - StrictMath.exp(-absorption * since));
        }
        return sum;
    }

    @Test
    void takenByMouthEveryDrawnSubjectFollowsBatemansFunction() {
        List<Course> courses = List.of(new Course(100, 12, 7), new Course(100, 12, 7), new Course(200, 24, 4));
        double[] weights = {70, 52, 94};
        List<double[]> rows = simulate("simulate oral.ant --data oral.csv --variability oral-variability.csv --subjects 100 --times 0:96:1 "
                + "--output C,CL,V,ka,WT --out -");
        assertEquals(3 * 100 * 97, rows.size());
        for (double[] row : rows) {
            int subject = (int) row[0] - 1;
            double weight = row[7];
            assertEquals(weights[subject], weight);
            double expected = concentration(courses.get(subject), row[2], row[4] * StrictMath.pow(weight / 70, 0.75), row[5] * weight / 70, row[6]);
            assertNear(expected, row[3], 1e-6, 1e-8, Arrays.toString(row));
        }
    }

    // ---- an independent solver for the two others

    private record Dose(double time, double amount, double rate) {}

    /** Dormand and Prince's method of order 8 at 1e-12, restarted wherever an input begins or ends; the first state is dosed. */
    private static double[][] independent(OrdinaryDifferentialEquation undosed, double[] start, List<Dose> doses, double[] times) {
        double[][] found = new double[times.length][];
        double[] stops = Stream.concat(doses.stream().flatMap(dose -> Stream.of(dose.time, dose.rate == 0 ? dose.time : dose.time + dose.amount / dose.rate)),
                Arrays.stream(times).boxed()).mapToDouble(Double::doubleValue).sorted().distinct().toArray();
        double[] state = start.clone();
        double now = 0;
        int next = 0;
        for (double stop : stops) {
            if (stop > now) {
                double middle = (now + stop) / 2;
                double input = doses.stream().filter(dose -> dose.rate > 0 && dose.time < middle && middle < dose.time + dose.amount / dose.rate)
                        .mapToDouble(Dose::rate).sum();
                state = new DormandPrince853Integrator(1e-12, stop - now, 1e-13, 1e-12).integrate(new OrdinaryDifferentialEquation() {
                    @Override
                    public int getDimension() {
                        return start.length;
                    }

                    @Override
                    public double[] computeDerivatives(double time, double[] y) {
                        double[] rates = undosed.computeDerivatives(time, y);
                        rates[0] += input;
                        return rates;
                    }
                }, new ODEState(now, state), stop).getPrimaryState();
                now = stop;
            }
            for (Dose dose : doses) {
                if (dose.time == stop && dose.rate == 0) {
                    state[0] += dose.amount;
                }
            }
            if (next < times.length && times[next] == stop) {
                found[next++] = state.clone();
            }
        }
        return found;
    }

    private static OrdinaryDifferentialEquation equations(int dimension, java.util.function.UnaryOperator<double[]> rates) {
        return new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return dimension;
            }

            @Override
            public double[] computeDerivatives(double time, double[] y) {
                return rates.apply(y);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"automatic", "stiff", "explicit"})
    void targetMediatedDispositionAgreesWithAnIndependentSolverByEveryMethod(String method) {
        double[] times = new double[43];
        Arrays.setAll(times, i -> i * 16);
        OrdinaryDifferentialEquation binding = equations(3, y -> {
            double free = y[0] / 3;
            double net = 10 * free * y[1] - y[2];
            return new double[] {-0.01 * free - net * 3, 0.05 * (5 - y[1]) - net, net - 0.01 * y[2]};
        });
        List<List<Dose>> courses = List.of(List.of(new Dose(0, 30, 30)), List.of(new Dose(0, 100, 100)), List.of(new Dose(0, 300, 300), new Dose(336, 300, 300)));
        List<double[]> rows = simulate("simulate tmdd.ant --data tmdd.csv --times 0:672:16 --output drug,receptor,bound --out - --method " + method);
        assertEquals(3 * times.length, rows.size());
        for (int subject = 0; subject < 3; subject++) {
            double[][] expected = independent(binding, new double[] {0, 5, 0}, courses.get(subject), times);
            for (int k = 0; k < times.length; k++) {
                double[] row = rows.get(subject * times.length + k);
                for (int state = 0; state < 3; state++) {
                    assertNear(expected[k][state], row[3 + state], 2e-6, 1e-8, "subject " + subject + " at " + times[k] + ", state " + state);
                }
            }
        }
    }

    @Test
    void aResponseToAConstantConcentrationFallsAsTheClosedFormSaysAndToASingleDoseAsAnIndependentSolverDoes() {
        List<double[]> rows = simulate("simulate turnover.ant --data turnover.csv --times 0:96:2 --output C,response --out -");
        int each = 49;
        assertEquals(2 * each, rows.size());
        // A first dose fills the volume to 1 mg/L and an infusion of CL · 1 mg/L holds it there: 0.9 · 1/(0.5 + 1) = 0.6 of the making stops.
        DoubleUnaryOperator closed = time -> 100 * (1 - 0.6) + 60 * StrictMath.exp(-0.08 * time);
        double[] times = new double[each];
        Arrays.setAll(times, i -> i * 2);
        double[][] single = independent(equations(2, y -> {
            double concentration = y[0] / 40;
            return new double[] {-5 * concentration, 8 * (1 - 0.9 * concentration / (0.5 + concentration)) - 0.08 * y[1]};
        }), new double[] {0, 100}, List.of(new Dose(0, 200, 0)), times);
        for (int k = 0; k < each; k++) {
            assertNear(1, rows.get(k)[3], 1e-8, 0, "concentration at " + times[k]);
            assertNear(closed.applyAsDouble(times[k]), rows.get(k)[4], 1e-7, 0, "constant, at " + times[k]);
            assertNear(single[k][0] / 40, rows.get(each + k)[3], 1e-6, 1e-9, "concentration of a single dose at " + times[k]);
            assertNear(single[k][1], rows.get(each + k)[4], 1e-7, 0, "response to a single dose at " + times[k]);
        }
    }
}

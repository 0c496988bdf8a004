package ketum.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ketum.engine.model.Model;
import org.junit.jupiter.api.Test;

/**
 * The synthetic benchmark problem K8. Oracle: final states from extrapolation of order 16 in 80-bit arithmetic, equal to 15 digits
 * for three step sizes; the sum over 1,000 subjects from CVODE Adams at 1e-12.
 */
class K8Test {

    static final List<String> STATES = List.of("AG", "AC", "AP", "MC", "MP", "CE", "T1", "T2");
    private static final double[] SUBJECT_1 = {3.379846707443e-03, 1.010513695639e+01, 3.164988503677e+01, 1.629252610755e+00,
        4.658442200851e+00, 2.238567329819e-01, 2.133917488064e+00, 1.176371248761e+00};
    private static final double[] TYPICAL = {1.693333099583e-03, 7.023797977219e+00, 2.816076010003e+01, 9.488011602923e-01,
        3.006063692858e+00, 1.260757226611e-01, 1.314435792811e+00, 9.413518319177e-01};

    /** Subjects 0 (typical) to {@code size - 1}. */
    static Cohort cohort(int size, double[] times) {
        String[] ids = {"ka", "CL", "Vc", "Vp", "CLm", "ke0", "EC50", "k1"};
        double[] typical = {1.2, 40, 150, 400, 60, 0.5, 0.08, 0.02};
        double[] omega = {0.5, 0.4, 0.3, 0.3, 0.35, 0.3, 0.5, 0.3};
        int[] primes = {2, 3, 5, 7, 11, 13, 17, 19};
        Map<String, double[]> parameters = new HashMap<>();
        for (int j = 0; j < 8; j++) {
            double[] values = new double[size];
            values[0] = typical[j];
            for (int i = 1; i < size; i++) {
                double u = fraction(i * StrictMath.sqrt(primes[j / 2 * 2]));
                double v = 2 * StrictMath.PI * fraction(i * StrictMath.sqrt(primes[j / 2 * 2 + 1]));
                double r = StrictMath.sqrt(-2 * StrictMath.log(u));
                values[i] = typical[j] * StrictMath.exp(omega[j] * r * (j % 2 == 0 ? StrictMath.cos(v) : StrictMath.sin(v)));
            }
            parameters.put(ids[j], values);
        }
        double[] doseTimes = IntStream.range(0, 90).mapToDouble(i -> 8.0 * i).toArray();
        double[] amounts = new double[90];
        Arrays.fill(amounts, 25);
        DoseList doses = new DoseList(doseTimes, new int[90], amounts);
        return new Cohort(size, 0, times, parameters, Map.of(), subject -> doses);
    }

    static Model readFromText() throws IOException {
        try (InputStream text = K8Test.class.getResourceAsStream("k8.ant")) {
            return Model.parse("k8.ant", new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static double fraction(double x) {
        return x - StrictMath.floor(x);
    }

    @Test
    void finalStatesAgreeWithExtendedPrecision() throws IOException {
        Simulator simulator = Simulator.compile(readFromText(), STATES, Options.of(1e-11, 1e-13));
        Trajectories run = simulator.run(cohort(2, new double[] {720}));
        for (int state = 0; state < 8; state++) {
            assertEquals(TYPICAL[state], run.value(state, 0, 0), 1e-8 * TYPICAL[state], STATES.get(state));
            assertEquals(SUBJECT_1[state], run.value(state, 1, 0), 1e-8 * SUBJECT_1[state], STATES.get(state));
        }
    }

    /** Oracle: CVODE's Adams method at a tolerance of 1e-12, printed with 10 digits. */
    @Test
    void trajectoryOfTheFirstSubjectAgreesWithCvode() {
        double[] times = {1, 7, 23, 100, 359, 719};
        double[][] expected = {
            {8.209227556e+00, 1.124851333e+01, 3.880304297e+00, 3.666335459e-01, 5.559827336e-02, 2.638666269e-02, 1.207077483e-02, 1.460461033e-03},
            {1.029143671e-02, 3.711257055e+00, 1.119439006e+01, 4.510281833e-01, 8.375081497e-01, 7.471277845e-02, 3.403978939e-01, 2.942980233e-02},
            {1.029282805e-02, 7.649600560e+00, 2.361206308e+01, 1.062295010e+00, 2.552636097e+00, 1.583045912e-01, 1.055857244e+00, 1.043930266e-01},
            {2.907018938e-01, 1.376891373e+01, 3.742639844e+01, 1.987660947e+00, 4.782900601e+00, 2.671248607e-01, 2.070044774e+00, 4.090750209e-01},
            {1.029282805e-02, 1.071203643e+01, 3.326827640e+01, 1.699622975e+00, 4.739617137e+00, 2.356110017e-01, 2.136390085e+00, 9.494739131e-01},
            {1.029282805e-02, 1.071203652e+01, 3.326827668e+01, 1.699622998e+00, 4.739617226e+00, 2.356110043e-01, 2.136392081e+00, 1.176155815e+00}};
        Trajectories run = Simulator.compile(Models.k8(), STATES, Options.of(1e-10, 1e-12)).run(cohort(2, times));
        for (int time = 0; time < times.length; time++) {
            for (int state = 0; state < 8; state++) {
                assertEquals(expected[time][state], run.value(state, 1, time), 2e-8 * expected[time][state],
                        STATES.get(state) + " at " + times[time]);
            }
        }
    }

    @Test
    void theModelTextMeansWhatTheModelBuiltByHandMeans() throws IOException {
        double[] times = {3.3, 50};
        Options options = Options.of(1e-7, 1e-9);
        Trajectories text = Simulator.compile(readFromText(), STATES, options).run(cohort(3, times));
        Trajectories hand = Simulator.compile(Models.k8(), STATES, options).run(cohort(3, times));
        for (int state = 0; state < 8; state++) {
            for (int time = 0; time < 2; time++) {
                assertEquals(hand.value(state, 2, time), text.value(state, 2, time), 1e-7);
            }
        }
    }

    @Test
    void sumOverAThousandSubjectsAgrees() {
        Simulator simulator = Simulator.compile(Models.k8(), STATES, Options.of(1e-8, 1e-8));
        Trajectories run = simulator.run(cohort(1001, new double[] {720}));
        double sum = 0;
        for (String state : STATES) {
            double[] values = run.finalState(state);
            for (int subject = 1; subject <= 1000; subject++) {
                sum += values[subject];
            }
        }
        assertTrue(run.failures().isEmpty());
        assertEquals(4.790723492689e+04, sum, 1e-4);
    }
}

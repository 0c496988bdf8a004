package ketum.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    private static double fraction(double x) {
        return x - StrictMath.floor(x);
    }

    @Test
    void finalStatesAgreeWithExtendedPrecision() {
        Simulator simulator = Simulator.compile(Models.k8(), STATES, Options.of(1e-11, 1e-13));
        Trajectories run = simulator.run(cohort(2, new double[] {720}));
        for (int state = 0; state < 8; state++) {
            assertEquals(TYPICAL[state], run.value(state, 0, 0), 1e-8 * TYPICAL[state], STATES.get(state));
            assertEquals(SUBJECT_1[state], run.value(state, 1, 0), 1e-8 * SUBJECT_1[state], STATES.get(state));
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

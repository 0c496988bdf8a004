package ketum.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ketum.engine.Cohort;
import ketum.engine.DoseList;
import ketum.engine.Simulator;
import ketum.engine.model.Model;

/**
 * The benchmark problem K8: eight states of drug, metabolite, effect site and two tolerances, 90 doses of 25 mg every 8 hours into
 * the gut, all states recorded at hours 0 to 720 (at an hour of a dose: after it). The parameters are synthetic, chosen for their
 * numerical character; they are not pharmacology.
 *
 * <p>Subject 0 has the typical values. Subject i = 1, 2, ... has, for pairs (j, j+1) of the eight parameters that vary,
 * typical · exp(omega · z) with z by Box and Muller from the fractional parts of i·√p, p the first eight primes: the same population on
 * every machine.
 *
 * @param stiff the variant K8-S: the rate constant of the effect site is 400 times as large
 */
record K8Problem(boolean stiff) {

    static final List<String> STATES = List.of("AG", "AC", "AP", "MC", "MP", "CE", "T1", "T2");
    static final int DOSES = 90;
    static final double DOSE_MG = 25;
    static final int INTERVAL_HOURS = 8;
    static final int HOURS = 720;

    /** The parameters that differ between subjects. */
    static final List<String> VARIED = List.of("ka", "CL", "Vc", "Vp", "CLm", "ke0", "EC50", "k1");
    private static final double[] TYPICAL = {1.2, 40, 150, 400, 60, 0.5, 0.08, 0.02};
    private static final double[] OMEGA = {0.5, 0.4, 0.3, 0.3, 0.35, 0.3, 0.5, 0.3};
    private static final int[] PRIME = {2, 3, 5, 7, 11, 13, 17, 19};
    private static final double STIFF_FACTOR = 400;
    private static final String TEXT = "k8.ant";

    String title() {
        return stiff ? "K8-S" : "K8";
    }

    double ke0Factor() {
        return stiff ? STIFF_FACTOR : 1;
    }

    /** Values of {@link #VARIED} of one subject. */
    double[] parameters(int subject) {
        double[] values = new double[VARIED.size()];
        for (int j = 0; j < values.length; j += 2) {
            double r = 0;
            double angle = 0;
            if (subject > 0) {
                r = StrictMath.sqrt(-2 * StrictMath.log(fraction(subject * StrictMath.sqrt(PRIME[j]))));
                angle = 2 * StrictMath.PI * fraction(subject * StrictMath.sqrt(PRIME[j + 1]));
            }
            values[j] = TYPICAL[j] * StrictMath.exp(OMEGA[j] * r * StrictMath.cos(angle));
            values[j + 1] = TYPICAL[j + 1] * StrictMath.exp(OMEGA[j + 1] * r * StrictMath.sin(angle));
        }
        values[VARIED.indexOf("ke0")] *= ke0Factor();
        return values;
    }

    private static double fraction(double x) {
        return x - StrictMath.floor(x);
    }

    static boolean isDoseHour(int hour) {
        return hour % INTERVAL_HOURS == 0 && hour < DOSES * INTERVAL_HOURS;
    }

    /** The model as any user would write it. */
    static Model model() {
        try (InputStream text = K8Problem.class.getResourceAsStream(TEXT)) {
            return Model.parse(TEXT, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Subjects {@code first} to {@code first + size - 1}, recorded at every hour. */
    Cohort cohort(Simulator simulator, int first, int size) {
        Map<String, double[]> parameters = new HashMap<>();
        VARIED.forEach(id -> parameters.put(id, new double[size]));
        for (int i = 0; i < size; i++) {
            double[] values = parameters(first + i);
            for (int j = 0; j < values.length; j++) {
                parameters.get(VARIED.get(j))[i] = values[j];
            }
        }
        double[] doseTimes = IntStream.range(0, DOSES).mapToDouble(dose -> (double) dose * INTERVAL_HOURS).toArray();
        int[] gut = new int[DOSES];
        Arrays.fill(gut, simulator.stateIndex("AG"));
        double[] amounts = new double[DOSES];
        Arrays.fill(amounts, DOSE_MG);
        DoseList doses = new DoseList(doseTimes, gut, amounts);
        double[] hours = IntStream.rangeClosed(0, HOURS).asDoubleStream().toArray();
        return new Cohort(size, 0, hours, parameters, Map.of(), subject -> doses);
    }
}

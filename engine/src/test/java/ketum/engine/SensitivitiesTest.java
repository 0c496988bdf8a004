package ketum.engine;

import static ketum.engine.Models.minus;
import static ketum.engine.Models.negative;
import static ketum.engine.Models.over;
import static ketum.engine.Models.power;
import static ketum.engine.Models.product;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ketum.engine.model.Model;
import org.junit.jupiter.api.Test;

class SensitivitiesTest {

    private static final Options TIGHT = Options.of(1e-10, 1e-12).withThreads(1);

    private static Model oral() {
        return new Models().parameter("ka", 1.3).parameter("k", 0.2).parameter("V", 40).parameter("F", 0.7).parameter("lag", 0.5)
                .parameter("start", 3).parameter("half", 0.5)
                .state("gut", 0, negative(product("ka", "gut")))
                .state("central", product(2, power("start", "half")), minus(product("ka", "gut"), product("k", "central")))
                .assign("C", over("central", "V"))
                .build();
    }

    private static Options oralOptions() {
        return new Options(1e-10, 1e-12, Map.of(), 1, Options.Lanes.AUTOMATIC, Map.of("gut", "lag"), Map.of("gut", "F"));
    }

    /** Oracle: C = F·D·ka/(V·(ka-k))·(e^(-k·t) - e^(-ka·t)) + 2·√start·e^(-k·t')/V, differentiated by hand; t counts from the end of the lag. */
    @Test
    void oneCompartmentByMouthAgreesWithClosedForms() {
        double ka = 1.3;
        double k = 0.2;
        double v = 40;
        double f = 0.7;
        double dose = 100;
        double[] times = {0.25, 1, 3, 12, 30};
        Sensitivities sensitivities = Sensitivities.of(oral(), List.of("C", "central"), List.of("ka", "k", "V", "F", "start", "half"), oralOptions());
        DoseList doses = new DoseList(new double[] {0}, new int[] {sensitivities.simulator().stateIndex("gut")}, new double[] {dose});
        Trajectories run = sensitivities.run(new Cohort(1, 0, times, Map.of(), Map.of(), subject -> doses));
        for (int i = 0; i < times.length; i++) {
            double t = Math.max(0, times[i] - 0.5);
            double first = StrictMath.exp(-k * t);
            double second = StrictMath.exp(-ka * t);
            double rest = 2 * StrictMath.sqrt(3) * StrictMath.exp(-k * times[i]);
            double d = ka - k;
            double absorbed = f * dose * ka / d * (first - second);
            double byKa = f * dose * (-k / (d * d) * (first - second) + ka / d * t * second);
            double byK = f * dose * ka * ((first - second) / (d * d) - t * first / d) - times[i] * rest;
            Map<String, Double> expected = Map.of("ka", byKa, "k", byK, "F", absorbed / f, "start", rest / 6, "half", rest * StrictMath.log(3));
            for (Map.Entry<String, Double> entry : expected.entrySet()) {
                assertEquals(entry.getValue(), value(run, "central", entry.getKey(), i), 1e-7, entry.getKey() + " at " + times[i]);
                assertEquals(entry.getValue() / v, value(run, "C", entry.getKey(), i), 1e-8, entry.getKey() + " at " + times[i]);
            }
            assertEquals(0, value(run, "central", "V", i));
            assertEquals(-(absorbed + rest) / (v * v), value(run, "C", "V", i), 1e-9);
            assertEquals((absorbed + rest) / v, run.value(0, 0, i), 1e-8);
        }
    }

    private static double value(Trajectories run, String output, String parameter, int time) {
        return run.value(run.outputs().indexOf(Sensitivities.id(output, parameter)), 0, time);
    }

    /** Oracle: central differences, extrapolated once. */
    @Test
    void theBenchmarkModelAgreesWithDifferences() {
        List<String> outputs = List.of("E", "T2", "CE", "AC");
        List<String> parameters = List.of("ka", "CL", "Vc", "EC50", "g", "k1", "E0", "ke0", "rho");
        assertDifferences(Models.k8(), outputs, parameters, TIGHT, new DoseList(new double[] {0, 8, 16}, new int[3], new double[] {25, 25, 25}),
                new double[] {0, 4, 30, 100}, 3e-6);
    }

    @Test
    void aStiffModelAgreesWithDifferencesWhileItChangesMethods() throws IOException {
        Trajectories run = assertDifferences(StiffProblemsTest.read("target_mediated"), List.of("D", "DR", "R"),
                List.of("kon", "koff", "kint", "R0", "kdeg"), Options.of(1e-9, 1e-13).withThreads(1),
                new DoseList(new double[] {0, 168}, new int[2], new double[] {40, 40}, new double[] {0, 6}), new double[] {1, 24, 167, 400}, 3e-5);
        assertTrue(run.statistics().jacobians() > 100, run.statistics().toString());
    }

    private static Trajectories assertDifferences(Model model, List<String> outputs, List<String> parameters, Options options, DoseList doses,
                                                  double[] times, double relative) {
        Map<String, Double> values = new HashMap<>();
        model.parameters().forEach(parameter -> values.put(parameter.id(), parameter.value()));
        Simulator plain = Simulator.compile(model, outputs, options.withMethod(Options.Method.AUTOMATIC));
        Trajectories run = Sensitivities.of(model, outputs, parameters, options)
                .run(new Cohort(1, 0, times, Map.of(), Map.of(), subject -> doses));
        for (String parameter : parameters) {
            double p = values.get(parameter);
            double[] at = {p * (1 - 2e-3), p * (1 - 1e-3), p * (1 + 1e-3), p * (1 + 2e-3)};
            Trajectories near = plain.run(new Cohort(4, 0, times, Map.of(parameter, at), Map.of(), subject -> doses));
            for (int output = 0; output < outputs.size(); output++) {
                double size = 0;
                for (int time = 0; time < times.length; time++) {
                    size = Math.max(size, Math.abs(run.value(output, 0, time)));
                }
                for (int time = 0; time < times.length; time++) {
                    double narrow = (near.value(output, 2, time) - near.value(output, 1, time)) / (2e-3 * p);
                    double wide = (near.value(output, 3, time) - near.value(output, 0, time)) / (4e-3 * p);
                    double expected = (4 * narrow - wide) / 3;
                    assertEquals(expected, value(run, outputs.get(output), parameter, time), relative * (Math.abs(expected) + size / p),
                            Sensitivities.id(outputs.get(output), parameter) + " at " + times[time]);
                }
            }
        }
        return run;
    }

    /** Oracle: what is given does not depend on the model's parameters, so its sensitivity starts at 0. */
    @Test
    void aStartValueGivenPerSubjectIsAConstant() {
        Sensitivities sensitivities = Sensitivities.of(oral(), List.of("central"), List.of("start", "k"), TIGHT);
        Trajectories run = sensitivities.run(new Cohort(2, 0, new double[] {0, 5}, Map.of(), Map.of("central", new double[] {10, 20}),
                subject -> DoseList.NONE));
        assertEquals(0, value(run, "central", "start", 1));
        assertEquals(-5 * 10 * StrictMath.exp(-1), value(run, "central", "k", 1), 1e-8);
    }

    @Test
    void whatIsNotCoveredIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Sensitivities.of(oral(), List.of("C"), List.of("lag"), oralOptions()));
        assertThrows(IllegalArgumentException.class, () -> Sensitivities.of(oral(), List.of("C"), List.of("nothing"), TIGHT));
        Model events = Model.parse("jump", "model jump; unit time_unit = second; unit per_s = 1/time_unit; k = 1 per_s; x = 1 dimensionless; x' = -k*x; at (x < 0.5): x = 1; end");
        assertThrows(IllegalArgumentException.class, () -> Sensitivities.of(events, List.of("x"), List.of("k"), TIGHT));
    }
}

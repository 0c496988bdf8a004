package ketum.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;

/** Oracle: Hipparchus' Dormand-Prince 8(5,3) on right-hand sides written here in Java. */
class IndependentSolverTest {

    @Test
    void vanDerPolAgrees() {
        // x'' = μ(1 - x²)x' - x
        var model = new Models().parameter("mu", 3).state("x", 2, Models.symbol("v"))
                .state("v", 0, Models.minus(Models.product("mu", Models.minus(1, Models.power("x", 2)), "v"), "x")).build();
        double[] times = {1.5, 4, 9.25, 20};
        double[] mu = {0.5, 3, 6};
        Trajectories run = Simulator.compile(model, List.of("x", "v"), Options.of(1e-10, 1e-12))
                .run(new Cohort(3, 0, times, Map.of("mu", mu), Map.of(), subject -> DoseList.NONE));
        for (int subject = 0; subject < 3; subject++) {
            double m = mu[subject];
            compare(run, subject, times, new double[] {2, 0}, (t, y) -> new double[] {y[1], m * (1 - y[0] * y[0]) * y[1] - y[0]}, 2e-7);
        }
    }

    @Test
    void everyOperationOfTheModelLanguageAgrees() {
        double[] p = {0.3, 1.1, 2};
        double[] times = {0.5, 7, 30, 49};
        Trajectories run = Simulator.compile(TrajectoryBits.everyOperation(), List.of("x", "z"), Options.of(1e-9, 1e-11))
                .run(new Cohort(3, 0, times, Map.of("p", p), Map.of(), subject -> DoseList.NONE));
        assertTrue(run.failures().isEmpty());
        for (int subject = 0; subject < 3; subject++) {
            double q = p[subject];
            compare(run, subject, times, new double[] {StrictMath.pow(q, 0.25), 0.2}, (t, y) -> {
                double x = y[0];
                double z = y[1];
                double mix = StrictMath.pow(x + 1.5, q) + z * z * z + 1 / ((z + 2) * (z + 2)) + StrictMath.sqrt(q)
                        + StrictMath.log(x + 2) + StrictMath.log10(z + 2) + StrictMath.sqrt(x + 1) + Math.abs(x - z)
                        + Math.min(x, z) + Math.max(0, z - x) - x + 1 / (x + 1);
                double dx = t < 50 && !(x > 3) ? 1 / (1 + mix * mix) : z <= 0.5 || x >= 2.5 ? -(0.1 * x) : 0.01;
                return new double[] {dx, 0.05 * (x - z)};
            }, 1e-6);
        }
    }

    private interface Rates {
        double[] at(double t, double[] y);
    }

    private static void compare(Trajectories run, int subject, double[] times, double[] start, Rates rates, double tolerance) {
        OrdinaryDifferentialEquation equation = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return start.length;
            }

            @Override
            public double[] computeDerivatives(double t, double[] y) {
                return rates.at(t, y);
            }
        };
        var integrator = new DormandPrince853Integrator(1e-12, 10, 1e-13, 1e-13);
        double[] state = start;
        double from = 0;
        for (int time = 0; time < times.length; time++) {
            state = integrator.integrate(equation, new ODEState(from, state), times[time]).getPrimaryState();
            from = times[time];
            for (int output = 0; output < start.length; output++) {
                assertEquals(state[output], run.value(output, subject, time), tolerance * Math.max(1, Math.abs(state[output])),
                        "subject " + subject + " at " + from);
            }
        }
    }
}

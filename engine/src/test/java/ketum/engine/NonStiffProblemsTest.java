package ketum.engine;

import static ketum.engine.Models.minus;
import static ketum.engine.Models.negative;
import static ketum.engine.Models.over;
import static ketum.engine.Models.power;
import static ketum.engine.Models.product;
import static ketum.engine.Models.sum;
import static ketum.engine.Models.symbol;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ketum.engine.model.Expression;
import ketum.engine.model.Model;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Classic problems that are not stiff, with their published solutions. */
class NonStiffProblemsTest {

    private static final Map<String, double[]> NONE = Map.of();

    private static Trajectories run(Model model, List<String> outputs, double tolerance, double... times) {
        Options options = Options.of(tolerance, tolerance).withThreads(1);
        Trajectories run = Simulator.compile(model, outputs, options).run(new Cohort(1, 0, times, NONE, NONE, s -> DoseList.NONE));
        assertTrue(run.failures().isEmpty(), () -> run.failures().toString());
        return run;
    }

    /**
     * Seven stars of masses 1 to 7 attract each other. Oracle: the positions at t = 3 of the Test Set for Initial Value Problem
     * Solvers (F. Mazzia, C. Magherini, University of Bari, release 2.4, 2008), problem Pleiades, after Hairer, Nørsett, Wanner,
     * <i>Solving Ordinary Differential Equations I</i> (1993), II.10.
     */
    @ParameterizedTest
    @EnumSource(value = Options.Lanes.class, names = {"VECTOR", "SCALAR"})
    void pleiadesEndWhereTheTestSetSays(Options.Lanes lanes) {
        double[] published = {0.3706139143970502, 3.237284092057233, -3.222559032418324, 0.6597091455775310, 0.3425581707156584,
            1.562172101400631, -0.7003092922212495, -3.943437585517392, -3.271380973972550, 5.225081843456543, -2.590612434977470,
            1.198213693392275, -0.2429682344935824, 1.091449240428980};
        List<String> positions = new ArrayList<>();
        for (String axis : List.of("x", "y")) {
            for (int star = 1; star <= 7; star++) {
                positions.add(axis + star);
            }
        }
        Options options = Options.of(1e-11, 1e-12).withThreads(1).withLanes(lanes);
        Trajectories run = Simulator.compile(pleiades(), positions, options)
                .run(new Cohort(1, 0, new double[] {3}, NONE, NONE, s -> DoseList.NONE));
        for (int i = 0; i < published.length; i++) {
            // two stars pass close by each other at t = 1.24 and 1.68, so that an error grows by some 10^4
            assertEquals(published[i], run.value(i, 0, 0), 1e-6, positions.get(i));
        }
    }

    private static Model pleiades() {
        double[] x = {3, 3, -1, -3, 2, -2, 2};
        double[] y = {3, -3, 2, 0, 0, -4, 4};
        double[] vx = {0, 0, 0, 0, 0, 1.75, -1.5};
        double[] vy = {0, 0, 0, -1.25, 1, 0, 0};
        Models models = new Models();
        for (int i = 1; i <= 7; i++) {
            Expression pullX = null;
            Expression pullY = null;
            for (int j = 1; j <= 7; j++) {
                if (i != j) {
                    Expression dx = minus("x" + j, "x" + i);
                    Expression dy = minus("y" + j, "y" + i);
                    Expression cube = power(sum(power(dx, 2), power(dy, 2)), 1.5);
                    Expression toX = over(product(j, dx), cube);
                    Expression toY = over(product(j, dy), cube);
                    pullX = pullX == null ? toX : sum(pullX, toX);
                    pullY = pullY == null ? toY : sum(pullY, toY);
                }
            }
            models.state("x" + i, x[i - 1], symbol("u" + i)).state("y" + i, y[i - 1], symbol("v" + i))
                    .state("u" + i, vx[i - 1], pullX).state("v" + i, vy[i - 1], pullY);
        }
        return models.build();
    }

    /**
     * A small body about earth and moon. Oracle: after its period it is where it was; initial values and period of R. F. Arenstorf as
     * given in Hairer, Nørsett, Wanner (1993), II.0.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e-10, 1e-12})
    void arenstorfsOrbitCloses(double tolerance) {
        double mu = 0.012277471;
        double period = 17.0652165601579625588917206249;
        Expression toEarth = power(sum(power(sum("x", mu), 2), power("y", 2)), 1.5);
        Expression toMoon = power(sum(power(minus("x", 1 - mu), 2), power("y", 2)), 1.5);
        Model model = new Models().state("x", 0.994, symbol("u")).state("y", 0, symbol("v"))
                .state("u", 0, minus(minus(sum("x", product(2, "v")), over(product(1 - mu, sum("x", mu)), toEarth)),
                        over(product(mu, minus("x", 1 - mu)), toMoon)))
                .state("v", -2.00158510637908252240537862224, minus(minus(minus("y", product(2, "u")),
                        over(product(1 - mu, "y"), toEarth)), over(product(mu, "y"), toMoon)))
                .build();
        Trajectories run = run(model, List.of("x", "y"), tolerance, period);
        // the orbit is unstable: an error grows by some 10^5 over one turn
        assertEquals(0.994, run.value(0, 0, 0), 2e5 * tolerance);
        assertEquals(0, run.value(1, 0, 0), 2e5 * tolerance);
    }

    /** Oracle: Kepler's equation, solved here by bisection; problem D3 (eccentricity 0.5) of T. E. Hull et al., SIAM J. Numer. Anal. 9 (1972). */
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-9, 1e-12})
    void keplersEllipseIsFollowed(double tolerance) {
        double e = 0.5;
        Expression cube = power(sum(power("x", 2), power("y", 2)), 1.5);
        Model model = new Models().state("x", 1 - e, symbol("u")).state("y", 0, symbol("v"))
                .state("u", 0, negative(over("x", cube))).state("v", Math.sqrt((1 + e) / (1 - e)), negative(over("y", cube))).build();
        double[] times = {1, 5, 12.5, 20};
        Trajectories run = run(model, List.of("x", "y"), tolerance, times);
        for (int i = 0; i < times.length; i++) {
            double low = 0;
            double high = 30;
            for (int j = 0; j < 100; j++) {
                double middle = (low + high) / 2;
                if (middle - e * StrictMath.sin(middle) < times[i]) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            assertEquals(StrictMath.cos(low) - e, run.value(0, 0, i), 2e3 * tolerance);
            assertEquals(Math.sqrt(1 - e * e) * StrictMath.sin(low), run.value(1, 0, i), 2e3 * tolerance);
        }
    }

    /** Oracle: Lotka's and Volterra's equations keep x - ln x + y - ln y (all constants 1). */
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-9, 1e-12})
    void lotkaAndVolterraKeepTheirInvariant(double tolerance) {
        Model model = new Models().state("x", 3, product("x", minus(1, "y"))).state("y", 1, product("y", minus("x", 1))).build();
        Trajectories run = run(model, List.of("x", "y"), tolerance, 0, 7, 33, 100);
        double start = invariant(run, 0);
        for (int i = 1; i < 4; i++) {
            assertEquals(start, invariant(run, i), 5e3 * tolerance);
        }
    }

    private static double invariant(Trajectories run, int time) {
        double x = run.value(0, 0, time);
        double y = run.value(1, 0, time);
        return x - StrictMath.log(x) + y - StrictMath.log(y);
    }

    /** Oracle: problem A4 of Hull et al. (1972), y' = y/4·(1 - y/20), y(0) = 1, has y = 20/(1 + 19·e^(-t/4)). */
    @ParameterizedTest
    @ValueSource(doubles = {1e-5, 1e-8, 1e-11})
    void theLogisticCurveIsFollowedToTheToleranceAskedFor(double tolerance) {
        Model model = new Models().state("y", 1, product(0.25, "y", minus(1, over("y", 20)))).build();
        double[] times = {0.1, 2, 9, 20, 60};
        Trajectories run = run(model, List.of("y"), tolerance, times);
        for (int i = 0; i < times.length; i++) {
            double expected = 20 / (1 + 19 * StrictMath.exp(-times[i] / 4));
            assertEquals(expected, run.value(0, 0, i), 100 * tolerance * expected);
        }
    }
}

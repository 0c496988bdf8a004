package ketum.engine.solver;

import static ketum.engine.Models.negative;
import static ketum.engine.Models.product;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import ketum.engine.Models;
import ketum.engine.kernel.CompiledKernel;
import ketum.engine.kernel.CompiledSeries;
import ketum.engine.kernel.Kernel;
import ketum.engine.kernel.LaneWidth;
import ketum.engine.kernel.ModelCompiler;
import ketum.engine.kernel.SeriesKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Vector code that is wrong or slow, put in the place of the right one. Oracle: a run with scalar code. */
class CodeChoiceTest {

    /** Passes everything on, but one rate of one lane is off by a unit in the last place. */
    private record WrongRates(Kernel right) implements Kernel {
        @Override
        public void prepare(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes) {
            right.prepare(time, states, parameters, results, work, lanes);
        }

        @Override
        public void initial(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes) {
            right.initial(time, states, parameters, results, work, lanes);
        }

        @Override
        public void rates(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes) {
            right.rates(time, states, parameters, results, work, lanes);
            results[Kernel.LANES + 2] = Math.nextUp(results[Kernel.LANES + 2]);
        }

        @Override
        public void outputs(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes) {
            right.outputs(time, states, parameters, results, work, lanes);
        }
    }

    /** The same for a coefficient. */
    private record WrongSeries(SeriesKernel right) implements SeriesKernel {
        @Override
        public void prepare(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes) {
            right.prepare(time, states, parameters, results, work, lanes);
        }

        @Override
        public void origin(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes) {
            right.origin(time, states, parameters, results, work, lanes);
            results[LaneWidth.widest()] = Math.nextUp(results[LaneWidth.widest()]);
        }

        @Override
        public void term(double[] parameters, double[] table, double[] work, int lane, int base, int order) {
            right.term(parameters, table, work, lane, base, order);
        }
    }

    private static CompiledKernel right() {
        assumeTrue(LaneWidth.widest() > 1, "no vectors here");
        return ModelCompiler.compile(new Models().parameter("k", 0.7)
                .state("x", 1, negative(product("k", "x"))).state("y", 2, negative(product("x", "y"))).build(),
                List.of("x", "y"), LaneWidth.widest());
    }

    private static CompiledKernel with(CompiledKernel c, Optional<Kernel> vector, Optional<CompiledSeries> series) {
        return new CompiledKernel(c.scalar(), vector, c.width(), c.shape(), c.states(), c.parameters(), c.events(), c.stiff(), series);
    }

    private static CompiledKernel wrong(Method method) {
        CompiledKernel right = right();
        if (method == Method.EXPLICIT) {
            return with(right, right.vector().map(WrongRates::new), right.series());
        }
        return with(right, right.vector(), right.series().map(s ->
                new CompiledSeries(s.scalar(), s.vector().map(WrongSeries::new), s.derived(), s.series(), s.workRows(), s.guarded())));
    }

    private static Recording solve(CompiledKernel compiled, Solver solver) {
        double[] rate = {0.1, 0.2, 0.3, 0.4, 0.5};
        Agenda agenda = new Agenda(0, new double[] {1, 2.5, 7}, null, new double[0], new byte[0], new int[0], new double[0]);
        return solver.solve(new Problem(compiled, 1e-8, new double[] {1e-10, 1e-10}, 5, new double[][] {rate}, new double[2][],
                new int[] {3, 3, 3, 3, 3}, subject -> agenda), 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPLICIT", "SERIES"})
    void wrongVectorCodeIsNotUsedAndPeopleAreTold(Method method) {
        CompiledKernel wrong = wrong(method);
        CompiledKernel right = right();
        Recording expected = solve(right, new Solver(with(right, Optional.empty(), right.series()), method, false));
        Recording vectors = solve(right, new Solver(right, method, true));
        Recording run = solve(wrong, new Solver(wrong, method, true));
        assertEquals(List.of(), expected.warnings());
        assertEquals(List.of(), vectors.warnings());
        assertEquals(1, run.warnings().size());
        assertTrue(run.warnings().getFirst().contains("other numbers"), run.warnings().getFirst());
        for (int output = 0; output < 2; output++) {
            assertArrayEquals(expected.values(output), run.values(output), 0);
            assertArrayEquals(expected.values(output), vectors.values(output), 0);
        }
    }

    /** Scalar code in the place of vector code is right, and never faster. */
    @Test
    void slowVectorCodeIsGivenUpAndPeopleAreTold() throws InterruptedException {
        CompiledKernel right = right();
        CompiledKernel slow = with(right, Optional.of(new Slow(right.scalar())), right.series());
        CodeChoice code = new CodeChoice(slow, Method.EXPLICIT, false, 3);
        Solver solver = new Solver(slow, Method.EXPLICIT, code, code);
        solver.prepare();
        long patience = System.nanoTime() + 60_000_000_000L;
        while (code.warning().isEmpty() && System.nanoTime() < patience) {
            Thread.sleep(20);
        }
        Recording run = solve(slow, solver);
        assertEquals(1, run.warnings().size());
        assertTrue(run.warnings().getFirst().contains("did not become faster"), run.warnings().getFirst());
    }

    /** Works out its rates 200 times. */
    private record Slow(Kernel right) implements Kernel {
        @Override
        public void prepare(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes) {
            right.prepare(time, states, parameters, results, work, lanes);
        }

        @Override
        public void initial(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes) {
            right.initial(time, states, parameters, results, work, lanes);
        }

        @Override
        public void rates(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes) {
            for (int i = 0; i < 200; i++) {
                right.rates(time, states, parameters, results, work, lanes);
            }
        }

        @Override
        public void outputs(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes) {
            right.outputs(time, states, parameters, results, work, lanes);
        }
    }
}

package ketum.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ketum.engine.model.Expression;
import ketum.engine.model.Model;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Oracle: the virtual machine's count of bytes that a thread allocates. */
class AllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @CsvSource({"AUTOMATIC, EXPLICIT", "VECTOR, EXPLICIT", "SCALAR, EXPLICIT", "AUTOMATIC, SERIES", "VECTOR, SERIES", "SCALAR, SERIES",
        "AUTOMATIC, STIFF", "VECTOR, STIFF", "SCALAR, STIFF"})
    void stepsAllocateNothingOnceTheCodeIsCompiled(Options.Lanes lanes, Options.Method method) {
        check(Models.k8(), lanes, method);
    }

    @ParameterizedTest
    @EnumSource(value = Options.Method.class, names = {"EXPLICIT", "STIFF"})
    void watchingForEventsAllocatesNothingPerStep(Options.Method method) {
        Model k8 = Models.k8();
        var never = new Expression.Compare(Expression.Comparison.GREATER, Models.symbol("AC"), Models.number(1e9));
        check(new Model(k8.name(), k8.timeUnit(), k8.states(), k8.parameters(), k8.assignments(), List.of(new Model.Event("never", never,
                Optional.empty(), Optional.empty(), true, true, true, List.of(new Model.Change("T2", Models.number(0))), 0))),
                Options.Lanes.AUTOMATIC, method);
    }

    private static void check(Model model, Options.Lanes lanes, Options.Method method) {
        Cohort cohort = K8Test.cohort(32, new double[] {100, 720});
        double least = Double.POSITIVE_INFINITY;
        // vectors live on the heap until the optimising compiler has seen the code; how soon depends on the load of the machine
        long patience = System.nanoTime() + 120_000_000_000L;
        while (least > 0.01 && System.nanoTime() < patience) {
            long[] few = run(model, 1e-4, lanes, method, cohort);
            long[] many = run(model, 1e-9, lanes, method, cohort);
            least = Math.min(least, (many[1] - few[1]) / (double) (many[0] - few[0]));
        }
        assertTrue(least <= 0.01, least + " bytes per step");
    }

    private static long[] run(Model model, double tolerance, Options.Lanes lanes, Options.Method method, Cohort cohort) {
        Options options = new Options(tolerance, 1e-10, Map.of(), 1, lanes, Map.of(), Map.of(), method);
        Simulator simulator = SIMULATORS.computeIfAbsent(List.of(model, options), _ -> Simulator.compile(model, K8Test.STATES, options));
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Trajectories run = simulator.run(cohort);
        return new long[] {run.statistics().steps(), THREADS.getCurrentThreadAllocatedBytes() - before};
    }

    private static final Map<List<Object>, Simulator> SIMULATORS = new java.util.HashMap<>();
}

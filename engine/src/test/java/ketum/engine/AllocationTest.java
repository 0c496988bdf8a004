package ketum.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracle: the virtual machine's count of bytes that a thread allocates. */
class AllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @CsvSource({"AUTOMATIC, EXPLICIT", "VECTOR, EXPLICIT", "SCALAR, EXPLICIT", "AUTOMATIC, STIFF", "VECTOR, STIFF", "SCALAR, STIFF"})
    void stepsAllocateNothingOnceTheCodeIsCompiled(Options.Lanes lanes, Options.Method method) {
        Cohort cohort = K8Test.cohort(32, new double[] {100, 720});
        double least = Double.POSITIVE_INFINITY;
        // vectors live on the heap until the optimising compiler has seen the code; how soon depends on the load of the machine
        long patience = System.nanoTime() + 120_000_000_000L;
        while (least > 0.01 && System.nanoTime() < patience) {
            long[] few = run(1e-4, lanes, method, cohort);
            long[] many = run(1e-9, lanes, method, cohort);
            least = Math.min(least, (many[1] - few[1]) / (double) (many[0] - few[0]));
        }
        assertTrue(least <= 0.01, least + " bytes per step");
    }

    private static long[] run(double tolerance, Options.Lanes lanes, Options.Method method, Cohort cohort) {
        Options options = new Options(tolerance, 1e-10, Map.of(), 1, lanes, Map.of(), Map.of(), method);
        Simulator simulator = SIMULATORS.computeIfAbsent(options, o -> Simulator.compile(Models.k8(), K8Test.STATES, o));
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Trajectories run = simulator.run(cohort);
        return new long[] {run.statistics().steps(), THREADS.getCurrentThreadAllocatedBytes() - before};
    }

    private static final Map<Options, Simulator> SIMULATORS = new java.util.HashMap<>();
}

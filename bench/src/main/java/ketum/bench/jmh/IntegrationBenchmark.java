package ketum.bench.jmh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ketum.engine.Cohort;
import ketum.engine.DoseList;
import ketum.engine.Options;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;
import ketum.engine.model.Model;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Steps and right-hand sides per second on one thread: a day of K8 for a few subjects that differ in one rate. The counters
 * {@code steps} and {@code rightHandSides} are per second; their inverse is the time of one, all that surrounds it included. A few
 * subjects that take part by one output time show the method; {@code outputs} = 1000 shows what recording adds, and {@code doses} = 96
 * what starting anew costs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class IntegrationBenchmark {

    private static final List<String> OUTPUTS = List.of("AG", "AC", "AP", "MC", "MP", "CE", "T1", "T2");
    private static final double DAY = 24;

    @Param({"SCALAR", "VECTOR"})
    private Options.Lanes lanes;

    @Param({"SERIES", "EXPLICIT", "STIFF"})
    private Options.Method method;

    @Param({"1e-6", "1e-8"})
    private double tolerance;

    @Param("64")
    private int subjects;

    @Param({"1", "1000"})
    private int outputs;

    @Param({"1", "96"})
    private int doses;

    private Simulator simulator;
    private Cohort cohort;

    /** Work done, per second. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Work {
        public long steps;
        public long rightHandSides;
    }

    @Setup
    public void compile() throws IOException {
        String text;
        try (var resource = IntegrationBenchmark.class.getResourceAsStream("/ketum/bench/k8.ant")) {
            text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
        simulator = Simulator.compile(Model.parse("k8.ant", text), OUTPUTS,
                Options.of(tolerance, tolerance).withThreads(1).withLanes(lanes).withMethod(method));
        double[] clearance = new double[subjects];
        Arrays.setAll(clearance, i -> 30 + 20.0 * i / subjects);
        double[] doseTimes = new double[doses];
        Arrays.setAll(doseTimes, i -> DAY * i / doses);
        int[] gut = new int[doses];
        Arrays.fill(gut, simulator.stateIndex("AG"));
        double[] amounts = new double[doses];
        Arrays.fill(amounts, 75.0 / doses);
        DoseList list = new DoseList(doseTimes, gut, amounts);
        double[] times = new double[outputs];
        Arrays.setAll(times, i -> DAY * (i + 1) / outputs);
        cohort = new Cohort(subjects, 0, times, Map.of("CL", clearance), Map.of(), subject -> list);
    }

    @Benchmark
    public Trajectories day(Work work) {
        Trajectories run = simulator.run(cohort);
        work.steps += run.statistics().steps();
        work.rightHandSides += run.statistics().rightHandSides();
        return run;
    }
}

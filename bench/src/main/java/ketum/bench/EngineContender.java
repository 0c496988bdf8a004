package ketum.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import ketum.engine.Cohort;
import ketum.engine.Options;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;

/** Ketum's engine through its public face: model text, {@code Simulator.compile}, {@code Simulator.run}. */
final class EngineContender implements Contender {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final String name;
    private final double compileSeconds;
    private final Simulator simulator;
    private final Cohort cohort;
    private final boolean tidyFirst;
    private Trajectories last;
    private long allocated;

    /**
     * Subjects {@code first} to {@code first + size - 1}.
     *
     * @param tidyFirst collect garbage before each round, outside its time: the 46 MB of an earlier round's results are nobody's work,
     *                  and where two contenders of this process are compared, chance decides on which of them the collection falls
     */
    EngineContender(String name, K8Problem problem, Options options, int first, int size, boolean tidyFirst) {
        this.name = name;
        this.tidyFirst = tidyFirst;
        long start = System.nanoTime();
        simulator = Simulator.compile(K8Problem.model(), K8Problem.STATES, options);
        compileSeconds = 1e-9 * (System.nanoTime() - start);
        cohort = problem.cohort(simulator, first, size);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int subjects() {
        return cohort.size();
    }

    @Override
    public Work work() {
        Trajectories.Statistics statistics = last.statistics();
        return new Work(statistics.steps(), statistics.rejected(), statistics.rightHandSides());
    }

    @Override
    public Solutions solutions() {
        return this::solution;
    }

    @Override
    public Timing round() {
        last = null;
        if (tidyFirst) {
            System.gc();
        }
        long bytes = THREADS.getTotalThreadAllocatedBytes();
        double cpu = ProcessClock.seconds();
        long start = System.nanoTime();
        last = simulator.run(cohort);
        long elapsed = System.nanoTime() - start;
        cpu = ProcessClock.seconds() - cpu;
        allocated = THREADS.getTotalThreadAllocatedBytes() - bytes;
        return new Timing(1e-9 * elapsed, cpu);
    }

    /** Time to read the model text and to compile it, once. */
    double compileSeconds() {
        return compileSeconds;
    }

    /** What the last round found. */
    Trajectories trajectories() {
        return last;
    }

    /** Bytes that all threads allocated in the last round, results included. */
    long allocatedBytes() {
        return allocated;
    }

    /** Bytes of the arrays that hold the results: they are asked for, whatever the number of steps. */
    long resultBytes() {
        long recorded = (long) cohort.size() * cohort.times().length * K8Problem.STATES.size();
        long finals = (long) cohort.size() * K8Problem.STATES.size();
        return Double.BYTES * (recorded + finals);
    }

    private double[] solution(int subject) {
        int states = K8Problem.STATES.size();
        double[] solution = new double[(K8Problem.HOURS + 1) * states];
        for (int state = 0; state < states; state++) {
            double[] series = last.series(state, subject);
            for (int hour = 0; hour < series.length; hour++) {
                solution[hour * states + state] = series[hour];
            }
        }
        return solution;
    }
}

package ketum.cli.simulate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import ketum.engine.Cohort;
import ketum.engine.DoseList;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;
import ketum.engine.Trajectories.Failure;

/** One subject to whom nothing is given: the model runs from its start values, from time 0 or the first output time if that is earlier. */
final class UndosedSubject implements SubjectGroup {

    private final Simulator simulator;
    private final String timeUnit;
    private final double[] times;

    UndosedSubject(Simulator simulator, String timeUnit, double[] times) {
        this.simulator = simulator;
        this.timeUnit = timeUnit;
        this.times = times;
    }

    @Override
    public List<String> ids() {
        return List.of("1");
    }

    @Override
    public double[] times(int subject) {
        return times;
    }

    @Override
    public Block run(int replicates, Map<String, double[]> parameters, IntConsumer progress) {
        Trajectories run = simulator.run(new Cohort(replicates, Math.min(0, times[0]), times, parameters, Map.of(), subject -> DoseList.NONE));
        return new Block() {
            @Override
            public double[] series(int output, int place) {
                return run.series(output, place);
            }

            @Override
            public Map<Integer, Stop> stops() {
                return run.failures().stream().collect(Collectors.toMap(Failure::subject, failure -> new Stop(0, text(failure)), (one, other) -> one, HashMap::new));
            }

            @Override
            public Work work() {
                return new Work(run.statistics(), run.statistics().notes());
            }
        };
    }

    private String text(Failure failure) {
        return "stopped at time %s %s, step size %.2e%s: %s".formatted(failure.time(), timeUnit, failure.stepSize(),
                failure.state().isEmpty() ? "" : ", state " + failure.state(), failure.cause());
    }
}

package ketum.cli.simulate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import ketum.engine.Trajectories;

/** Adds up what the blocks of a simulation came to. */
final class Tally {

    /** Which method carried how many: what a block says of itself. The whole run says it by its counts of steps. */
    private static final Pattern METHOD_OF_A_BLOCK = Pattern.compile("[\\w ]+ method \\(.*\\) for (all )?\\d+ .*");

    private final List<String> outputs;
    private final Map<String, String> units;
    private final List<OutputSummary.Collector> collectors;
    private final List<FailedSubject> failures = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private long rows;
    private long steps;
    private long rejected;
    private long rightHandSides;
    private long jacobians;
    private long stiffSwitches;
    private double firstTime = Double.POSITIVE_INFINITY;
    private double lastTime = Double.NEGATIVE_INFINITY;

    Tally(List<String> outputs, Map<String, String> units, int subjects) {
        this.outputs = outputs;
        this.units = units;
        this.collectors = outputs.stream().map(output -> new OutputSummary.Collector(subjects)).toList();
    }

    /** @param values null where the subject could not be integrated */
    void subject(double[] times, double[][] values) {
        rows += times.length;
        firstTime = Math.min(firstTime, times[0]);
        lastTime = Math.max(lastTime, times[times.length - 1]);
        if (values != null) {
            for (int output = 0; output < values.length; output++) {
                collectors.get(output).add(values[output]);
            }
        }
    }

    void failure(FailedSubject failure) {
        failures.add(failure);
    }

    void add(SubjectGroup.Work work) {
        Trajectories.Statistics block = work.statistics();
        steps += block.steps();
        rejected += block.rejected();
        rightHandSides += block.rightHandSides();
        jacobians += block.jacobians();
        stiffSwitches += block.stiffSwitches();
        work.notes().stream().filter(note -> !METHOD_OF_A_BLOCK.matcher(note).matches()).forEach(notes::add);
    }

    Result result(int subjects, int replicates) {
        List<OutputSummary> summaries = IntStream.range(0, outputs.size())
                .mapToObj(i -> collectors.get(i).summary(outputs.get(i), units.get(outputs.get(i)))).toList();
        return new Result(subjects, replicates, rows, firstTime, lastTime, summaries, List.copyOf(failures),
                new Trajectories.Statistics(steps, rejected, rightHandSides, jacobians, stiffSwitches, List.copyOf(notes)));
    }
}

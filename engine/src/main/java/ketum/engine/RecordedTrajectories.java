package ketum.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import ketum.engine.kernel.CompiledKernel;
import ketum.engine.solver.Recording;

/** Trajectories held in one array per output. */
final class RecordedTrajectories implements Trajectories {

    private final Recording recording;
    private final CompiledKernel compiled;
    private final List<String> outputs;
    /** Null where subjects have times of their own. */
    private final double[] shared;
    private final IntFunction<double[]> times;
    private final int subjects;

    RecordedTrajectories(Recording recording, CompiledKernel compiled, List<String> outputs, double[] shared,
                         IntFunction<double[]> times, int subjects) {
        this.recording = recording;
        this.compiled = compiled;
        this.outputs = outputs;
        this.shared = shared;
        this.times = times;
        this.subjects = subjects;
    }

    @Override
    public int subjects() {
        return subjects;
    }

    @Override
    public double[] times() {
        if (shared == null) {
            throw new IllegalStateException("each subject has times of its own; ask for those of one");
        }
        return shared.clone();
    }

    @Override
    public double[] times(int subject) {
        return times.apply(subject).clone();
    }

    @Override
    public List<String> outputs() {
        return outputs;
    }

    @Override
    public double value(int output, int subject, int time) {
        int at = recording.from(subject) + time;
        if (time < 0 || at >= recording.from(subject + 1)) {
            throw new IndexOutOfBoundsException("time " + time + " of " + (recording.from(subject + 1) - recording.from(subject)));
        }
        return recording.values(output)[at];
    }

    @Override
    public double[] series(int output, int subject) {
        return Arrays.copyOfRange(recording.values(output), recording.from(subject), recording.from(subject + 1));
    }

    @Override
    public double[] finalState(String id) {
        for (int state = 0; state < compiled.states().size(); state++) {
            if (compiled.states().get(state).id().equals(id)) {
                return recording.finals(state).clone();
            }
        }
        throw new IllegalArgumentException(id + " is not among the states of this run: "
                + compiled.states().stream().map(state -> state.id()).toList());
    }

    @Override
    public List<Failure> failures() {
        return recording.stops().stream().map(stop -> new Failure(stop.subject(), stop.time(), stop.stepSize(),
                stop.state() < 0 ? "" : compiled.states().get(stop.state()).id(), stop.cause())).toList();
    }

    @Override
    public Statistics statistics() {
        return new Statistics(recording.steps(), recording.rejected(), recording.rightHandSides(), recording.stiffSteps(),
                recording.stiffSwitches(), Stream.concat(Stream.of(methods()), recording.warnings().stream()).toList());
    }

    private String methods() {
        long stiff = recording.stiffSubjects();
        if (stiff == 0) {
            return "explicit method (" + recording.explicitMethod() + ") for all " + subjects() + " subjects";
        }
        if (recording.stiffSteps() == recording.steps()) {
            return "stiff method (Rosenbrock, Rodas5P) for all " + subjects() + " subjects";
        }
        return "explicit method (" + recording.explicitMethod() + ") for " + (subjects() - stiff) + " of " + subjects()
                + " subjects; the others went over to the stiff method (Rosenbrock, Rodas5P), which took " + recording.stiffSteps() + " of "
                + recording.steps() + " steps";
    }
}

package ketum.engine;

import java.util.Arrays;
import java.util.List;
import ketum.engine.kernel.CompiledKernel;
import ketum.engine.solver.Recording;

/** Trajectories held in one array per output. */
final class RecordedTrajectories implements Trajectories {

    private final Recording recording;
    private final CompiledKernel compiled;
    private final List<String> outputs;
    private final double[] times;
    private final int subjects;

    RecordedTrajectories(Recording recording, CompiledKernel compiled, List<String> outputs, double[] times, int subjects) {
        this.recording = recording;
        this.compiled = compiled;
        this.outputs = outputs;
        this.times = times;
        this.subjects = subjects;
    }

    @Override
    public int subjects() {
        return subjects;
    }

    @Override
    public double[] times() {
        return times.clone();
    }

    @Override
    public List<String> outputs() {
        return outputs;
    }

    @Override
    public double value(int output, int subject, int time) {
        if (time < 0 || time >= times.length) {
            throw new IndexOutOfBoundsException("time " + time + " of " + times.length);
        }
        return recording.values(output)[subject * times.length + time];
    }

    @Override
    public double[] series(int output, int subject) {
        return Arrays.copyOfRange(recording.values(output), subject * times.length, (subject + 1) * times.length);
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
        return new Statistics(recording.steps(), recording.rejected(), recording.rightHandSides());
    }
}

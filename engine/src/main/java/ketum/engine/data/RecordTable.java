package ketum.engine.data;

import java.util.List;
import ketum.engine.Trajectories.Statistics;

/**
 * Outputs at every record of a data set: one row per replicate and record, replicates one after the other, records in the order of the
 * data. A row of a subject that failed holds NaN.
 */
public final class RecordTable {

    private final DataSet data;
    private final int replicates;
    private final List<String> outputs;
    private final double[][] before;
    private final double[][] after;
    private final List<Failure> failures;
    private final List<SteadyStateReport> steadyStates;
    private final List<String> notes;
    private final Statistics statistics;

    /**
     * A subject that could not be carried through.
     *
     * @param replicate from 0
     * @param id        the subject
     * @param line      line of the record at fault in the data file, 0 where it was no record
     * @param text      what happened, when, and the likely cause
     */
    public record Failure(int replicate, String id, int line, String text) {}

    RecordTable(DataSet data, int replicates, List<String> outputs, double[][] before, double[][] after, List<Failure> failures,
                List<SteadyStateReport> steadyStates, List<String> notes, Statistics statistics) {
        this.data = data;
        this.replicates = replicates;
        this.outputs = outputs;
        this.before = before;
        this.after = after;
        this.failures = List.copyOf(failures);
        this.steadyStates = List.copyOf(steadyStates);
        this.notes = List.copyOf(notes);
        this.statistics = statistics;
    }

    /** Replicates × records. */
    public int rows() {
        return replicates * data.records().size();
    }

    public List<String> outputs() {
        return outputs;
    }

    /** From 0. */
    public int replicate(int row) {
        return row / data.records().size();
    }

    /** The record that a row is about. */
    public DataRecord record(int row) {
        return data.records().get(row % data.records().size());
    }

    /** Index of that record in the data set. */
    public int recordIndex(int row) {
        return row % data.records().size();
    }

    /** Value after all that the record does. */
    public double value(int output, int row) {
        return after[output][row];
    }

    /** Value just before what the record does: differs from {@link #value} where the record doses or resets. */
    public double before(int output, int row) {
        return before[output][row];
    }

    public List<Failure> failures() {
        return failures;
    }

    /** How each steady state that the data asks for was found. */
    public List<SteadyStateReport> steadyStates() {
        return steadyStates;
    }

    /** Sentences for people: what was left out or should be looked at. */
    public List<String> notes() {
        return notes;
    }

    /** Work done, without that for steady states. */
    public Statistics statistics() {
        return statistics;
    }
}

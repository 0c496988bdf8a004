package ketum.engine.solver;

import java.util.Arrays;

/** One subject under way: what is touched at doses and outputs only. Moves with its subject from one block to another. */
final class Course {

    int subject;
    Agenda agenda;
    int nextAction;
    int nextOutput;
    long steps;
    long rejected;
    long evaluations;
    /** Steps whose right-hand sides are counted. */
    long counted;
    /** Outputs that are computed and recorded. */
    int written;
    /** First step that served after the previous action; doses of one subject are mostly alike. NaN where unknown. */
    double afterAction;
    /** States at the outputs so far, one output after the other. */
    double[] seen = new double[0];

    /** Steps of the stiff method, attempts included. */
    long stiffSteps;
    /** How often it went over to the stiff method. */
    int stiffSwitches;
    /** See {@link StiffnessWatch}. */
    int suspicion;
    int calm;
    int patience;
    double balance;
    /** The stiff method has been in credit since it took over. */
    boolean paid;
    /** What its events remember; null in a model without events and known times. */
    EventMemory memory;

    /** What it takes along between blocks; valid while no block holds it. */
    boolean started;
    double time;
    /** Next step to try. */
    double proposed;
    double[] state;
    double[] parameters;
    double[] input;

    void open(int newSubject, Agenda itsAgenda, int states) {
        subject = newSubject;
        agenda = itsAgenda;
        nextAction = 0;
        nextOutput = 0;
        steps = 0;
        rejected = 0;
        evaluations = 0;
        counted = 0;
        written = 0;
        stiffSteps = 0;
        stiffSwitches = 0;
        suspicion = 0;
        calm = 0;
        patience = StiffnessWatch.FIRST_PATIENCE;
        balance = 0;
        paid = false;
        afterAction = Double.NaN;
        started = false;
        if (seen.length < agenda.outputs().length * states) {
            seen = new double[agenda.outputs().length * states];
        }
    }

    /** Time of the next action, or of the end where that comes first. */
    double nextStop() {
        double end = agenda.end();
        return nextAction < agenda.actions() ? Math.min(agenda.time()[nextAction], end) : end;
    }

    /** Time of the next output; infinite where there is none. */
    double nextOutputTime() {
        return nextOutput < agenda.outputs().length ? agenda.outputs()[nextOutput] : Double.POSITIVE_INFINITY;
    }

    /** Whether the next output is at {@code now} and wanted before the next action. */
    boolean outputBeforeAction(double now) {
        return agenda.after() != null && nextOutput < agenda.outputs().length && agenda.outputs()[nextOutput] <= now
                && agenda.after()[nextOutput] <= nextAction;
    }

    void see(double[] states, int lane, int lanes, int count) {
        int at = nextOutput * count;
        for (int state = 0; state < count; state++) {
            seen[at + state] = states[state * lanes + lane];
        }
        nextOutput++;
    }

    /** Takes along what a block holds of its subject, and the step to try next. */
    void leave(Block block, int lane, double step) {
        started = true;
        time = block.time[lane];
        proposed = step;
        state = column(block.state, lane, state);
        parameters = column(block.parameters, lane, parameters);
        input = column(block.input, lane, input);
    }

    private static double[] column(double[] rows, int lane, double[] known) {
        double[] result = known != null && known.length == rows.length / Block.LANES ? known : new double[rows.length / Block.LANES];
        Arrays.setAll(result, row -> rows[row * Block.LANES + lane]);
        return result;
    }

    /** Puts into a block what {@link #leave} took. */
    void enter(Block block, int lane) {
        block.time[lane] = time;
        fill(block.state, lane, state);
        fill(block.parameters, lane, parameters);
        fill(block.input, lane, input);
    }

    private static void fill(double[] rows, int lane, double[] column) {
        // what another method derived from parameters for itself stays behind
        for (int row = 0; row < Math.min(column.length, rows.length / Block.LANES); row++) {
            rows[row * Block.LANES + lane] = column[row];
        }
    }
}

package ketum.engine.solver;

/**
 * What is done to one subject, in order of time, and when it is looked at. Arrays are not copied and must not change.
 *
 * @param start   model time at which the subject starts
 * @param outputs times at which values are recorded, not decreasing, at least one, none before {@code start}; the run ends with the last
 * @param after   for each output, how many of the actions are done before it is recorded; null where each is recorded after all
 *                actions at its time
 * @param time    of each action, not decreasing, none before {@code start}
 * @param kind    one of the constants of this class
 * @param index   row of the state or parameter that the action concerns
 * @param value   amount, rate or value
 */
public record Agenda(double start, double[] outputs, int[] after, double[] time, byte[] kind, int[] index, double[] value) {

    /** An amount is added to a state. */
    public static final byte ADD = 0;
    /** The constant input into a state is from here on {@code value} per unit of time. */
    public static final byte INPUT = 1;
    /** A parameter has this value from here on. */
    public static final byte SET = 2;
    /** A state takes this value. */
    public static final byte PUT = 3;
    /** All states go back to where they started; what the model computes from parameters is computed anew. */
    public static final byte RESET = 4;

    int actions() {
        return time.length;
    }

    double end() {
        return outputs[outputs.length - 1];
    }
}

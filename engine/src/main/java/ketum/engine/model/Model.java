package ketum.engine.model;

import java.util.Collection;
import java.util.List;

/**
 * A system of ordinary differential equations read from Antimony text: immutable, unit-checked, free of user functions.
 *
 * @param name        the model's name in its file
 * @param timeUnit    UCUM code of the unit of time
 * @param states      variables with a rate rule, in the order of the file
 * @param parameters  constants that a run may set per subject, with their default values
 * @param assignments variables computed from the others at each instant, in an order in which each uses only earlier ones
 */
public record Model(String name, String timeUnit, List<State> states, List<Parameter> parameters, List<Assignment> assignments) {

    public Model {
        states = List.copyOf(states);
        parameters = List.copyOf(parameters);
        assignments = List.copyOf(assignments);
    }

    /**
     * A variable with a rate rule.
     *
     * @param initial value at the start of a run (may use parameters)
     * @param rate    time derivative, in {@code unit} per model time unit
     * @param line    line of the rate rule in the file
     */
    public record State(String id, String unit, Expression initial, Expression rate, int line) {}

    /** A constant with its default value; {@code unit} is a UCUM code, "1" for dimensionless. */
    public record Parameter(String id, String unit, double value, int line) {}

    /** A variable defined by an assignment rule. */
    public record Assignment(String id, String unit, Expression expression, int line) {}

    /**
     * Reads a model.
     *
     * @param source   name shown in error messages (a file name)
     * @param antimony the text
     * @throws ModelException if the text is not a supported model or its units do not balance; the message names source, line and column
     */
    public static Model parse(String source, String antimony) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * The part of this model that the named variables depend on: states, assignments and parameters that cannot reach
     * them are left out, order is kept.
     *
     * @param outputs ids of states, assignments or parameters
     * @throws IllegalArgumentException for an id that the model does not have
     */
    public Model slice(Collection<String> outputs) {
        throw new UnsupportedOperationException("not yet");
    }
}

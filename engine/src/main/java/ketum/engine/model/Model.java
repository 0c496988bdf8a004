package ketum.engine.model;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        return ModelReader.read(source, antimony);
    }

    /**
     * The part of this model that the named variables depend on: states, assignments and parameters that cannot reach
     * them are left out, order is kept.
     *
     * @param outputs ids of states, assignments or parameters
     * @throws IllegalArgumentException for an id that the model does not have
     */
    public Model slice(Collection<String> outputs) {
        var uses = new HashMap<String, Set<String>>();
        parameters.forEach(parameter -> uses.put(parameter.id(), Set.of()));
        assignments.forEach(assignment -> uses.put(assignment.id(), Dependencies.of(assignment.expression())));
        for (State state : states) {
            var ids = new HashSet<>(Dependencies.of(state.rate()));
            ids.addAll(Dependencies.of(state.initial()));
            uses.put(state.id(), ids);
        }
        var needed = new HashSet<String>();
        var open = new ArrayDeque<String>(outputs);
        while (!open.isEmpty()) {
            String id = open.pop();
            if (!uses.containsKey(id)) {
                throw new IllegalArgumentException("model " + name + " has no state, assignment or parameter `" + id + "`");
            }
            if (needed.add(id)) {
                open.addAll(uses.get(id));
            }
        }
        return new Model(name, timeUnit, states.stream().filter(state -> needed.contains(state.id())).toList(),
                parameters.stream().filter(parameter -> needed.contains(parameter.id())).toList(),
                assignments.stream().filter(assignment -> needed.contains(assignment.id())).toList());
    }
}

package ketum.engine.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A system of ordinary differential equations read from Antimony text: immutable, unit-checked, free of user functions.
 *
 * @param name        the model's name in its file
 * @param timeUnit    UCUM code of the unit of time
 * @param states      variables with a rate rule, in the order of the file
 * @param parameters  constants that a run may set per subject, with their default values
 * @param assignments variables computed from the others at each instant, in an order in which each uses only earlier ones
 * @param events      what happens when a condition becomes true, in the order of the file
 */
public record Model(String name, String timeUnit, List<State> states, List<Parameter> parameters, List<Assignment> assignments,
                    List<Event> events) {

    public Model {
        states = List.copyOf(states);
        parameters = List.copyOf(parameters);
        assignments = List.copyOf(assignments);
        events = List.copyOf(events);
    }

    /** A model without events. */
    public Model(String name, String timeUnit, List<State> states, List<Parameter> parameters, List<Assignment> assignments) {
        this(name, timeUnit, states, parameters, assignments, List.of());
    }

    /**
     * A variable with a rate rule.
     *
     * @param initial value at the start of a run (may use parameters)
     * @param rate    time derivative, in {@code unit} per model time unit
     * @param line    line of the rate rule in the file
     */
    public record State(String id, String unit, Expression initial, Expression rate, int line) {}

    /** A constant, unless an event changes it, with its default value; {@code unit} is a UCUM code, "1" for dimensionless. */
    public record Parameter(String id, String unit, double value, int line) {}

    /** A variable defined by an assignment rule. */
    public record Assignment(String id, String unit, Expression expression, int line) {}

    /**
     * What happens at the moment at which a condition becomes true, after it was false: as in SBML Level 3.
     *
     * @param trigger         the condition
     * @param delay           time from that moment to the changes, in the model's unit of time
     * @param priority        of events that are due at the same moment, the one with the highest goes first, and those without come last
     * @param trueBeforeStart the condition counts as true before the start of a run, so that it does not become true there
     * @param persistent      the changes are made even if the condition becomes false while they are due
     * @param fromTrigger     the new values are computed at the moment of the trigger; otherwise when they are assigned
     * @param changes         made together: all new values are computed before the first is assigned
     */
    public record Event(String id, Expression trigger, Optional<Expression> delay, Optional<Expression> priority,
                        boolean trueBeforeStart, boolean persistent, boolean fromTrigger, List<Change> changes, int line) {
        public Event {
            changes = List.copyOf(changes);
        }

        private Event only(Set<String> ids) {
            return new Event(id, trigger, delay, priority, trueBeforeStart, persistent, fromTrigger,
                    changes.stream().filter(change -> ids.contains(change.id())).toList(), line);
        }
    }

    /** The state or parameter {@code id} takes a value. */
    public record Change(String id, Expression value) {}

    /**
     * Reads a model from one text; imports are turned down.
     *
     * @param source   name shown in error messages (a file name)
     * @param antimony the text
     * @throws ModelException if the text is not a supported model or its units do not balance; the message names source, line and column
     */
    public static Model parse(String source, String antimony) {
        return parse(source, antimony, Imports.none());
    }

    /** This model with other parameters and assignments, each assignment after those that it uses. */
    public Model with(List<Parameter> otherParameters, List<Assignment> otherAssignments) {
        return new Model(name, timeUnit, states, otherParameters, otherAssignments, events);
    }

    /**
     * Reads a model from a text and those it imports.
     *
     * @param source   name shown in error messages (a file name)
     * @param antimony the text
     * @param imports  gives the other texts
     * @throws ModelException as {@link #parse(String, String)}, and for an import that is missing, goes in a circle or is too large
     */
    public static Model parse(String source, String antimony, Imports imports) {
        return ModelReader.read(source, source, antimony, imports);
    }

    /**
     * Reads a model from a file; what it imports is looked for in the file's folder and the folders below it, and nowhere else.
     *
     * @throws ModelException as {@link #parse(String, String, Imports)}
     * @throws IOException    if the file cannot be read
     */
    public static Model read(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return ModelReader.read(file.toString(), file.getFileName().toString(), ModelFile.text(file), Imports.in(folder));
    }

    /** The id that a name stands for: {@code A.x}, the variable x of the submodel A, has the id {@code A__x}. */
    public static String id(String name) {
        return name.replace(".", "__");
    }

    /**
     * The part of this model that the named variables depend on: states, assignments, parameters and events that cannot reach
     * them are left out, and so are the changes of an event to what is left out; order is kept.
     *
     * @param outputs ids of states, assignments or parameters, also as {@code A.x} for {@code A__x}
     * @throws IllegalArgumentException for an id that the model does not have
     */
    public Model slice(Collection<String> outputs) {
        Set<String> needed = new Needs(this).of(outputs);
        return new Model(name, timeUnit, states.stream().filter(state -> needed.contains(state.id())).toList(),
                parameters.stream().filter(parameter -> needed.contains(parameter.id())).toList(),
                assignments.stream().filter(assignment -> needed.contains(assignment.id())).toList(),
                events.stream().map(event -> event.only(needed)).filter(event -> !event.changes().isEmpty()).toList());
    }
}

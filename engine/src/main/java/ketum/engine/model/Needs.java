package ketum.engine.model;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which variables of a model have an influence on which. */
final class Needs {

    private final Model model;
    private final Map<String, Set<String>> uses = new HashMap<>();

    Needs(Model model) {
        this.model = model;
        model.parameters().forEach(parameter -> uses.put(parameter.id(), new HashSet<>()));
        model.assignments().forEach(assignment -> add(assignment.id(), assignment.expression()));
        for (Model.State state : model.states()) {
            add(state.id(), state.rate());
            add(state.id(), state.initial());
        }
        for (Model.Event event : model.events()) {
            for (Model.Change change : event.changes()) {
                add(change.id(), change.value());
                add(change.id(), event.trigger());
                event.delay().ifPresent(delay -> add(change.id(), delay));
                event.priority().ifPresent(priority -> add(change.id(), priority));
            }
        }
    }

    private void add(String id, Expression expression) {
        uses.computeIfAbsent(id, _ -> new HashSet<>()).addAll(Dependencies.of(expression));
    }

    /** The named variables and all that have an influence on them. */
    Set<String> of(Collection<String> names) {
        var needed = new HashSet<String>();
        var open = new ArrayDeque<String>(names);
        while (!open.isEmpty()) {
            String name = open.pop();
            String id = uses.containsKey(name) ? name : Model.id(name);
            if (!uses.containsKey(id)) {
                throw new IllegalArgumentException("model " + model.name() + " has no state, assignment or parameter `" + name + "`");
            }
            if (needed.add(id)) {
                open.addAll(uses.get(id));
            }
        }
        return needed;
    }
}

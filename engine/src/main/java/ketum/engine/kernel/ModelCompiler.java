package ketum.engine.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ketum.engine.model.Expression;
import ketum.engine.model.Model;

/** Compiles the part of a model that a set of outputs depends on. */
public final class ModelCompiler {

    private final Model model;
    private final Graph graph = new Graph();
    private final Map<String, Integer> stateRows = new LinkedHashMap<>();
    private final Map<String, Integer> parameterRows = new LinkedHashMap<>();
    private final Map<String, Model.State> states = new HashMap<>();
    private final Map<String, Model.Parameter> parameters = new HashMap<>();
    private final Map<String, Expression> assignments = new HashMap<>();
    private final Map<String, Node> initial = new HashMap<>();
    private final Set<String> initialUnderWay = new HashSet<>();

    private ModelCompiler(Model model, List<Model.State> integrated) {
        this.model = model;
        model.states().forEach(state -> states.put(state.id(), state));
        model.parameters().forEach(parameter -> parameters.put(parameter.id(), parameter));
        model.assignments().forEach(assignment -> assignments.put(assignment.id(), assignment.expression()));
        integrated.forEach(state -> stateRows.put(state.id(), stateRows.size()));
    }

    /**
     * @param outputs ids of states, parameters or assignments, one per row of {@link Kernel#outputs}
     * @param width   {@link VectorShape#WIDTH}, or 1 for code without vectors
     * @throws IllegalArgumentException for an id that the model does not have, or an initial value that depends on itself
     */
    public static CompiledKernel compile(Model model, List<String> outputs, int width) {
        ModelCompiler compiler = new ModelCompiler(model, new ModelCompiler(model, model.states()).needed(outputs));
        List<Model.State> integrated = compiler.integrated();
        List<Node> rates = integrated.stream().map(state -> compiler.running(state.rate())).toList();
        List<Node> results = outputs.stream().map(compiler::running).toList();
        List<Node> starts = integrated.stream().map(state -> compiler.starting(state.id())).toList();
        List<Model.Parameter> used = compiler.parameterRows.keySet().stream().map(compiler.parameters::get).toList();
        return new KernelCompiler(width).compile(integrated, used, starts, rates, results);
    }

    private List<Model.State> integrated() {
        return stateRows.keySet().stream().map(states::get).toList();
    }

    /** States that the outputs depend on, directly or through the rates of others. */
    private List<Model.State> needed(List<String> outputs) {
        Set<Integer> rows = new HashSet<>();
        Set<Node> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>();
        outputs.forEach(id -> open.add(running(id)));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (seen.add(node)) {
                open.addAll(node.operands());
                if (node.operation() == Operation.STATE && rows.add(node.index())) {
                    open.add(running(model.states().get(node.index()).rate()));
                }
            }
        }
        List<Model.State> result = new ArrayList<>(model.states());
        result.removeIf(state -> !rows.contains(stateRows.get(state.id())));
        return result;
    }

    private Node running(Expression expression) {
        return graph.of(expression, this::running);
    }

    /** What a symbol means during integration. */
    private Node running(String id) {
        if (stateRows.containsKey(id)) {
            return graph.state(stateRows.get(id));
        }
        if (assignments.containsKey(id)) {
            return running(assignments.get(id));
        }
        return parameter(id);
    }

    /** What a symbol means at the start. */
    private Node starting(String id) {
        if (assignments.containsKey(id)) {
            return graph.of(assignments.get(id), this::starting);
        }
        if (!states.containsKey(id)) {
            return parameter(id);
        }
        Node known = initial.get(id);
        if (known == null) {
            if (!initialUnderWay.add(id)) {
                throw new IllegalArgumentException(model.name() + ": the initial value of " + id + " depends on itself");
            }
            known = graph.of(states.get(id).initial(), this::starting);
            initial.put(id, known);
        }
        return known;
    }

    private Node parameter(String id) {
        if (!parameters.containsKey(id)) {
            throw new IllegalArgumentException(model.name() + " has no state, parameter or assigned variable " + id);
        }
        return graph.parameter(parameterRows.computeIfAbsent(id, k -> parameterRows.size()));
    }
}

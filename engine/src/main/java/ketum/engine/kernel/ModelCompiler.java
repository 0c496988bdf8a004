package ketum.engine.kernel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
    private final Map<String, Node> runningAssignments = new HashMap<>();
    private final Map<String, Node> startingAssignments = new HashMap<>();
    private final Map<String, Node> initial = new HashMap<>();
    private final Set<String> initialUnderWay = new HashSet<>();

    ModelCompiler(Model model) {
        this.model = model;
        model.states().forEach(state -> states.put(state.id(), state));
        model.parameters().forEach(parameter -> parameters.put(parameter.id(), parameter));
        model.assignments().forEach(assignment -> assignments.put(assignment.id(), assignment.expression()));
        model.states().forEach(state -> stateRows.put(state.id(), stateRows.size()));
    }

    /**
     * @param outputs ids of states, parameters or assignments, one per row of {@link Kernel#outputs}; also as {@code A.x} for {@code A__x}
     * @param width   {@link VectorShape#WIDTH}, or 1 for code without vectors
     * @throws IllegalArgumentException for an id that the model does not have, or an initial value that depends on itself
     */
    public static CompiledKernel compile(Model model, List<String> outputs, int width) {
        ModelCompiler compiler = new ModelCompiler(model.slice(outputs));
        List<Model.State> integrated = compiler.model.states();
        List<Node> rates = integrated.stream().map(state -> compiler.running(state.rate())).toList();
        List<Node> results = outputs.stream().map(compiler::named).map(compiler::running).toList();
        List<Node> starts = integrated.stream().map(state -> compiler.starting(state.id())).toList();
        EventCompiler events = new EventCompiler(compiler.graph, compiler.nodes(), compiler.model.events());
        List<Model.Parameter> used = compiler.parameterRows.keySet().stream().map(compiler.parameters::get).toList();
        return KernelCompiler.compile(compiler.graph, integrated, used, starts, rates, results, events, width);
    }

    /** The id that an output is asked for by. */
    private String named(String output) {
        boolean known = stateRows.containsKey(output) || assignments.containsKey(output) || parameters.containsKey(output);
        return known ? output : Model.id(output);
    }

    private EventCompiler.Nodes nodes() {
        return new EventCompiler.Nodes() {
            @Override
            public Node of(Expression expression) {
                return running(expression);
            }

            @Override
            public int state(String id) {
                return stateRows.getOrDefault(id, -1);
            }

            @Override
            public int parameter(String id) {
                return parameters.containsKey(id) ? ModelCompiler.this.parameter(id).index() : -1;
            }
        };
    }

    Graph graph() {
        return graph;
    }

    /** Ids of the parameters in use, by row. */
    List<String> parameterIds() {
        return List.copyOf(parameterRows.keySet());
    }

    Node running(Expression expression) {
        return graph.of(expression, this::running);
    }

    /** What a symbol means during integration. */
    Node running(String id) {
        if (stateRows.containsKey(id)) {
            return graph.state(stateRows.get(id));
        }
        if (assignments.containsKey(id)) {
            return remember(runningAssignments, id, () -> running(assignments.get(id)));
        }
        return parameter(id);
    }

    /** What a symbol means at the start. */
    Node starting(String id) {
        if (assignments.containsKey(id)) {
            return remember(startingAssignments, id, () -> graph.of(assignments.get(id), this::starting));
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

    /** Each assignment is followed once, however often it is used. */
    private static Node remember(Map<String, Node> known, String id, Supplier<Node> find) {
        Node node = known.get(id);
        if (node == null) {
            node = find.get();
            known.put(id, node);
        }
        return node;
    }

    Node parameter(String id) {
        if (!parameters.containsKey(id)) {
            throw new IllegalArgumentException(model.name() + " has no state, parameter or assigned variable " + id);
        }
        return graph.parameter(parameterRows.computeIfAbsent(id, k -> parameterRows.size()));
    }
}

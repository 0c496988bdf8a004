package ketum.engine.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ketum.engine.model.Expression;
import ketum.engine.model.Model;

/** Compiles the events of a model, and the times at which comparisons of time with what is constant change. */
final class EventCompiler {

    /** What expressions and names of the model are in its graph. */
    interface Nodes {

        Node of(Expression expression);

        /** Row of a state, or -1. */
        int state(String id);

        /** Row of a parameter, or -1. */
        int parameter(String id);
    }

    private final Graph graph;
    private final List<Node> conditions = new ArrayList<>();
    private final List<Node> values = new ArrayList<>();
    private final List<CompiledEvents.Event> events = new ArrayList<>();
    private final Map<Node, Node> distances = new LinkedHashMap<>();
    private final List<Node> timeNodes = new ArrayList<>();
    private final List<CompiledEvents.Time> times = new ArrayList<>();
    private final Set<Node> seen = new HashSet<>();
    private final Set<Node> seenInRates = new HashSet<>();

    EventCompiler(Graph graph, Nodes nodes, List<Model.Event> of) {
        this.graph = graph;
        for (Model.Event event : of) {
            conditions.add(nodes.of(event.trigger()));
            int delay = event.delay().map(expression -> valueRow(expression, nodes)).orElse(-1);
            int priority = event.priority().map(expression -> valueRow(expression, nodes)).orElse(-1);
            List<CompiledEvents.Change> changes = event.changes().stream().map(change -> new CompiledEvents.Change(change.id(),
                    nodes.state(change.id()), nodes.parameter(change.id()), valueRow(change.value(), nodes))).toList();
            events.add(new CompiledEvents.Event(event.id(), delay, priority, event.trueBeforeStart(), event.persistent(),
                    event.fromTrigger(), changes));
        }
    }

    private int valueRow(Expression expression, Nodes nodes) {
        values.add(nodes.of(expression));
        return values.size() - 1;
    }

    /**
     * @param rates   of the states, whose jumps in time become known times too
     * @param derived parameters that the model's kernel derives
     * @return empty where there are neither events nor known times
     */
    Optional<CompiledEvents> compile(List<Node> rates, Map<Node, Integer> derived, int width) {
        conditions.forEach(condition -> collect(condition, true, seen));
        rates.forEach(rate -> collect(rate, false, seenInRates));
        if (events.isEmpty() && times.isEmpty()) {
            return Optional.empty();
        }
        List<Node> watched = new ArrayList<>();
        conditions.forEach(condition -> watched.add(graph.operation(Operation.SELECT, condition, graph.constant(1), graph.constant(0))));
        watched.addAll(distances.values());
        List<KernelCompiler.Function> functions = List.of(
                new KernelCompiler.Function("watch", watched, derived),
                new KernelCompiler.Function("values", values, derived),
                new KernelCompiler.Function("times", timeNodes, derived));
        KernelCompiler scalar = new KernelCompiler(false);
        EventKernel kernel = scalar.load(EventKernel.class, functions);
        Optional<EventKernel> vector = width == LaneWidth.SCALAR ? Optional.empty()
                : Optional.of(new KernelCompiler(true).load(EventKernel.class, functions));
        return Optional.of(new CompiledEvents(kernel, vector, List.copyOf(events), distances.size(), List.copyOf(times), values.size(),
                scalar.workRows()));
    }

    /** Finds comparisons below a node; those of time alone become known times, the others of a condition are watched. */
    private void collect(Node node, boolean watch, Set<Node> known) {
        if (!node.varies() || !known.add(node)) {
            return;
        }
        if (node.operands().size() == 2 && node.operation().condition() && node.operation() != Operation.AND
                && node.operation() != Operation.OR && !knownTime(node) && watch) {
            distances.computeIfAbsent(node, _ -> graph.operation(Operation.SUBTRACT, node.operand(0), node.operand(1)));
        }
        node.operands().forEach(operand -> collect(operand, watch, known));
    }

    /** Whether a comparison compares time with what does not vary; if so, notes when it changes. */
    private boolean knownTime(Node comparison) {
        Operation operation = comparison.operation();
        return knownTime(operation, comparison.operand(0), comparison.operand(1))
                || knownTime(mirrored(operation), comparison.operand(1), comparison.operand(0));
    }

    private boolean knownTime(Operation operation, Node left, Node right) {
        if (right.varies()) {
            return false;
        }
        if (left.operation() == Operation.TIME) {
            boolean point = operation == Operation.EQUAL || operation == Operation.NOT_EQUAL;
            if (point || operation == Operation.GREATER_OR_EQUAL || operation == Operation.LESS) {
                note(right, CompiledEvents.Time.FROM);
            }
            if (point || operation == Operation.GREATER || operation == Operation.LESS_OR_EQUAL) {
                note(right, CompiledEvents.Time.AFTER);
            }
            return true;
        }
        if (left.operation() == Operation.SUBTRACT && left.operand(0).operation() == Operation.TIME && !left.operand(1).varies()) {
            note(graph.operation(Operation.ADD, right, left.operand(1)), CompiledEvents.Time.ABOUT);
            return true;
        }
        if (left.operation() == Operation.ADD) {
            for (int i = 0; i < 2; i++) {
                if (left.operand(i).operation() == Operation.TIME && !left.operand(1 - i).varies()) {
                    note(graph.operation(Operation.SUBTRACT, right, left.operand(1 - i)), CompiledEvents.Time.ABOUT);
                    return true;
                }
            }
        }
        return false;
    }

    private void note(Node time, CompiledEvents.Time kind) {
        for (int i = 0; i < timeNodes.size(); i++) {
            if (timeNodes.get(i) == time && times.get(i) == kind) {
                return;
            }
        }
        timeNodes.add(time);
        times.add(kind);
    }

    private static Operation mirrored(Operation comparison) {
        return switch (comparison) {
            case LESS -> Operation.GREATER;
            case LESS_OR_EQUAL -> Operation.GREATER_OR_EQUAL;
            case GREATER -> Operation.LESS;
            case GREATER_OR_EQUAL -> Operation.LESS_OR_EQUAL;
            default -> comparison;
        };
    }
}

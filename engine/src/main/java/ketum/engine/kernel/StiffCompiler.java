package ketum.engine.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Differentiates the rates of a model, eliminates, and compiles the result, when it is first asked for. */
final class StiffCompiler implements Supplier<CompiledStiff> {

    private final int width;
    private final int parameterRows;
    private Graph graph;
    private List<Node> rates;
    private Map<Node, Integer> derived;
    private CompiledStiff compiled;

    /**
     * @param derived    derived parameters of the model's kernel
     * @param parameters number of declared parameters
     */
    StiffCompiler(Graph graph, List<Node> rates, Map<Node, Integer> derived, int parameters, int width) {
        this.graph = graph;
        this.rates = rates;
        this.derived = derived;
        this.parameterRows = parameters;
        this.width = width;
    }

    @Override
    public synchronized CompiledStiff get() {
        if (compiled == null) {
            compiled = compile();
            graph = null; // no longer needed, and big
            rates = null;
            derived = null;
        }
        return compiled;
    }

    private CompiledStiff compile() {
        Derivative derivative = new Derivative(graph);
        List<Map<Integer, Node>> jacobian = jacobian(graph, derivative, rates);
        Elimination elimination = new Elimination(graph, jacobian, graph.scale());
        List<Node> factors = new ArrayList<>(elimination.factors());
        factors.add(speed(jacobian));
        List<Node> timeSlope = rates.stream().map(rate -> finite(graph, derivative.of(rate, graph.time()))).toList();
        Map<Node, Integer> all = new LinkedHashMap<>(derived);
        Set<Node> seen = new HashSet<>();
        factors.forEach(node -> KernelCompiler.collectDerived(node, parameterRows, all, seen));
        timeSlope.forEach(node -> KernelCompiler.collectDerived(node, parameterRows, all, seen));
        List<Node> own = all.keySet().stream().skip(derived.size()).toList();
        List<KernelCompiler.Function> functions = List.of(
                new KernelCompiler.Function("prepare", own, derived),
                new KernelCompiler.Function("factor", factors, all),
                new KernelCompiler.Function("solve", elimination.solution(), Map.of()),
                new KernelCompiler.Function("timeSlope", timeSlope, all));
        KernelCompiler scalar = new KernelCompiler(false);
        StiffKernel kernel = scalar.load(StiffKernel.class, functions);
        Optional<StiffKernel> vector = width == LaneWidth.SCALAR ? Optional.empty()
                : Optional.of(new KernelCompiler(true).load(StiffKernel.class, functions));
        boolean explicitTime = !timeSlope.stream().allMatch(Algebra::zero);
        var cost = new CompiledStiff.StiffCost(operations(rates, all), operations(factors, all),
                operations(elimination.solution(), Map.of()));
        return new CompiledStiff(kernel, vector, own.size(), factors.size(), scalar.workRows(), explicitTime, cost);
    }

    /** Entries of the Jacobian that are not always 0, by row, then column. */
    private static List<Map<Integer, Node>> jacobian(Graph graph, Derivative derivative, List<Node> rates) {
        List<Map<Integer, Node>> rows = new ArrayList<>();
        for (Node rate : rates) {
            Map<Integer, Node> row = new TreeMap<>();
            for (int state = 0; state < rates.size(); state++) {
                Node entry = derivative.of(rate, graph.state(state));
                if (!Algebra.zero(entry)) {
                    row.put(state, finite(graph, entry));
                }
            }
            rows.add(row);
        }
        return rows;
    }

    /**
     * About the greatest rate at which anything changes: the greatest of |J_ii| and √|J_ij·J_ji|. Unlike a norm it does not depend
     * on the units of the states; for one state and for two coupled ones without a diagonal it is the spectral radius.
     */
    private Node speed(List<Map<Integer, Node>> jacobian) {
        Node square = graph.constant(0);
        for (int i = 0; i < jacobian.size(); i++) {
            for (Map.Entry<Integer, Node> entry : jacobian.get(i).entrySet()) {
                int j = entry.getKey();
                Node opposite = j > i ? null : jacobian.get(j).get(i);
                if (opposite != null) {
                    Node product = graph.operation(Operation.MULTIPLY, entry.getValue(), opposite);
                    square = graph.operation(Operation.MAXIMUM, square,
                            j == i ? product : graph.operation(Operation.ABSOLUTE, product));
                }
            }
        }
        return graph.operation(Operation.ROOT, square);
    }

    /**
     * 0 in place of an infinite slope such as that of a square root at 0: with it no linear system could be solved, without it the step
     * is of lower order, which the estimate of its error notices.
     */
    private static Node finite(Graph graph, Node entry) {
        if (!mayBeInfinite(entry, new HashSet<>())) {
            return entry;
        }
        Node size = graph.operation(Operation.ABSOLUTE, entry);
        Node within = graph.operation(Operation.LESS_OR_EQUAL, size, graph.constant(Double.MAX_VALUE));
        return graph.operation(Operation.SELECT, within, entry, graph.constant(0));
    }

    private static boolean mayBeInfinite(Node node, Set<Node> seen) {
        if (!seen.add(node)) {
            return false;
        }
        return node.operation() == Operation.ROOT || node.operation() == Operation.LN
                || node.operands().stream().anyMatch(operand -> mayBeInfinite(operand, seen));
    }

    /** Operations that are computed for every lane; exp and ln count for as much as they take. */
    private static int operations(List<Node> roots, Map<Node, Integer> derived) {
        Set<Node> seen = new HashSet<>();
        roots.forEach(root -> visit(root, derived, seen));
        return seen.stream().mapToInt(node -> node.operation().elementary() ? 20 : 1).sum();
    }

    private static void visit(Node node, Map<Node, Integer> derived, Set<Node> seen) {
        if (!node.operation().leaf() && !derived.containsKey(node) && seen.add(node)) {
            node.operands().forEach(operand -> visit(operand, derived, seen));
        }
    }
}

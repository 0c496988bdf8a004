package ketum.engine.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gaussian elimination of W = s·I - J written out as graph nodes: what fills in is known here once and for all, and nothing is computed
 * that is always 0.
 *
 * <p>Pivots are taken from the diagonal without regard to their size: s = 1/(h·γ) makes W diagonally dominant for small steps, and a
 * step in which a pivot vanishes ends in numbers that are not finite, is rejected and tried again with a smaller one. The order of
 * the pivots is Markowitz's (Management Science 3 (1957) 255-269) on the diagonal: next comes the one with the smallest product of
 * other entries in its row and in its column.
 */
final class Elimination {

    private final Graph graph;
    private final Algebra on;
    /** Entries that are not always 0, by row, then column. */
    private final List<TreeMap<Integer, Node>> rows = new ArrayList<>();
    private final List<Integer> order = new ArrayList<>();
    private final Map<Node, Integer> factors = new LinkedHashMap<>();
    private final Graph solving = new Graph();
    private final Algebra onSolving = new Algebra(solving);
    private final List<Node> solution = new ArrayList<>();

    /**
     * @param jacobian entries that are not always 0, by row, then column
     * @param scale    s
     */
    Elimination(Graph graph, List<Map<Integer, Node>> jacobian, Node scale) {
        this.graph = graph;
        this.on = new Algebra(graph);
        for (int i = 0; i < jacobian.size(); i++) {
            TreeMap<Integer, Node> row = new TreeMap<>();
            jacobian.get(i).forEach((j, entry) -> row.put(j, on.negate(entry)));
            Node own = jacobian.get(i).get(i);
            row.put(i, own == null ? scale : graph.operation(Operation.SUBTRACT, scale, own));
            rows.add(row);
        }
        eliminate();
    }

    /** The factors to store, in row order. */
    List<Node> factors() {
        return List.copyOf(factors.keySet());
    }

    /** x of W·x = b, over b as states and the factors as parameters. */
    List<Node> solution() {
        return solution;
    }

    private void eliminate() {
        int n = rows.size();
        Node[] value = new Node[n];
        for (int i = 0; i < n; i++) {
            value[i] = solving.state(i);
        }
        boolean[] done = new boolean[n];
        Node[] reciprocal = new Node[n];
        for (int step = 0; step < n; step++) {
            int pivot = next(done);
            done[pivot] = true;
            order.add(pivot);
            Node inverse = graph.operation(Operation.DIVIDE, graph.constant(1), rows.get(pivot).get(pivot));
            reciprocal[pivot] = keep(inverse);
            for (int i = 0; i < n; i++) {
                if (!done[i] && rows.get(i).containsKey(pivot)) {
                    Node multiplier = on.multiply(rows.get(i).remove(pivot), inverse);
                    subtractRow(i, multiplier, pivot, done);
                    value[i] = minus(value[i], keep(multiplier), value[pivot]);
                }
            }
        }
        for (int pivot : order.reversed()) {
            Node rest = value[pivot];
            for (Map.Entry<Integer, Node> entry : rows.get(pivot).entrySet()) {
                if (entry.getKey() != pivot) {
                    rest = minus(rest, keep(entry.getValue()), value[entry.getKey()]);
                }
            }
            value[pivot] = onSolving.multiply(rest, reciprocal[pivot]);
        }
        solution.addAll(List.of(value));
    }

    private void subtractRow(int i, Node multiplier, int pivot, boolean[] done) {
        TreeMap<Integer, Node> row = rows.get(i);
        rows.get(pivot).forEach((j, entry) -> {
            if (!done[j]) {
                Node product = on.multiply(multiplier, entry);
                row.merge(j, on.negate(product), (old, fill) -> on.subtract(old, product));
            }
        });
    }

    private Node minus(Node value, Node factor, Node other) {
        return onSolving.subtract(value, onSolving.multiply(factor, other));
    }

    /** A factor as the solution sees it. */
    private Node keep(Node factor) {
        if (factor.constant()) {
            return solving.constant(factor.value());
        }
        return solving.parameter(factors.computeIfAbsent(factor, f -> factors.size()));
    }

    private int next(boolean[] done) {
        int n = rows.size();
        int[] inColumn = new int[n];
        for (int i = 0; i < n; i++) {
            if (!done[i]) {
                rows.get(i).keySet().forEach(j -> inColumn[j]++);
            }
        }
        int best = -1;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < n; i++) {
            if (!done[i]) {
                long inRow = rows.get(i).keySet().stream().filter(j -> !done[j]).count();
                long cost = (inRow - 1) * (inColumn[i] - 1);
                if (cost < least) {
                    least = cost;
                    best = i;
                }
            }
        }
        return best;
    }
}

package ketum.engine.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The recurrences by which the Taylor coefficients of a model's states follow from the lower ones: the classic rules of automatic
 * differentiation (A. Griewank, A. Walther, <i>Evaluating Derivatives</i>, 2nd ed. 2008, 13.2; À. Jorba, M. Zou, Experimental
 * Mathematics 14 (2005) 99-117). With x = Σ x_k t^k:
 *
 * <pre>
 * q = a/b       q_k = (a_k - q_0 b_k - Σ b_j q_(k-j)) / b_0
 * e = exp(a)    e_k = a_k e_0 + 1/k Σ j a_j e_(k-j)
 * l = ln(a)     l_k = (a_k - 1/k Σ j l_j a_(k-j)) / a_0
 * p = a^g       p_k = (g k a_k p_0 + Σ (g j - (k-j)) a_j p_(k-j)) / (k a_0)
 * s = √a        s_k = (a_k - Σ s_j s_(k-j)) / (2 s_0)
 * </pre>
 *
 * each sum over j = 1 … k-1. Such a sum needs lower orders only and is one leaf, {@link Operation#CONVOLUTION}, of the graph for order
 * k; other leaves are {@link Operation#ORIGIN} (order 0 of a series), {@link Operation#TERM} (order k) and {@link Operation#ORDER}.
 *
 * <p>Where the base of a power, logarithm or root is 0 its higher coefficients are taken as 0: the function has no series there, and the
 * solver compares the slope at the end of a step with that of the series, which catches what was left out.
 */
final class SeriesPlan {

    /** Meanings of the index of {@link Operation#ORDER}: k, 1/k, 1/(k+1), and 1 where k = 1, else 0. */
    static final int ORDER = 0;
    static final int PER_ORDER = 1;
    static final int PER_NEXT = 2;
    static final int FIRST = 3;
    /** Rows beside the time. */
    static final int FROZEN_ROW = 1;
    static final int INPUT_ROW = 2;

    /** A value, and where it belongs: {@code series * ROWS + order}; in a term, the order counts from the present one. */
    record Entry(Node value, int place) {}

    private final Graph graph;
    private final Algebra algebra;
    private final int states;
    private final Map<Node, Integer> series = new LinkedHashMap<>();
    private final Map<Node, Integer> scaledSeries = new LinkedHashMap<>();
    private final Map<Node, Node> terms = new HashMap<>();
    private final Deque<Node> toStore = new ArrayDeque<>();
    private final Map<Node, Boolean> stored = new HashMap<>();
    private final List<Entry> origins = new ArrayList<>();
    private final List<Entry> steps = new ArrayList<>();
    private int count;
    private boolean guarded;

    private SeriesPlan(Graph graph, List<Node> rates) {
        this.graph = graph;
        this.algebra = new Algebra(graph);
        this.states = rates.size();
        for (int state = 0; state < states; state++) {
            Node node = graph.state(state);
            stored.put(node, true);
            placeOf(node);
        }
        for (int state = 0; state < states; state++) {
            Node input = graph.leaf(Operation.TIME, INPUT_ROW + state);
            origins.add(new Entry(graph.operation(Operation.ADD, rates.get(state), input), state * SeriesKernel.ROWS + 1));
            Node slope = term(rates.get(state));
            Node next = algebra.multiply(slope, graph.leaf(Operation.ORDER, PER_NEXT));
            steps.add(new Entry(next, state * SeriesKernel.ROWS + 1));
        }
        while (!toStore.isEmpty()) {
            Node node = toStore.pop();
            steps.add(new Entry(term(node), series.get(node) * SeriesKernel.ROWS));
        }
        scaledSeries.forEach((node, place) -> steps.add(new Entry(
                algebra.multiply(graph.leaf(Operation.ORDER, ORDER), term(node)), place * SeriesKernel.ROWS)));
    }

    /** The plan for a model's rates, which must be {@link #smooth}. */
    static SeriesPlan of(Graph graph, List<Node> rates) {
        return new SeriesPlan(graph, rates);
    }

    /** Whether no condition depends on time or a state; what jumps has no series. */
    static boolean smooth(List<Node> rates) {
        Map<Node, Boolean> seen = new HashMap<>();
        return rates.stream().allMatch(rate -> smooth(rate, seen));
    }

    private static boolean smooth(Node node, Map<Node, Boolean> seen) {
        Boolean known = seen.get(node);
        if (known == null) {
            known = !(node.operation().condition() && node.varies()) && node.operands().stream().allMatch(operand -> smooth(operand, seen));
            seen.put(node, known);
        }
        return known;
    }

    List<Entry> origins() {
        return origins;
    }

    List<Entry> steps() {
        return steps;
    }

    /** Whether there are powers, logarithms or roots. */
    boolean guarded() {
        return guarded;
    }

    /** Series in the table. */
    int count() {
        return count;
    }

    /** The coefficient of order k ≥ 1 of a node. */
    private Node term(Node node) {
        Node known = terms.get(node);
        if (known == null) {
            known = node.varies() ? derive(node) : graph.constant(0);
            terms.put(node, known);
        }
        return known;
    }

    private Node derive(Node node) {
        return switch (node.operation()) {
            case TIME -> graph.leaf(Operation.ORDER, FIRST);
            case STATE -> graph.leaf(Operation.TERM, node.index());
            case NEGATE -> algebra.negate(term(node.operand(0)));
            case ADD -> plus(term(node.operand(0)), term(node.operand(1)));
            case SUBTRACT -> minus(term(node.operand(0)), term(node.operand(1)));
            case MULTIPLY -> product(node.operand(0), node.operand(1));
            case DIVIDE -> quotient(node, node.operand(0), node.operand(1));
            case EXP -> exponential(node, node.operand(0));
            case LN -> {
                Node sum = algebra.multiply(graph.leaf(Operation.ORDER, PER_ORDER), sum(scaled(node), full(node.operand(0))));
                yield algebra.multiply(minus(term(node.operand(0)), sum), guardedReciprocal(node.operand(0), node.operand(0)));
            }
            case ROOT -> algebra.multiply(minus(term(node.operand(0)), sum(full(node), full(node))),
                    guardedReciprocal(graph.operation(Operation.ADD, node, node), node.operand(0)));
            case ABSOLUTE -> {
                Node negative = graph.operation(Operation.LESS, origin(node.operand(0)), graph.constant(0));
                yield algebra.select(negative, algebra.negate(term(node.operand(0))), term(node.operand(0)));
            }
            case MINIMUM -> choice(Operation.LESS_OR_EQUAL, node);
            case MAXIMUM -> choice(Operation.GREATER_OR_EQUAL, node);
            case SELECT -> algebra.select(node.operand(0), term(node.operand(1)), term(node.operand(2)));
            default -> throw new IllegalArgumentException(node.operation().name());
        };
    }

    private Node choice(Operation first, Node node) {
        Node holds = graph.operation(first, origin(node.operand(0)), origin(node.operand(1)));
        return algebra.select(holds, term(node.operand(0)), term(node.operand(1)));
    }

    private Node product(Node a, Node b) {
        if (!a.varies() || !b.varies()) {
            return algebra.multiply(a.varies() ? term(a) : a, b.varies() ? term(b) : b);
        }
        Node inner = sum(full(a), full(b));
        return plus(plus(inner, algebra.multiply(origin(a), term(b))), algebra.multiply(term(a), origin(b)));
    }

    private Node quotient(Node node, Node a, Node b) {
        if (!b.varies()) {
            return algebra.multiply(term(a), graph.operation(Operation.DIVIDE, graph.constant(1), b));
        }
        Node rest = minus(minus(term(a), sum(full(b), full(node))), algebra.multiply(origin(node), term(b)));
        return algebra.multiply(rest, extra(graph.operation(Operation.DIVIDE, graph.constant(1), b)));
    }

    private Node exponential(Node node, Node exponent) {
        if (exponent.operation() == Operation.MULTIPLY) {
            for (int i = 0; i < 2; i++) {
                Node power = exponent.operand(i);
                Node logarithm = exponent.operand(1 - i);
                if (!power.varies() && logarithm.operation() == Operation.LN) {
                    return power(node, logarithm.operand(0), power);
                }
            }
        }
        Node inner = algebra.multiply(graph.leaf(Operation.ORDER, PER_ORDER), sum(scaled(exponent), full(node)));
        return plus(inner, algebra.multiply(term(exponent), origin(node)));
    }

    private Node power(Node node, Node base, Node power) {
        Node rising = algebra.multiply(power, sum(scaled(base), full(node)));
        Node inner = minus(rising, sum(full(base), scaled(node)));
        Node outer = algebra.multiply(algebra.multiply(power, origin(node)), term(base));
        return algebra.multiply(plus(algebra.multiply(inner, graph.leaf(Operation.ORDER, PER_ORDER)), outer),
                guardedReciprocal(base, base));
    }

    /** 1/of at order 0; 0 where {@code base} is not above 0 or the lane is to take such functions as constant. */
    private Node guardedReciprocal(Node of, Node base) {
        guarded = true;
        Node regular = graph.operation(Operation.AND, graph.operation(Operation.GREATER, base, graph.constant(0)),
                graph.operation(Operation.EQUAL, graph.leaf(Operation.TIME, FROZEN_ROW), graph.constant(0)));
        Node reciprocal = graph.operation(Operation.DIVIDE, graph.constant(1), of);
        return extra(graph.operation(Operation.SELECT, regular, reciprocal, graph.constant(0)));
    }

    private Node plus(Node a, Node b) {
        if (b.operation() == Operation.MULTIPLY && !algebraZero(a)) {
            return graph.fused(b.operand(0), b.operand(1), a);
        }
        if (a.operation() == Operation.MULTIPLY && !algebraZero(b)) {
            return graph.fused(a.operand(0), a.operand(1), b);
        }
        return algebra.add(a, b);
    }

    private Node minus(Node a, Node b) {
        if (b.operation() == Operation.MULTIPLY && !algebraZero(a)) {
            for (int i = 0; i < 2; i++) {
                if (!b.operand(i).varies()) { // its negative is computed once per subject
                    return graph.fused(algebra.negate(b.operand(i)), b.operand(1 - i), a);
                }
            }
        }
        return algebra.subtract(a, b);
    }

    private static boolean algebraZero(Node node) {
        return Algebra.zero(node);
    }

    private Node sum(int a, int b) {
        return graph.leaf(Operation.CONVOLUTION, Math.min(a, b) << 15 | Math.max(a, b));
    }

    static int firstSeries(Node sum) {
        return sum.index() >> 15;
    }

    static int secondSeries(Node sum) {
        return sum.index() & 0x7fff;
    }

    /** The series of a node, with all its orders in the table. */
    private int full(Node node) {
        int place = placeOf(node);
        if (stored.putIfAbsent(node, true) == null) {
            toStore.push(node);
        }
        return place;
    }

    /** A series that holds k times the coefficient of order k. */
    private int scaled(Node node) {
        return scaledSeries.computeIfAbsent(node, k -> count++);
    }

    private Node origin(Node node) {
        return node.varies() ? graph.leaf(Operation.ORIGIN, placeOf(node)) : node;
    }

    /** A value that is computed at order 0 only. */
    private Node extra(Node value) {
        return origin(value);
    }

    private int placeOf(Node node) {
        Integer known = series.get(node);
        if (known == null) {
            known = count++;
            series.put(node, known);
            origins.add(new Entry(node, known * SeriesKernel.ROWS));
        }
        return known;
    }
}

package ketum.engine.kernel;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Exact derivatives of a graph's nodes with respect to its leaves, as nodes of the same graph. A condition counts as constant on
 * either side of where it changes; where {@code min}, {@code max} or {@code abs} has a corner, the value is that of one side.
 *
 * <p>A power is differentiated as a power: {@code x^g} at x = 0 gives the limit that calculus gives (0 for g above 1), where the chain
 * rule through exp and ln would meet infinity times nought. Not safe between threads.
 */
final class Derivative {

    /** Base and exponent of a node that stands for a power. */
    private record Power(Node base, Node exponent) {}

    private final Graph graph;
    private final Algebra on;
    private final Node zero;
    private final Node one;
    private final Map<Node, BitSet> leaves = new HashMap<>();
    private final Map<Node, Map<Node, Node>> known = new HashMap<>();

    Derivative(Graph graph) {
        this.graph = graph;
        this.on = new Algebra(graph);
        this.zero = graph.constant(0);
        this.one = graph.constant(1);
    }

    /** The derivative of a value (not of a condition); the constant 0 where {@code leaf} has no influence. */
    Node of(Node node, Node leaf) {
        return of(node, leaf, known.computeIfAbsent(leaf, l -> new HashMap<>()));
    }

    private Node of(Node node, Node leaf, Map<Node, Node> done) {
        if (node == leaf) {
            return one;
        }
        if (!leaves(node).get(leaf.id())) {
            return zero;
        }
        Node result = done.get(node);
        if (result == null) {
            result = compute(node, leaf, done);
            done.put(node, result);
        }
        return result;
    }

    private Node compute(Node node, Node leaf, Map<Node, Node> done) {
        Power power = power(node);
        if (power != null) {
            return power(node, power, leaf, done);
        }
        return switch (node.operation()) {
            case NEGATE -> on.negate(of(node.operand(0), leaf, done));
            case ADD -> on.add(of(node.operand(0), leaf, done), of(node.operand(1), leaf, done));
            case SUBTRACT -> on.subtract(of(node.operand(0), leaf, done), of(node.operand(1), leaf, done));
            case MULTIPLY -> on.add(on.multiply(of(node.operand(0), leaf, done), node.operand(1)),
                    on.multiply(of(node.operand(1), leaf, done), node.operand(0)));
            case DIVIDE -> on.divide(on.subtract(of(node.operand(0), leaf, done), on.multiply(of(node.operand(1), leaf, done), node)),
                    node.operand(1));
            case MINIMUM -> corner(Operation.LESS, node, leaf, done);
            case MAXIMUM -> corner(Operation.GREATER, node, leaf, done);
            case ABSOLUTE -> {
                Node inner = of(node.operand(0), leaf, done);
                yield on.select(graph.operation(Operation.LESS, node.operand(0), zero), on.negate(inner), inner);
            }
            case ROOT -> on.divide(of(node.operand(0), leaf, done), graph.operation(Operation.ADD, node, node));
            case EXP -> on.multiply(of(node.operand(0), leaf, done), node);
            case LN -> on.divide(of(node.operand(0), leaf, done), node.operand(0));
            case SELECT -> on.select(node.operand(0), of(node.operand(1), leaf, done), of(node.operand(2), leaf, done));
            default -> throw new IllegalArgumentException(node.operation().name());
        };
    }

    /** min or max; where both sides are equal, a side that does not depend on the leaf counts. */
    private Node corner(Operation first, Node node, Node leaf, Map<Node, Node> done) {
        Node a = node.operand(0);
        Node b = node.operand(1);
        Node da = of(a, leaf, done);
        Node db = of(b, leaf, done);
        return Algebra.zero(da) ? on.select(graph.operation(first, b, a), db, zero) : on.select(graph.operation(first, a, b), da, db);
    }

    /** Recognises exp(g·ln(x)), and what the graph makes of x^g: 1 where g = 0, else exp(g·ln(x)). */
    private static Power power(Node node) {
        Node general = node;
        if (node.operation() == Operation.SELECT && node.operand(0).operation() == Operation.EQUAL
                && node.operand(1).constant() && node.operand(1).value() == 1) {
            general = node.operand(2);
        }
        if (general.operation() != Operation.EXP || general.operand(0).operation() != Operation.MULTIPLY) {
            return null;
        }
        Node product = general.operand(0);
        int ln = product.operand(1).operation() == Operation.LN ? 1 : 0;
        if (product.operand(ln).operation() != Operation.LN) {
            return null;
        }
        Power power = new Power(product.operand(ln).operand(0), product.operand(1 - ln));
        if (general == node) {
            return power;
        }
        boolean guarded = node.operand(0).operands().contains(power.exponent())
                && node.operand(0).operands().stream().anyMatch(Algebra::zero);
        return guarded ? power : null;
    }

    /** d(x^g) = g·x^(g-1)·dx + x^g·ln(x)·dg, with their limits at x = 0. */
    private Node power(Node node, Power power, Node leaf, Map<Node, Node> done) {
        Node x = power.base();
        Node g = power.exponent();
        Node dx = of(x, leaf, done);
        Node dg = of(g, leaf, done);
        Node atZero = graph.operation(Operation.EQUAL, x, zero);
        Node sum = zero;
        if (!Algebra.zero(dx)) {
            Node limit = on.select(graph.operation(Operation.EQUAL, g, one), one, graph.constant(Double.POSITIVE_INFINITY));
            limit = on.select(graph.operation(Operation.EQUAL, g, zero), zero, limit);
            limit = on.select(graph.operation(Operation.GREATER, g, one), zero, limit);
            // one division, where g·x^(g-1) would take another exp
            Node slope = on.select(atZero, limit, on.multiply(g, on.divide(node, x)));
            sum = on.multiply(dx, slope);
        }
        if (!Algebra.zero(dg)) {
            Node logarithm = graph.operation(Operation.LN, x);
            sum = on.add(sum, on.multiply(dg, on.select(atZero, zero, on.multiply(node, logarithm))));
        }
        return sum;
    }

    /** Ids of the leaves on which a node depends, conditions included. */
    private BitSet leaves(Node node) {
        BitSet result = leaves.get(node);
        if (result == null) {
            result = new BitSet();
            if (node.operation().leaf()) {
                result.set(node.id());
            }
            for (Node operand : node.operands()) {
                result.or(leaves(operand));
            }
            leaves.put(node, result);
        }
        return result;
    }
}

package ketum.engine.kernel;

/**
 * Arithmetic on nodes in which what is always 0 or 1 falls away, as it does in most entries of a Jacobian. A side that is 0 on one
 * branch of a condition stays 0 there, whatever it is multiplied with.
 */
final class Algebra {

    private final Graph graph;

    Algebra(Graph graph) {
        this.graph = graph;
    }

    static boolean zero(Node node) {
        return node.constant() && node.value() == 0;
    }

    Node add(Node a, Node b) {
        if (zero(a) || zero(b)) {
            return zero(a) ? b : a;
        }
        return b.operation() == Operation.NEGATE ? subtract(a, b.operand(0)) : graph.operation(Operation.ADD, a, b);
    }

    Node subtract(Node a, Node b) {
        if (zero(b)) {
            return a;
        }
        if (b.operation() == Operation.NEGATE) {
            return add(a, b.operand(0));
        }
        return zero(a) ? negate(b) : graph.operation(Operation.SUBTRACT, a, b);
    }

    Node negate(Node a) {
        if (zero(a)) {
            return graph.constant(0);
        }
        return a.operation() == Operation.NEGATE ? a.operand(0) : graph.operation(Operation.NEGATE, a);
    }

    Node multiply(Node a, Node b) {
        if (zero(a) || zero(b)) {
            return graph.constant(0);
        }
        // a side that is 0 on one branch stays 0 there, even where the other side is infinite
        Node chooser = partlyZero(a) ? a : partlyZero(b) ? b : null;
        if (chooser != null) {
            Node other = chooser == a ? b : a;
            return select(chooser.operand(0), multiply(chooser.operand(1), other), multiply(chooser.operand(2), other));
        }
        if (minusOne(a)) {
            return negate(b);
        }
        if (minusOne(b)) {
            return negate(a);
        }
        if (a.operation() == Operation.NEGATE) {
            return negate(multiply(a.operand(0), b));
        }
        return b.operation() == Operation.NEGATE ? negate(multiply(a, b.operand(0))) : graph.operation(Operation.MULTIPLY, a, b);
    }

    Node divide(Node a, Node b) {
        if (zero(a)) {
            return graph.constant(0);
        }
        if (partlyZero(a)) {
            return select(a.operand(0), divide(a.operand(1), b), divide(a.operand(2), b));
        }
        return graph.operation(Operation.DIVIDE, a, b);
    }

    Node select(Node condition, Node whenTrue, Node otherwise) {
        return graph.operation(Operation.SELECT, condition, whenTrue, otherwise);
    }

    private static boolean partlyZero(Node node) {
        return node.operation() == Operation.SELECT && (zero(node.operand(1)) || zero(node.operand(2)));
    }

    private static boolean minusOne(Node node) {
        return node.constant() && node.value() == -1;
    }
}

package ketum.engine.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ketum.engine.model.Expression;

/** Expressions as a graph in which every common part stands once and constants are folded. Not safe between threads. */
final class Graph {

    private record Key(Operation operation, List<Integer> operands, long value) {}

    private static final double LOG10_E = 0x1.bcb7b1526e50ep-2;

    private final Map<Key, Node> nodes = new HashMap<>();

    Node constant(double value) {
        return node(Operation.CONSTANT, List.of(), value, 0);
    }

    Node time() {
        return node(Operation.TIME, List.of(), 0, 0);
    }

    /** The number that stands in the row after the time. */
    Node scale() {
        return node(Operation.TIME, List.of(), 0, 1);
    }

    Node state(int index) {
        return node(Operation.STATE, List.of(), 0, index);
    }

    /** A leaf that stands for something that varies in the course of a step. */
    Node leaf(Operation operation, int index) {
        return node(operation, List.of(), 0, index);
    }

    /** a·b + c, rounded once. */
    Node fused(Node a, Node b, Node c) {
        return node(Operation.FUSED, a.id() > b.id() ? List.of(b, a, c) : List.of(a, b, c), 0, 0);
    }

    Node parameter(int index) {
        return node(Operation.PARAMETER, List.of(), 0, index);
    }

    /** The node of an expression whose symbols mean what {@code symbols} says. */
    Node of(Expression expression, Function<String, Node> symbols) {
        return switch (expression) {
            case Expression.Constant c -> constant(c.value());
            case Expression.Time t -> time();
            case Expression.Symbol s -> symbols.apply(s.id());
            case Expression.Negate n -> operation(Operation.NEGATE, of(n.of(), symbols));
            case Expression.Add a -> operation(Operation.ADD, of(a.left(), symbols), of(a.right(), symbols));
            case Expression.Subtract s -> operation(Operation.SUBTRACT, of(s.left(), symbols), of(s.right(), symbols));
            case Expression.Multiply m -> operation(Operation.MULTIPLY, of(m.left(), symbols), of(m.right(), symbols));
            case Expression.Divide d -> operation(Operation.DIVIDE, of(d.left(), symbols), of(d.right(), symbols));
            case Expression.Power p -> power(of(p.base(), symbols), of(p.exponent(), symbols));
            case Expression.Call c -> call(c.function(), of(c.argument(), symbols));
            case Expression.Minimum m -> operation(Operation.MINIMUM, of(m.left(), symbols), of(m.right(), symbols));
            case Expression.Maximum m -> operation(Operation.MAXIMUM, of(m.left(), symbols), of(m.right(), symbols));
            case Expression.Choose c -> choose(c, symbols);
            case Expression.Compare c -> operation(comparison(c.comparison()), of(c.left(), symbols), of(c.right(), symbols));
            case Expression.And a -> operation(Operation.AND, of(a.left(), symbols), of(a.right(), symbols));
            case Expression.Or o -> operation(Operation.OR, of(o.left(), symbols), of(o.right(), symbols));
            case Expression.Not n -> operation(Operation.NOT, of(n.of(), symbols));
        };
    }

    private Node choose(Expression.Choose choose, Function<String, Node> symbols) {
        Node result = of(choose.otherwise(), symbols);
        for (Expression.Branch branch : choose.branches().reversed()) {
            result = operation(Operation.SELECT, of(branch.condition(), symbols), of(branch.value(), symbols), result);
        }
        return result;
    }

    private Node call(Expression.Function function, Node argument) {
        return switch (function) {
            case EXP -> operation(Operation.EXP, argument);
            case LN -> operation(Operation.LN, argument);
            case LOG10 -> operation(Operation.MULTIPLY, operation(Operation.LN, argument), constant(LOG10_E));
            case SQRT -> operation(Operation.ROOT, argument);
            case ABS -> operation(Operation.ABSOLUTE, argument);
        };
    }

    private Node power(Node base, Node exponent) {
        if (exponent.constant() && exponent.value() == StrictMath.rint(exponent.value()) && Math.abs(exponent.value()) < 0x1p30) {
            int n = (int) exponent.value();
            Node magnitude = wholePower(base, Math.abs(n));
            return n < 0 ? operation(Operation.DIVIDE, constant(1), magnitude) : magnitude;
        }
        Node general = operation(Operation.EXP, operation(Operation.MULTIPLY, exponent, operation(Operation.LN, base)));
        // 0 * ln(0) is not a number, yet anything to the power 0 is 1
        return operation(Operation.SELECT, operation(Operation.EQUAL, exponent, constant(0)), constant(1), general);
    }

    private Node wholePower(Node base, int n) {
        if (n < 2) {
            return n == 0 ? constant(1) : base;
        }
        Node half = wholePower(base, n / 2);
        Node square = operation(Operation.MULTIPLY, half, half);
        return n % 2 == 0 ? square : operation(Operation.MULTIPLY, square, base);
    }

    private static Operation comparison(Expression.Comparison comparison) {
        return switch (comparison) {
            case LESS -> Operation.LESS;
            case LESS_OR_EQUAL -> Operation.LESS_OR_EQUAL;
            case GREATER -> Operation.GREATER;
            case GREATER_OR_EQUAL -> Operation.GREATER_OR_EQUAL;
            case EQUAL -> Operation.EQUAL;
            case NOT_EQUAL -> Operation.NOT_EQUAL;
        };
    }

    Node operation(Operation operation, Node... operands) {
        List<Node> list = List.of(operands);
        if (operation == Operation.SELECT) {
            if (list.get(0).constant()) {
                return list.get(0).value() != 0 ? list.get(1) : list.get(2);
            }
            if (list.get(1) == list.get(2)) {
                return list.get(1);
            }
        } else if (list.stream().allMatch(Node::constant)) {
            return constant(fold(operation, list.get(0).value(), list.size() > 1 ? list.get(1).value() : 0));
        }
        if (operation == Operation.MULTIPLY || operation == Operation.DIVIDE) {
            if (list.get(1).constant() && list.get(1).value() == 1) {
                return list.get(0);
            }
            if (operation == Operation.MULTIPLY && list.get(0).constant() && list.get(0).value() == 1) {
                return list.get(1);
            }
        }
        if (operation == Operation.AND || operation == Operation.OR) {
            for (int i = 0; i < 2; i++) {
                if (list.get(i).constant()) {
                    boolean decides = (list.get(i).value() != 0) == (operation == Operation.OR);
                    return list.get(decides ? i : 1 - i);
                }
            }
        }
        boolean commutes = operation == Operation.ADD || operation == Operation.MULTIPLY;
        if (commutes && list.get(0).id() > list.get(1).id()) {
            list = list.reversed();
        }
        return node(operation, List.copyOf(list), 0, 0);
    }

    /** The value that the compiled code would compute; a condition is 1 or 0. */
    private static double fold(Operation operation, double a, double b) {
        return switch (operation) {
            case NEGATE -> -a;
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case MINIMUM -> Math.min(a, b);
            case MAXIMUM -> Math.max(a, b);
            case ABSOLUTE -> Math.abs(a);
            case ROOT -> Math.sqrt(a);
            case EXP -> Elementary.exp(a);
            case LN -> Elementary.ln(a);
            case LESS -> truth(a < b);
            case LESS_OR_EQUAL -> truth(a <= b);
            case GREATER -> truth(a > b);
            case GREATER_OR_EQUAL -> truth(a >= b);
            case EQUAL -> truth(a == b);
            case NOT_EQUAL -> truth(a != b);
            case AND -> truth(a != 0 && b != 0);
            case OR -> truth(a != 0 || b != 0);
            case NOT -> truth(a == 0);
            case CONSTANT, TIME, STATE, PARAMETER, ORIGIN, TERM, CONVOLUTION, ORDER, SELECT, FUSED ->
                    throw new IllegalArgumentException(operation.name());
        };
    }

    private static double truth(boolean holds) {
        return holds ? 1 : 0;
    }

    private Node node(Operation operation, List<Node> operands, double value, int index) {
        boolean fixed = operation == Operation.CONSTANT || operation == Operation.PARAMETER
                || !operands.isEmpty() && operands.stream().noneMatch(Node::varies);
        long distinct = operation == Operation.CONSTANT ? Double.doubleToLongBits(value) : index;
        Key key = new Key(operation, operands.stream().map(Node::id).toList(), distinct);
        return nodes.computeIfAbsent(key, k -> new Node(nodes.size(), operation, operands, value, index, !fixed));
    }
}

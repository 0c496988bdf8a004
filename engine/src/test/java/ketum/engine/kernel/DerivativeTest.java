package ketum.engine.kernel;

import static ketum.engine.Models.call;
import static ketum.engine.Models.exp;
import static ketum.engine.Models.minus;
import static ketum.engine.Models.negative;
import static ketum.engine.Models.number;
import static ketum.engine.Models.over;
import static ketum.engine.Models.power;
import static ketum.engine.Models.product;
import static ketum.engine.Models.sum;
import static ketum.engine.Models.symbol;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import ketum.engine.model.Expression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivativeTest {

    private final Graph graph = new Graph();
    private final Derivative derivative = new Derivative(graph);
    private final Node x = graph.state(0);
    private final Node y = graph.state(1);
    private final Node g = graph.parameter(0);

    private Node node(Expression expression) {
        return graph.of(expression, id -> switch (id) {
            case "x" -> x;
            case "y" -> y;
            case "g" -> g;
            default -> throw new IllegalArgumentException(id);
        });
    }

    private double slope(Expression expression, Node leaf, double atX, double atY, double atG) {
        return value(derivative.of(node(expression), leaf), atX, atY, atG);
    }

    private double value(Node node, double atX, double atY, double atG) {
        return value(node, Map.of(x, atX, y, atY, g, atG), new HashMap<>());
    }

    /** Walks the graph; a condition is 1 or 0. */
    private static double value(Node node, Map<Node, Double> leaves, Map<Node, Double> known) {
        if (leaves.containsKey(node)) {
            return leaves.get(node);
        }
        Double done = known.get(node);
        if (done == null) {
            List<Double> v = node.operands().stream().map(operand -> value(operand, leaves, known)).toList();
            done = switch (node.operation()) {
                case CONSTANT -> node.value();
                case NEGATE -> -v.get(0);
                case ADD -> v.get(0) + v.get(1);
                case SUBTRACT -> v.get(0) - v.get(1);
                case MULTIPLY -> v.get(0) * v.get(1);
                case DIVIDE -> v.get(0) / v.get(1);
                case MINIMUM -> Math.min(v.get(0), v.get(1));
                case MAXIMUM -> Math.max(v.get(0), v.get(1));
                case ABSOLUTE -> Math.abs(v.get(0));
                case ROOT -> StrictMath.sqrt(v.get(0));
                case EXP -> StrictMath.exp(v.get(0));
                case LN -> StrictMath.log(v.get(0));
                case SELECT -> v.get(0) != 0 ? v.get(1) : v.get(2);
                case LESS -> v.get(0) < v.get(1) ? 1.0 : 0.0;
                case LESS_OR_EQUAL -> v.get(0) <= v.get(1) ? 1.0 : 0.0;
                case GREATER -> v.get(0) > v.get(1) ? 1.0 : 0.0;
                case GREATER_OR_EQUAL -> v.get(0) >= v.get(1) ? 1.0 : 0.0;
                case EQUAL -> v.get(0).doubleValue() == v.get(1) ? 1.0 : 0.0;
                case NOT_EQUAL -> v.get(0).doubleValue() != v.get(1) ? 1.0 : 0.0;
                case AND -> v.get(0) * v.get(1);
                case OR -> Math.max(v.get(0), v.get(1));
                case NOT -> 1 - v.get(0);
                default -> throw new IllegalArgumentException(node.operation().name());
            };
            known.put(node, done);
        }
        return done;
    }

    @Test
    void closedForms() {
        assertEquals(2 * 1.7 * StrictMath.exp(1.7 * 1.7), slope(exp(power("x", 2)), x, 1.7, 0, 0), 1e-13);
        assertEquals(-3 / StrictMath.pow(1.7, 4), slope(power("x", -3), x, 1.7, 0, 0), 1e-15);
        assertEquals(1 / 1.7, slope(call(Expression.Function.LN, "x"), x, 1.7, 0, 0), 1e-16);
        assertEquals(0.5 / StrictMath.sqrt(1.7), slope(call(Expression.Function.SQRT, "x"), x, 1.7, 0, 0), 1e-16);
        assertEquals(-1, slope(call(Expression.Function.ABS, "x"), x, -2, 0, 0));
        assertEquals(2.5 * StrictMath.pow(1.7, 1.5), slope(power("x", "g"), x, 1.7, 0, 2.5), 1e-14);
        assertEquals(StrictMath.pow(1.7, 2.5) * StrictMath.log(1.7), slope(power("x", "g"), g, 1.7, 0, 2.5), 1e-14);
        // Michaelis and Menten: d(x/(g+x))/dx = g/(g+x)²
        assertEquals(3 / 16.0, slope(over("x", sum("g", "x")), x, 1, 0, 3), 1e-16);
    }

    /** Oracle: the limit of g·x^(g-1); what max(x, 0) cuts off has slope 0, even where the power is infinitely steep. */
    @ParameterizedTest
    @CsvSource({"0, 1.4, 0", "0, 2, 0", "0, 1, 1", "0, 0, 0", "0, 0.8, Infinity", "3, 0, 0", "3, 1, 1", "2, 3, 12"})
    void powersHaveTheirTrueSlopeAtZero(double base, double exponent, double expected) {
        assertEquals(expected, slope(power("x", "g"), x, base, 0, exponent), 1e-14);
        assertEquals(expected, slope(power("x", exponent), x, base, 0, 0), 1e-14);
        Expression cut = power(over(new Expression.Maximum(symbol("x"), number(0)), 2), "g");
        assertEquals(0, slope(cut, x, -1, 0, exponent), 0);
        assertEquals(base == 0 ? 0 : expected / StrictMath.pow(2, exponent), slope(cut, x, base, 0, exponent), 1e-14);
    }

    /** Oracle: the limit of E·g·x^(g-1)/(1+x^g)² at nought. */
    @Test
    void aHillTermAtNoConcentrationHasNoSlope() {
        Expression u = power(over(new Expression.Maximum(number(0), symbol("x")), sum(1, "y")), "g");
        Expression hill = over(product(100, u), sum(1, u));
        for (Node leaf : List.of(x, y, g)) {
            assertEquals(0, slope(hill, leaf, 0, 0.3, 1.4), 0);
        }
        assertTrue(slope(hill, x, 1e-9, 0.3, 1.4) > 0);
    }

    @Test
    void whatDoesNotDependOnTheLeafIsTheConstantZero() {
        assertSame(graph.constant(0), derivative.of(node(product(exp("y"), power("y", "g"))), x));
        assertSame(graph.constant(1), derivative.of(node(sum("x", exp("y"))), x));
        assertSame(node(exp("y")), derivative.of(node(product("x", exp("y"))), x));
    }

    /** Oracle: central differences on two step sizes; points near a corner or a jump, where the two differ, are left out. */
    @Test
    void agreesWithDifferencesOnRandomExpressions() {
        SplittableRandom random = new SplittableRandom(20);
        int compared = 0;
        for (int trial = 0; trial < 3000; trial++) {
            Node value = node(random(random, 5));
            double[] at = {random.nextDouble(-2, 2), random.nextDouble(-2, 2), random.nextDouble(0.1, 3)};
            for (int variable = 0; variable < 3; variable++) {
                double exact = value(derivative.of(value, List.of(x, y, g).get(variable)), at[0], at[1], at[2]);
                double wide = difference(value, at, variable, 2e-4);
                double narrow = difference(value, at, variable, 1e-4);
                double scale = Math.max(1, Math.abs(value(value, at[0], at[1], at[2])) + Math.abs(narrow));
                if (Math.abs(wide - narrow) < 1e-6 * scale && scale < 1e6) {
                    assertEquals((4 * narrow - wide) / 3, exact, 2e-6 * scale, "trial " + trial);
                    compared += exact == 0 ? 0 : 1;
                }
            }
        }
        assertTrue(compared > 3000, "compared " + compared);
    }

    private double difference(Node node, double[] at, int variable, double h) {
        double[] above = at.clone();
        double[] below = at.clone();
        above[variable] += h;
        below[variable] -= h;
        return (value(node, above[0], above[1], above[2]) - value(node, below[0], below[1], below[2])) / (2 * h);
    }

    private static Expression random(SplittableRandom random, int depth) {
        if (depth == 0) {
            return switch (random.nextInt(5)) {
                case 0, 1 -> symbol("x");
                case 2 -> symbol("y");
                case 3 -> symbol("g");
                default -> number(random.nextInt(-2, 3));
            };
        }
        Expression a = random(random, random.nextInt(depth));
        Expression b = random(random, random.nextInt(depth));
        return switch (random.nextInt(14)) {
            case 0, 1 -> sum(a, b);
            case 2 -> minus(a, b);
            case 3, 4 -> product(a, b);
            case 5 -> over(a, sum(1.5, product(b, b)));
            case 6 -> negative(a);
            case 7 -> exp(over(a, sum(1, call(Expression.Function.ABS, a))));
            case 8 -> call(Expression.Function.LN, sum(0.5, product(a, a)));
            case 9 -> call(Expression.Function.SQRT, sum(0.5, product(a, a)));
            case 10 -> power(sum(0.5, product(a, a)), over(b, sum(1, call(Expression.Function.ABS, b))));
            case 11 -> power(a, random.nextInt(0, 4));
            case 12 -> new Expression.Choose(List.of(new Expression.Branch(a, new Expression.Compare(Expression.Comparison.LESS, b, a))), b);
            default -> random.nextBoolean() ? new Expression.Minimum(a, b) : new Expression.Maximum(a, b);
        };
    }
}

package ketum.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import ketum.engine.model.Expression.Branch;
import ketum.engine.model.Expression.Comparison;
import ketum.engine.model.Expression.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InfixTest {

    private static final String FRAME = "model m; unit time_unit = dimensionless*second; unit D = dimensionless\n"
            + "a = 1 D; b = 2 D; o = 3 D; ot = 4 D; y has D; y := %s\nend";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void writtenExpressionReadsBackTheSame(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            Expression expression = number(random, 5);
            assertEquals(expression, read(Infix.of(expression)), () -> Infix.of(expression));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {6, 7})
    void bodyOfAFunctionIsPutInPlaceUnchanged(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Expression expression = number(random, 4);
            String text = "function f(b, o, ot, x)\n" + Infix.of(Dependencies.replace(expression, Map.of("a", new Expression.Symbol("x"))))
                    + "\nend\n" + FRAME.formatted("f(b, o, ot, a)");
            assertEquals(expression, Model.parse("infix", text).assignments().getFirst().expression(), () -> text);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a - (b - o)   | a - (b - o)
            (a - b) - o   | a - b - o
            a/(b*o)       | a/(b*o)
            (a/b)*o       | a/b*o
            -(a^2)        | -a^2
            (-a)^2        | (-a)^2
            (-a)*b        | -a*b
            -(a*b)        | -(a*b)
            -(o)          | - o
            a^(b^2)       | a^(b^2)
            a^-(1/2)      | a^(-0.5)
            pow(a, -2)    | a^(-2)
            """)
    void noMoreBracketsThanNeeded(String text, String written) {
        assertEquals(written, Infix.of(read(text)));
    }

    private static Expression read(String formula) {
        return Model.parse("infix", FRAME.formatted(formula)).assignments().getFirst().expression();
    }

    private static Expression number(Random random, int depth) {
        if (depth == 0) {
            return random.nextBoolean() ? new Expression.Symbol(List.of("a", "b", "o", "ot").get(random.nextInt(4)))
                    : new Expression.Constant(random.nextInt(3) == 0 ? random.nextDouble() * 1e-6 : 1 + random.nextInt(9));
        }
        Expression left = number(random, depth - 1);
        Expression right = number(random, random.nextInt(depth));
        return switch (random.nextInt(11)) {
            case 0 -> new Expression.Add(left, right);
            case 1 -> new Expression.Subtract(left, right);
            case 2 -> new Expression.Multiply(left, right);
            case 3 -> new Expression.Divide(left, right);
            case 4 -> new Expression.Power(left, Arithmetic.folded(right));
            case 5 -> new Expression.Negate(left);
            case 6 -> new Expression.Call(Function.values()[random.nextInt(5)], left);
            case 7 -> new Expression.Minimum(left, right);
            case 8 -> new Expression.Maximum(right, left);
            case 9 -> new Expression.Choose(List.of(new Branch(left, condition(random, depth - 1)),
                    new Branch(right, condition(random, 0))), left);
            default -> new Expression.Choose(List.of(new Branch(right, condition(random, 1))), left);
        };
    }

    private static Expression condition(Random random, int depth) {
        if (depth == 0) {
            return new Expression.Compare(Comparison.values()[random.nextInt(6)], number(random, 1), number(random, 0));
        }
        return switch (random.nextInt(3)) {
            case 0 -> new Expression.And(condition(random, depth - 1), condition(random, 0));
            case 1 -> new Expression.Or(condition(random, 0), condition(random, depth - 1));
            default -> new Expression.Not(condition(random, depth - 1));
        };
    }
}

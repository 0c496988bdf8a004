package ketum.engine.model;

import java.util.stream.Collectors;
import ketum.engine.model.Expression.Add;
import ketum.engine.model.Expression.And;
import ketum.engine.model.Expression.Call;
import ketum.engine.model.Expression.Choose;
import ketum.engine.model.Expression.Compare;
import ketum.engine.model.Expression.Comparison;
import ketum.engine.model.Expression.Constant;
import ketum.engine.model.Expression.Divide;
import ketum.engine.model.Expression.Maximum;
import ketum.engine.model.Expression.Minimum;
import ketum.engine.model.Expression.Multiply;
import ketum.engine.model.Expression.Negate;
import ketum.engine.model.Expression.Not;
import ketum.engine.model.Expression.Or;
import ketum.engine.model.Expression.Power;
import ketum.engine.model.Expression.Subtract;
import ketum.engine.model.Expression.Symbol;
import ketum.engine.model.Expression.Time;

/** Writes an expression as Antimony text, with no more brackets than it needs to be read back as the same expression. */
final class Infix {

    private static final int OR = 1;
    private static final int COMPARE = 2;
    private static final int SUM = 3;
    private static final int PRODUCT = 4;
    private static final int SIGN = 5;
    private static final int POWER = 6;
    private static final int ATOM = 7;

    private Infix() {
    }

    static String of(Expression expression) {
        return at(expression, 0);
    }

    /** As {@link #of}, cut to a length that fits into a message. */
    static String brief(Expression expression) {
        String text = of(expression);
        return text.length() <= 120 ? text : text.substring(0, 117) + "...";
    }

    static String symbol(Comparison comparison) {
        return switch (comparison) {
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
            case EQUAL -> "==";
            case NOT_EQUAL -> "!=";
        };
    }

    private static String at(Expression expression, int outer) {
        return switch (expression) {
            case Constant(double value) -> value < 0 ? "(" + number(value) + ")" : number(value);
            case Time() -> "time";
            case Symbol(String id) -> id;
            case Negate(var of) -> wrap(minus(at(of, POWER)), SIGN, outer);
            case Add(var left, var right) -> binary(left, " + ", right, SUM, outer);
            case Subtract(var left, var right) -> binary(left, " - ", right, SUM, outer);
            case Multiply(var left, var right) -> binary(left, "*", right, PRODUCT, outer);
            case Divide(var left, var right) -> binary(left, "/", right, PRODUCT, outer);
            case Power(var base, var exponent) -> wrap(at(base, ATOM) + "^" + at(exponent, ATOM), POWER, outer);
            case Call(var function, var argument) -> function.name().toLowerCase(java.util.Locale.ROOT) + "(" + of(argument) + ")";
            case Minimum(var left, var right) -> "min(" + of(left) + ", " + of(right) + ")";
            case Maximum(var left, var right) -> "max(" + of(left) + ", " + of(right) + ")";
            case Choose(var branches, var otherwise) -> branches.stream()
                    .map(branch -> of(branch.value()) + ", " + of(branch.condition()) + ", ")
                    .collect(Collectors.joining("", "piecewise(", of(otherwise) + ")"));
            case Compare(var comparison, var left, var right) ->
                    wrap(at(left, SUM) + " " + symbol(comparison) + " " + at(right, SUM), COMPARE, outer);
            case And(var left, var right) -> wrap(at(left, COMPARE) + " && " + at(right, COMPARE), OR, outer);
            case Or(var left, var right) -> wrap(at(left, COMPARE) + " || " + at(right, COMPARE), OR, outer);
            case Not(var of) -> wrap("!" + at(of, ATOM), SIGN, outer);
        };
    }

    /** In Antimony {@code -o} starts an interaction. */
    private static String minus(String text) {
        return (text.startsWith("o") ? "- " : "-") + text;
    }

    private static String binary(Expression left, String operator, Expression right, int level, int outer) {
        return wrap(at(left, level) + operator + at(right, level + 1), level, outer);
    }

    private static String wrap(String text, int level, int outer) {
        return level < outer ? "(" + text + ")" : text;
    }

    private static String number(double value) {
        return value == StrictMath.rint(value) && Math.abs(value) < 1e9 ? Long.toString((long) value) : Double.toString(value);
    }
}

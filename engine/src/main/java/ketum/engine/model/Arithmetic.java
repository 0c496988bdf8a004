package ketum.engine.model;

import java.util.function.DoubleBinaryOperator;
import ketum.engine.model.Expression.Add;
import ketum.engine.model.Expression.Call;
import ketum.engine.model.Expression.Constant;
import ketum.engine.model.Expression.Divide;
import ketum.engine.model.Expression.Multiply;
import ketum.engine.model.Expression.Negate;
import ketum.engine.model.Expression.Power;
import ketum.engine.model.Expression.Subtract;

/** Works out formulas that consist of numbers alone, the same on every machine. */
final class Arithmetic {

    private Arithmetic() {
    }

    /** The value of arithmetic on numbers, or null where the expression has anything else in it. */
    static Double value(Expression expression) {
        return switch (expression) {
            case Constant(double number) -> number;
            case Negate(var of) -> value(of) instanceof Double number ? (Double) (-number) : null;
            case Add(var left, var right) -> value(left, right, Double::sum);
            case Subtract(var left, var right) -> value(left, right, (a, b) -> a - b);
            case Multiply(var left, var right) -> value(left, right, (a, b) -> a * b);
            case Divide(var left, var right) -> value(left, right, (a, b) -> a / b);
            case Power(var left, var right) -> value(left, right, StrictMath::pow);
            case Call(var function, var argument) -> value(argument) instanceof Double number ? (Double) value(function, number) : null;
            default -> null;
        };
    }

    /** The expression as one number if it is a finite one; never -0. */
    static Expression folded(Expression expression) {
        return value(expression) instanceof Double number && Double.isFinite(number) ? new Constant(number + 0.0) : expression;
    }

    private static double value(Expression.Function function, double argument) {
        return switch (function) {
            case EXP -> StrictMath.exp(argument);
            case LN -> StrictMath.log(argument);
            case LOG10 -> StrictMath.log10(argument);
            case SQRT -> StrictMath.sqrt(argument);
            case ABS -> Math.abs(argument);
        };
    }

    private static Double value(Expression left, Expression right, DoubleBinaryOperator operator) {
        return value(left) instanceof Double a && value(right) instanceof Double b ? (Double) operator.applyAsDouble(a, b) : null;
    }
}

package ketum.engine.model;

import java.util.Map;
import ketum.engine.model.Expression.Add;
import ketum.engine.model.Expression.And;
import ketum.engine.model.Expression.Call;
import ketum.engine.model.Expression.Choose;
import ketum.engine.model.Expression.Compare;
import ketum.engine.model.Expression.Constant;
import ketum.engine.model.Expression.Divide;
import ketum.engine.model.Expression.Function;
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
import org.antlr.v4.runtime.Token;

/**
 * Finds the unit of an expression and whether its parts fit together.
 *
 * <p>The literal 0 fits any unit, since zero of one thing is zero of any other on these scales (no unit here has an offset,
 * as degrees Celsius do); any other literal is dimensionless. Same kind but another scale (hours and seconds) does not fit.
 */
final class UnitCheck {

    /** An expression whose units do not fit together. */
    static final class Unbalanced extends RuntimeException {
        Unbalanced(String problem) {
            super(problem);
        }
    }

    private final Map<String, Unit> units;
    private final Unit time;

    UnitCheck(Map<String, Unit> units, Unit time) {
        this.units = units;
        this.time = time;
    }

    /** Checks at a place in a text, so that the message names it. */
    void balanced(Token where, Runnable checks) {
        try {
            checks.run();
        } catch (Unbalanced e) {
            throw Place.problem(where, "units do not balance: " + e.getMessage());
        }
    }

    /** @throws Unbalanced unless the expression has the wanted unit */
    void require(Unit wanted, String of, Expression expression) {
        Unit found = unit(expression);
        if (found != null && !found.matches(wanted)) {
            throw new Unbalanced(of + " must be in " + wanted.ucum() + ", but `" + Infix.brief(expression) + "` is in "
                    + found.ucum() + scaleNote(found, wanted));
        }
    }

    /** The unit of an expression; null where any unit fits (the literal 0); dimensionless for a condition. */
    Unit unit(Expression expression) {
        return switch (expression) {
            case Constant(double value) -> value == 0 ? null : Unit.DIMENSIONLESS;
            case Time() -> time;
            case Symbol(String id) -> units.get(id);
            case Negate(var of) -> unit(of);
            case Add(var left, var right) -> same("+", left, right);
            case Subtract(var left, var right) -> same("-", left, right);
            case Minimum(var left, var right) -> same("min", left, right);
            case Maximum(var left, var right) -> same("max", left, right);
            case Multiply(var left, var right) -> product(unit(left), unit(right), 1);
            case Divide(var left, var right) -> product(unit(left), unit(right), -1);
            case Power(var base, var exponent) -> power(base, exponent);
            case Call(var function, var argument) -> call(function, argument);
            case Choose choose -> choose(choose);
            case Compare(var comparison, var left, var right) -> {
                same(Infix.symbol(comparison), left, right);
                yield Unit.DIMENSIONLESS;
            }
            case And(var left, var right) -> condition(left, right);
            case Or(var left, var right) -> condition(left, right);
            case Not(var of) -> condition(of, of);
        };
    }

    private Unit condition(Expression left, Expression right) {
        unit(left);
        if (left != right) {
            unit(right);
        }
        return Unit.DIMENSIONLESS;
    }

    private Unit same(String operator, Expression left, Expression right) {
        Unit a = unit(left);
        Unit b = unit(right);
        if (a != null && b != null && !a.matches(b)) {
            throw new Unbalanced("the two sides of " + operator + " differ: `" + Infix.brief(left) + "` is in " + a.ucum()
                    + ", `" + Infix.brief(right) + "` is in " + b.ucum() + scaleNote(a, b));
        }
        return a == null ? b : a;
    }

    private static Unit product(Unit left, Unit right, int sign) {
        if (left == null || right == null) {
            return null;
        }
        try {
            return sign > 0 ? left.times(right) : left.per(right);
        } catch (ArithmeticException e) {
            throw new Unbalanced(e.getMessage());
        }
    }

    private Unit power(Expression base, Expression exponent) {
        require(Unit.DIMENSIONLESS, "an exponent", exponent);
        Unit of = unit(base);
        if (of == null || of.isDimensionless()) {
            return Unit.DIMENSIONLESS;
        }
        if (!(exponent instanceof Constant(double number))) {
            throw new Unbalanced("`" + Infix.brief(base) + "` is in " + of.ucum()
                    + ": only a dimensionless value can be raised to a power that is not a number; divide it by a reference value first");
        }
        return raise(of, number, base);
    }

    private static Unit raise(Unit of, double exponent, Expression base) {
        try {
            Unit raised = of.power(exponent);
            if (raised != null) {
                return raised;
            }
        } catch (ArithmeticException e) {
            throw new Unbalanced(e.getMessage());
        }
        throw new Unbalanced("`" + Infix.brief(base) + "` is in " + of.ucum() + ", which has no whole power of " + exponent);
    }

    private Unit call(Function function, Expression argument) {
        return switch (function) {
            case EXP, LN, LOG10 -> {
                require(Unit.DIMENSIONLESS, "the argument of " + function.name().toLowerCase(java.util.Locale.ROOT), argument);
                yield Unit.DIMENSIONLESS;
            }
            case ABS -> unit(argument);
            case SQRT -> {
                Unit of = unit(argument);
                yield of == null ? null : raise(of, 0.5, argument);
            }
        };
    }

    private Unit choose(Choose choose) {
        Unit found = null;
        Expression first = null;
        for (int i = 0; i <= choose.branches().size(); i++) {
            boolean last = i == choose.branches().size();
            Expression value = last ? choose.otherwise() : choose.branches().get(i).value();
            if (!last) {
                unit(choose.branches().get(i).condition());
            }
            Unit unit = unit(value);
            if (unit != null && found != null && !unit.matches(found)) {
                throw new Unbalanced("the values of piecewise differ: `" + Infix.brief(first) + "` is in " + found.ucum()
                        + ", `" + Infix.brief(value) + "` is in " + unit.ucum() + scaleNote(found, unit));
            }
            if (found == null) {
                found = unit;
                first = value;
            }
        }
        return found;
    }

    private static String scaleNote(Unit found, Unit wanted) {
        if (!found.sameDimension(wanted)) {
            return "";
        }
        return " (the same kind of quantity on another scale: 1 " + found.ucum() + " is "
                + Double.toString(found.factorTo(wanted)) + " " + wanted.ucum() + "; multiply by a declared conversion parameter)";
    }
}

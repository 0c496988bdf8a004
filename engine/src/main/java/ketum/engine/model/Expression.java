package ketum.engine.model;

import java.util.List;
import java.util.Set;

/**
 * An immutable mathematical expression of a model, as it stands after user functions were put in place of their calls.
 *
 * <p>Numbers are in the units their model declares; the unit check has already made sure that they balance.
 * A condition (the {@link Compare}, {@link And}, {@link Or} and {@link Not} forms) occurs only inside a
 * {@link Choose} and as what a {@link Model.Event} waits for.
 */
public sealed interface Expression {

    /** This expression as Antimony text, e.g. {@code ka*G - k*A}. */
    default String infix() {
        return Infix.of(this);
    }

    /** Ids that this expression names, in order of first use. */
    default Set<String> symbols() {
        return Dependencies.of(this);
    }

    /** Whether this expression names the time itself. */
    default boolean usesTime() {
        return Dependencies.usesTime(this);
    }

    /** A literal; in a model file a bare number is dimensionless. */
    record Constant(double value) implements Expression {}

    /** The independent variable, in the model's time unit. */
    record Time() implements Expression {}

    /** The value of the state, parameter or assigned variable with this id. */
    record Symbol(String id) implements Expression {}

    record Negate(Expression of) implements Expression {}

    record Add(Expression left, Expression right) implements Expression {}

    record Subtract(Expression left, Expression right) implements Expression {}

    record Multiply(Expression left, Expression right) implements Expression {}

    record Divide(Expression left, Expression right) implements Expression {}

    /** {@code base ^ exponent}; a whole-number constant exponent is exact repeated multiplication, any other is exp(exponent * ln(base)). */
    record Power(Expression base, Expression exponent) implements Expression {}

    record Call(Function function, Expression argument) implements Expression {}

    record Minimum(Expression left, Expression right) implements Expression {}

    record Maximum(Expression left, Expression right) implements Expression {}

    /** The value of the first branch whose condition holds, else {@code otherwise}. */
    record Choose(List<Branch> branches, Expression otherwise) implements Expression {
        public Choose {
            branches = List.copyOf(branches);
        }
    }

    record Compare(Comparison comparison, Expression left, Expression right) implements Expression {}

    record And(Expression left, Expression right) implements Expression {}

    record Or(Expression left, Expression right) implements Expression {}

    record Not(Expression of) implements Expression {}

    /** One arm of a {@link Choose}. */
    record Branch(Expression value, Expression condition) {}

    /** Built-in functions of one argument. */
    enum Function { EXP, LN, LOG10, SQRT, ABS }

    enum Comparison { LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL }
}

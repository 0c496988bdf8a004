package ketum.engine.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import ketum.engine.model.Expression.Add;
import ketum.engine.model.Expression.And;
import ketum.engine.model.Expression.Branch;
import ketum.engine.model.Expression.Call;
import ketum.engine.model.Expression.Choose;
import ketum.engine.model.Expression.Compare;
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

/** Which names an expression uses, and putting expressions in their place. */
final class Dependencies {

    private Dependencies() {
    }

    /** Ids used by an expression, in order of first use. */
    static Set<String> of(Expression expression) {
        var ids = new LinkedHashSet<String>();
        visit(expression, part -> {
            if (part instanceof Symbol(String id)) {
                ids.add(id);
            }
        });
        return ids;
    }

    static boolean usesTime(Expression expression) {
        boolean[] found = new boolean[1];
        visit(expression, part -> found[0] |= part instanceof Time);
        return found[0];
    }

    /** Shows an expression and all its parts, itself first. */
    static void visit(Expression expression, Consumer<Expression> visitor) {
        visitor.accept(expression);
        for (Expression part : parts(expression)) {
            visit(part, visitor);
        }
    }

    static List<Expression> parts(Expression expression) {
        return switch (expression) {
            case Constant _, Time _, Symbol _ -> List.of();
            case Negate(var of) -> List.of(of);
            case Add(var left, var right) -> List.of(left, right);
            case Subtract(var left, var right) -> List.of(left, right);
            case Multiply(var left, var right) -> List.of(left, right);
            case Divide(var left, var right) -> List.of(left, right);
            case Power(var base, var exponent) -> List.of(base, exponent);
            case Call(var _, var argument) -> List.of(argument);
            case Minimum(var left, var right) -> List.of(left, right);
            case Maximum(var left, var right) -> List.of(left, right);
            case Choose(var branches, var otherwise) -> {
                var parts = new java.util.ArrayList<Expression>();
                for (Branch branch : branches) {
                    parts.add(branch.value());
                    parts.add(branch.condition());
                }
                parts.add(otherwise);
                yield parts;
            }
            case Compare(var _, var left, var right) -> List.of(left, right);
            case And(var left, var right) -> List.of(left, right);
            case Or(var left, var right) -> List.of(left, right);
            case Not(var of) -> List.of(of);
        };
    }

    /** The expression with every symbol that the map names replaced by what it maps to. */
    static Expression replace(Expression in, Map<String, Expression> by) {
        return switch (in) {
            case Constant _, Time _ -> in;
            case Symbol(String id) -> by.getOrDefault(id, in);
            case Negate(var of) -> new Negate(replace(of, by));
            case Add(var left, var right) -> new Add(replace(left, by), replace(right, by));
            case Subtract(var left, var right) -> new Subtract(replace(left, by), replace(right, by));
            case Multiply(var left, var right) -> new Multiply(replace(left, by), replace(right, by));
            case Divide(var left, var right) -> new Divide(replace(left, by), replace(right, by));
            case Power(var base, var exponent) -> new Power(replace(base, by), Arithmetic.folded(replace(exponent, by)));
            case Call(var function, var argument) -> new Call(function, replace(argument, by));
            case Minimum(var left, var right) -> new Minimum(replace(left, by), replace(right, by));
            case Maximum(var left, var right) -> new Maximum(replace(left, by), replace(right, by));
            case Choose(var branches, var otherwise) -> new Choose(branches.stream()
                    .map(branch -> new Branch(replace(branch.value(), by), replace(branch.condition(), by))).toList(),
                    replace(otherwise, by));
            case Compare(var comparison, var left, var right) -> new Compare(comparison, replace(left, by), replace(right, by));
            case And(var left, var right) -> new And(replace(left, by), replace(right, by));
            case Or(var left, var right) -> new Or(replace(left, by), replace(right, by));
            case Not(var of) -> new Not(replace(of, by));
        };
    }
}

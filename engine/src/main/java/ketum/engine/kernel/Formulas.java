package ketum.engine.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ketum.engine.model.Expression;
import ketum.engine.model.Model;

/** Turns nodes back into expressions. What several of them share becomes an assignment, so that nothing is written twice. */
final class Formulas {

    private final List<String> states;
    private final List<String> parameters;
    private final Set<Node> seen = new HashSet<>();
    private final Set<Node> shared = new HashSet<>();
    private final Map<Node, Expression> done = new HashMap<>();
    private final List<Model.Assignment> assignments = new ArrayList<>();

    /**
     * @param states     ids by row
     * @param parameters ids by row
     * @param roots      all nodes that will be asked for
     */
    Formulas(List<String> states, List<String> parameters, List<Node> roots) {
        this.states = states;
        this.parameters = parameters;
        roots.forEach(this::count);
    }

    private void count(Node node) {
        if (node.operation().leaf()) {
            return;
        }
        if (!seen.add(node)) {
            if (!node.operation().condition()) {
                shared.add(node);
            }
            return;
        }
        node.operands().forEach(this::count);
    }

    Expression of(Node node) {
        Expression known = done.get(node);
        if (known == null) {
            known = write(node);
            if (shared.contains(node)) {
                String id = "shared#" + (assignments.size() + 1); // no name in a model text contains #
                assignments.add(new Model.Assignment(id, "1", known, 0));
                known = new Expression.Symbol(id);
            }
            done.put(node, known);
        }
        return known;
    }

    /** What the expressions so far share, each using only earlier ones; their units are not worked out. */
    List<Model.Assignment> assignments() {
        return assignments;
    }

    private Expression write(Node node) {
        List<Expression> of = node.operands().stream().map(this::of).toList();
        return switch (node.operation()) {
            case CONSTANT -> new Expression.Constant(node.value());
            case TIME -> new Expression.Time();
            case STATE -> new Expression.Symbol(states.get(node.index()));
            case PARAMETER -> new Expression.Symbol(parameters.get(node.index()));
            case NEGATE -> new Expression.Negate(of.get(0));
            case ADD -> new Expression.Add(of.get(0), of.get(1));
            case SUBTRACT -> new Expression.Subtract(of.get(0), of.get(1));
            case MULTIPLY -> new Expression.Multiply(of.get(0), of.get(1));
            case DIVIDE -> new Expression.Divide(of.get(0), of.get(1));
            case MINIMUM -> new Expression.Minimum(of.get(0), of.get(1));
            case MAXIMUM -> new Expression.Maximum(of.get(0), of.get(1));
            case ABSOLUTE -> new Expression.Call(Expression.Function.ABS, of.get(0));
            case ROOT -> new Expression.Call(Expression.Function.SQRT, of.get(0));
            case EXP -> new Expression.Call(Expression.Function.EXP, of.get(0));
            case LN -> new Expression.Call(Expression.Function.LN, of.get(0));
            case SELECT -> new Expression.Choose(List.of(new Expression.Branch(of.get(1), of.get(0))), of.get(2));
            case LESS -> compare(Expression.Comparison.LESS, of);
            case LESS_OR_EQUAL -> compare(Expression.Comparison.LESS_OR_EQUAL, of);
            case GREATER -> compare(Expression.Comparison.GREATER, of);
            case GREATER_OR_EQUAL -> compare(Expression.Comparison.GREATER_OR_EQUAL, of);
            case EQUAL -> compare(Expression.Comparison.EQUAL, of);
            case NOT_EQUAL -> compare(Expression.Comparison.NOT_EQUAL, of);
            case AND -> new Expression.And(of.get(0), of.get(1));
            case OR -> new Expression.Or(of.get(0), of.get(1));
            case NOT -> new Expression.Not(of.get(0));
            case ORIGIN, TERM, CONVOLUTION, ORDER, FUSED -> throw new IllegalArgumentException("no formula has " + node.operation());
        };
    }

    private static Expression compare(Expression.Comparison comparison, List<Expression> of) {
        return new Expression.Compare(comparison, of.get(0), of.get(1));
    }
}

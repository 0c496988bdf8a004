package ketum.engine.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import ketum.engine.model.Expression.Branch;
import ketum.engine.model.Expression.Comparison;
import ketum.engine.model.Expression.Constant;
import ketum.engine.model.Expression.Function;
import ketum.engine.model.antlr.AntimonyLexer;
import ketum.engine.model.antlr.AntimonyParser.AtomContext;
import ketum.engine.model.antlr.AntimonyParser.BracketsContext;
import ketum.engine.model.antlr.AntimonyParser.CallContext;
import ketum.engine.model.antlr.AntimonyParser.ExpressionContext;
import ketum.engine.model.antlr.AntimonyParser.FunctionContext;
import ketum.engine.model.antlr.AntimonyParser.NameContext;
import ketum.engine.model.antlr.AntimonyParser.NumberContext;
import ketum.engine.model.antlr.AntimonyParser.PathContext;
import ketum.engine.model.antlr.AntimonyParser.PowerContext;
import ketum.engine.model.antlr.AntimonyParser.ProductContext;
import ketum.engine.model.antlr.AntimonyParser.RelationContext;
import ketum.engine.model.antlr.AntimonyParser.SignedContext;
import ketum.engine.model.antlr.AntimonyParser.SumContext;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Turns parsed formulas into expressions, putting the body of each user function in place of its calls.
 *
 * <p>Where tools that read Antimony disagree or a reader may stumble (a^b^c, a &lt; b &lt; c, && beside ||), brackets are demanded.
 */
final class ExpressionReader {

    static final int DEEPEST = 200;
    static final int MOST_PARTS = 20_000;
    private static final long MOST_WORK = 2_000_000;

    /** @param order of functions and models as they stand in the text; a function can be used by what comes after it */
    private record UserFunction(int order, List<String> parameters, Expression body) {}

    /** What the names in a formula mean. */
    interface Names {

        /** Called for each name that is not built in; throws where it is not known. */
        Expression named(PathContext name);

        /** Functions of a lower order are known. */
        int order();
    }

    private final Map<String, UserFunction> functions = new HashMap<>();
    private long work;

    /** Whether there is a function of this name among those before a place. */
    boolean isFunction(String name, int order) {
        UserFunction function = functions.get(name);
        return function != null && function.order < order;
    }

    void define(FunctionContext definition, int order) {
        Token name = definition.NAME(0).getSymbol();
        Vocabulary.requireFree(name);
        if (functions.containsKey(name.getText())) {
            throw Place.problem(name, "function `" + name.getText() + "` is defined twice");
        }
        var parameters = new ArrayList<String>();
        for (TerminalNode parameter : definition.NAME().subList(1, definition.NAME().size())) {
            Vocabulary.requireFree(parameter.getSymbol());
            if (isFunction(parameter.getText(), order) || parameter.getText().equals(name.getText())) {
                throw Place.problem(parameter.getSymbol(), "`" + parameter.getText() + "` is already the name of a function");
            }
            if (parameters.contains(parameter.getText())) {
                throw Place.problem(parameter.getSymbol(), "parameter `" + parameter.getText() + "` occurs twice");
            }
            parameters.add(parameter.getText());
        }
        Names names = new Names() {
            @Override
            public Expression named(PathContext used) {
                if (!parameters.contains(used.getText())) {
                    throw Place.problem(used, "`" + used.getText() + "` is not a parameter of function `" + name.getText()
                            + "`; a function may use nothing but its parameters");
                }
                return new Expression.Symbol(used.getText());
            }

            @Override
            public int order() {
                return order;
            }
        };
        Expression body = value(definition.expression(), names, name.getText());
        functions.put(name.getText(), new UserFunction(order, List.copyOf(parameters), body));
    }

    /** A number-valued expression. */
    Expression value(ExpressionContext context, Names names) {
        return value(context, names, null);
    }

    private Expression value(ExpressionContext context, Names names, String defining) {
        var reading = new Reading(names, defining);
        return reading.number(reading.read(context), context);
    }

    /** A truth-valued expression. */
    Expression condition(ExpressionContext context, Names names) {
        var reading = new Reading(names, null);
        return reading.condition(reading.read(context), context);
    }

    /** The name that a formula consists of, or null where it is anything else. */
    static PathContext path(ExpressionContext context) {
        SignedContext signed = lone(context);
        return signed != null && signed.power() != null && signed.power().exponent().isEmpty()
                && signed.power().atom() instanceof NameContext name ? name.path() : null;
    }

    /** The one factor that a formula consists of; null where there is more. */
    static SignedContext lone(ExpressionContext context) {
        boolean one = context.relation().size() == 1 && context.relation(0).sum().size() == 1
                && context.relation(0).sum(0).product().size() == 1 && context.relation(0).sum(0).product(0).signed().size() == 1;
        return one ? context.relation(0).sum(0).product(0).signed(0) : null;
    }

    /** Keeps what is built within bounds that every later recursive pass can walk. */
    private Expression bounded(Expression expression, ParserRuleContext where) {
        int[] parts = new int[1];
        measure(expression, 1, parts, where);
        return expression;
    }

    private void measure(Expression expression, int depth, int[] parts, ParserRuleContext where) {
        work++;
        if (depth > DEEPEST) {
            throw Place.problem(where, "the formula is nested more than " + DEEPEST + " operations deep, functions put in place");
        }
        if (++parts[0] > MOST_PARTS) {
            throw Place.problem(where, "the formula has more than " + MOST_PARTS + " parts, functions put in place");
        }
        if (work > MOST_WORK) {
            throw Place.problem(where, "the formulas up to here are too large together, functions put in place");
        }
        for (Expression part : Dependencies.parts(expression)) {
            measure(part, depth + 1, parts, where);
        }
    }

    Expression replace(Expression in, Map<String, Expression> by, ParserRuleContext where) {
        return bounded(Dependencies.replace(in, by), where);
    }

    /** An exponent that is a number stands as one constant, so that units and kernels see it. */
    private static Expression power(Expression base, Expression exponent) {
        return new Expression.Power(base, Arithmetic.folded(exponent));
    }

    private static boolean isCondition(Expression expression) {
        return switch (expression) {
            case Expression.Compare _, Expression.And _, Expression.Or _, Expression.Not _ -> true;
            default -> false;
        };
    }

    /** One formula being read. */
    private final class Reading {
        private final Names names;
        private final String defining;

        Reading(Names names, String defining) {
            this.names = names;
            this.defining = defining;
        }

        Expression number(Expression expression, ParserRuleContext where) {
            if (isCondition(expression)) {
                throw Place.problem(where, "a condition stands where a number is needed; conditions belong into piecewise");
            }
            return expression;
        }

        Expression condition(Expression expression, ParserRuleContext where) {
            if (!isCondition(expression)) {
                throw Place.problem(where, "a number stands where a condition is needed, e.g. x > 0");
            }
            return expression;
        }

        Expression read(ExpressionContext context) {
            Expression result = read(context.relation(0));
            String operator = null;
            for (int i = 1; i < context.relation().size(); i++) {
                Token sign = ((TerminalNode) context.getChild(2 * i - 1)).getSymbol();
                if (operator != null && !operator.equals(sign.getText())) {
                    throw Place.problem(sign, "&& and || side by side: say with brackets which goes first");
                }
                operator = sign.getText();
                Expression left = condition(result, context.relation(i - 1));
                Expression right = condition(read(context.relation(i)), context.relation(i));
                result = operator.equals("&&") ? new Expression.And(left, right) : new Expression.Or(left, right);
            }
            return bounded(result, context);
        }

        private Expression read(RelationContext context) {
            Expression left = read(context.sum(0));
            if (context.comparison().isEmpty()) {
                return left;
            }
            if (context.comparison().size() > 1) {
                throw Place.problem(context.comparison(1), "a chain of comparisons: join two comparisons with &&");
            }
            Comparison comparison = switch (context.comparison(0).getStart().getType()) {
                case AntimonyLexer.LESS -> Comparison.LESS;
                case AntimonyLexer.LESS_OR_EQUAL -> Comparison.LESS_OR_EQUAL;
                case AntimonyLexer.GREATER -> Comparison.GREATER;
                case AntimonyLexer.GREATER_OR_EQUAL -> Comparison.GREATER_OR_EQUAL;
                case AntimonyLexer.IS_EQUAL -> Comparison.EQUAL;
                default -> Comparison.NOT_EQUAL;
            };
            return new Expression.Compare(comparison, number(left, context.sum(0)),
                    number(read(context.sum(1)), context.sum(1)));
        }

        private Expression read(SumContext context) {
            Expression sum = read(context.product(0));
            for (int i = 1; i < context.product().size(); i++) {
                Expression left = number(sum, context.product(i - 1));
                Expression right = number(read(context.product(i)), context.product(i));
                sum = context.getChild(2 * i - 1).getText().equals("+")
                        ? new Expression.Add(left, right) : new Expression.Subtract(left, right);
            }
            return sum;
        }

        private Expression read(ProductContext context) {
            Expression product = read(context.signed(0));
            for (int i = 1; i < context.signed().size(); i++) {
                Expression left = number(product, context.signed(i - 1));
                Expression right = number(read(context.signed(i)), context.signed(i));
                product = context.getChild(2 * i - 1).getText().equals("*")
                        ? new Expression.Multiply(left, right) : new Expression.Divide(left, right);
            }
            return product;
        }

        private Expression read(SignedContext context) {
            if (context.power() != null) {
                return read(context.power());
            }
            Expression of = read(context.signed());
            return context.NOT() != null ? new Expression.Not(condition(of, context.signed()))
                    : new Expression.Negate(number(of, context.signed()));
        }

        private Expression read(PowerContext context) {
            Expression base = read(context.atom());
            if (context.exponent().isEmpty()) {
                return base;
            }
            if (context.exponent().size() > 1) {
                throw Place.problem(context.POWER(1).getSymbol(), "a chain of powers: say with brackets which goes first");
            }
            var exponent = context.exponent(0);
            Expression raised = number(read(exponent.atom()), exponent);
            return power(number(base, context.atom()), exponent.MINUS() == null ? raised : new Expression.Negate(raised));
        }

        private Expression read(AtomContext context) {
            return switch (context) {
                case NumberContext number -> constant(number);
                case NameContext name -> symbol(name.path());
                case BracketsContext brackets -> read(brackets.expression());
                case CallContext call -> call(call);
                default -> throw new IllegalStateException("atom of an unknown kind");
            };
        }

        private Expression constant(NumberContext context) {
            if (context.NAME() != null) {
                throw Place.unsupported(context.NAME().getSymbol(), "a number with a unit inside a formula",
                        "declare a parameter with this value and unit");
            }
            return new Constant(literal(context));
        }

        private Expression symbol(PathContext path) {
            Token name = path.getStart();
            return switch (path.getText()) {
                case "time" -> new Expression.Time();
                case "pi" -> new Constant(Math.PI);
                case "exponentiale" -> new Constant(Math.E);
                case String id -> {
                    if (Vocabulary.isConstant(id)) {
                        throw Place.unsupported(name, "the constant " + id, "write the number or the condition out");
                    }
                    if (Vocabulary.isFunction(id) || isFunction(id, names.order())) {
                        throw Place.problem(name, "function `" + id + "` needs arguments in brackets");
                    }
                    yield names.named(path);
                }
            };
        }

        private Expression call(CallContext context) {
            String name = context.NAME().getText();
            var arguments = new ArrayList<Expression>();
            for (ExpressionContext argument : context.expression()) {
                arguments.add(read(argument));
            }
            if (name.equals("piecewise")) {
                return piecewise(context, arguments);
            }
            for (int i = 0; i < arguments.size(); i++) {
                number(arguments.get(i), context.expression(i));
            }
            return switch (name) {
                case "exp" -> one(context, Function.EXP, arguments);
                case "ln" -> one(context, Function.LN, arguments);
                case "log", "log10" -> one(context, Function.LOG10, arguments);
                case "sqrt" -> one(context, Function.SQRT, arguments);
                case "abs" -> one(context, Function.ABS, arguments);
                case "min" -> fold(context, arguments, Expression.Minimum::new);
                case "max" -> fold(context, arguments, Expression.Maximum::new);
                case "pow", "power" -> {
                    require(context, arguments, 2);
                    yield power(arguments.get(0), arguments.get(1));
                }
                default -> userCall(context, name, arguments);
            };
        }

        private Expression userCall(CallContext context, String name, List<Expression> arguments) {
            Token where = context.NAME().getSymbol();
            UserFunction function = functions.get(name);
            if (function == null || function.order >= names.order()) {
                if (name.equals(defining)) {
                    throw Place.problem(where, "function `" + name + "` calls itself; recursion is not supported");
                }
                if (Vocabulary.isFunction(name)) {
                    throw Place.unsupported(where, "the function " + name, "supported are " + Vocabulary.SUPPORTED_FUNCTIONS);
                }
                throw Place.problem(where, "there is no function `" + name + "` before this line; built in are "
                        + Vocabulary.SUPPORTED_FUNCTIONS);
            }
            require(context, arguments, function.parameters.size());
            var by = new HashMap<String, Expression>();
            for (int i = 0; i < arguments.size(); i++) {
                by.put(function.parameters.get(i), arguments.get(i));
            }
            return replace(function.body, by, context);
        }

        private Expression one(CallContext context, Function function, List<Expression> arguments) {
            require(context, arguments, 1);
            return new Expression.Call(function, arguments.getFirst());
        }

        private Expression fold(CallContext context, List<Expression> arguments, BinaryOperator<Expression> pair) {
            if (arguments.size() < 2) {
                throw Place.problem(context, "`" + context.NAME().getText() + "` needs two arguments or more");
            }
            return arguments.stream().reduce(pair).orElseThrow();
        }

        private Expression piecewise(CallContext context, List<Expression> arguments) {
            if (arguments.size() < 3 || arguments.size() % 2 == 0) {
                throw Place.problem(context, "`piecewise` takes value, condition, value, condition, ..., and the value otherwise; found "
                        + arguments.size() + " arguments");
            }
            var branches = new ArrayList<Branch>();
            for (int i = 0; i + 1 < arguments.size(); i += 2) {
                branches.add(new Branch(number(arguments.get(i), context.expression(i)),
                        condition(arguments.get(i + 1), context.expression(i + 1))));
            }
            return new Expression.Choose(branches, number(arguments.getLast(), context.expression(arguments.size() - 1)));
        }

        private void require(CallContext context, List<Expression> arguments, int wanted) {
            if (arguments.size() != wanted) {
                throw Place.problem(context, "`" + context.NAME().getText() + "` takes " + wanted + (wanted == 1 ? " argument" : " arguments")
                        + "; found " + arguments.size());
            }
        }
    }

    /** The value of a literal. */
    double literal(NumberContext context) {
        double value = Double.parseDouble(context.NUMBER().getText());
        if (Double.isInfinite(value)) {
            throw Place.problem(context, "the number " + Place.shown(context.getStart()) + " is too large");
        }
        return value;
    }
}

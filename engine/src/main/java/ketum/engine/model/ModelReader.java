package ketum.engine.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ketum.engine.model.Expression.Constant;
import ketum.engine.model.antlr.AntimonyParser;
import ketum.engine.model.antlr.AntimonyParser.ExpressionContext;
import ketum.engine.model.antlr.AntimonyParser.FileContext;
import ketum.engine.model.antlr.AntimonyParser.FunctionContext;
import ketum.engine.model.antlr.AntimonyParser.ModelContext;
import ketum.engine.model.antlr.AntimonyParser.NumberContext;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** Reads one Antimony file: functions, then one model. */
final class ModelReader {

    private final SourceText source;
    private final ExpressionReader expressions;
    private final UnitReader units;
    private final Map<String, Unit> unitOf = new HashMap<>();
    private final Map<String, Expression> rules = new HashMap<>();
    private final Map<String, Expression> starts = new HashMap<>();
    private Map<String, Variable> variables = Map.of();

    private ModelReader(SourceText source) {
        this.source = source;
        this.expressions = new ExpressionReader(source);
        this.units = new UnitReader(source, expressions);
    }

    static Model read(String name, String text) {
        var source = new SourceText(name);
        var parser = new AntimonyParser(new CommonTokenStream(new ListTokenSource(Tokens.of(source, text))));
        parser.removeErrorListeners();
        parser.addErrorListener(new SyntaxErrors(source));
        return new ModelReader(source).read(parser.file());
    }

    private Model read(FileContext file) {
        ModelContext model = null;
        for (ParseTree child : file.children) {
            if (child instanceof FunctionContext function) {
                if (model != null) {
                    throw source.problem(function, "a function must be defined before the model that uses it");
                }
                expressions.define(function);
            } else if (child instanceof ModelContext next) {
                if (model != null) {
                    throw source.unsupported(next.NAME(0).getSymbol(), "a second model or submodel", "write one model in a file");
                }
                model = next;
            }
        }
        if (model == null) {
            throw source.problem(file.getStop(), "there is no model; write model NAME ... end around the statements");
        }
        return read(model);
    }

    private Model read(ModelContext context) {
        if (context.NAME().size() > 1) {
            throw source.unsupported(context.NAME(1).getSymbol(), "the interface of a submodel", "write model NAME or model NAME()");
        }
        Vocabulary.requireFree(source, context.NAME(0).getSymbol());
        variables = new Statements(source, units).read(context.statement());
        variables.values().forEach(variable -> requireOwnName(variable, context.NAME(0).getText()));
        units.resolveAll();
        Unit time = timeUnit(context);
        // Formulas before units: a construct that is not supported is a more helpful finding than a missing unit.
        for (Variable variable : variables.values()) {
            if (variable.rule() != null) {
                rules.put(variable.id(), expressions.value(variable.rule(), this::named));
            }
            if (variable.initial() != null) {
                starts.put(variable.id(), start(variable));
            }
        }
        variables.values().forEach(variable -> unitOf.put(variable.id(), unitOf(variable)));
        return assemble(context.NAME(0).getText(), time);
    }

    private void requireOwnName(Variable variable, String model) {
        Vocabulary.requireFree(source, variable.first());
        if (variable.id().equals(model)) {
            throw source.problem(variable.first(), "`" + variable.id() + "` is already the name of the model");
        }
        if (units.isUnit(variable.id())) {
            throw source.problem(variable.first(), "`" + variable.id() + "` is already the name of a unit");
        }
        if (expressions.isFunction(variable.id())) {
            throw source.problem(variable.first(), "`" + variable.id() + "` is already the name of a function");
        }
    }

    private Unit timeUnit(ModelContext context) {
        if (!units.isUnit("time_unit")) {
            throw source.problem(context.NAME(0).getSymbol(), "the model does not say its unit of time; add, for hours, unit time_unit = 3600 second");
        }
        Unit time = units.defined("time_unit");
        if (!time.sameDimension(Unit.of("s"))) {
            throw source.problem(units.whereDefined("time_unit"), "time_unit is in " + time.ucum() + ", which is not a unit of time");
        }
        return time;
    }

    private Unit unitOf(Variable variable) {
        Unit declared = variable.unit() == null ? null : units.read(variable.unit());
        NumberContext literal = literal(variable.initial());
        Unit written = literal == null || literal.NAME() == null ? null : units.named(literal.NAME().getSymbol());
        if (declared != null && written != null && !declared.matches(written)) {
            throw source.problem(literal, "`" + variable.id() + "` has the unit " + declared.ucum() + ", but its value is given in "
                    + written.ucum());
        }
        Unit unit = declared != null ? declared : written;
        if (unit == null) {
            throw source.problem(variable.first(), "`" + variable.id() + "` has no unit; write " + variable.id()
                    + " has UNIT, or a unit after its value (dimensionless is a unit too)");
        }
        return unit;
    }

    private Model assemble(String name, Unit time) {
        var states = new ArrayList<Model.State>();
        var parameters = new ArrayList<Model.Parameter>();
        var assignments = new LinkedHashMap<String, Model.Assignment>();
        var check = new UnitCheck(unitOf, time);
        for (Variable variable : variables.values()) {
            if (variable.kind() == Variable.Kind.PARAMETER) {
                parameters.add(parameter(variable));
            } else if (variable.kind() == Variable.Kind.ASSIGNMENT) {
                assignments.put(variable.id(), assignment(variable, check));
            }
        }
        var ordered = order(assignments);
        for (Variable variable : variables.values()) {
            if (variable.kind() == Variable.Kind.STATE) {
                states.add(state(variable, time, check, ordered));
            }
        }
        states.sort(java.util.Comparator.comparingInt(Model.State::line));
        return new Model(name, time.ucum(), states, parameters, List.copyOf(ordered));
    }

    private Model.Parameter parameter(Variable variable) {
        if (variable.initial() == null) {
            throw source.problem(variable.first(), "`" + variable.id() + "` has neither a value nor a rule; write " + variable.id()
                    + " = value, " + variable.id() + " := formula, or " + variable.id() + "' = rate with a start value");
        }
        Expression start = starts.get(variable.id());
        for (String used : Dependencies.of(start)) {
            throw source.problem(variable.initial(), "`" + variable.id() + "` is computed from `" + used + "` once at the start; write "
                    + variable.id() + " := ... so that it follows what it is computed from");
        }
        Double value = Arithmetic.value(start);
        if (value == null) {
            throw source.problem(variable.initial(), "the value of parameter `" + variable.id() + "` must be a number");
        }
        return new Model.Parameter(variable.id(), unitOf.get(variable.id()).ucum(), finite(value, variable), variable.where().getLine());
    }

    private double finite(double value, Variable variable) {
        if (!Double.isFinite(value)) {
            throw source.problem(variable.initial(), "the value of `" + variable.id() + "` is not a finite number");
        }
        return value + 0.0;
    }

    private Model.Assignment assignment(Variable variable, UnitCheck check) {
        Expression expression = rules.get(variable.id());
        require(check, unitOf.get(variable.id()), "`" + variable.id() + "`", expression, variable.where());
        return new Model.Assignment(variable.id(), unitOf.get(variable.id()).ucum(), expression, variable.where().getLine());
    }

    private Model.State state(Variable variable, Unit time, UnitCheck check, List<Model.Assignment> ordered) {
        String id = variable.id();
        if (variable.initial() == null) {
            throw source.problem(variable.where(), "state `" + id + "` has no start value; write " + id + " = value");
        }
        Expression initial = inParameters(starts.get(id), ordered, variable.initial());
        for (String used : Dependencies.of(initial)) {
            if (variables.get(used).kind() != Variable.Kind.PARAMETER) {
                throw source.problem(variable.initial(), "the start value of `" + id + "` depends on `" + used
                        + "`, which changes in time; a start value may use parameters and what is computed from them alone");
            }
        }
        if (Dependencies.usesTime(initial)) {
            throw source.problem(variable.initial(), "the start value of `" + id + "` depends on time");
        }
        Double number = Arithmetic.value(initial);
        if (number != null) {
            initial = new Constant(finite(number, variable));
        } else {
            require(check, unitOf.get(id), "the start value of `" + id + "`", initial, variable.initial().getStart());
        }
        Expression rate = rules.get(id);
        require(check, unitOf.get(id).per(time), "the rate of `" + id + "`", rate, variable.where());
        return new Model.State(id, unitOf.get(id).ucum(), initial, rate, variable.where().getLine());
    }

    private void require(UnitCheck check, Unit wanted, String of, Expression expression, Token where) {
        try {
            check.require(wanted, of, expression);
        } catch (UnitCheck.Unbalanced e) {
            throw source.problem(where, "units do not balance: " + e.getMessage());
        }
    }

    private Expression named(Token name) {
        if (variables.containsKey(name.getText())) {
            return new Expression.Symbol(name.getText());
        }
        throw source.problem(name, units.isUnit(name.getText()) ? "`" + name.getText() + "` is a unit; a formula needs a variable"
                : "`" + name.getText() + "` is not defined");
    }

    /** The value or start value of a variable; only here may a number carry a unit. */
    private Expression start(Variable variable) {
        NumberContext literal = literal(variable.initial());
        if (literal == null) {
            return expressions.value(variable.initial(), this::named);
        }
        double value = expressions.literal(literal);
        return new Constant(variable.initial().getStart() == literal.getStart() ? value : -value);
    }

    /** The literal that a formula consists of, perhaps with a minus sign in front; else null. */
    private static NumberContext literal(ExpressionContext context) {
        if (context == null || context.relation().size() != 1 || context.relation(0).sum().size() != 1
                || context.relation(0).sum(0).product().size() != 1
                || context.relation(0).sum(0).product(0).signed().size() != 1) {
            return null;
        }
        var signed = context.relation(0).sum(0).product(0).signed(0);
        if (signed.MINUS() != null) {
            signed = signed.signed();
        }
        return signed.power() != null && signed.power().exponent().isEmpty()
                && signed.power().atom() instanceof NumberContext number ? number : null;
    }

    /** A start value with the assignments it uses put in place, as far as these depend on parameters alone. */
    private Expression inParameters(Expression initial, List<Model.Assignment> ordered, ExpressionContext where) {
        var needed = new HashSet<>(Dependencies.of(initial));
        for (Model.Assignment assignment : ordered.reversed()) {
            if (needed.contains(assignment.id())) {
                needed.addAll(Dependencies.of(assignment.expression()));
            }
        }
        var writtenOut = new HashMap<String, Expression>();
        for (Model.Assignment assignment : ordered) {
            if (needed.contains(assignment.id())) {
                writtenOut.put(assignment.id(), expressions.replace(assignment.expression(), writtenOut, where));
            }
        }
        return expressions.replace(initial, writtenOut, where);
    }

    /** Puts each assignment after those it uses, otherwise in the order of the file. */
    private List<Model.Assignment> order(Map<String, Model.Assignment> assignments) {
        var uses = new LinkedHashMap<String, List<String>>();
        assignments.forEach((id, assignment) -> uses.put(id, Dependencies.of(assignment.expression()).stream()
                .filter(assignments::containsKey).collect(Collectors.toCollection(ArrayList::new))));
        return Ordering.of(uses, circle -> {
            throw source.problem(variables.get(circle.getFirst()).where(), "assignment rules in a circle: "
                    + String.join(" -> ", circle) + " -> " + circle.getFirst());
        }).stream().map(assignments::get).toList();
    }
}

package ketum.engine.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ketum.engine.model.Expression.Constant;
import ketum.engine.model.antlr.AntimonyParser.ExpressionContext;
import ketum.engine.model.antlr.AntimonyParser.NumberContext;
import org.antlr.v4.runtime.Token;

/** Makes a model of the statements of a text: its main model with the parts put in. */
final class ModelReader {

    private final ExpressionReader expressions;
    private final Statements statements;
    private final Scope main;
    private final List<Variable> variables;
    private final Map<String, Variable> byId = new LinkedHashMap<>();
    private final Map<String, Unit> unitOf = new HashMap<>();
    private final Map<String, Expression> rules = new HashMap<>();
    private final Map<String, Expression> starts = new HashMap<>();

    private ModelReader(Library library) {
        this.expressions = library.expressions();
        this.statements = new Statements(library);
        this.main = Scope.main(library.main());
        Vocabulary.requireFree(main.definition().nameToken());
        this.variables = statements.read(main);
    }

    /** @param file name under which an imported text could import this one */
    static Model read(String name, String file, String text, Imports imports) {
        return new ModelReader(Library.read(name, file, text, imports)).read();
    }

    private Model read() {
        for (Variable variable : variables) {
            requireOwnId(variable);
            requireAsDeclared(variable);
        }
        Unit time = units();
        // Formulas before units: a construct that is not supported is a more helpful finding than a missing unit.
        for (Variable variable : variables) {
            if (variable.rule() != null) {
                rules.put(variable.id(), expressions.value(variable.rule().text(), variable.rule().scope()));
            }
            if (variable.initial() != null) {
                starts.put(variable.id(), start(variable.initial()));
            }
        }
        variables.forEach(variable -> unitOf.put(variable.id(), unitOf(variable)));
        return assemble(time);
    }

    private void requireOwnId(Variable variable) {
        if (byId.put(variable.id(), variable) != null) {
            throw Place.problem(variable.first(), "`" + variable.id() + "` is also the id of a variable of a submodel; choose another name");
        }
    }

    private static void requireAsDeclared(Variable variable) {
        if (variable.asConstant() != null && variable.kind() != Variable.Kind.PARAMETER) {
            throw Place.problem(variable.asConstant(), "`" + variable.id() + "` is declared const, but has a rule that changes it");
        }
        if (variable.asVariable() != null && variable.kind() == Variable.Kind.PARAMETER && !variable.changed()) {
            throw Place.problem(variable.asVariable(), "`" + variable.id() + "` is declared as something that changes, but no rule changes it;"
                    + " give it a rate or assignment rule, or leave the declaration out");
        }
    }

    /** Resolves the units of all models that are used; a unit of the same name is the same everywhere. Gives the unit of time. */
    private Unit units() {
        main.definition().units().resolveAll();
        Unit time = timeUnit();
        var first = new HashMap<String, UnitReader>();
        for (Scope scope : statements.scopes().reversed()) {
            UnitReader units = scope.definition().units();
            units.resolveAll();
            for (String name : units.names()) {
                UnitReader other = first.putIfAbsent(name, units);
                if (other != null && !other.defined(name).matches(units.defined(name))) {
                    Token where = units.whereDefined(name);
                    throw Place.problem(where, "unit `" + name + "` is " + units.defined(name).ucum() + " here, but "
                            + other.defined(name).ucum() + " in " + Place.of(other.whereDefined(name), where)
                            + "; the models that make up one model must agree");
                }
            }
        }
        return time;
    }

    private Unit timeUnit() {
        UnitReader units = main.definition().units();
        if (!units.isUnit("time_unit")) {
            throw Place.problem(main.definition().nameToken(),
                    "the model does not say its unit of time; add, for hours, unit time_unit = 3600 second");
        }
        Unit time = units.defined("time_unit");
        if (!time.sameDimension(Unit.of("s"))) {
            throw Place.problem(units.whereDefined("time_unit"), "time_unit is in " + time.ucum() + ", which is not a unit of time");
        }
        return time;
    }

    private Unit unitOf(Variable variable) {
        Unit declared = null;
        for (Formula unit : variable.units()) {
            Unit next = unit.scope().definition().units().read(unit.text());
            if (declared != null && !declared.matches(next)) {
                throw Place.problem(unit.at(), "`" + variable.id() + "` has the unit " + next.ucum() + " here, but " + declared.ucum() + " in "
                        + Place.of(variable.units().getFirst().at(), unit.at()));
            }
            declared = declared == null ? next : declared;
        }
        Unit written = unitOfLiteral(variable.initial());
        if (declared != null && written != null && !declared.matches(written)) {
            throw Place.problem(variable.initial().literal(), "`" + variable.id() + "` has the unit " + declared.ucum()
                    + ", but its value is given in " + written.ucum());
        }
        Unit unit = declared != null ? declared : written;
        for (Formula value : variable.replaced()) {
            Unit former = unitOfLiteral(value);
            if (unit != null && former != null && !unit.matches(former)) {
                Token where = variable.where();
                throw Place.problem(where, "`" + variable.id() + "` has the unit " + unit.ucum() + " here, but its value was given in "
                        + former.ucum() + " in " + Place.of(value.at(), where));
            }
            unit = unit == null ? former : unit;
        }
        if (unit == null) {
            throw Place.problem(variable.first(), "`" + variable.id() + "` has no unit; write " + variable.id()
                    + " has UNIT, or a unit after its value (dimensionless is a unit too)");
        }
        return unit;
    }

    private static Unit unitOfLiteral(Formula value) {
        NumberContext literal = value == null ? null : value.literal();
        return literal == null || literal.NAME() == null ? null : value.scope().definition().units().named(literal.NAME().getSymbol());
    }

    private Model assemble(Unit time) {
        var states = new ArrayList<Model.State>();
        var parameters = new ArrayList<Model.Parameter>();
        var assignments = new LinkedHashMap<String, Model.Assignment>();
        var check = new UnitCheck(unitOf, time);
        for (Variable variable : variables) {
            if (variable.kind() == Variable.Kind.PARAMETER) {
                parameters.add(parameter(variable));
            } else if (variable.kind() == Variable.Kind.ASSIGNMENT) {
                assignments.put(variable.id(), assignment(variable, check));
            }
        }
        var ordered = order(assignments);
        variables.stream().filter(variable -> variable.kind() == Variable.Kind.STATE).sorted(Comparator.comparingInt(Variable::place))
                .forEach(variable -> states.add(state(variable, time, check, ordered)));
        var events = new EventReader(expressions, check, unitOf, time);
        return new Model(main.definition().name(), time.ucum(), states, parameters, List.copyOf(ordered),
                statements.events().stream().map(events::read).toList());
    }

    private Model.Parameter parameter(Variable variable) {
        if (variable.initial() == null) {
            throw Place.problem(variable.first(), "`" + variable.id() + "` has neither a value nor a rule; write " + variable.id()
                    + " = value, " + variable.id() + " := formula, or " + variable.id() + "' = rate with a start value");
        }
        Expression start = starts.get(variable.id());
        for (String used : Dependencies.of(start)) {
            throw Place.problem(variable.initial().text(), "`" + variable.id() + "` is computed from `" + used
                    + "` once at the start; write " + variable.id() + " := ... so that it follows what it is computed from");
        }
        Double value = Arithmetic.value(start);
        if (value == null) {
            throw Place.problem(variable.initial().text(), "the value of parameter `" + variable.id() + "` must be a number");
        }
        return new Model.Parameter(variable.id(), unitOf.get(variable.id()).ucum(), finite(value, variable), variable.where().getLine());
    }

    private double finite(double value, Variable variable) {
        if (!Double.isFinite(value)) {
            throw Place.problem(variable.initial().text(), "the value of `" + variable.id() + "` is not a finite number");
        }
        return value + 0.0;
    }

    private Model.Assignment assignment(Variable variable, UnitCheck check) {
        Expression expression = rules.get(variable.id());
        Unit unit = unitOf.get(variable.id());
        check.balanced(variable.where(), () -> check.require(unit, "`" + variable.id() + "`", expression));
        return new Model.Assignment(variable.id(), unit.ucum(), expression, variable.where().getLine());
    }

    private Model.State state(Variable variable, Unit time, UnitCheck check, List<Model.Assignment> ordered) {
        String id = variable.id();
        if (variable.initial() == null) {
            throw Place.problem(variable.where(), "state `" + id + "` has no start value; write " + id + " = value");
        }
        ExpressionContext text = variable.initial().text();
        Expression initial = inParameters(starts.get(id), ordered, text);
        for (String used : Dependencies.of(initial)) {
            if (byId.get(used).kind() != Variable.Kind.PARAMETER) {
                throw Place.problem(text, "the start value of `" + id + "` depends on `" + used
                        + "`, which changes in time; a start value may use parameters and what is computed from them alone");
            }
        }
        if (Dependencies.usesTime(initial)) {
            throw Place.problem(text, "the start value of `" + id + "` depends on time");
        }
        Double number = Arithmetic.value(initial);
        Expression start = number != null ? new Constant(finite(number, variable)) : initial;
        if (number == null) {
            check.balanced(text.getStart(), () -> check.require(unitOf.get(id), "the start value of `" + id + "`", start));
        }
        Expression rate = rules.get(id);
        check.balanced(variable.where(), () -> check.require(unitOf.get(id).per(time), "the rate of `" + id + "`", rate));
        return new Model.State(id, unitOf.get(id).ucum(), start, rate, variable.where().getLine());
    }

    /** The value or start value of a variable; only here may a number carry a unit. */
    private Expression start(Formula value) {
        return value.literal() == null ? expressions.value(value.text(), value.scope()) : new Constant(value.number(expressions));
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
            throw Place.problem(byId.get(circle.getFirst()).where(), "assignment rules in a circle: "
                    + String.join(" -> ", circle) + " -> " + circle.getFirst());
        }).stream().map(assignments::get).toList();
    }
}

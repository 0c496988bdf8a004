package ketum.engine.model;

import java.util.ArrayList;
import java.util.List;
import ketum.engine.model.antlr.AntimonyParser.AlgebraicRuleContext;
import ketum.engine.model.antlr.AntimonyParser.AnnotationContext;
import ketum.engine.model.antlr.AntimonyParser.AssignmentRuleContext;
import ketum.engine.model.antlr.AntimonyParser.ChangeContext;
import ketum.engine.model.antlr.AntimonyParser.ConstraintContext;
import ketum.engine.model.antlr.AntimonyParser.ConvertedSynonymContext;
import ketum.engine.model.antlr.AntimonyParser.DeclarationContext;
import ketum.engine.model.antlr.AntimonyParser.DeclaredContext;
import ketum.engine.model.antlr.AntimonyParser.DefinitionContext;
import ketum.engine.model.antlr.AntimonyParser.DisplayNameContext;
import ketum.engine.model.antlr.AntimonyParser.EventContext;
import ketum.engine.model.antlr.AntimonyParser.ExpressionContext;
import ketum.engine.model.antlr.AntimonyParser.ImportInsideContext;
import ketum.engine.model.antlr.AntimonyParser.InitialValueContext;
import ketum.engine.model.antlr.AntimonyParser.NameOnlyContext;
import ketum.engine.model.antlr.AntimonyParser.NamedContext;
import ketum.engine.model.antlr.AntimonyParser.PathContext;
import ketum.engine.model.antlr.AntimonyParser.QualifierContext;
import ketum.engine.model.antlr.AntimonyParser.RateRuleContext;
import ketum.engine.model.antlr.AntimonyParser.StatementContext;
import ketum.engine.model.antlr.AntimonyParser.SubmodelContext;
import ketum.engine.model.antlr.AntimonyParser.SynonymContext;
import ketum.engine.model.antlr.AntimonyParser.UnitDefinitionContext;
import ketum.engine.model.antlr.AntimonyParser.UnitOfVariableContext;
import org.antlr.v4.runtime.Token;

/**
 * Gathers the statements of a model and of its parts by the variable they speak of; turns down what contradicts or repeats.
 *
 * <p>Limits: parts 20 deep, 1,000 parts and 100,000 statements in all, so that parts that double their parts stay small.
 */
final class Statements {

    static final int DEEPEST = 20;
    static final int MOST_PARTS = 1_000;
    static final int MOST_STATEMENTS = 100_000;

    /** An event as it was written. */
    record Event(String id, Scope scope, EventContext text) {}

    private final Library library;
    private final List<Scope> scopes = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private Scope lastScope;
    private int lastLine;
    private int place;
    private int count;
    private int parts;

    Statements(Library library) {
        this.library = library;
    }

    /** @return the variables that are not the same as others, in the order in which they were first spoken of */
    List<Variable> read(Scope main) {
        into(main);
        scopes.forEach(scope -> scope.requireOwnNames(library));
        return main.all().stream().filter(variable -> !variable.merged()).toList();
    }

    /** All instances, parts before what they are parts of. */
    List<Scope> scopes() {
        return scopes;
    }

    List<Event> events() {
        return events;
    }

    private void into(Scope scope) {
        for (StatementContext statement : scope.definition().context().statement()) {
            if (++count > MOST_STATEMENTS) {
                throw Place.problem(statement, "the model has more than " + MOST_STATEMENTS + " statements, submodels put in place");
            }
            if (scope != lastScope || statement.getStart().getLine() != lastLine) {
                place++;
                lastScope = scope;
                lastLine = statement.getStart().getLine();
            }
            read(statement, scope);
        }
        scopes.add(scope);
    }

    private void read(StatementContext statement, Scope scope) {
        switch (statement) {
            case DefinitionContext definition -> declared(definition.declared(), scope, true);
            case DeclarationContext declaration -> declaration(declaration, scope);
            case UnitDefinitionContext _ -> { } // the definition of the model has read it
            case DisplayNameContext name -> scope.defined(name.path());
            case SynonymContext synonym -> synonym(synonym, scope);
            case ConvertedSynonymContext synonym -> throw conversion(synonym.TIMES().getSymbol());
            case SubmodelContext submodel -> submodel(submodel, scope);
            case EventContext event -> event(event, scope);
            case NamedContext named -> throw Place.unsupported(named.NAME().getSymbol(), "a named reaction or rule",
                    "a submodel is written NAME: MODEL(...), an event NAME: at (condition): variable = value");
            case AnnotationContext annotation -> throw Place.unsupported(annotation.NAME().getSymbol(), "an annotation", "write a comment");
            case AlgebraicRuleContext rule -> throw Place.unsupported(rule.getStart(), "an algebraic rule",
                    "solve it and write an assignment rule");
            case ImportInsideContext inside -> throw Place.unsupported(inside.getStart(), "an import inside a model", "write it above the model");
            case ConstraintContext constraint -> throw constraint(constraint);
            default -> throw new IllegalStateException("statement of an unknown kind");
        }
    }

    private static ModelException constraint(ConstraintContext context) {
        boolean compares = context.expression().relation().stream().anyMatch(relation -> !relation.comparison().isEmpty());
        if (compares) {
            return Place.unsupported(context.getStart(), "a constraint", "leave it out");
        }
        return Place.problem(context, "a formula that stands alone does nothing; write name = value, name := formula or name' = rate"
                + " (a submodel without a name, name(...), is not supported: write A: name(...))");
    }

    private static ModelException conversion(Token where) {
        return Place.unsupported(where, "a conversion factor between synonyms", "convert with a formula and a declared parameter");
    }

    private void synonym(SynonymContext synonym, Scope scope) {
        PathContext other = ExpressionReader.path(synonym.expression());
        if (other == null) {
            throw conversion(synonym.expression().getStart());
        }
        Variable variable = scope.defined(synonym.path());
        variable.become(scope.defined(other), synonym.getStart());
    }

    private void submodel(SubmodelContext submodel, Scope scope) {
        Token name = submodel.NAME(0).getSymbol();
        Token of = submodel.NAME(1).getSymbol();
        Definition definition = library.before(scope.order(), of.getText());
        if (definition == null) {
            throw Place.problem(of, "there is no model `" + of.getText() + "` before model `" + scope.definition().name()
                    + "`; a submodel is made of a model that stands above it or is imported above it");
        }
        if (!submodel.option().isEmpty()) {
            throw Place.unsupported(submodel.option(0).NAME().getSymbol(), "a conversion factor of a submodel",
                    "write the submodel in the units of the model");
        }
        if (scope.depth() == DEEPEST || parts == MOST_PARTS) {
            throw Place.problem(of, scope.depth() == DEEPEST ? "submodels more than " + DEEPEST + " deep"
                    : "more than " + MOST_PARTS + " submodels");
        }
        parts++;
        Scope part = scope.part(name, definition);
        into(part);
        List<Token> names = definition.interfaceNames();
        List<ExpressionContext> given = submodel.expression();
        if (given.size() > names.size()) {
            throw Place.problem(given.get(names.size()), "model `" + of.getText() + "` takes " + names.size()
                    + (names.size() == 1 ? " name" : " names") + " in brackets; found " + given.size());
        }
        for (int i = 0; i < given.size(); i++) {
            PathContext path = ExpressionReader.path(given.get(i));
            if (path == null) {
                throw Place.problem(given.get(i), "a name is needed here; give a value in a statement of its own, as "
                        + name.getText() + "." + names.get(i).getText() + " = ...");
            }
            part.variable(names.get(i)).become(scope.defined(path), path.getStart());
        }
    }

    private void event(EventContext event, Scope scope) {
        for (ChangeContext change : event.change()) {
            scope.defined(change.path()).changedByEvent();
        }
        events.add(new Event(scope.event(event.NAME() == null ? null : event.NAME().getSymbol()), scope, event));
    }

    private void declaration(DeclarationContext declaration, Scope scope) {
        Token constant = null;
        Token changing = null;
        for (QualifierContext qualifier : declaration.qualifier()) {
            Token word = qualifier.getStart();
            if (qualifier.CONST() != null) {
                constant = word;
            } else if (qualifier.FORMULA() == null) {
                changing = word;
            }
        }
        for (DeclaredContext declared : declaration.declared()) {
            Variable variable = declared(declared, scope, false);
            if (constant != null) {
                variable.asConstant(constant);
            } else if (changing != null) {
                variable.asVariable(changing);
            }
        }
    }

    private Variable declared(DeclaredContext context, Scope scope, boolean alone) {
        Token at = context.getStart();
        return switch (context) {
            case NameOnlyContext only -> {
                Variable variable = scope.defined(only.path());
                if (alone) {
                    String name = only.path().getText();
                    throw Place.problem(at, "`" + name + "` stands alone; write " + name + " = value, " + name + " := formula or " + name
                            + "' = rate");
                }
                yield variable;
            }
            case InitialValueContext value -> {
                Formula formula = formula(scope, value.expression(), value.path());
                Variable variable = scope.defined(value.path());
                variable.initial(formula);
                yield variable;
            }
            case AssignmentRuleContext rule -> {
                Formula formula = formula(scope, rule.expression(), rule.path());
                Variable variable = scope.defined(rule.path());
                variable.assignment(formula);
                yield variable;
            }
            case RateRuleContext rule -> {
                Formula formula = formula(scope, rule.expression(), rule.path());
                Variable variable = scope.defined(rule.path());
                variable.rate(formula, place);
                yield variable;
            }
            case UnitOfVariableContext unit -> {
                Variable variable = scope.defined(unit.path());
                variable.unit(new Formula(scope, unit.expression(), unit.path()));
                yield variable;
            }
            default -> throw new IllegalStateException("declaration of an unknown kind");
        };
    }

    private static Formula formula(Scope scope, ExpressionContext text, PathContext path) {
        if (text == null) {
            throw Place.problem(path, "an empty formula (the clearing of a rule of a submodel) is not supported; write what `"
                    + path.getText() + "` equals");
        }
        return new Formula(scope, text, path);
    }
}

package ketum.engine.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ketum.engine.model.antlr.AntimonyParser.AlgebraicRuleContext;
import ketum.engine.model.antlr.AntimonyParser.AnnotationContext;
import ketum.engine.model.antlr.AntimonyParser.AssignmentRuleContext;
import ketum.engine.model.antlr.AntimonyParser.ConstraintContext;
import ketum.engine.model.antlr.AntimonyParser.DeclarationContext;
import ketum.engine.model.antlr.AntimonyParser.DeclaredContext;
import ketum.engine.model.antlr.AntimonyParser.DefinitionContext;
import ketum.engine.model.antlr.AntimonyParser.DisplayNameContext;
import ketum.engine.model.antlr.AntimonyParser.InitialValueContext;
import ketum.engine.model.antlr.AntimonyParser.NameOnlyContext;
import ketum.engine.model.antlr.AntimonyParser.QualifierContext;
import ketum.engine.model.antlr.AntimonyParser.RateRuleContext;
import ketum.engine.model.antlr.AntimonyParser.StatementContext;
import ketum.engine.model.antlr.AntimonyParser.SynonymContext;
import ketum.engine.model.antlr.AntimonyParser.UnitDefinitionContext;
import ketum.engine.model.antlr.AntimonyParser.UnitOfVariableContext;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Gathers the statements of a model by the name they speak of; turns down what contradicts or repeats. */
final class Statements {

    private final SourceText source;
    private final UnitReader units;
    private final Map<String, Variable> variables = new LinkedHashMap<>();

    Statements(SourceText source, UnitReader units) {
        this.source = source;
        this.units = units;
    }

    Map<String, Variable> read(List<StatementContext> statements) {
        for (StatementContext statement : statements) {
            read(statement);
        }
        for (Variable variable : variables.values()) {
            if (variable.asConstant() != null && variable.kind() != Variable.Kind.PARAMETER) {
                throw source.problem(variable.asConstant(), "`" + variable.id() + "` is declared const, but has a rule that changes it");
            }
            if (variable.asVariable() != null && variable.kind() == Variable.Kind.PARAMETER) {
                throw source.problem(variable.asVariable(), "`" + variable.id()
                        + "` is declared as something that changes, but no rule changes it; give it a rate or assignment rule, or leave the declaration out");
            }
        }
        return variables;
    }

    private void read(StatementContext statement) {
        switch (statement) {
            case DefinitionContext definition -> declared(definition.declared(), true);
            case DeclarationContext declaration -> declaration(declaration);
            case UnitDefinitionContext unit -> units.define(unit);
            case DisplayNameContext name -> variable(name.NAME().getSymbol());
            case SynonymContext synonym -> throw source.unsupported(synonym.IS().getSymbol(), "a synonym",
                    "use one name; a display name stands in quotes");
            case AnnotationContext annotation -> throw source.unsupported(annotation.NAME(1).getSymbol(), "an annotation",
                    "write a comment");
            case AlgebraicRuleContext rule -> throw source.unsupported(rule.getStart(), "an algebraic rule",
                    "solve it and write an assignment rule");
            case ConstraintContext constraint -> throw constraint(constraint);
            default -> throw new IllegalStateException("statement of an unknown kind");
        }
    }

    private ModelException constraint(ConstraintContext context) {
        boolean compares = context.expression().relation().stream().anyMatch(relation -> !relation.comparison().isEmpty());
        if (compares) {
            return source.unsupported(context.getStart(), "a constraint", "leave it out");
        }
        return source.problem(context, "a formula that stands alone does nothing; write name = value, name := formula or name' = rate"
                + " (a submodel, name(...), is not supported)");
    }

    private Variable variable(Token name) {
        return variables.computeIfAbsent(name.getText(), _ -> new Variable(name));
    }

    private void declaration(DeclarationContext declaration) {
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
            Variable variable = declared(declared, false);
            if (constant != null) {
                variable.asConstant(constant);
            } else if (changing != null) {
                variable.asVariable(changing);
            }
        }
    }

    private Variable declared(DeclaredContext context, boolean alone) {
        Variable variable = variable(context.getStart());
        Token name = context.getStart();
        switch (context) {
            case NameOnlyContext _ -> {
                if (alone) {
                    throw source.problem(name, "`" + variable.id() + "` stands alone; write " + variable.id() + " = value, "
                            + variable.id() + " := formula or " + variable.id() + "' = rate");
                }
            }
            case InitialValueContext value -> {
                requireFormula(value.expression(), name);
                requireOnce(variable.initial(), name, "a value");
                requireNot(variable, Variable.Kind.ASSIGNMENT, name);
                variable.initial(name, value.expression());
            }
            case AssignmentRuleContext rule -> {
                requireFormula(rule.expression(), name);
                requireOnce(variable.rule(), name, "a rule");
                variable.rule(name, Variable.Kind.ASSIGNMENT, rule.expression());
                if (variable.initial() != null) {
                    requireNot(variable, Variable.Kind.ASSIGNMENT, name);
                }
            }
            case RateRuleContext rule -> {
                requireFormula(rule.expression(), name);
                requireOnce(variable.rule(), name, "a rule");
                variable.rule(name, Variable.Kind.STATE, rule.expression());
            }
            case UnitOfVariableContext unit -> {
                requireOnce(variable.unit(), name, "a unit");
                variable.unit(unit.expression());
            }
            default -> throw new IllegalStateException("declaration of an unknown kind");
        }
        return variable;
    }

    private void requireFormula(ParserRuleContext formula, Token name) {
        if (formula == null) {
            throw source.problem(name, "an empty formula (the clearing of a rule of a submodel) is not supported; write what `"
                    + name.getText() + "` equals");
        }
    }

    private void requireOnce(ParserRuleContext earlier, Token name, String what) {
        if (earlier != null) {
            throw source.problem(name, "`" + name.getText() + "` is given " + what + " twice; the first is in line "
                    + earlier.getStart().getLine());
        }
    }

    private void requireNot(Variable variable, Variable.Kind kind, Token name) {
        if (variable.kind() == kind) {
            throw source.problem(name, "`" + name.getText() + "` has both a start value (=) and an assignment rule (:=); keep one");
        }
    }
}

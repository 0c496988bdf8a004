package ketum.engine.model;

import ketum.engine.model.antlr.AntimonyParser.ExpressionContext;
import org.antlr.v4.runtime.Token;

/** What the statements of a model say about one name. */
final class Variable {

    enum Kind { STATE, ASSIGNMENT, PARAMETER }

    private final Token first;
    private Token where;
    private Kind kind = Kind.PARAMETER;
    private ExpressionContext initial;
    private ExpressionContext rule;
    private ExpressionContext unit;
    private Token asConstant;
    private Token asVariable;

    Variable(Token first) {
        this.first = first;
        this.where = first;
    }

    String id() {
        return first.getText();
    }

    /** Where the name occurs first on the left of a statement. */
    Token first() {
        return first;
    }

    /** Where the rule, or else the value, is given. */
    Token where() {
        return where;
    }

    Kind kind() {
        return kind;
    }

    ExpressionContext initial() {
        return initial;
    }

    ExpressionContext rule() {
        return rule;
    }

    ExpressionContext unit() {
        return unit;
    }

    Token asConstant() {
        return asConstant;
    }

    Token asVariable() {
        return asVariable;
    }

    void initial(Token at, ExpressionContext value) {
        initial = value;
        if (rule == null) {
            where = at;
        }
    }

    void rule(Token at, Kind of, ExpressionContext formula) {
        kind = of;
        rule = formula;
        where = at;
    }

    void unit(ExpressionContext declared) {
        unit = declared;
    }

    void asConstant(Token at) {
        asConstant = at;
    }

    void asVariable(Token at) {
        asVariable = at;
    }
}

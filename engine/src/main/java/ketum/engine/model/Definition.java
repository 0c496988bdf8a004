package ketum.engine.model;

import java.util.List;
import ketum.engine.model.antlr.AntimonyParser.ModelContext;
import ketum.engine.model.antlr.AntimonyParser.StatementContext;
import ketum.engine.model.antlr.AntimonyParser.UnitDefinitionContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * One model as it stands in a text. A model that uses it as a part has an instance of it, a {@link Scope}.
 *
 * @param order    place among functions and models; it can use those before it
 * @param imported whether it stands in an imported text
 */
record Definition(int order, boolean imported, ModelContext context, UnitReader units) {

    static Definition of(int order, boolean imported, ModelContext context, ExpressionReader expressions) {
        var units = new UnitReader(expressions, order);
        for (StatementContext statement : context.statement()) {
            if (statement instanceof UnitDefinitionContext unit) {
                units.define(unit);
            }
        }
        return new Definition(order, imported, context, units);
    }

    Token nameToken() {
        return context.NAME(0).getSymbol();
    }

    String name() {
        return nameToken().getText();
    }

    /** Marked with a star as the main model. */
    boolean starred() {
        return context.TIMES() != null;
    }

    /** Names that whoever uses the model can give in brackets. */
    List<Token> interfaceNames() {
        return context.NAME().subList(1, context.NAME().size()).stream().map(TerminalNode::getSymbol).toList();
    }
}

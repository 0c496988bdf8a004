package ketum.engine.model;

import ketum.engine.model.antlr.AntimonyParser.ExpressionContext;
import ketum.engine.model.antlr.AntimonyParser.NumberContext;
import ketum.engine.model.antlr.AntimonyParser.PathContext;
import ketum.engine.model.antlr.AntimonyParser.SignedContext;
import org.antlr.v4.runtime.Token;

/**
 * A formula that a statement gives to a name.
 *
 * @param scope where its own names are looked up
 * @param path  the name that it is given to
 */
record Formula(Scope scope, ExpressionContext text, PathContext path) {

    Token at() {
        return path.getStart();
    }

    /** The literal that it consists of, perhaps with a minus sign in front; else null. */
    NumberContext literal() {
        SignedContext signed = ExpressionReader.lone(text);
        if (signed != null && signed.MINUS() != null) {
            signed = signed.signed();
        }
        return signed != null && signed.power() != null && signed.power().exponent().isEmpty()
                && signed.power().atom() instanceof NumberContext number ? number : null;
    }

    /** The number of a literal with its sign. */
    double number(ExpressionReader expressions) {
        double value = expressions.literal(literal());
        return text.getStart() == literal().getStart() ? value : -value;
    }
}

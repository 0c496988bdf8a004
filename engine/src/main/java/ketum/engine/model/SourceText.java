package ketum.engine.model;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** The name of the text being read; turns a place in it into an exception that names the place. */
record SourceText(String name) {

    ModelException problem(Token where, String problem) {
        return new ModelException(name, where.getLine(), where.getCharPositionInLine() + 1, problem);
    }

    ModelException problem(ParserRuleContext where, String problem) {
        return problem(where.getStart(), problem);
    }

    ModelException unsupported(Token where, String construct, String instead) {
        return problem(where, construct + " (`" + shown(where) + "`) is not supported; " + instead);
    }

    static String shown(Token token) {
        if (token.getType() == Token.EOF) {
            return "end of file";
        }
        String text = token.getText();
        if (text.isBlank()) {
            return "end of line";
        }
        if (text.length() == 1 && (text.charAt(0) < ' ' || text.charAt(0) > '~')) {
            return String.format("character U+%04X", (int) text.charAt(0));
        }
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}

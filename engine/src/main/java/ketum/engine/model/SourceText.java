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
        String text = token.getText();
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }

    /** A token as it reads in a message: in backquotes, or in words where it cannot be seen. */
    static String quoted(Token token) {
        if (token.getType() == Token.EOF) {
            return "end of file";
        }
        int first = token.getText().codePointAt(0);
        if (first == '\n') {
            return "end of line";
        }
        return first <= ' ' || first > '~' ? String.format("character U+%04X", first) : "`" + shown(token) + "`";
    }
}

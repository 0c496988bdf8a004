package ketum.engine.model;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Turns a place in a text into an exception that names it; each token knows the text that it stands in. */
final class Place {

    private Place() {
    }

    static ModelException problem(Token where, String problem) {
        return new ModelException(text(where), where.getLine(), where.getCharPositionInLine() + 1, problem);
    }

    static ModelException problem(ParserRuleContext where, String problem) {
        return problem(where.getStart(), problem);
    }

    static ModelException unsupported(Token where, String construct, String instead) {
        return problem(where, construct + " (`" + shown(where) + "`) is not supported; " + instead);
    }

    /** The name of the text that a token stands in. */
    static String text(Token where) {
        return where.getInputStream().getSourceName();
    }

    /** Where something stands, seen from somewhere else: the line, and the text where it is another one. */
    static String of(Token where, Token seenFrom) {
        return "line " + where.getLine() + (text(where).equals(text(seenFrom)) ? "" : " of " + text(where));
    }

    /** A token as it may stand in a message: short, one line, nothing that steers a terminal or turns the direction of reading. */
    static String shown(Token token) {
        String text = token.getText();
        StringBuilder shown = new StringBuilder();
        (text.length() <= 40 ? text : text.substring(0, 37) + "...").codePoints().forEach(c -> shown.appendCodePoint(Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 ? '?' : c));
        return shown.toString();
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

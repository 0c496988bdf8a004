package ketum.engine.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ketum.engine.model.antlr.AntimonyLexer;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/**
 * Splits Antimony text into tokens and stops at the first one that belongs to a construct this subset leaves out.
 *
 * <p>Limits keep hostile input from exhausting stack or time: 1 MiB of text, 50 open brackets, 4,000 tokens a statement.
 */
final class Tokens {

    static final int MOST_BYTES = 1 << 20;
    static final int DEEPEST_BRACKETS = 50;
    static final int LONGEST_STATEMENT = 4000;

    private static final Set<Integer> PREFIXES = Set.of(AntimonyLexer.MINUS, AntimonyLexer.NOT);

    private Tokens() {
    }

    /** @param name of the text, for messages */
    static List<Token> of(String name, String text) {
        if (text.length() > MOST_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new ModelException(name, 1, 1, "the text is longer than 1 MiB (" + MOST_BYTES + " bytes)");
        }
        var lexer = new AntimonyLexer(CharStreams.fromString(text.replace("\r\n", "\n").replace('\r', '\n'), name));
        lexer.removeErrorListeners();
        var tokens = new ArrayList<Token>();
        int depth = 0;
        int prefixes = 0;
        int inStatement = 0;
        while (true) {
            Token token = lexer.nextToken();
            rejectLeftOut(token);
            tokens.add(token);
            int type = token.getType();
            if (type == Token.EOF) {
                return tokens;
            }
            inStatement = type == AntimonyLexer.NEWLINE || type == AntimonyLexer.SEMICOLON ? 0 : inStatement + 1;
            prefixes = PREFIXES.contains(type) ? prefixes + 1 : 0;
            depth += type == AntimonyLexer.OPEN ? 1 : type == AntimonyLexer.CLOSE ? -1 : 0;
            if (inStatement == 0) {
                depth = 0;
            }
            if (depth > DEEPEST_BRACKETS || prefixes > DEEPEST_BRACKETS) {
                throw Place.problem(token, "nested more than " + DEEPEST_BRACKETS + " deep");
            }
            if (inStatement > LONGEST_STATEMENT) {
                throw Place.problem(token, "the statement is longer than " + LONGEST_STATEMENT + " words and signs");
            }
        }
    }

    private static void rejectLeftOut(Token token) {
        String instead = "write rate rules (x' = ...) and assignment rules (x := ...)";
        switch (token.getType()) {
            case AntimonyLexer.ARROW, AntimonyLexer.REACTION -> throw Place.unsupported(token, "a reaction", instead);
            case AntimonyLexer.INTERACTION -> throw Place.unsupported(token, "an interaction",
                    instead + "; in a subtraction put a space after the minus sign");
            case AntimonyLexer.STRAND -> throw Place.unsupported(token, "a DNA strand",
                    instead + "; in a double minus put a space between the signs");
            case AntimonyLexer.DNA, AntimonyLexer.GENE, AntimonyLexer.OPERATOR ->
                    throw Place.unsupported(token, "a DNA strand", instead);
            case AntimonyLexer.ELLIPSIS -> throw Place.unsupported(token, "the upstream rate of a DNA strand", instead);
            case AntimonyLexer.EVENT, AntimonyLexer.OLD_AT -> throw Place.unsupported(token, "an event written so",
                    "write NAME: at (condition): variable = value");
            case AntimonyLexer.DELETE -> throw Place.unsupported(token, "a deletion", "leave the statement out");
            case AntimonyLexer.COMPARTMENT, AntimonyLexer.IN -> throw Place.unsupported(token, "a compartment",
                    "make the volume a parameter and write amounts and concentrations out");
            case AntimonyLexer.BOUNDARY -> throw Place.unsupported(token, "a boundary species", "declare it const");
            case AntimonyLexer.CONSTRAINT -> throw Place.unsupported(token, "a constraint", "leave it out");
            case AntimonyLexer.OBJECTIVE -> throw Place.unsupported(token, "a flux objective", "leave it out");
            case AntimonyLexer.REMAINDER -> throw Place.unsupported(token, "the remainder operator", "use piecewise");
            case AntimonyLexer.VECTOR, AntimonyLexer.CURLY -> throw Place.unsupported(token, "a vector or set",
                    "name each element");
            case AntimonyLexer.NOTES -> throw Place.unsupported(token, "a notes annotation", "write a comment");
            case AntimonyLexer.OPEN_COMMENT -> throw Place.problem(token, "the comment that starts here is not closed by */");
            case AntimonyLexer.OPEN_TEXT -> throw Place.problem(token, "the quoted text that starts here is not closed on its line");
            case AntimonyLexer.OTHER -> throw Place.problem(token, "unexpected " + Place.quoted(token)
                    + "; outside comments and quoted text only the characters of Antimony are allowed");
            default -> { }
        }
    }
}

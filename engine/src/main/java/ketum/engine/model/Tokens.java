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

    private final SourceText source;

    private Tokens(SourceText source) {
        this.source = source;
    }

    static List<Token> of(SourceText source, String text) {
        if (text.length() > MOST_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new ModelException(source.name(), 1, 1, "the text is longer than 1 MiB (" + MOST_BYTES + " bytes)");
        }
        return new Tokens(source).split(text);
    }

    private List<Token> split(String text) {
        var lexer = new AntimonyLexer(CharStreams.fromString(text.replace("\r\n", "\n").replace('\r', '\n'), source.name()));
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
                throw source.problem(token, "nested more than " + DEEPEST_BRACKETS + " deep");
            }
            if (inStatement > LONGEST_STATEMENT) {
                throw source.problem(token, "the statement is longer than " + LONGEST_STATEMENT + " words and signs");
            }
        }
    }

    private void rejectLeftOut(Token token) {
        String instead = "write rate rules (x' = ...) and assignment rules (x := ...)";
        switch (token.getType()) {
            case AntimonyLexer.ARROW, AntimonyLexer.REACTION -> throw source.unsupported(token, "a reaction", instead);
            case AntimonyLexer.INTERACTION -> throw source.unsupported(token, "an interaction",
                    instead + "; in a subtraction put a space after the minus sign");
            case AntimonyLexer.STRAND -> throw source.unsupported(token, "a DNA strand",
                    instead + "; in a double minus put a space between the signs");
            case AntimonyLexer.DNA, AntimonyLexer.GENE, AntimonyLexer.OPERATOR ->
                    throw source.unsupported(token, "a DNA strand", instead);
            case AntimonyLexer.ELLIPSIS -> throw source.unsupported(token, "the upstream rate of a DNA strand", instead);
            case AntimonyLexer.AT, AntimonyLexer.AFTER, AntimonyLexer.EVENT -> throw source.unsupported(token, "an event",
                    "doses are data of a run, a switch is a piecewise");
            case AntimonyLexer.IMPORT -> throw source.unsupported(token, "an import", "write the model in one file");
            case AntimonyLexer.DELETE -> throw source.unsupported(token, "a deletion", "leave the statement out");
            case AntimonyLexer.COMPARTMENT, AntimonyLexer.IN -> throw source.unsupported(token, "a compartment",
                    "make the volume a parameter and write amounts and concentrations out");
            case AntimonyLexer.BOUNDARY -> throw source.unsupported(token, "a boundary species", "declare it const");
            case AntimonyLexer.CONSTRAINT -> throw source.unsupported(token, "a constraint", "leave it out");
            case AntimonyLexer.OBJECTIVE -> throw source.unsupported(token, "a flux objective", "leave it out");
            case AntimonyLexer.COLON -> throw source.unsupported(token, "a submodel or a named reaction, event or rule", instead);
            case AntimonyLexer.DOT -> throw source.unsupported(token, "a member of a submodel or annotation",
                    "write the model in one piece");
            case AntimonyLexer.REMAINDER -> throw source.unsupported(token, "the remainder operator", "use piecewise");
            case AntimonyLexer.VECTOR, AntimonyLexer.CURLY -> throw source.unsupported(token, "a vector or set",
                    "name each element");
            case AntimonyLexer.NOTES -> throw source.unsupported(token, "a notes annotation", "write a comment");
            case AntimonyLexer.OPEN_COMMENT -> throw source.problem(token, "the comment that starts here is not closed by */");
            case AntimonyLexer.OPEN_TEXT -> throw source.problem(token, "the quoted text that starts here is not closed on its line");
            case AntimonyLexer.OTHER -> throw source.problem(token, "unexpected " + SourceText.quoted(token)
                    + "; outside comments and quoted text only the characters of Antimony are allowed");
            default -> { }
        }
    }
}

package ketum.engine.model;

import java.util.stream.Collectors;
import ketum.engine.model.antlr.AntimonyLexer;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Stops at the first place that does not fit the grammar and says what would have. */
final class SyntaxErrors extends BaseErrorListener {

    private static final int MOST_NAMED = 8;

    @Override
    public void syntaxError(Recognizer<?, ?> recognizer, Object offending, int line, int column, String message,
                            RecognitionException cause) {
        Token token = (Token) offending;
        Parser parser = (Parser) recognizer;
        throw Place.problem(token, "unexpected " + Place.quoted(token) + expected(parser));
    }

    private static String expected(Parser parser) {
        if (parser.getRuleContext() == null || parser.getRuleContext().getRuleIndex() == 0) {
            return "; a file holds imports, functions and models: model NAME ... end";
        }
        IntervalSet wanted = parser.getExpectedTokens();
        if (wanted.contains(AntimonyLexer.NUMBER) && wanted.contains(AntimonyLexer.OPEN)) {
            return "; expected a number, a name or an opening bracket";
        }
        if (wanted.size() > MOST_NAMED) {
            return "";
        }
        return "; expected " + wanted.toList().stream().map(type -> named(type, parser)).distinct().collect(Collectors.joining(" or "));
    }

    private static String named(int type, Parser parser) {
        return switch (type) {
            case AntimonyLexer.NEWLINE -> "end of line";
            case AntimonyLexer.NAME -> "a name";
            case AntimonyLexer.TEXT -> "a quoted text";
            case AntimonyLexer.NUMBER -> "a number";
            default -> parser.getVocabulary().getDisplayName(type).replace('\'', '`');
        };
    }
}

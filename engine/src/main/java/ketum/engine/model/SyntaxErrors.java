package ketum.engine.model;

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

    private final SourceText source;

    SyntaxErrors(SourceText source) {
        this.source = source;
    }

    @Override
    public void syntaxError(Recognizer<?, ?> recognizer, Object offending, int line, int column, String message,
                            RecognitionException cause) {
        Token token = (Token) offending;
        Parser parser = (Parser) recognizer;
        throw source.problem(token, "unexpected " + quoted(token) + expected(parser));
    }

    private static String quoted(Token token) {
        String shown = SourceText.shown(token);
        return shown.startsWith("end of") || shown.startsWith("character") ? shown : "`" + shown + "`";
    }

    private static String expected(Parser parser) {
        if (parser.getRuleContext() == null || parser.getRuleContext().getRuleIndex() == 0) {
            return "; a file holds functions and one model: model NAME ... end";
        }
        IntervalSet wanted = parser.getExpectedTokens();
        if (wanted.size() > MOST_NAMED) {
            return wanted.contains(AntimonyLexer.NUMBER) ? "; expected a number, a name or an opening bracket" : "";
        }
        return "; expected " + wanted.toString(parser.getVocabulary()).replaceAll("[{}]", "").replace("NEWLINE", "end of line");
    }
}

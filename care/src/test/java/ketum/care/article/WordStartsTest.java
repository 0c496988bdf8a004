package ketum.care.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle is the search of the expression itself. */
class WordStartsTest {

    private enum Kind { ONLY }

    private static final List<String> TEXTS = List.of("", "a", "the myth of it", "demythologised", "it is false to say so", "it is not so.", "is it so?", "x%", "10% off", "per cent off", "3 percent off", "he says", "adverts says",
            "suggest", "suggests", "suggesting", "pre-suggests", "under_suggests", "no good proof", "no proof!", "we also sell it", "we sell", "wesell", "\"so\"", "said", "unsaid", "its free", "free shipping", "fast delivery now");

    @ParameterizedTest
    @ValueSource(strings = {"\\b(?:myth|false (?:to|that))\\b", "\\bnot so\\W*$|\\b(?:is|are) so\\b", "(?:per ?cent|%) off\\b", "\\b(?:(?<!adverts )says?|said)\\b|[\"]", "\\b(?:suggests?|hint\\w*)\\b", "\\bno (?:good |real )?proof\\W*$",
            "\\bwe (?:also )?(?:sell|ship)\\b", "\\b(?:(?:free|fast) (?:shipping|delivery)|\\w+ing)\\b", "\\b(?:also )?sell\\b"})
    void anExpressionIsFoundWhereItsOwnSearchFindsIt(String expression) {
        WordStarts<Kind> index = new WordStarts<>(Kind.class, Map.of(Kind.ONLY, expression));
        for (String text : TEXTS) {
            assertEquals(Pattern.compile(expression).matcher(text).find() ? Set.of(Kind.ONLY) : Set.of(), index.in(text), expression + " in " + text);
        }
    }
}

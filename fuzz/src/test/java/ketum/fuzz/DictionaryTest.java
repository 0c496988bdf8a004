package ketum.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DictionaryTest {

    @Test
    void wordsAreReadWithTheirEscapesAndGivenToJazzerInItsForm() {
        Dictionary words = Dictionary.parse("## of two words\na\\n\\t\\\\\\x00\\xff\"\n\n\u00b5 \n");
        assertEquals(2, words.words().size());
        assertArrayEquals(new byte[] {'a', '\n', '\t', '\\', 0, (byte) 0xff, '"'}, words.words().getFirst());
        assertArrayEquals("\u00b5 ".getBytes(StandardCharsets.UTF_8), words.words().getLast());
        assertEquals("\"a\\x0a\\x09\\x5c\\x00\\xff\\x22\"\n\"\\xc2\\xb5 \"\n", words.forJazzer());
    }

    @Test
    void everyTargetHasWordsAndNoneIsEmpty() {
        for (Target target : Targets.ALL) {
            Dictionary words = Dictionary.of(target);
            assertTrue(words.words().size() >= 20, target.name());
            words.words().forEach(word -> assertFalse(word.length == 0, target.name()));
        }
    }
}

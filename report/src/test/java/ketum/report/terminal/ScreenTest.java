package ketum.report.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenTest {

    private static final TerminalOptions NARROW = new TerminalOptions(40, false);

    /** One letter before them makes every cut at an even width fall between two halves. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a"})
    void aWordWiderThanTheScreenIsNotCutInTheMiddleOfACharacter(String before) {
        String word = before + "\ud83d\ude00".repeat(200);
        Screen screen = new Screen(NARROW);
        screen.line(word, Screen.Style.PLAIN);
        screen.item("- ", word, Screen.Style.PLAIN);
        screen.fixed(word);
        String shown = screen.toString();
        assertTrue(shown.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE), shown);
        assertEquals(2L * 200 + 20 - before.length(), shown.codePoints().filter(c -> c == 0x1f600).count(), shown);
        assertTrue(shown.lines().allMatch(line -> line.length() <= 40), shown);
    }

    @Test
    void aLabelAsWideAsTheScreenStandsOnALineOfItsOwn() {
        Screen screen = new Screen(NARROW);
        screen.labelled("x".repeat(45), 10, "words");
        assertEquals("x".repeat(45) + "\n          words\n", screen.toString());
    }
}

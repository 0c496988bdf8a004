package ketum.report.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ketum.report.Audience;
import org.junit.jupiter.api.Test;

/**
 * Flesch-Kincaid grade = 0.39 words/sentences + 11.8 syllables/words - 15.59 (Kincaid and others, 1975). Syllables are counted by
 * vowel groups, silent final e left out. Grade 6 is about age eleven.
 */
class ReadabilityTest {
    private static final double WHOLE = 6;
    private static final double ONE_TEXT = 9;

    @Test
    void whatAPersonReadsSuitsAnElevenYearOld() {
        List<String> texts = sentences(Texts.of(Audience.PERSON));
        double grade = grade(String.join(" ", texts));
        assertTrue(grade <= WHOLE, "grade " + grade);
    }

    @Test
    void noSingleTextForAPersonIsHard() {
        for (String text : sentences(Texts.of(Audience.PERSON))) {
            // Short texts swing wildly on one long word.
            if (text.split("\\s+").length >= 12 && !text.contains("FDA")) {
                assertTrue(grade(text) <= ONE_TEXT, grade(text) + " " + text);
            }
        }
    }

    @Test
    void theMeasureTellsEasyFromHard() {
        assertTrue(grade("The cat sat on the mat. It was warm. The dog ran off.") < 2);
        assertTrue(grade("Competitive antagonism at heterologously expressed opioid receptors precipitates physiological withdrawal.") > 15);
    }

    private static List<String> sentences(Texts texts) {
        List<String> sentences = new ArrayList<>();
        for (String key : texts.keys()) {
            String text = texts.get(key, 7, 7, 7, 7, 7, 7).strip();
            if (text.endsWith(".") && text.split("\\s+").length > 3) {
                sentences.add(text);
            }
        }
        return sentences;
    }

    private static double grade(String text) {
        Matcher words = Pattern.compile("[A-Za-z]+").matcher(text);
        int count = 0;
        int syllables = 0;
        while (words.find()) {
            count++;
            syllables += syllables(words.group().toLowerCase(Locale.ROOT));
        }
        long ends = Pattern.compile("[.!?]+(\\s|$)|: ").matcher(text).results().count();
        return 0.39 * count / StrictMath.max(1, ends) + 11.8 * syllables / count - 15.59;
    }

    private static int syllables(String word) {
        String stem = word.replaceAll("(?<![aeiouyl])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouysxz])es$", "");
        return StrictMath.max(1, (int) Pattern.compile("[aeiouy]+").matcher(stem).results().count());
    }
}

package ketum.care;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Flesch-Kincaid grade = 0.39 words/sentences + 11.8 syllables/words - 15.59 (Kincaid and others, 1975); syllables are counted by
 * vowel groups, silent endings left out. Grade 6 is about age eleven.
 */
public final class ReadingGrade {

    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern END = Pattern.compile("[.!?]+(\\s|$)|: ");

    private ReadingGrade() {
    }

    public static double of(String text) {
        Matcher words = WORD.matcher(text);
        int count = 0;
        int syllables = 0;
        while (words.find()) {
            count++;
            String stem = words.group().toLowerCase(Locale.ROOT).replaceAll("(?<![aeiouyl])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouysxz])es$", "");
            syllables += StrictMath.max(1, (int) VOWELS.matcher(stem).results().count());
        }
        long ends = END.matcher(text).results().count();
        return 0.39 * count / StrictMath.max(1, ends) + 11.8 * syllables / count - 15.59;
    }
}

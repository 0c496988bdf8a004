package ketum.care;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import ketum.kratom.data.Tables;
import org.junit.jupiter.api.Test;

/**
 * Flesch-Kincaid grade = 0.39 words/sentences + 11.8 syllables/words - 15.59 (Kincaid and others, 1975); syllables are counted by vowel groups.
 * Grade 6 is about age eleven. Names of substances that people know them by are not counted as hard words.
 */
class AdviceTest {

    private static final double WHOLE = 6;
    private static final double ONE_LINE = 8.5;
    private static final Pattern NAMES = Pattern.compile("naloxone|buprenorphine|methadone|clonidine|benzodiazepines|naltrexone|serotonin|pharmacist|opioids?|kratom|alcohol",
            Pattern.CASE_INSENSITIVE);

    @Test
    void everySourceOfEveryLineResolves() {
        Advice.all().values().forEach(line -> {
            assertFalse(line.sources().isEmpty(), line.id());
            line.sources().forEach(source -> assertTrue(Tables.standard().sources().find(source).isPresent(), line.id() + ": " + source));
        });
    }

    @Test
    void everyLineHasBothTextsAndAGrade() {
        Advice.all().values().forEach(line -> {
            assertTrue(line.person().endsWith(".") && line.person().length() > 20, line.id());
            assertTrue(line.clinician().length() > 20, line.id());
            assertTrue(line.grade().matches("[ABCD]"), line.id());
        });
    }

    @Test
    void whatAPersonReadsSuitsAnElevenYearOld() {
        double grade = ReadingGrade.of(String.join(" ", Advice.all().values().stream().map(line -> plain(line.person())).toList()));
        assertTrue(grade <= WHOLE, "grade " + grade);
        List<String> hard = Advice.all().values().stream().filter(line -> ReadingGrade.of(plain(line.person())) > ONE_LINE).map(line -> line.id() + " " + ReadingGrade.of(plain(line.person()))).toList();
        assertTrue(hard.isEmpty(), hard.toString());
    }

    @Test
    void anUnknownLineIsAFaultThatIsNamed() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Advice.line("nothing")).getMessage().contains("nothing"));
    }

    private static String plain(String text) {
        return NAMES.matcher(text.replaceAll("\\{\\w+}", "it")).replaceAll("it");
    }
}

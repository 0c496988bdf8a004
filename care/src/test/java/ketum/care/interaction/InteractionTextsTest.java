package ketum.care.interaction;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import ketum.care.ReadingGrade;
import ketum.kratom.data.Tables;
import org.junit.jupiter.api.Test;

/**
 * Flesch-Kincaid grade = 0.39 words/sentences + 11.8 syllables/words - 15.59 (Kincaid and others, 1975); syllables are counted by vowel groups.
 * Grade 6 is about age eleven. Names of substances that people know them by are not counted as hard words.
 */
class InteractionTextsTest {

    private static final double WHOLE = 6;
    private static final double ONE_LINE = 8.5;
    private static final Pattern NAMES = Pattern.compile("naloxone|serotonin|pharmacist|opioids?|kratom|alcohol|emergency|\\{\\w+}", Pattern.CASE_INSENSITIVE);

    private static List<String> people() {
        List<String> texts = new ArrayList<>(InteractionRule.all().stream().map(InteractionRule::person).toList());
        for (String id : List.of("kratom_raises", "kratom_raises_measured", "kratom_uncertain", "kratom_share_missing", "kratom_no_change_measured", "kratom_2d6", "kratom_victim_up",
                "kratom_victim_cbd", "kratom_victim_down", "medicines_up", "medicines_down", "medicines_missing", "outside", "not_known")) {
            texts.add(InteractionRule.phrase(id).orElseThrow()[0]);
        }
        return texts;
    }

    @Test
    void whatAPersonReadsSuitsAnElevenYearOld() {
        double grade = grade(String.join(" ", people()));
        assertTrue(grade <= WHOLE, "grade " + grade);
        List<String> hard = people().stream().filter(text -> grade(text) > ONE_LINE).map(text -> grade(text) + " " + text).toList();
        assertTrue(hard.isEmpty(), hard.toString());
    }

    @Test
    void everyRuleHasBothTextsASourceAndSaysWhenItIsAClassRule() {
        for (InteractionRule rule : InteractionRule.all()) {
            assertTrue(rule.person().endsWith(".") && rule.clinician().endsWith("."), rule.id());
            rule.sources().forEach(source -> assertTrue(Tables.standard().sources().find(source).isPresent(), rule.id() + ": " + source));
            assertTrue(rule.severity() != Severity.NONE, rule.id());
            if (rule.evidence() == Evidence.E6) {
                assertTrue(rule.classRule(), rule.id() + " rests on its class");
            }
            if (rule.classRule()) {
                assertTrue(rule.clinician().contains("class") || rule.clinician().contains("additive") || rule.clinician().contains("OR 2.25"), rule.id() + " must say so");
            }
        }
    }

    @Test
    void noTextClaimsThatAPairIsHarmless() {
        for (String text : people()) {
            String plain = text.toLowerCase(Locale.ROOT);
            assertFalse(plain.matches(".*\\b(is|are) safe\\b.*") && !plain.contains("not mean it is safe"), text);
            assertFalse(plain.contains("no interaction"), text);
        }
    }

    private static double grade(String text) {
        return ReadingGrade.of(NAMES.matcher(text).replaceAll("it"));
    }
}

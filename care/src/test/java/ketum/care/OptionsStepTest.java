package ketum.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import ketum.care.Assessment.HelpOption;
import ketum.care.Case.Condition;
import ketum.kratom.Person;
import org.junit.jupiter.api.Test;

class OptionsStepTest {

    private static List<String> ids(Cases input) {
        return OptionsStep.options(input.get()).stream().map(HelpOption::id).toList();
    }

    @Test
    void buprenorphineAndMethadoneComeFirstForEverybody() {
        assertEquals(List.of("buprenorphine", "methadone"), ids(Cases.daily(30)).subList(0, 2));
        assertEquals(ids(Cases.daily(30)), ids(Cases.daily(30).conditions(Condition.LIVER_DISEASE, Condition.SUICIDAL_THOUGHTS).medicines("sertraline")), "nothing is chosen for a person");
        assertFalse(ids(Cases.daily(30)).contains("pregnancy"));
    }

    @Test
    void pregnancyAndTheNewbornStandFirstWhereTheyMatter() {
        for (Person.Pregnancy pregnancy : List.of(Person.Pregnancy.PREGNANT, Person.Pregnancy.BREAST_FEEDING)) {
            assertEquals(List.of("pregnancy", "buprenorphine"), ids(Cases.daily(30).person(30, pregnancy)).subList(0, 2));
        }
    }

    @Test
    void aPersonReadsNoDoseAndAClinicianThatThereIsNoFormula() {
        for (HelpOption option : OptionsStep.options(Cases.daily(30).get())) {
            assertFalse((option.person() + option.clinician()).matches("(?s).*\\d\\s*mg\\b.*"), option.id());
            assertFalse(option.sources().isEmpty(), option.id());
        }
        assertTrue(OptionsStep.options(Cases.daily(30).get()).getFirst().clinician().contains("There is no formula."));
    }

    @Test
    void anOldHelpLineIsMarkedByTheDayOfTheReport() {
        assertFalse(Help.lines("US-OR", Cases.DATE).getFirst().stale());
        assertTrue(Help.lines("US-OR", Cases.DATE.plusDays(181)).getFirst().stale());
    }
}

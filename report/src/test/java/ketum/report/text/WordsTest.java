package ketum.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ketum.report.Audience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({"0.75,45 minutes", "1.5,1.5 hours", "14.2,14 hours", "55,55 hours", "84,3.5 days", "180,8 days", "1000,6 weeks", "13140,18 months", "24,24 hours",
            "0,0 hours", "NaN,not known"})
    void durationsAreRoundedToWhatAForecastCanCarry(double hours, String words) {
        assertEquals(words, Times.duration(hours));
    }

    @ParameterizedTest
    @CsvSource({"8,30,8 to 30 hours", "37,84,37 hours to 3.5 days", "0,30,0 to 30 hours", "120,264,5 to 11 days"})
    void rangesShareAUnitWhereOneSuitsBoth(double low, double high, String words) {
        assertEquals(words, Times.range(low, high));
    }

    @ParameterizedTest
    @CsvSource({"7,07:00", "23.25,23:15", "24,24:00", "25.5,01:30 next day", "49,01:00 on day 3", "6.9999999,07:00"})
    void hoursAfterMidnightReadAsClockTimes(double hours, String clock) {
        assertEquals(clock, Times.clock(hours));
    }

    @ParameterizedTest
    @CsvSource({"0.0614,0.061", "9.96,10", "56.6,57", "181.4,181", "2394,2390", "0,0", "-0.369,-0.37", "Infinity,not known"})
    void numbersAreReadAtNoMoreThanThreeDigits(double value, String text) {
        assertEquals(text, Numbers.readable(value));
    }

    @Test
    void anArgumentIsNeverReadAsAPlaceholder() {
        assertTrue(Texts.of(Audience.PERSON).get("now.entered", "{1}", "x").startsWith("What you told us: {1} x"));
    }

    @Test
    void bothAudiencesHaveTheSameKeysSoThatNoReportStopsHalfWay() {
        var person = Texts.of(Audience.PERSON).keys();
        var clinician = Texts.of(Audience.CLINICIAN).keys();
        clinician.removeAll(person);
        assertTrue(clinician.stream().allMatch(key -> key.startsWith("run.") || key.startsWith("column.")), clinician.toString());
        person.removeAll(Texts.of(Audience.CLINICIAN).keys());
        person.removeIf(key -> key.startsWith("label."));
        assertEquals(java.util.Set.of("chart.desc.band"), person);
    }

    @Test
    void anUnknownKeyIsAnErrorThatNamesIt() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Texts.of(Audience.PERSON).get("no.such.key")).getMessage().contains("no.such.key"));
    }

    @Test
    void theStatementOfPurposeIsTheSameForBoth() {
        assertEquals(Texts.of(Audience.PERSON).get("purpose"), Texts.of(Audience.CLINICIAN).get("purpose"));
    }
}

package ketum.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import ketum.care.Assessment;
import ketum.care.Assessment.Urgent;
import ketum.report.terminal.TerminalOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalReportTest {
    private static final TerminalOptions PLAIN = new TerminalOptions(80, false);

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80})
    void noLineIsWiderThanTheScreen(int width) {
        for (Assessment assessment : SampleAssessment.all()) {
            for (Audience audience : Audience.values()) {
                for (String line : Report.terminal(assessment, audience, new TerminalOptions(width, false)).split("\n")) {
                    assertTrue(line.length() <= width, line);
                }
            }
        }
    }

    @Test
    void aPersonsReportFitsOneScreen() {
        for (Assessment assessment : SampleAssessment.all()) {
            String text = Report.terminal(assessment, Audience.PERSON, PLAIN);
            assertTrue(text.lines().count() <= 44, text);
        }
    }

    @ParameterizedTest
    @EnumSource(Audience.class)
    void whatWasNotCheckedIsTheFirstLineAndDangersComeBeforeAnythingElse(Audience audience) {
        List<String> lines = Report.terminal(SampleAssessment.withheld(), audience, PLAIN).lines().toList();
        assertTrue(lines.getFirst().contains("albenazine"), lines.getFirst());
        assertTrue(lines.getFirst().contains("not check"), lines.getFirst());
        int danger = indexOf(lines, "!! ");
        assertTrue(danger > 0 && danger < indexOf(lines, "HELP") && indexOf(lines, "HELP") < lines.indexOf(lines.stream().filter(line -> line.contains("IF ")).findFirst().orElseThrow()), String.join("\n", lines));
        assertTrue(danger < indexOf(lines, " - "), "a danger after a note");
    }

    @Test
    void whatWasAssumedIsSmallPrintAfterEverythingUrgent() {
        SampleAssessment sample = new SampleAssessment();
        sample.notices = List.of(new Assessment.Notice("times_assumed", false, "We spread the doses over the day.", "Dose times assumed.", List.of()));
        List<String> clinician = Report.terminal(sample.build(), Audience.CLINICIAN, PLAIN).lines().toList();
        assertTrue(indexOf(clinician, " - Dose times assumed.") > clinician.size() / 2, String.join("\n", clinician));
        String page = Report.html(sample.build(), Audience.PERSON);
        assertTrue(page.indexOf("We spread the doses over the day.") > page.indexOf("id=\"limits\""), "small print stands with how it was computed");
    }

    @Test
    void whereMostPeopleWouldNotFeelItTheTimesAreSaidToBeOfTheRest() {
        String few = "The times are for those who do.";
        SampleAssessment sample = new SampleAssessment();
        assertFalse(Report.terminal(sample.build(), Audience.PERSON, PLAIN).contains(few), "21 of 100 feel nothing");
        var finding = ((Assessment.Section.Present<Assessment.WithdrawalFinding>) sample.withdrawal).value();
        var scales = finding.scales().stream().map(one -> new Assessment.ScaleForecast(one.scale(), one.maximum(), one.series(), one.onsetH(), one.peakH(), one.peak(),
                one.endH(), Map.of("none", java.util.Optional.of(new Assessment.Interval(70, 92, 97))), one.grade())).toList();
        sample.withdrawal = new Assessment.Section.Present<>(new Assessment.WithdrawalFinding(scales, finding.domains(), finding.tail(), finding.links(),
                finding.forClinician(), finding.statementPerson(), finding.statementClinician()));
        assertTrue(Report.terminal(sample.build(), Audience.PERSON, PLAIN).contains(few));
        assertTrue(Report.html(sample.build(), Audience.PERSON).contains(few));
    }

    @Test
    void aPersonReadsTheVerdictBeforeTheClaimAndAClinicianItsGrade() {
        String person = Report.terminal(SampleAssessment.standard(), Audience.PERSON, PLAIN);
        assertTrue(person.replaceAll("\\s+", " ").contains("OFTEN SAID Not true: \"Centuries of traditional use show that kratom is safe.\" Long use does not make it safe."), person);
        assertFalse(person.contains("withdrawal is mild"), "a second claim on a person's screen");
        assertTrue(person.indexOf("OFTEN SAID") > person.indexOf("WAYS TO CUT DOWN"), "after the main advice");
        String clinician = Report.terminal(SampleAssessment.standard(), Audience.CLINICIAN, PLAIN).replaceAll("\\s+", " ");
        assertTrue(clinician.contains(" - Unknown: \"Rotating strains keeps tolerance away.\" Nobody has tested it. [D; rotating-strains]"), clinician);
        assertFalse(Report.terminal(SampleAssessment.holes(), Audience.PERSON, PLAIN).contains("OFTEN SAID"), "a heading over nothing");
    }

    @Test
    void noDangerIsEverCutOff() {
        SampleAssessment sample = new SampleAssessment();
        sample.urgent = java.util.stream.IntStream.range(0, 9).mapToObj(i -> new Urgent("d" + i, Urgent.Level.DANGER, "Danger number " + i + ".", "x", "D", List.of())).toList();
        String text = Report.terminal(sample.build(), Audience.PERSON, PLAIN);
        for (int i = 0; i < 9; i++) {
            assertTrue(text.contains("Danger number " + i + "."), text);
        }
    }

    @ParameterizedTest
    @EnumSource(Audience.class)
    void everyReportOnStoppingWarnsOfLostToleranceAndNamesNaloxone(Audience audience) {
        for (Assessment assessment : SampleAssessment.all()) {
            assertTrue(Report.terminal(assessment, audience, PLAIN).contains("aloxone"));
        }
    }

    @Test
    void withheldPartsSayWhyAndShowNoForecast() {
        String text = Report.terminal(SampleAssessment.withheld(), Audience.PERSON, PLAIN);
        assertTrue(text.replaceAll("\\s+", " ").contains("You use a benzodiazepine each day. The model does not cover stopping both."), text);
        assertFalse(text.contains("moderate"), text);
        assertFalse(text.contains("Stop now"), text);
    }

    @Test
    void aReasonSharedByPartsIsGivenOnce() {
        String text = Report.terminal(SampleAssessment.sevenHydroxy(), Audience.PERSON, PLAIN).replaceAll("\\s+", " ");
        String reason = "The model does not cover 7-OH tablets.";
        assertEquals(text.indexOf(reason), text.lastIndexOf(reason), text);
        assertTrue(text.contains("We do not show this part. The reason is the same."), text);
    }

    @Test
    void colourIsOnlyWrittenWhenAllowedAndNeverCarriesTheMeaningAlone() {
        String plain = Report.terminal(SampleAssessment.withheld(), Audience.PERSON, PLAIN);
        String coloured = Report.terminal(SampleAssessment.withheld(), Audience.PERSON, new TerminalOptions(80, true));
        assertFalse(plain.contains("\033"));
        assertTrue(coloured.contains("\033["));
        assertEquals(plain, coloured.replaceAll("\033\\[[0-9;]*m", ""));
    }

    @Test
    void noColorADumbTerminalAndAPipeTurnColourOff() {
        assertTrue(TerminalOptions.of(Map.of("TERM", "xterm"), true, 80).colour());
        assertFalse(TerminalOptions.of(Map.of("TERM", "xterm", "NO_COLOR", "1"), true, 80).colour());
        assertFalse(TerminalOptions.of(Map.of("TERM", "dumb"), true, 80).colour());
        assertFalse(TerminalOptions.of(Map.of("TERM", "xterm"), false, 80).colour());
    }

    @Test
    void inputCannotSteerTheTerminal() {
        SampleAssessment sample = new SampleAssessment();
        sample.place = "US\033[2J\u0007\u202eRO";
        String text = Report.terminal(sample.build(), Audience.PERSON, PLAIN);
        assertFalse(text.chars().anyMatch(c -> c < ' ' && c != '\n'), text);
        assertFalse(text.contains("\u202e"));
    }

    private static int indexOf(List<String> lines, String start) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                return i;
            }
        }
        return -1;
    }
}

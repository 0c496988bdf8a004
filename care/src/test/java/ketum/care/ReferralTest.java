package ketum.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ketum.care.law.UnknownPlace;
import ketum.kratom.data.HelpLines;
import ketum.kratom.data.Instruments;
import ketum.kratom.data.Source;
import ketum.kratom.data.Treatment;
import ketum.kratom.data.Treatments;
import ketum.kratom.data.WarningSigns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferralTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final double WHOLE = 6;
    private static final double ONE_TEXT = 8.5;
    /** Names that people know things by, not counted as hard words. */
    private static final Pattern NAMES = Pattern.compile("naloxone|buprenorphine|methadone|clonidine|lofexidine|naltrexone|serotonin|pharmacist|opioids?|kratom|alcohol|heroin|medicines?",
            Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @CsvSource({"US,US", "us-or,US-OR", "Malaysia,MY", "England,GB"})
    void thePlacesOwnLinesAreGivenOutEmergencyFirst(String written, String code) throws UnknownPlace {
        Referral referral = Referral.in(written, TODAY);
        assertEquals(code, referral.place().orElseThrow().code());
        assertEquals(HelpLines.Kind.EMERGENCY, referral.lines().getFirst().kind());
        assertTrue(referral.lines().stream().allMatch(line -> line.country().equals(code.substring(0, 2))), referral.lines().toString());
    }

    @Test
    void aCountryWithoutLinesHasNoneAndEverythingElse() throws UnknownPlace {
        Referral referral = Referral.in("Indonesia", TODAY);
        assertEquals(List.of(), referral.lines());
        assertFalse(referral.signs().isEmpty() || referral.treatments().isEmpty());
    }

    @Test
    void whatNobodyConfirmedIsCountedAndNotGivenOut() throws UnknownPlace {
        Referral referral = Referral.in("GB", TODAY);
        assertEquals(1, referral.heldBack());
        assertTrue(referral.lines().stream().noneMatch(line -> line.name().equals("FRANK")), referral.lines().toString());
    }

    @Test
    void withoutAPlaceNoNumberIsGivenOut() {
        assertEquals(List.of(), Referral.anywhere(TODAY).lines());
    }

    @Test
    void aPlaceThatNobodyKnowsIsSaid() {
        assertTrue(assertThrows(UnknownPlace.class, () -> Referral.in("Atlantis", TODAY)).getMessage().contains("Atlantis"));
    }

    @Test
    void everySourceIsListedOnceWithItsKey() throws UnknownPlace {
        Referral referral = Referral.in("US", TODAY);
        List<String> keys = referral.sources().stream().map(Source::key).toList();
        assertEquals(keys.stream().distinct().sorted().toList(), keys);
        referral.signs().forEach(sign -> assertTrue(keys.contains(sign.source()), sign.source()));
        referral.lines().forEach(line -> assertTrue(keys.contains(line.source()), line.source()));
        referral.treatments().forEach(treatment -> treatment.findings().forEach(finding -> assertTrue(keys.contains(finding.source()), finding.source())));
    }

    /** Every line of advice that puts a case outside the model names a reason to see a doctor before stopping. */
    @Test
    void noReasonToSeeADoctorFirstIsLeftOut() {
        List<String> outside = Advice.all().values().stream().filter(line -> line.tier() == Advice.Tier.OUTSIDE && !line.person().contains("{")).map(Advice.Line::id).sorted().toList();
        assertTrue(Referral.BEFORE_STOPPING.containsAll(outside), outside.toString());
    }

    /** The short line of every report and the full list agree. */
    @Test
    void theReportsShortListOfSignsIsOnTheFullOne() {
        String full = String.join(" ", WarningSigns.standard().stream().map(WarningSigns.Sign::person).toList()).toLowerCase(Locale.ROOT);
        String line = Advice.line("red_flags").person().toLowerCase(Locale.ROOT);
        for (String sign : List.of("a fit", "chest", "faint", "sense", "yellow", "dark urine")) {
            assertTrue(full.contains(sign), sign);
            assertTrue(line.contains(sign), sign + " in: " + line);
        }
    }

    /** Naloxone is never advised against: neither where it is the subject nor anywhere else. */
    @Test
    void naloxoneIsNeverAdvisedAgainst() {
        Treatment naloxone = Referral.anywhere(TODAY).naloxone();
        assertTrue(naloxone.person().startsWith("Give naloxone if you have it"), naloxone.person());
        assertTrue(naloxone.person().contains("never a reason not to give it") && naloxone.clinician().contains("never a reason to withhold"), naloxone.clinician());
        Pattern against = Pattern.compile("(avoid|do not (use|give|take)|don't (use|give)|withhold|stop|without)[^.;]{0,40}naloxone", Pattern.CASE_INSENSITIVE);
        texts().forEach(text -> assertFalse(against.matcher(text).find(), text));
    }

    private static Stream<String> texts() {
        return Treatments.standard().all().stream().flatMap(treatment -> Stream.concat(Stream.of(treatment.person(), treatment.clinician()), treatment.findings().map(finding -> finding.text())));
    }

    @Test
    void whatAPersonReadsSuitsAnElevenYearOld() {
        List<String> texts = new ArrayList<>();
        WarningSigns.standard().forEach(sign -> texts.add(sign.person()));
        Treatments.standard().all().forEach(treatment -> {
            texts.add(treatment.person());
            treatment.disagreement().ifPresent(disagreement -> texts.add(disagreement.person()));
        });
        Instruments.standard().all().forEach(instrument -> texts.add(instrument.person()));
        double whole = ReadingGrade.of(String.join(" ", texts.stream().map(ReferralTest::plain).toList()));
        assertTrue(whole <= WHOLE, "grade " + whole);
        List<String> hard = texts.stream().map(ReferralTest::plain).filter(text -> text.split("\\s+").length >= 12 && ReadingGrade.of(text) > ONE_TEXT).map(text -> ReadingGrade.of(text) + " " + text).toList();
        assertEquals(List.of(), hard);
    }

    private static String plain(String text) {
        return NAMES.matcher(text).replaceAll("it");
    }
}

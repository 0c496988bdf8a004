package ketum.care.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import ketum.care.interaction.InteractionPair.Direction;
import ketum.kratom.data.Medicine;
import ketum.kratom.data.Medicines;
import ketum.kratom.data.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InteractionCheckTest {

    private static final KratomDose TESTED = KratomDose.tested();
    private static final KratomDose DAILY = KratomDose.parse("4 g leaf", OptionalInt.of(4));

    private static List<InteractionPair> kratomWith(String medicine) {
        return InteractionCheck.withKratom(List.of(medicine), TESTED).pairs();
    }

    private static InteractionPair rule(List<InteractionPair> pairs, String rule) {
        return pairs.stream().filter(pair -> pair.rule().equals(rule)).findFirst().orElseThrow(() -> new AssertionError("no " + rule + " in " + pairs));
    }

    static Stream<Medicine> everyMedicine() {
        return Medicines.standard().all().stream();
    }

    /** No answer is empty, none reads as harmless, and "none" stands only where a study in people found no change. */
    @ParameterizedTest
    @MethodSource("everyMedicine")
    void everyMedicineGetsAnAnswerThatCannotReadAsHarmless(Medicine medicine) {
        InteractionAnswer answer = InteractionCheck.withKratom(List.of(medicine.name()), TESTED);
        assertEquals(medicine.id(), answer.agents().getFirst().id().orElseThrow());
        for (InteractionPair pair : answer.pairs()) {
            String text = (pair.advice() + " " + pair.statement()).toLowerCase(Locale.ROOT);
            assertFalse(text.contains("no interaction") || text.contains("safe to") || text.contains("is safe with"), text);
            assertTrue(pair.severity() != Severity.NONE || medicine.id().equals("dextromethorphan"), pair.toString());
            assertFalse(text.contains("{"), text);
            pair.sources().forEach(source -> assertTrue(Tables.standard().sources().find(source).isPresent(), source));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"naltrexone", "Vivitrol", "Contrave", "naltrexone / bupropion", "Lybalvi"})
    void antagonistTreatmentIsContraindicated(String name) {
        InteractionPair pair = kratomWith(name).getFirst();
        assertEquals(Severity.CONTRAINDICATED, pair.severity());
        assertEquals(Direction.WITHDRAWAL, pair.direction());
    }

    /** Nothing on file about a rescue medicine may keep somebody from giving it. */
    @ParameterizedTest
    @CsvSource({"naloxone", "Narcan", "nalmefene"})
    void emergencyAntagonistsAreNeverAdvisedAgainst(String name) {
        InteractionPair pair = kratomWith(name).getFirst();
        assertTrue(pair.rescue(), "said first");
        assertEquals(Severity.MINOR, pair.severity());
        assertTrue(pair.advice().contains("if someone cannot be woken or breathes slowly, and call for help"), pair.advice());
        assertTrue(pair.advice().contains("Withdrawal may follow"), pair.advice());
        List<InteractionPair> beside = InteractionCheck.withKratom(List.of(name, "oxycodone"), TESTED).pairs();
        assertTrue(beside.stream().filter(found -> found.first().equalsIgnoreCase("naloxone") || found.second().equalsIgnoreCase("naloxone"))
                .allMatch(InteractionPair::rescue), beside.toString());
        for (String other : List.of("naltrexone", "sertraline", "oxycodone")) {
            assertTrue(InteractionCheck.between("naloxone", other).pairs().stream().allMatch(InteractionPair::rescue), other);
        }
    }

    @Test
    void nalmefeneAsADailyTabletIsSaidApartFromTheEmergency() {
        List<InteractionPair> pairs = kratomWith("nalmefene");
        assertEquals(Severity.MAJOR, rule(pairs, "antagonist_daily").severity());
        assertTrue(rule(pairs, "antagonist_daily").advice().contains("This is not about the shot or spray for an overdose"));
    }

    @Test
    void buprenorphineStartedTooEarlyIsSaidAndNotItsDose() {
        InteractionPair pair = rule(kratomWith("Suboxone"), "buprenorphine_early");
        assertTrue(pair.advice().contains("Started too soon"), pair.advice());
        assertFalse((pair.advice() + pair.statement()).matches(".*\\d+ ?mg.*"), "no dose");
    }

    @ParameterizedTest
    @CsvSource({"oxycodone,opioid,MAJOR", "alprazolam,benzodiazepine,MAJOR", "zolpidem,benzodiazepine,MAJOR", "gabapentin,gabapentinoid,MAJOR", "vodka,alcohol,MAJOR", "ghb,depressant,MAJOR",
            "sertraline,serotonin,MODERATE", "phenelzine,maoi,MAJOR", "quetiapine,case_quetiapine,MAJOR", "bupropion,seizure,MODERATE", "citalopram,qt,MODERATE", "tylenol,liver,MODERATE",
            "adderall,stimulant,MODERATE", "digoxin,pgp,UNKNOWN", "morphine,ugt2b7,UNKNOWN", "diphenhydramine,sedative,MODERATE"})
    void classRulesHoldAndSayThatTheyAreClassRules(String medicine, String rule, Severity severity) {
        InteractionPair pair = rule(kratomWith(medicine), rule);
        assertEquals(severity, pair.severity());
        assertTrue(pair.classRule() || !pair.statement().contains("class rule"), pair.statement());
    }

    /** The study in people: midazolam up, dextromethorphan unchanged. */
    @Test
    void theStudyInPeopleComesBack() {
        InteractionPair midazolam = rule(kratomWith("midazolam"), "kratom_raises_measured");
        assertEquals(Evidence.E1, midazolam.evidence().orElseThrow());
        assertEquals(1.39, midazolam.ratio().orElseThrow().median(), 0.03);
        assertEquals(Severity.MINOR, midazolam.severity());
        InteractionPair dextromethorphan = rule(kratomWith("dextromethorphan"), "kratom_no_change_measured");
        assertEquals(Severity.NONE, dextromethorphan.severity());
        assertEquals(Direction.NO_CHANGE, dextromethorphan.direction());
    }

    /** Out of range of dose or frequency: direction uncertain, severity unknown, no number, for every CYP3A and CYP2D6 medicine. */
    @ParameterizedTest
    @ValueSource(strings = {"midazolam", "dextromethorphan", "alprazolam", "simvastatin", "metoprolol"})
    void beyondTheTestedDoseNothingIsClaimed(String medicine) {
        for (KratomDose dose : List.of(DAILY, KratomDose.parse("2 g leaf", OptionalInt.of(1)), KratomDose.parse("6 g leaf", OptionalInt.empty()))) {
            List<InteractionPair> exposure = InteractionCheck.withKratom(List.of(medicine), dose).pairs().stream()
                    .filter(pair -> pair.kind() == InteractionPair.Kind.PK && pair.first().equals("kratom")).toList();
            assertFalse(exposure.isEmpty());
            for (InteractionPair pair : exposure) {
                assertEquals(Severity.UNKNOWN, pair.severity());
                assertEquals(Direction.UNCERTAIN, pair.direction());
                assertTrue(pair.ratio().isEmpty());
            }
        }
    }

    @Test
    void kratomIsAVictimOfInhibitorsWithTheDirectionOfItsEffectOpen() {
        InteractionPair pair = rule(kratomWith("ketoconazole"), "kratom_victim_up");
        assertEquals("ketoconazole", pair.first());
        assertEquals(Evidence.E4, pair.evidence().orElseThrow());
        assertEquals(Direction.UNCERTAIN, pair.direction());
        assertEquals(List.of("the share of mitragynine that CYP3A clears in people"), pair.missing());
    }

    /** Metamorphic: case, brand, misspelling, salt and dose in the name change nothing but what was written. */
    @ParameterizedTest
    @CsvSource({"sertraline,SERTRALINE", "sertraline,Zoloft", "alprazolam,Xanax 0.5 mg", "gabapentin,gabapentine", "oxycodone,OxyContin", "buprenorphine / naloxone,suboxon", "metoprolol,metoprolol tartrate"})
    void howANameIsWrittenChangesNothing(String plain, String other) {
        assertEquals(kratomWith(plain), kratomWith(other));
    }

    /** Metamorphic: the order of the list changes no pair's severity, and one more medicine takes none away. */
    @Test
    void moreMedicinesNeverTakeAWarningAway() {
        List<String> rules = InteractionCheck.withKratom(List.of("sertraline", "alprazolam"), TESTED).pairs().stream().map(pair -> pair.rule() + pair.severity()).sorted().toList();
        List<String> turned = InteractionCheck.withKratom(List.of("alprazolam", "sertraline"), TESTED).pairs().stream().map(pair -> pair.rule() + pair.severity()).sorted().toList();
        assertEquals(rules, turned);
        List<InteractionPair> more = InteractionCheck.withKratom(List.of("sertraline", "alprazolam", "ketoconazole"), TESTED).pairs();
        assertTrue(more.containsAll(InteractionCheck.withKratom(List.of("sertraline", "alprazolam"), TESTED).pairs()));
        assertTrue(more.stream().anyMatch(pair -> pair.first().equals("ketoconazole") && pair.second().equals("alprazolam") && pair.ratio().isPresent()));
    }

    @Test
    void anUnknownNameIsNeverAnEmptyAnswer() {
        InteractionAnswer answer = InteractionCheck.withKratom(List.of("blorbaline", "alprasolamm"), TESTED);
        assertEquals(2, answer.pairs().size());
        assertTrue(answer.pairs().stream().allMatch(pair -> pair.severity() == Severity.UNKNOWN && pair.evidence().isEmpty()));
        assertTrue(answer.pairs().stream().anyMatch(pair -> pair.advice().contains("Did you mean alprazolam")), answer.toString());
    }

    @Test
    void whatNoRuleCoversIsOutside() {
        InteractionPair pair = kratomWith("lamotrigine").stream().filter(found -> found.rule().equals("outside") || found.rule().equals("sedative")).findFirst().orElseThrow();
        assertTrue(pair.severity() == Severity.UNKNOWN || pair.rule().equals("sedative"));
        InteractionPair outside = kratomWith("rosuvastatin").getFirst();
        assertEquals("outside", outside.rule(), outside.toString());
        assertTrue(outside.advice().contains("That does not mean it is safe"), outside.advice());
    }

    /** Processor time of one thread, so that other work on the machine does not count. */
    @Test
    void aLookUpTakesUnderFiftyMillisecondsOnceStarted() {
        java.lang.management.ThreadMXBean clock = java.lang.management.ManagementFactory.getThreadMXBean();
        List<String> names = List.of("sertraline", "alprazolam", "simvastatin", "oxycodone");
        for (int warm = 0; warm < 20; warm++) {
            InteractionCheck.withKratom(names, TESTED);
        }
        long before = clock.getCurrentThreadCpuTime();
        for (int call = 0; call < 10; call++) {
            InteractionCheck.withKratom(names, TESTED);
        }
        double milliseconds = (clock.getCurrentThreadCpuTime() - before) / 1e7;
        assertTrue(milliseconds < 50, milliseconds + " ms each");
    }

    @Test
    void twoMedicinesWithoutKratom() {
        InteractionPair pair = InteractionCheck.between("paroxetine", "metoprolol").pairs().getFirst();
        assertEquals(Direction.EXPOSURE_UP, pair.direction());
        assertEquals(Severity.MODERATE, pair.severity());
        assertEquals(Evidence.E1, pair.evidence().orElseThrow());
        assertTrue(pair.statement().contains("Observed:"), pair.statement());
        InteractionPair missing = InteractionCheck.between("ketoconazole", "fentanyl").pairs().getFirst();
        assertEquals(List.of("the share of fentanyl that CYP3A clears"), missing.missing());
        assertTrue(missing.statement().contains("use a full checker"), missing.statement());
        assertEquals(Severity.CONTRAINDICATED, InteractionCheck.between("phenelzine", "sertraline").pairs().getFirst().severity());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "some", "2 g extract", "1 7-OH tablet", "0 g", "-2 g", "2 kg", "1e9 g", "30 mg 7-OH"})
    void aDoseThatCannotBeUsedIsSaid(String text) {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> KratomDose.parse(text, OptionalInt.empty())).getMessage().contains("\"" + text + "\""));
    }

    @Test
    void dosesAreReadAsTheyAreWritten() {
        assertEquals(38.96, KratomDose.parse("2 g leaf", OptionalInt.empty()).milligrams(), 1e-9);
        assertEquals(25, KratomDose.parse("25 mg mitragynine", OptionalInt.empty()).milligrams(), 1e-9);
        assertEquals(KratomDose.parse("2,5 g", OptionalInt.empty()).milligrams(), KratomDose.parse("1 teaspoon", OptionalInt.empty()).milligrams(), 1e-9);
        assertThrows(IllegalArgumentException.class, () -> KratomDose.parse("2 g", OptionalInt.of(0)));
    }
}

package ketum.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import ketum.care.Assessment.Urgent;
import ketum.care.Case.Condition;
import ketum.care.Case.EarlierStop;
import ketum.care.Case.OtherUse;
import ketum.care.Case.ProductUse;
import ketum.care.Case.Substance;
import ketum.kratom.Alkaloid;
import ketum.kratom.Person.Pregnancy;
import ketum.kratom.Product;
import ketum.kratom.Product.Strength.Per;
import ketum.kratom.Product.Type;
import ketum.kratom.Use.AmountUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

    private static final Cases PLAIN = Cases.daily(30);

    private static Rules rules(Cases cases) {
        return new Rules(cases.get(), MedicineFlags::of);
    }

    private static List<String> urgent(Cases cases) {
        return rules(cases).urgent().stream().map(Urgent::id).toList();
    }

    private static OtherUse other(Substance substance, boolean dependent) {
        return new OtherUse(substance, dependent, Optional.empty());
    }

    private static ProductUse taken(Type type, double amount, AmountUnit unit) {
        return Cases.use(type, amount, unit, List.of(LocalTime.NOON), Cases.DATE.minusDays(30));
    }

    private static ProductUse labelled(Type type, AmountUnit unit, Map<Alkaloid, Product.Strength> claims) {
        Product product = new Product(type, "", new Product.Content.ByLabel(claims), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        return new ProductUse(product, taken(type, 1, unit).use());
    }

    private static Product.Strength mg(double value, Per per) {
        return new Product.Strength(value, per, false);
    }

    /** Line expected, whether stopping suddenly is dangerous and must be said, and the case. */
    static Stream<Arguments> outside() {
        return Stream.of(
                Arguments.of("pregnant", true, PLAIN.person(30, Pregnancy.PREGNANT)),
                Arguments.of("breast_feeding", false, PLAIN.person(30, Pregnancy.BREAST_FEEDING)),
                Arguments.of("under_18", false, PLAIN.person(17.5, Pregnancy.NO)),
                Arguments.of("concentrate", true, PLAIN.products(taken(Type.SEVEN_HYDROXY_TABLET, 1, AmountUnit.TABLET))),
                Arguments.of("concentrate", true, PLAIN.products(taken(Type.PSEUDOINDOXYL_TABLET, 1, AmountUnit.TABLET))),
                Arguments.of("concentrate", true, PLAIN.products(taken(Type.MGM_TABLET, 1, AmountUnit.TABLET))),
                Arguments.of("concentrate", true, PLAIN.products(labelled(Type.SHOT, AmountUnit.BOTTLE,
                        Map.of(Alkaloid.MITRAGYNINE, mg(100, Per.UNIT), Alkaloid.SEVEN_HYDROXYMITRAGYNINE, mg(15, Per.UNIT))))),
                Arguments.of("concentrate", true, PLAIN.products(labelled(Type.EXTRACT, AmountUnit.GRAM, Map.of(Alkaloid.SEVEN_HYDROXYMITRAGYNINE, mg(20, Per.GRAM))))),
                Arguments.of("opioid_dependence", true, PLAIN.other(other(Substance.OPIOID, true))),
                Arguments.of("alcohol_dependence", true, PLAIN.other(other(Substance.ALCOHOL, true))),
                Arguments.of("benzodiazepine_dependence", true, PLAIN.other(other(Substance.BENZODIAZEPINE, true))),
                Arguments.of("opioid_medicine", true, PLAIN.medicines("methadone")),
                Arguments.of("opioid_medicine", true, PLAIN.medicines("buprenorphine-naloxone")),
                Arguments.of("opioid_medicine", true, PLAIN.medicines("oxycodone")),
                Arguments.of("opioid_medicine", true, PLAIN.medicines("tramadol")),
                Arguments.of("opioid_medicine", true, PLAIN.medicines("tianeptine")),
                Arguments.of("antagonist", false, PLAIN.medicines("naltrexone")),
                Arguments.of("antagonist", false, PLAIN.medicines("naltrexone-bupropion")));
    }

    @ParameterizedTest
    @MethodSource("outside")
    void whatLiesOutsideTheModelIsNamedWithItsReason(String line, boolean dangerousToStop, Cases cases) {
        Rules rules = rules(cases);
        assertTrue(rules.outsideModel());
        assertTrue(urgent(cases).contains(line), urgent(cases).toString());
        String said = rules.urgent().stream().filter(urgent -> urgent.id().equals(line)).findFirst().orElseThrow().person();
        assertTrue(rules.outsideReason().contains(said), rules.outsideReason());
        assertFalse(rules.outsideSources().isEmpty());
        String lower = rules.outsideReason().toLowerCase(java.util.Locale.ROOT);
        assertEquals(dangerousToStop, lower.matches("(?s).*do not stop (alcohol |them )?(suddenly )?on your own.*"), lower);
    }

    static Stream<Arguments> withClinician() {
        return Stream.of(
                Arguments.of("extract", PLAIN.products(taken(Type.EXTRACT, 1, AmountUnit.GRAM))),
                Arguments.of("extract", PLAIN.products(taken(Type.SHOT, 1, AmountUnit.BOTTLE))),
                Arguments.of("heavy_use", PLAIN.products(taken(Type.LEAF_POWDER, 41, AmountUnit.GRAM))),
                Arguments.of("heavy_use", PLAIN.products(taken(Type.LEAF_POWDER, 21, AmountUnit.GRAM), taken(Type.LEAF_POWDER, 20, AmountUnit.GRAM))),
                Arguments.of("failed_taper", PLAIN.stops(new EarlierStop(OptionalDouble.empty(), Optional.empty(), OptionalDouble.empty(), true, true, ""))));
    }

    @ParameterizedTest
    @MethodSource("withClinician")
    void whatNeedsAClinicianMarksSchedulesAndStaysInsideTheModel(String line, Cases cases) {
        assertTrue(rules(cases).forClinician());
        assertFalse(rules(cases).outsideModel());
        assertTrue(urgent(cases).contains(line));
    }

    @Test
    void aPlainLeafUserIsInNeitherTierAndReadsOnlyWhatEveryoneReads() {
        assertFalse(rules(PLAIN).outsideModel());
        assertFalse(rules(PLAIN).forClinician());
        assertEquals(List.of("red_flags", "tolerance_falls", "doctor_options"), urgent(PLAIN));
        assertFalse(rules(PLAIN.products(taken(Type.LEAF_POWDER, 40, AmountUnit.GRAM))).forClinician(), "40 g is not more than 40 g");
        assertFalse(rules(PLAIN.stops(new EarlierStop(OptionalDouble.of(3), Optional.empty(), OptionalDouble.empty(), true, false, ""))).forClinician());
        assertFalse(rules(PLAIN.person(18, Pregnancy.NO)).outsideModel());
    }

    @Test
    void leafWithItsNaturalTraceOf7OHIsLeaf() {
        assertFalse(rules(PLAIN.products(labelled(Type.LEAF_POWDER, AmountUnit.GRAM,
                Map.of(Alkaloid.MITRAGYNINE, mg(15, Per.GRAM), Alkaloid.SEVEN_HYDROXYMITRAGYNINE, mg(0.2, Per.GRAM))))).outsideModel());
        assertFalse(rules(PLAIN.products(labelled(Type.LEAF_POWDER, AmountUnit.GRAM,
                Map.of(Alkaloid.SEVEN_HYDROXYMITRAGYNINE, new Product.Strength(5, Per.GRAM, true))))).outsideModel(), "less than a limit is not a finding");
    }

    @Test
    void everyReportSaysThatToleranceFallsAndHowToGetNaloxone() {
        List<Cases> all = Stream.concat(Stream.of(PLAIN), Stream.concat(outside().map(a -> (Cases) a.get()[2]), withClinician().map(a -> (Cases) a.get()[1]))).toList();
        for (Cases cases : all) {
            Urgent line = rules(cases).urgent().stream().filter(urgent -> urgent.id().equals("tolerance_falls")).findFirst().orElseThrow();
            assertTrue(line.person().contains("tolerance falls within days") && line.person().contains("pharmacist for naloxone"), line.person());
            assertTrue(line.person().contains("old amount") && line.person().contains("another opioid"), line.person());
        }
    }

    @Test
    void anEnteredLowScoreTakesNothingAwayAndAHighOneAdds() {
        Stream.concat(outside().map(a -> (Cases) a.get()[2]), withClinician().map(a -> (Cases) a.get()[1])).forEach(cases -> {
            for (double low : new double[] {0, 1, 12}) {
                assertEquals(rules(cases).urgent(), rules(cases.score(Case.Scale.COWS, low, null)).urgent());
                assertEquals(rules(cases).urgent(), rules(cases.score(Case.Scale.SOWS, low, null)).urgent());
            }
        });
        assertTrue(urgent(PLAIN.score(Case.Scale.COWS, 25, null)).contains("score_severe"));
        assertTrue(urgent(PLAIN.score(Case.Scale.SOWS, 21, null)).contains("score_severe"));
        assertFalse(urgent(PLAIN.score(Case.Scale.COWS, 24, null)).contains("score_severe"));
    }

    @Test
    void dangersComeFirstAndSuicidalThoughtsBeforeAllOfThem() {
        Cases cases = PLAIN.conditions(Condition.SUICIDAL_THOUGHTS, Condition.LIVER_DISEASE, Condition.SEIZURES, Condition.HEART_RHYTHM)
                .other(other(Substance.OPIOID, true), other(Substance.ALCOHOL, false)).medicines("alprazolam", "sertraline", "gabapentin");
        List<Urgent> all = rules(cases).urgent();
        assertEquals("suicidal", all.getFirst().id());
        for (int i = 1; i < all.size(); i++) {
            assertTrue(all.get(i - 1).level().compareTo(all.get(i).level()) <= 0, all.get(i).id());
        }
        List<String> ids = all.stream().map(Urgent::id).toList();
        assertTrue(ids.containsAll(List.of("opioid_dependence", "opioid_use", "alcohol_use", "benzodiazepine_medicine", "serotonin_medicine", "depressant_medicine",
                "liver", "seizure", "heart_rhythm")), ids.toString());
        assertEquals(ids.size(), ids.stream().distinct().count(), "a line stands twice");
    }

    /** Effects and exposure beyond breathing and serotonin; an emergency medicine causes none of them. */
    @Test
    void medicinesThatMeetKratomElsewhereAreNamed() {
        assertTrue(urgent(PLAIN.medicines("bupropion")).contains("seizure_medicine"));
        assertTrue(urgent(PLAIN.medicines("citalopram")).contains("qt_medicine"));
        assertTrue(urgent(PLAIN.medicines("acetaminophen")).contains("liver_medicine"));
        assertTrue(urgent(PLAIN.medicines("simvastatin")).contains("exposure_medicine"));
        assertTrue(urgent(PLAIN.medicines("ketoconazole")).contains("kratom_exposure_medicine"));
        assertTrue(urgent(PLAIN.medicines("rifampin")).contains("kratom_exposure_medicine"));
        assertFalse(urgent(PLAIN.medicines("naloxone")).stream().anyMatch(line -> line.endsWith("_medicine")));
    }

    @Test
    void medicinesAreNamedInTheLineTheyCause() {
        assertTrue(rules(PLAIN.medicines("alprazolam", "diazepam")).urgent().stream().anyMatch(urgent -> urgent.person().contains("alprazolam, diazepam")));
        assertFalse(urgent(PLAIN.medicines("loperamide")).contains("opioid_medicine"), "stays in the gut");
        assertFalse(rules(PLAIN.medicines("naloxone")).outsideModel(), "kept for emergencies");
        assertTrue(urgent(PLAIN.medicines("naloxone")).contains("naloxone_kept"));
    }

    @Test
    void anUncheckedMedicineIsTheFirstNoticeAndTheOnlyOneBeforeTheReport() {
        Cases cases = PLAIN.medicines("?blue pill");
        Rules rules = rules(cases);
        rules.historyShortened(180);
        List<Assessment.Notice> notices = rules.notices();
        assertEquals("other_medicine", notices.getFirst().id());
        assertTrue(notices.getFirst().first());
        assertTrue(notices.getFirst().person().startsWith("Not checked") && notices.getFirst().person().contains("blue pill"));
        assertTrue(notices.size() > 1 && notices.stream().skip(1).noneMatch(Assessment.Notice::first));
        assertFalse(rules.outsideModel());
    }
}

package ketum.care.casefile;

import static ketum.care.casefile.Reading.DAILY;
import static ketum.care.casefile.Reading.daily;
import static ketum.care.casefile.Reading.onlyProblem;
import static ketum.care.casefile.Reading.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import ketum.care.Case;
import ketum.care.Case.EarlierStop;
import ketum.care.Case.Medicine;
import ketum.care.Case.OtherUse;
import ketum.care.Case.Scale;
import ketum.care.Case.ScoreNow;
import ketum.care.Case.Substance;
import ketum.kratom.Alkaloid;
import ketum.kratom.Person.Pregnancy;
import ketum.kratom.Product.Content;
import ketum.kratom.Product.Strength;
import ketum.kratom.Product.Strength.Per;
import ketum.kratom.Product.Type;
import ketum.kratom.Use;
import ketum.kratom.Use.AmountUnit;
import ketum.kratom.Use.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: what the words of the file mean, by hand. */
class CaseReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "leaf powder | 4 g | 4 | GRAM", "leaf powder | 2.5 grams | 2.5 | GRAM", "leaf powder | 2 teaspoons | 2 | TEASPOON", "leaf powder | 1 tsp | 1 | TEASPOON",
            "leaf powder | 4g | 4 | GRAM", "leaf powder | 4\u00A0g | 4 | GRAM", "LEAF POWDER | 4 G | 4 | GRAM",
            "capsules | 6 capsules | 6 | CAPSULE", "capsules | 1 capsule | 1 | CAPSULE", "capsules | 3 g | 3 | GRAM",
            "tea | 3 g | 3 | GRAM", "extract | 0.5 g | 0.5 | GRAM", "shot | 1 bottle | 1 | BOTTLE", "shot | 2 shots | 2 | BOTTLE", "shot | 30 ml | 30 | MILLILITRE",
            "7-OH tablet | 0.5 tablets | 0.5 | TABLET", "pseudoindoxyl tablet | 2 tablets | 2 | TABLET", "MGM tablet | 1 tablet | 1 | TABLET"})
    void anAmountIsANumberWithAUnitThatFitsTheProduct(String type, String amount, double number, AmountUnit unit) throws CaseFileException {
        Use use = read(daily("leaf powder", type).replace("4 g", amount)).products().getFirst().use();
        assertEquals(number, use.amount());
        assertEquals(unit, use.unit());
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void theExampleAmountOfEachTypeIsAccepted(Type type) throws CaseFileException {
        String extra = type == Type.TEA ? ", tea: {leaf: 10 g, water: 500 ml}" : "";
        String text = daily("leaf powder", type.label() + extra).replace("4 g", ProductTypes.exampleAmount(type)).replace("per_day: 4", "per_day: 1");
        assertEquals(type, read(text).products().getFirst().product().type());
    }

    @Test
    void teaCarriesItsBatchSoThatMillilitresHaveAStrength() throws CaseFileException {
        var product = read(daily("leaf powder", "tea, tea: {leaf: 10 g, water: 500 ml}").replace("4 g", "250 ml")).products().getFirst().product();
        assertEquals(OptionalDouble.of(10), product.teaLeafGrams());
        assertEquals(OptionalDouble.of(500), product.teaMillilitres());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "leaf powder | 4 g | 1.5 % | 15 | GRAM", "leaf powder | 4 g | 15 mg/g | 15 | GRAM", "leaf powder | 2 teaspoons | 15 mg per g | 15 | GRAM",
            "capsules | 6 capsules | 30 mg/capsule | 30 | UNIT", "capsules | 6 capsules | 30 mg / capsule | 30 | UNIT", "capsules | 6 capsules | 45 mg/g | 45 | GRAM",
            "shot | 1 bottle | 150 mg/bottle | 150 | UNIT", "shot | 1 shot | 150 mg/shot | 150 | UNIT", "shot | 5 ml | 12 mg/ml | 12 | MILLILITRE",
            "extract | 1 g | 45 % | 450 | GRAM", "extract | 2 ml | 45 mg/ml | 45 | MILLILITRE", "extract | 2 capsules | 75 mg/capsule | 75 | UNIT"})
    void aLabelIsReadAsMilligramsPerUnit(String type, String amount, String label, double milligrams, Per per) throws CaseFileException {
        var product = read(daily("leaf powder", type + ", label: {mitragynine: " + label + "}").replace("4 g", amount)).products().getFirst().product();
        assertEquals(new Content.ByLabel(Map.of(Alkaloid.MITRAGYNINE, new Strength(milligrams, per, false))), product.content());
    }

    @ParameterizedTest
    @CsvSource({"80 kg, 80", "176 lb, 79.83225712", "20 kg, 20", "400 kg, 400", "881 lbs, 399.61487797"})
    void weightIsReadInKilogramsOrPounds(String written, double kilograms) throws CaseFileException {
        assertEquals(kilograms, read(daily("80 kg", written)).person().weightKg(), 1e-8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "16", "17.5", "120"})
    void everyAgeIsAccepted(String age) throws CaseFileException {
        assertEquals(Double.parseDouble(age), read(daily("35", age).replace("2025-05-01", "2026-11-20")).person().ageYears());
    }

    @Test
    void pregnancyIsReadAndOtherwiseUnstated() throws CaseFileException {
        assertEquals(Pregnancy.BREAST_FEEDING, read(daily("sex: male", "sex: female, pregnancy: breast-feeding")).person().pregnancy());
        assertEquals(Pregnancy.PREGNANT, read(daily("sex: male", "sex: female, pregnancy: pregnant")).person().pregnancy());
        assertEquals(Pregnancy.UNSTATED, read(DAILY).person().pregnancy());
    }

    /** Oracle: equal gaps over 15 hours, by hand. */
    @Test
    void dosesWithoutTimesAreSpreadFromSevenToTwentyTwo() throws CaseFileException {
        assertEquals(List.of(LocalTime.of(7, 0)), UseReader.spread(1));
        assertEquals(List.of(LocalTime.of(7, 0), LocalTime.of(22, 0)), UseReader.spread(2));
        assertEquals(List.of(LocalTime.of(7, 0), LocalTime.of(14, 30), LocalTime.of(22, 0)), UseReader.spread(3));
        assertFalse(read(DAILY).products().getFirst().use().timesStated());
        for (int count = 1; count <= UseReader.MOST_DOSES; count++) {
            List<LocalTime> times = UseReader.spread(count);
            assertEquals(count, times.stream().distinct().count());
            assertEquals(times, times.stream().sorted().toList());
        }
    }

    @Test
    void statedTimesAreSorted() throws CaseFileException {
        Use use = read(daily("per_day: 4", "times: [22:00, 7:30]")).products().getFirst().use();
        assertEquals(List.of(LocalTime.of(7, 30), LocalTime.of(22, 0)), use.times());
        assertTrue(use.timesStated());
    }

    @Test
    void stepsOfUseCanHoldABreak() throws CaseFileException {
        String steps = "2025-05-01, changes: [{from: 2025-05-01, amount: 2 g, per_day: 2}, {from: 2025-09-01, amount: none}, {from: 2026-01-01, amount: 4 g, per_day: 4}]";
        assertEquals(List.of(new Change(LocalDate.of(2025, 5, 1), 2, 2), new Change(LocalDate.of(2025, 9, 1), 0, 1), new Change(LocalDate.of(2026, 1, 1), 4, 4)),
                read(daily("2025-05-01", steps)).products().getFirst().use().changes());
    }

    @Test
    void theDateIsTodayWhereItIsLeftOut() throws CaseFileException {
        assertEquals(Reading.TODAY, read(daily("date: 2026-11-22\n", "")).date());
    }

    @Test
    void medicinesResolveToTheirIngredientWhateverTheirCase() throws CaseFileException {
        assertEquals(List.of(new Medicine("diazepam", "VALIUM", true), new Medicine("golden root", "golden root", false)),
                read(DAILY + "medicines: [VALIUM, {other: golden root}]\n").medicines());
    }

    @Test
    void aKnownMedicineIsCheckedEvenWhenWrittenAsOther() throws CaseFileException {
        assertEquals(List.of(new Medicine("sertraline", "Sertraline", true)), read(DAILY + "medicines: [{other: Sertraline}]\n").medicines());
    }

    @Test
    void dailyUseOfAnotherSubstanceCountsAsDependentAndNoUseIsLeftOut() throws CaseFileException {
        assertEquals(List.of(new OtherUse(Substance.OPIOID, true, Optional.empty())),
                read(DAILY + "history: {other_opioid: {use: daily}, alcohol: {use: none}}\n").history().otherUse());
        assertEquals(List.of(new OtherUse(Substance.ALCOHOL, true, Optional.of(LocalDateTime.of(2026, 11, 21, 23, 30)))),
                read(DAILY + "history: {alcohol: {use: sometimes, dependent: yes, last_use: 2026-11-21T23:30}}\n").history().otherUse());
    }

    @Test
    void scoresAndEarlierStopsAreRead() throws CaseFileException {
        Case read = read(DAILY + "score_now: {scale: sows, value: 64}\nearlier_stops: [{longest: 2 weeks, worst: {scale: COWS, value: 12}, helped: sleep}]\ngoal: cut down\n");
        assertEquals(Optional.of(new ScoreNow(Scale.SOWS, 64, Optional.empty())), read.scoreNow());
        assertEquals(List.of(new EarlierStop(OptionalDouble.of(14), Optional.of(Scale.COWS), OptionalDouble.of(12), false, false, "sleep")), read.earlierStops());
        assertEquals(Optional.of("cut down"), read.goal());
    }

    @ParameterizedTest
    @CsvSource({"Oregon, US-OR", "or, US-OR", "Thailand, TH", "Brazil, BR", "USA, US", "US-OO, US-CO"})
    void aPlaceWrittenAsANameIsAnsweredWithItsCode(String written, String code) {
        String advice = onlyProblem(daily("US-OR", written)).advice();
        assertTrue(advice.startsWith("Did you mean ") && advice.contains(code), advice);
    }

    /** A country and a state share this name, so it must never be taken for one of them. */
    @Test
    void aNameThatTwoPlacesShareIsAnsweredWithBothCodes() {
        assertEquals("Did you mean GE or US-GA?", onlyProblem(daily("US-OR", "Georgia")).advice());
    }

    @ParameterizedTest
    @CsvSource({"us-or, US-OR", "BR, BR", "TH, TH", "MY-10, MY-10", "US, US"})
    void placesAreCodesOfCountriesAndTheirParts(String written, String code) throws CaseFileException {
        assertEquals(code, read(daily("US-OR", written)).place());
    }

    @Test
    void theSameBytesGiveTheSameCase() throws CaseFileException {
        assertEquals(read(DAILY), read(DAILY));
    }

    /** Block style is another way to write the same thing. */
    @Test
    void blockStyleAndFlowStyleMeanTheSame() throws CaseFileException {
        String block = """
                person:
                  age: 35
                  sex: male
                  weight: 80 kg
                product:
                  type: 'leaf powder'
                use:
                  amount: "4 g"
                  per_day: 4
                  since: 2025-05-01
                place: US-OR
                date: 2026-11-22
                """;
        assertEquals(read(DAILY), read(block));
    }
}

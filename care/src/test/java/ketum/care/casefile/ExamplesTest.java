package ketum.care.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ketum.care.Case;
import ketum.care.Case.Condition;
import ketum.care.Case.Medicine;
import ketum.care.Case.OtherUse;
import ketum.care.Case.Scale;
import ketum.care.Case.Substance;
import ketum.kratom.Alkaloid;
import ketum.kratom.Person;
import ketum.kratom.Product;
import ketum.kratom.Product.Content;
import ketum.kratom.Product.Strength;
import ketum.kratom.Product.Strength.Per;
import ketum.kratom.Use.AmountUnit;
import ketum.kratom.Use.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: the text of the example files, read by eye. */
class ExamplesTest {

    static List<Path> files() throws IOException {
        try (var files = Files.list(Reading.examples())) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyExampleIsAValidCaseOfTheSameDay(Path file) throws CaseFileException {
        assertEquals(LocalDate.of(2026, 11, 22), read(file.getFileName().toString()).date());
    }

    @Test
    void thereAreSixExamples() throws IOException {
        assertEquals(6, files().size());
    }

    @Test
    void theSmallestFileGivesPersonProductAndUse() throws CaseFileException {
        Case daily = read("daily-leaf.yaml");
        assertEquals(new Person(35, Person.Sex.MALE, 80, Person.Pregnancy.UNSTATED), daily.person());
        assertEquals("US-OR", daily.place());
        assertEquals(1, daily.products().size());
        var only = daily.products().getFirst();
        assertEquals(Product.Type.LEAF_POWDER, only.product().type());
        assertInstanceOf(Content.ByType.class, only.product().content());
        assertEquals(4, only.use().amount());
        assertEquals(AmountUnit.GRAM, only.use().unit());
        assertEquals(List.of(LocalTime.of(7, 0), LocalTime.of(12, 0), LocalTime.of(17, 0), LocalTime.of(22, 0)), only.use().times());
        assertFalse(only.use().timesStated());
        assertEquals(LocalDate.of(2025, 5, 1), only.use().since());
        assertTrue(daily.medicines().isEmpty() && daily.earlierStops().isEmpty() && daily.history().conditions().isEmpty());
    }

    @Test
    void twoProductsEachHaveTheirUseAndTheStepsThatLedToIt() throws CaseFileException {
        Case heavy = read("heavy-leaf-extract.yaml");
        assertEquals(2, heavy.products().size());
        assertEquals(List.of(new Change(LocalDate.of(2023, 2, 1), 4, 3), new Change(LocalDate.of(2024, 1, 15), 7, 4), new Change(LocalDate.of(2025, 6, 1), 10, 4)),
                heavy.products().getFirst().use().changes());
        var extract = heavy.products().getLast();
        assertEquals(new Content.ByLabel(Map.of(Alkaloid.MITRAGYNINE, new Strength(450, Per.GRAM, false))), extract.product().content());
        assertTrue(extract.use().timesStated());
        assertEquals(Set.of(Condition.SUBSTANCE_USE_DISORDER, Condition.OPIOID_HISTORY, Condition.MENTAL_HEALTH), heavy.history().conditions());
        assertEquals(Scale.COWS, heavy.scoreNow().orElseThrow().scale());
        assertEquals(21, heavy.earlierStops().getLast().longestDays().orElseThrow());
        assertTrue(heavy.earlierStops().getLast().taper() && heavy.earlierStops().getLast().failed());
    }

    @Test
    void otherSubstancesAndUncheckedMedicinesAreKept() throws CaseFileException {
        Case mixed = read("leaf-opioid-benzodiazepine.yaml");
        assertEquals(List.of(new OtherUse(Substance.OPIOID, true, Optional.of(LocalDateTime.of(2026, 11, 22, 8, 0))),
                new OtherUse(Substance.ALCOHOL, false, Optional.of(LocalDateTime.of(2026, 11, 20, 20, 0))),
                new OtherUse(Substance.BENZODIAZEPINE, true, Optional.of(LocalDateTime.of(2026, 11, 21, 22, 0)))), mixed.history().otherUse());
        assertEquals(new Medicine("golden root drops", "golden root drops", false), mixed.medicines().getLast());
        assertEquals(0.5, mixed.products().getFirst().product().capsuleGrams().orElseThrow());
        assertEquals(1.5, mixed.earlierStops().getFirst().longestDays().orElseThrow());
    }

    @Test
    void aTabletCarriesItsLabelPerTablet() throws CaseFileException {
        var tablets = read("seven-oh-tablets.yaml").products().getFirst();
        assertEquals(new Content.ByLabel(Map.of(Alkaloid.SEVEN_HYDROXYMITRAGYNINE, new Strength(15, Per.UNIT, false))), tablets.product().content());
        assertEquals(AmountUnit.TABLET, tablets.use().unit());
        assertEquals(5, tablets.use().perDay());
    }

    /** Oracle: the contents published for the product, https://repo.napdi.org/NPDI-scab3g. */
    @Test
    void theTeaOfK51HasThePublishedContent() throws CaseFileException {
        var tea = read("k51-tea.yaml").products().getFirst();
        var content = assertInstanceOf(Content.ByCertificate.class, tea.product().content());
        assertEquals(Map.of(
                Alkaloid.MITRAGYNINE, new Strength(19.48, Per.GRAM, false), Alkaloid.SPECIOGYNINE, new Strength(3.18, Per.GRAM, false),
                Alkaloid.PAYNANTHEINE, new Strength(5.86, Per.GRAM, false), Alkaloid.SPECIOCILIATINE, new Strength(5.12, Per.GRAM, false),
                Alkaloid.MITRACILIATINE, new Strength(0.647, Per.GRAM, false), Alkaloid.ISOPAYNANTHEINE, new Strength(0.512, Per.GRAM, false),
                Alkaloid.SEVEN_HYDROXYMITRAGYNINE, new Strength(0.124, Per.GRAM, true)), content.assays());
        assertTrue(content.source().contains("K51"));
        assertEquals(2, tea.use().amount());
        assertEquals(tea.use().since(), read("k51-tea.yaml").date());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyMedicineOfTheExamplesIsInTheTableUnlessMarkedAsOther(Path file) throws CaseFileException {
        Case read = CaseFile.read(file, Context.standard(Reading.TODAY));
        for (Medicine medicine : read.medicines()) {
            assertEquals(!medicine.written().equals("golden root drops"), medicine.checked(), medicine.written());
        }
    }

    @Test
    void brandNamesAndMisspellingsOfTheMedicinesTableAreUnderstood() throws CaseFileException {
        Context standard = Context.standard(Reading.TODAY);
        byte[] text = (Reading.DAILY + "medicines: [Xanax, zoloft, suboxine]\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of("alprazolam", "sertraline", "buprenorphine-naloxone"),
                CaseFile.parse("daily.yaml", text, CertificateSource.none(), standard).medicines().stream().map(Medicine::id).toList());
    }

    private static Case read(String name) throws CaseFileException {
        try {
            return CaseFile.read(Reading.examples().resolve(name), Reading.CONTEXT);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

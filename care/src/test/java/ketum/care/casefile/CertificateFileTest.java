package ketum.care.casefile;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ketum.care.casefile.CertificateFile.Certificate;
import ketum.kratom.Alkaloid;
import ketum.kratom.Product.Content;
import ketum.kratom.Product.Strength;
import ketum.kratom.Product.Strength.Per;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: conversions by definition (1 % = 10 mg/g, 1 ppm = 1 mg/kg), and the findings a person would need, by hand. */
class CertificateFileTest {

    private static final String CERTIFICATE = """
            laboratory: Northern Analytics
            product: green powder
            lot: A12
            date: 2026-09-01
            matrix: dried leaf
            results:
              - {analyte: mitragynine, value: 1.52, unit: "%"}
              - {analyte: 7-hydroxymitragynine, value: 0.1, unit: mg/g, qualifier: "<"}
              - {analyte: lead, value: 0.4, unit: ppm}
              - {analyte: yeast and mould, value: 1200, unit: CFU/g}
            """;

    @Test
    void aCertificateGivesTheModelsAlkaloidsAndLeavesOtherAnalytesAlone() throws CaseFileException {
        Certificate certificate = read(CERTIFICATE);
        assertEquals(Map.of(Alkaloid.MITRAGYNINE, new Strength(15.2, Per.GRAM, false), Alkaloid.SEVEN_HYDROXYMITRAGYNINE, new Strength(0.1, Per.GRAM, true)),
                certificate.assays());
        assertEquals("Northern Analytics, green powder, lot A12", certificate.title());
        assertEquals(Optional.of(LocalDate.of(2026, 9, 1)), certificate.date());
    }

    @ParameterizedTest
    @CsvSource({"15.2, mg/g, 15.2, GRAM", "1.5, %, 15, GRAM", "15000, ppm, 15, GRAM", "45, mg/ml, 45, MILLILITRE", "30, mg/unit, 30, UNIT", "30, mg/capsule, 30, UNIT"})
    void everyUnitIsConvertedToMilligrams(String value, String unit, double milligrams, Per per) throws CaseFileException {
        Strength strength = read("laboratory: N\nresults: [{analyte: Mitragynine, value: " + value + ", unit: '" + unit + "'}]\n").assays().get(Alkaloid.MITRAGYNINE);
        assertEquals(milligrams, strength.value(), 1e-12);
        assertEquals(per, strength.per());
    }

    @Test
    void notDetectedMeansBelowTheLimitOfQuantification() throws CaseFileException {
        String text = CERTIFICATE.replace("value: 0.1, unit: mg/g, qualifier: \"<\"", "value: not detected, unit: mg/g, loq: 0.05");
        assertEquals(new Strength(0.05, Per.GRAM, true), read(text).assays().get(Alkaloid.SEVEN_HYDROXYMITRAGYNINE));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("unit: \"%\"", "unit: g", 7, "results[1].unit", "\"g\"", "mg/g, %, ppm, mg/ml or mg/unit"),
                Arguments.of("value: 1.52", "value: 152", 7, "results[1].value", "\"152.0 %\"", "no product holds that much"),
                Arguments.of("value: 1.52", "value: -1", 7, "results[1].value", "\"-1\"", "a number of 0 or more"),
                Arguments.of("value: 1.52", "valeu: 1.52", 7, "results[1].valeu", "the unknown field \"valeu\"", "analyte, value, unit, qualifier, loq"),
                Arguments.of("analyte: mitragynine", "analyte: mitragynin", 7, "results[1].analyte", "\"mitragynin\"", "alkaloids are written"),
                Arguments.of("analyte: lead", "analyte: mitragynine", 9, "results[3].analyte", "a second time", "one result from each laboratory"),
                Arguments.of("qualifier: \"<\"", "qualifier: about", 8, "results[2].qualifier", "\"about\"", "\"<\" where the result is below"),
                Arguments.of("value: 0.1, unit: mg/g, qualifier: \"<\"", "value: not detected, unit: mg/g", 8, "results[2].value", "without a limit", "limit of quantification"),
                Arguments.of("date: 2026-09-01", "date: 2027-09-01", 4, "date", "in the future", "up to 2026-11-22"),
                Arguments.of("lot: A12", "lott: A12", 3, "lott", "\"lott\"", "product, lot, laboratory"),
                Arguments.of("laboratory: Northern Analytics\n", "", 1, "laboratory", "nothing", "required"),
                Arguments.of("  - {analyte: lead, value: 0.4, unit: ppm}", "  - lead", 9, "results[3]", "\"lead\"", "each result is a group"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void eachMistakeIsReportedWithItsLine(String piece, String other, int line, String field, String found, String accepted) {
        assertTrue(CERTIFICATE.contains(piece));
        List<Problem> problems = assertThrows(CaseFileException.class, () -> read(CERTIFICATE.replace(piece, other))).problems();
        assertEquals(1, problems.size(), problems::toString);
        Problem problem = problems.getFirst();
        assertAll(problem.message(), () -> assertEquals(line, problem.line()), () -> assertEquals(field, problem.field()),
                () -> assertTrue(problem.found().contains(found), problem.found()), () -> assertTrue(problem.accepted().contains(accepted), problem.accepted()));
    }

    @Test
    void aCertificateWithoutAnyAlkaloidIsRefused() {
        Problem problem = assertThrows(CaseFileException.class, () -> read("laboratory: N\nresults:\n  - {analyte: lead, value: 0.4, unit: ppm}\n")).problems().getFirst();
        assertEquals("results without any kratom alkaloid", problem.found());
    }

    @Test
    void problemsOfACertificateNameItsOwnFileAndFollowThoseOfTheCase(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("lab.yaml"), CERTIFICATE.replace("unit: ppm", "unit: ppm, note: x"));
        Path file = folder.resolve("case.yaml");
        Files.writeString(file, Reading.daily("leaf powder", "leaf powder, certificate: lab.yaml").replace("35", "thirty"));
        List<Problem> problems = assertThrows(CaseFileException.class, () -> CaseFile.read(file, Reading.CONTEXT)).problems();
        assertEquals(List.of("person.age", "results[3].note"), problems.stream().map(Problem::field).toList());
        assertEquals(folder.resolve("lab.yaml").toString(), problems.getLast().file());
        assertEquals(9, problems.getLast().line());
    }

    @Test
    void theCertificateBesideACaseIsUsedAndNamed(@TempDir Path folder) throws IOException, CaseFileException {
        Files.writeString(folder.resolve("lab.yaml"), CERTIFICATE);
        Path file = folder.resolve("case.yaml");
        Files.writeString(file, Reading.daily("leaf powder", "leaf powder, certificate: lab.yaml"));
        var content = assertInstanceOf(Content.ByCertificate.class, CaseFile.read(file, Reading.CONTEXT).products().getFirst().product().content());
        assertEquals("Northern Analytics, green powder, lot A12 (lab.yaml)", content.source());
    }

    /** On some systems a name that is fine elsewhere cannot be a path. */
    @Test
    void aCertificateNameThatIsNoPathIsOneMoreFileThatCannotBeRead() {
        CertificateSource strict = name -> {
            throw new InvalidPathException(name, "not on this system");
        };
        byte[] text = Reading.daily("leaf powder", "leaf powder, certificate: lab.yaml").getBytes(StandardCharsets.UTF_8);
        Problem problem = assertThrows(CaseFileException.class, () -> CaseFile.parse("case.yaml", text, strict, Reading.CONTEXT)).problems().getFirst();
        assertEquals("\"lab.yaml\", a file that cannot be read", problem.found());
    }

    private static Certificate read(String text) throws CaseFileException {
        Problems problems = new Problems("lab.yaml");
        Optional<Certificate> certificate = CertificateFile.parse(text.getBytes(StandardCharsets.UTF_8), problems, Reading.TODAY);
        problems.throwIfAny();
        return certificate.orElseThrow();
    }
}

package ketum.care.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import ketum.care.casefile.CaseFileException;
import ketum.care.casefile.CertificateFile;
import ketum.care.product.Certificate.Amount;
import ketum.care.product.Certificate.Unit;
import ketum.care.product.ProductReport.Level;
import ketum.care.product.ProductReport.LimitLine;
import ketum.care.product.ProductReport.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracle: arithmetic by hand; the section on contaminants of our notes (lead 1.6 ug/g reaches 5 ug a day at 3.1 g, nickel 7.4 ug/g reaches 200 at 27 g). */
class ProductCheckTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static ProductReport check(String text, String daily) {
        try {
            Certificate certificate = CertificateFile.full("test.yaml", ("laboratory: N\n" + text).getBytes(StandardCharsets.UTF_8), DAY);
            return ProductCheck.run(certificate, DAY, daily.isEmpty() ? Optional.empty() : Optional.of(new Amount(Double.parseDouble(daily), Unit.GRAM)), Optional.empty());
        } catch (CaseFileException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static ProductReport metals(String analyte, String value, String daily) {
        return check("matrix: dried leaf\nbasis: as is\nresults:\n  - {analyte: mitragynine, value: 15, unit: mg/g}\n  - {analyte: " + analyte + ", value: " + value + ", unit: ppm}\n", daily);
    }

    private static LimitLine limit(ProductReport report, String set) {
        return report.limits().stream().filter(line -> line.set().startsWith(set)).findFirst().orElseThrow(() -> new AssertionError(report.limits().toString()));
    }

    private static Level level(ProductReport report, String id) {
        return report.findings().stream().filter(finding -> finding.id().equals(id)).findFirst().orElseThrow(() -> new AssertionError(report.findings().toString())).level();
    }

    @ParameterizedTest
    @CsvSource({"lead,1.6,3,ICH Q3D and,PASS,0.96,3.125", "lead,1.6,4,ICH Q3D and,FAIL,1.28,3.125", "nickel,7.4,25,ICH Q3D and,PASS,0.925,27.03", "nickel,7.4,28,ICH Q3D and,FAIL,1.036,27.03", "cadmium,0.1,6,ICH Q3D and,PASS,0.12,50",
            "lead,0.16,3.2,California,FAIL,1.024,3.125"})
    void aMetalIsComparedAtTheStatedIntake(String analyte, String ppm, String grams, String set, Outcome outcome, double share, double reachedAt) {
        LimitLine line = limit(metals(analyte, ppm, grams), set);
        assertEquals(outcome, line.outcome());
        assertEquals(share, line.share().orElseThrow().high(), 1e-9);
        assertEquals(reachedAt, line.reachedAt().orElseThrow().low(), 0.005);
    }

    @Test
    void withoutAnIntakeNothingIsCompared() {
        LimitLine line = limit(metals("lead", "1.6", ""), "ICH Q3D and");
        assertEquals(Outcome.CANNOT_TELL, line.outcome());
        assertTrue(line.found().isEmpty() && line.share().isEmpty());
    }

    @Test
    void aLimitThatNobodyConfirmedNeverMakesAProblem() {
        ProductReport report = check("results:\n  - {analyte: total aflatoxins, value: 30, unit: ppb}\n", "6");
        assertEquals(Level.CANNOT_TELL, level(report, "contaminant.total-aflatoxins"));
        assertTrue(report.limits().stream().allMatch(line -> line.outcome() == Outcome.FAIL), report.limits().toString());
    }

    @ParameterizedTest
    @CsvSource({"total aerobic count,99000,FINE", "total aerobic count,200000,PROBLEM", "yeast and mould,5000,PROBLEM", "yeast and mold,800,FINE"})
    void microbesAreCounted(String analyte, String count, Level level) {
        ProductReport report = check("matrix: dried leaf\nresults:\n  - {analyte: " + analyte + ", value: " + count + ", unit: CFU/g}\n", "6");
        assertEquals(level, report.findings().stream().filter(finding -> finding.id().startsWith("contaminant.")).findFirst().orElseThrow().level(), report.findings().toString());
    }

    @ParameterizedTest
    @CsvSource({"absent,in 25 g,FINE", "absent,in 10 g,CANNOT_TELL", "negative,,CANNOT_TELL", "present,in 10 g,PROBLEM", "ND,25 g,FINE"})
    void salmonellaMustBeAbsentInEnoughProduct(String value, String unit, Level level) {
        String stated = unit == null ? "" : ", unit: " + unit;
        ProductReport report = check("matrix: dried leaf\nresults:\n  - {analyte: salmonella, value: " + value + stated + "}\n", "6");
        Level found = report.findings().stream().filter(finding -> finding.id().equals("contaminant.salmonella")).map(ProductReport.Finding::level).findFirst().orElseThrow();
        boolean problem = report.limits().stream().anyMatch(line -> line.outcome() == Outcome.FAIL);
        assertEquals(level, problem ? Level.PROBLEM : found);
    }

    @Test
    void k51HasTheAlkaloidsOfLeaf() throws CaseFileException {
        ProductReport report = ProductCheck.run(CertificateFile.full(Path.of("../examples/certificates/k51.yaml"), DAY), DAY, Optional.empty(), Optional.empty());
        assertEquals(Level.FINE, level(report, "seven-oh"));
        assertEquals(Level.FINE, level(report, "minor-alkaloids"));
        // (3.18 + 5.86 + 5.12) / 19.48 = 0.727
        assertTrue(report.findings().stream().anyMatch(finding -> finding.arithmetic().contains("= 0.727;")), report.findings().toString());
        assertTrue(report.missing().contains("lead"));
    }

    @Test
    void sevenHydroxyTabletsAreNoLeaf() throws CaseFileException {
        ProductReport report = ProductCheck.run(CertificateFile.full(Path.of("../examples/certificates/seven-oh-tablet.yaml"), DAY), DAY, Optional.empty(), Optional.empty());
        // 22 / 0.393 = 56 times what leaf was found to hold
        assertTrue(report.findings().stream().anyMatch(finding -> finding.level() == Level.PROBLEM && finding.text().contains("at least 56 times")), report.findings().toString());
    }

    @Test
    void purifiedMitragynineIsMarked() {
        ProductReport report = check("type: extract\nresults:\n  - {analyte: mitragynine, value: 400, unit: mg/g}\n  - {analyte: speciogynine, value: 1, unit: mg/g}\n  - {analyte: paynantheine, value: 1, unit: mg/g}\n"
                + "  - {analyte: speciociliatine, value: 1, unit: mg/g}\n", "");
        assertEquals(Level.PROBLEM, level(report, "minor-alkaloids"));
    }

    @ParameterizedTest
    @CsvSource({"GC-MS,,PROBLEM", "HPLC-DAD,,CANNOT_TELL", "GC-MS,yes,none", "LC-MS/MS,no,PROBLEM", "LC-MS/MS,yes,none"})
    void aMethodThatCannotTellSevenHydroxyFromPseudoindoxylIsMarked(String method, String separates, String level) {
        ProductReport report = check((separates == null ? "" : "separates_pseudoindoxyl: " + separates + "\n") + "results: [{analyte: 7-OH, value: 0.2, unit: mg/g, method: " + method + "}]\n", "");
        assertEquals(level, report.findings().stream().filter(finding -> finding.id().equals("method")).map(finding -> finding.level().name()).findFirst().orElse("none"));
    }

    /** Noise of 4 to 7 % RSD: two standard deviations are 14 %. */
    @ParameterizedTest
    @CsvSource({"30,FINE", "34,FINE", "35,PROBLEM", "26,FINE", "25.5,PROBLEM"})
    void theLabelIsJudgedWithinAssayNoise(double assay, Level level) {
        ProductReport report = check("type: capsules\nlabel: {mitragynine: 30 mg/capsule}\nresults: [{analyte: mitragynine, value: " + assay + ", unit: mg/capsule}]\n", "");
        assertEquals(level, level(report, "label.mitragynine"));
    }

    @Test
    void paperOfAnotherLotOrPastItsDayIsAProblem() {
        ProductReport report = check("lot: A1\nlabel_lot: B2\ndate: 2025-01-01\nexpires: 2026-01-01\nresults: [{analyte: mitragynine, value: 15, unit: mg/g}]\n", "");
        assertEquals(Level.PROBLEM, level(report, "lot"));
        assertEquals(Level.PROBLEM, level(report, "expired"));
        assertEquals(Level.CAUTION, level(report, "date"));
        ProductReport own = check("lot: A1\nlabel_lot: a1\ndate: 2026-10-01\nexpires: 2027-01-01\nresults: [{analyte: mitragynine, value: 15, unit: mg/g}]\n", "");
        assertFalse(own.findings().stream().anyMatch(finding -> finding.id().equals("lot") || finding.id().equals("expired")), own.findings().toString());
    }

    @Test
    void laboratoriesThatDisagreeAreNamedAndTheRangeHoldsBoth() {
        ProductReport report = check("results:\n  - {analyte: mitragynine, value: 10, unit: mg/g}\n  - {analyte: mitragynine, value: 14, unit: mg/g, laboratory: M}\n", "");
        assertEquals(Level.CAUTION, level(report, "laboratories.mitragynine"));
        assertEquals(new Range(10, 14), new Amounts(report.certificate()).relative("mitragynine").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"1.5,%,15", "15000,ppm,15", "15000,ug/g,15", "15,mg/g,15", "15000000,ppb,15", "15000000,ng/g,15", "15000,mg/kg,15"})
    void unitsAreConverted(double value, String unit, double milligrams) {
        ProductReport report = check("basis: as is\nresults: [{analyte: mitragynine, value: " + (long) value + (value % 1 == 0 ? "" : ".5") + ", unit: '" + unit + "'}]\n", "");
        assertEquals(milligrams, new Amounts(report.certificate()).perGram("mitragynine", false).orElseThrow().high(), 1e-9);
    }
}

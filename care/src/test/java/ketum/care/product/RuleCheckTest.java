package ketum.care.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ketum.care.casefile.CaseFileException;
import ketum.care.casefile.CertificateFile;
import ketum.care.law.LawLookup;
import ketum.care.law.UnknownPlace;
import ketum.care.product.ProductReport.Answer;
import ketum.care.product.ProductReport.Outcome;
import ketum.care.product.ProductReport.RuleLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracle: each rule worked out by hand from its text; K51's contents are published (NaPDI), the tablets' are those of Brown 2025 and the DEA notice. */
class RuleCheckTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static ProductReport check(Certificate certificate, String place) {
        try {
            return ProductCheck.run(certificate, DAY, Optional.empty(), Optional.of(LawLookup.ask(place, DAY)));
        } catch (UnknownPlace e) {
            throw new AssertionError(e);
        }
    }

    private static Certificate example(String name) {
        try {
            return CertificateFile.full(Path.of("../examples/certificates").resolve(name), DAY);
        } catch (CaseFileException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static Certificate of(String text) {
        try {
            return CertificateFile.full("test.yaml", ("laboratory: N\nseparates_pseudoindoxyl: yes\n" + text).getBytes(StandardCharsets.UTF_8), DAY);
        } catch (CaseFileException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static Map<String, Outcome> outcomes(Certificate certificate, String place) {
        return check(certificate, place).rules().stream().collect(Collectors.toMap(line -> line.rule().id(), RuleLine::outcome));
    }

    /**
     * K51: MG 19.48, SC 5.12, SG 3.18, PY 5.86, 7-OH below 0.124 mg/g. Sum 33.64 to 33.764 mg/g = 3.36 to 3.38 %; share of 7-OH at most
     * 0.124 / 33.764 = 0.367 % of five, 0.124 / 34.923 = 0.355 % of all seven reported; 0.0124 % of mass.
     */
    @ParameterizedTest
    @CsvSource({"US,us-7-oh-proposal,PASS", "US-CO,co-7-oh-share,PASS", "US-OK,ok-7-oh-share,PASS", "US-OK,ok-leaf-total,PASS", "US-FL,fl-ratio,PASS", "US-UT,ut-pure-leaf,PASS",
            "US-ID/Blackfoot,blackfoot-7-oh,CANNOT_TELL", "US-GA,ga-7-oh-serving,CANNOT_TELL", "US-MS,ms-7-oh,AMBIGUOUS", "US-OH,oh-derivatives,AMBIGUOUS", "US-NC/Dare County,dare-7-oh,PASS",
            "US,us-mp-mgm,CANNOT_TELL", "US-MD,md-7-oh,CANNOT_TELL", "US-AZ,az-7-oh,CANNOT_TELL"})
    void leafOfKnownContentAgainstEachRule(String place, String rule, Outcome outcome) {
        assertEquals(outcome, outcomes(example("k51.yaml"), place).get(rule), () -> check(example("k51.yaml"), place).rules().toString());
    }

    /** Tablets: 7-OH 22 to 75 mg/g = 2.2 to 7.5 %, 5 to 30 mg each; MG 2 to 6 mg/g. MG / 7-OH = 0.027 to 0.27. */
    @ParameterizedTest
    @CsvSource({"US,us-7-oh-proposal,FAIL", "US-GA,ga-7-oh-serving,FAIL", "US-FL,fl-per-gram,FAIL", "US-FL,fl-ratio,FAIL", "US-OK,ok-7-oh-share,FAIL", "US-OK,ok-extract-mitragynine,FAIL",
            "US-UT,ut-pure-leaf,FAIL", "US-CO,co-7-oh-share,FAIL", "US-OH,oh-derivatives,FAIL"})
    void sevenHydroxyTabletsFailEachRule(String place, String rule, Outcome outcome) {
        assertEquals(outcome, outcomes(example("seven-oh-tablet.yaml"), place).get(rule), () -> check(example("seven-oh-tablet.yaml"), place).rules().toString());
    }

    @Test
    void leafInCapsulesIsAmbiguousUnderTheFederalProposal() {
        assertEquals(Outcome.AMBIGUOUS, outcomes(example("k51-capsules.json"), "US").get("us-7-oh-proposal"));
        // 0.3 mg/g x 0.6 g = 0.18 mg a capsule, under 1 mg; x 60 = 10.8 mg a package, over it; 0.03 % of mass, under 0.05 %.
        String text = "type: capsules\nbasis: dry\nmoisture: 0 %\nunit_mass: 0.6 g\npackage: 60 capsules\nresults: [{analyte: 7-OH, value: 0.3, unit: mg/g}]\n";
        RuleLine line = check(of(text), "US").rules().stream().filter(each -> each.rule().id().equals("us-7-oh-proposal")).findFirst().orElseThrow();
        assertEquals(Outcome.AMBIGUOUS, line.outcome());
        assertEquals("PASS PASS FAIL", line.readings().stream().map(reading -> reading.outcome().name()).collect(Collectors.joining(" ")));
        assertTrue(line.readings().getLast().arithmetic().toString().contains("10.8 mg per package"), line.toString());
    }

    /** "2 % of alkaloids" and "0.050 % of mass" cross at 2.5 % of alkaloids: a product can meet one and fail the other, either way. */
    @ParameterizedTest
    @CsvSource({"14.6,0.4,FAIL,PASS", "390,6,PASS,FAIL", "14.8,0.2,PASS,PASS", "200,50,FAIL,FAIL"})
    void theTwoRulesDisagreeInBothDirections(double others, double sevenOh, Outcome state, Outcome federal) {
        Certificate product = of("type: extract\nbasis: as is\nresults:\n  - {analyte: total alkaloids, value: " + (others + sevenOh) + ", unit: mg/g}\n  - {analyte: 7-OH, value: " + sevenOh
                + ", unit: mg/g}\n  - {analyte: 7-OH, value: 0.5, unit: mg/unit}\n  - {analyte: 7-OH, value: 0.5, unit: mg/package}\n");
        assertEquals(state, outcomes(product, "US-CO").get("co-7-oh-share"));
        assertEquals(federal, outcomes(product, "US").get("us-7-oh-proposal"));
    }

    @Test
    void moistureThatIsNotStatedWidensTheRange() {
        // 0.045 % as sold is 0.045 to 0.0529 % dry with 0 to 15 % water: it cannot be told.
        assertEquals(Outcome.CANNOT_TELL, outcomes(of("type: leaf powder\nbasis: as is\nresults: [{analyte: 7-OH, value: 0.45, unit: mg/g}]\n"), "US").get("us-7-oh-proposal"));
        assertEquals(Outcome.PASS, outcomes(of("type: leaf powder\nbasis: as is\nmoisture: 5 %\nresults: [{analyte: 7-OH, value: 0.45, unit: mg/g}]\n"), "US").get("us-7-oh-proposal"));
        assertEquals(Outcome.FAIL, outcomes(of("type: leaf powder\nbasis: as is\nmoisture: 12 %\nresults: [{analyte: 7-OH, value: 0.45, unit: mg/g}]\n"), "US").get("us-7-oh-proposal"));
    }

    @Test
    void aRuleOfSchedulesAtAnyAmountNeedsATest() {
        String start = "type: leaf powder\nresults:\n  - {analyte: MGM-15, value: ND, unit: ppm, loq: 1}\n  - {analyte: MGM-16, value: ND, unit: ppm, loq: 1}\n  - {analyte: mitragynine pseudoindoxyl, ";
        assertEquals(Outcome.PASS, outcomes(of(start + "value: ND, unit: ppm, loq: 1}\n"), "US").get("us-mp-mgm"));
        assertEquals(Outcome.CANNOT_TELL, outcomes(of(start + "value: <LOQ, unit: ppm, loq: 1}\n"), "US").get("us-mp-mgm"));
        assertEquals(Outcome.FAIL, outcomes(of(start + "value: 3, unit: ppm}\n"), "US").get("us-mp-mgm"));
    }

    @ParameterizedTest
    @CsvSource({"k51.yaml,US-TN,FORBIDDEN", "k51.yaml,US-OK,CANNOT_TELL", "k51.yaml,US-OH,AMBIGUOUS", "k51.yaml,US-NH,AMBIGUOUS", "k51.yaml,NL,CANNOT_TELL", "seven-oh-tablet.yaml,US,FORBIDDEN",
            "seven-oh-tablet.yaml,US-GA,FORBIDDEN", "seven-oh-tablet.yaml,US-UT,FORBIDDEN", "k51.yaml,US-CA,FORBIDDEN", "k51.yaml,TH,NO_RULE_AGAINST_IT_FOUND"})
    void theAnswerToIsItLawful(String file, String place, Answer answer) {
        // A federal proposal forbids nothing: 7-OH tablets at the federal level alone are not forbidden by it.
        Answer expected = file.startsWith("seven") && place.equals("US") ? Answer.CANNOT_TELL : answer;
        assertEquals(expected, check(example(file), place).verdict().orElseThrow().answer(), () -> check(example(file), place).verdict().toString());
    }

    @Test
    void aRuleThatNobodyConfirmedDecidesNothing() {
        ProductReport report = check(of("type: leaf powder\nserving: 10 g\nbasis: as is\nmoisture: 5 %\nresults:\n  - {analyte: mitragynine, value: 20, unit: mg/g}\n  - {analyte: 7-OH, value: 0.05, unit: mg/g}\n"
                + "  - {analyte: mitragynine pseudoindoxyl, value: ND, unit: ppm}\n  - {analyte: MGM-15, value: ND, unit: ppm}\n  - {analyte: MGM-16, value: ND, unit: ppm}\n"), "US-GA");
        Map<String, Outcome> rules = report.rules().stream().collect(Collectors.toMap(line -> line.rule().id(), RuleLine::outcome));
        assertEquals(Outcome.FAIL, rules.get("ga-mitragynine-serving"));
        assertEquals(Answer.NO_RULE_AGAINST_IT_FOUND, report.verdict().orElseThrow().answer(), report.verdict().toString());
    }
}

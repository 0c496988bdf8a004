package ketum.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ketum.care.casefile.CaseFileException;
import ketum.care.casefile.CertificateFile;
import ketum.care.law.LawLookup;
import ketum.care.law.UnknownPlace;
import ketum.care.product.Certificate.Amount;
import ketum.care.product.Certificate.Unit;
import ketum.care.product.ProductCheck;
import ketum.care.product.ProductReport;
import ketum.report.terminal.TerminalOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ProductReportTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Path EXAMPLES = Path.of("../examples/certificates");
    private static final TerminalOptions PLAIN = new TerminalOptions(80, false);
    private static final Schema SCHEMA = schema(Report.productSchema());

    private static Schema schema(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text, InputFormat.JSON);
    }

    private static ProductReport check(String file, double grams, String place) {
        try {
            return ProductCheck.run(CertificateFile.full(EXAMPLES.resolve(file), TODAY), TODAY, grams == 0 ? Optional.empty() : Optional.of(new Amount(grams, Unit.GRAM)),
                    place == null ? Optional.empty() : Optional.of(LawLookup.ask(place, TODAY)));
        } catch (CaseFileException | UnknownPlace e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    @ParameterizedTest
    @CsvSource({"k51.yaml,6,US-OK", "k51.yaml,0,", "k51-capsules.json,6,US", "market-powder.csv,6,US-CA/San Diego", "market-powder.csv,0,", "seven-oh-tablet.yaml,0,US-FL", "seven-oh-tablet.yaml,3,NL"})
    void everyDocumentFollowsThePublishedSchemaAndFitsTheScreen(String file, double grams, String place) {
        ProductReport report = check(file, grams, place);
        for (Audience audience : Audience.values()) {
            List<Error> errors = SCHEMA.validate(Report.productJson(report, audience), InputFormat.JSON);
            assertEquals(List.of(), errors);
            String text = Report.product(report, audience, PLAIN);
            assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
            assertTrue(text.replaceAll("\\s+", " ").contains("Nothing here says how much to take."), text);
        }
    }

    /** An amount above the stated intake must not read as room for more. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 3, 6, 10, 40})
    void aPersonSeesNoGramsAboveTheirOwnIntake(double grams) {
        String person = Report.product(check("market-powder.csv", grams, null), Audience.PERSON, PLAIN).replaceAll("\\s+", " ");
        Matcher reached = Pattern.compile("reached at ([0-9.]+)(?: to ([0-9.]+))? g").matcher(person);
        while (reached.find()) {
            assertTrue(Double.parseDouble(reached.group(reached.group(2) == null ? 1 : 2)) <= grams, reached.group() + " at an intake of " + grams);
        }
        assertEquals(grams >= 3.2, person.contains("reached at 3.13"), person);
        assertTrue(Report.product(check("market-powder.csv", grams, null), Audience.CLINICIAN, PLAIN).contains("reached at"));
        for (var line : JsonMapper.builder().build().readTree(Report.productJson(check("market-powder.csv", grams, null), Audience.PERSON)).get("limits")) {
            for (String end : List.of("low", "high")) {
                assertTrue(line.at("/reached_at_g_a_day/" + end).asDouble(0) <= grams, line.toString());
            }
        }
    }

    @Test
    void aLimitThatNobodyConfirmedIsMarkedWhereverItStands() {
        String text = Report.product(check("market-powder.csv", 6, null), Audience.PERSON, PLAIN).replaceAll("\\s+", " ");
        assertTrue(text.contains("FDA interim reference level for lead, women of child-bearing age: 9.27 to 109 % of it, reached at 5.5 g a day or more (this limit is NOT CONFIRMED)"), text);
    }

    @Test
    void theAnswerStandsBeforeItsReasonsAndTheProposalIsMarked() {
        String text = Report.product(check("k51-capsules.json", 0, "US"), Audience.PERSON, PLAIN).replaceAll("\\s+", " ");
        assertTrue(text.contains("AMBIGUOUS (only proposed) US:"), text);
        assertTrue(text.contains("Not in force, only proposed: ambiguous under the proposal"), text);
        assertTrue(text.indexOf("Is it lawful in") < text.indexOf("Rules on what it may hold"));
    }

    /** The published form of a certificate: the examples follow it, and what it does not know the reader refuses as well. */
    @ParameterizedTest
    @CsvSource({"k51-capsules.json,", "k51-capsules.json,lott", "k51-capsules.json,sha256"})
    void theSchemaOfCertificatesAgreesWithTheReader(String file, String added) throws IOException {
        String schemaText;
        try (InputStream in = ProductCheck.class.getResourceAsStream("/ketum/care/certificate.schema.json")) {
            schemaText = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String text = Files.readString(EXAMPLES.resolve(file));
        String changed = added == null ? text : text.replaceFirst("\\{", "{\"" + added + "\": \"abc\",");
        boolean accepted = schema(schemaText).validate(changed, InputFormat.JSON).isEmpty();
        boolean read;
        try {
            CertificateFile.full("a.json", changed.getBytes(StandardCharsets.UTF_8), TODAY);
            read = true;
        } catch (CaseFileException e) {
            read = false;
        }
        assertEquals(added == null, accepted);
        assertEquals(accepted, read);
        assertFalse(JsonMapper.builder().build().readTree(schemaText).at("/properties").isEmpty());
    }
}

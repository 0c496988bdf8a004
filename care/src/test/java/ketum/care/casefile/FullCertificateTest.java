package ketum.care.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import ketum.care.product.Certificate;
import ketum.care.product.Certificate.Amount;
import ketum.care.product.Certificate.Unit;
import ketum.care.product.ProductCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All three forms give the same certificate; whatever the bytes, it is read or refused with a place. */
class FullCertificateTest {

    private static final Path EXAMPLES = Path.of("../examples/certificates");

    private static final String YAML = """
            laboratory: N
            lot: A1
            results:
              - {analyte: mitragynine, value: 15.2, unit: mg/g}
              - {analyte: 7-OH, value: <LOQ, unit: mg/g, loq: 0.1}
              - {analyte: salmonella, value: absent, unit: in 25 g}
            """;
    private static final String JSON = """
            {"laboratory": "N", "lot": "A1", "results": [
            \t{"analyte": "mitragynine", "value": 15.2, "unit": "mg/g"},
            \t{"analyte": "7-OH", "value": "<LOQ", "unit": "mg/g", "loq": 0.1},
            \t{"analyte": "salmonella", "value": "absent", "unit": "in 25 g"}]}
            """;
    private static final String CSV = """
            analyte,value,unit,loq,laboratory,lot
            mitragynine,15.2,mg/g,,N,A1
            7-OH,<LOQ,mg/g,0.1,,
            salmonella,absent,in 25 g,,,A1
            """;

    private static Certificate read(String name, String text) throws CaseFileException {
        return CertificateFile.full(name, text.getBytes(StandardCharsets.UTF_8), Reading.TODAY);
    }

    private static List<Certificate.Value> values(Certificate certificate) {
        return certificate.results().stream().map(Certificate.Result::value).toList();
    }

    @Test
    void yamlJsonAndCsvSayTheSame() throws CaseFileException {
        Certificate yaml = read("a.yaml", YAML);
        for (Certificate other : List.of(read("a.json", JSON), read("a.csv", CSV))) {
            assertEquals(values(yaml), values(other));
            assertEquals(yaml.title(), other.title());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "a.csv|analyte,value\\nmitragynine,1\\n|2|results[1].unit|nothing",
            "a.csv|analyte,valeu,unit\\n|1|valeu|unknown column",
            "a.csv|analyte,value,unit,lot\\nlead,1,ppm,A\\ncadmium,1,ppm,B\\n|3|lot|beside",
            "a.csv|analyte,value,unit\\nlead,1,ppm,4\\n|2||4 cells",
            "a.csv|analyte,analyte\\n|1|analyte|second time",
            "a.yaml|laboratory: N\\nlaboratory: M\\nresults: []\\n|2|laboratory|",
            "a.json|{\"laboratory\": \"N\", \"results\": [{\"analyte\": \"lead\", \"value\": \"much\", \"unit\": \"ppm\"}]}|1|results[1].value|much",
            "a.yaml|laboratory: N\\nresults: [{analyte: lead, value: 3, unit: CFU/g}]|2|results[1].unit|CFU",
            "a.yaml|laboratory: N\\nresults: [{analyte: yeast and mould, value: 3, unit: ppm}]|2|results[1].unit|ppm",
            "a.yaml|laboratory: N\\nmoisture: 200 %\\nresults: [{analyte: lead, value: 3, unit: ppm}]|2|moisture|200",
            "a.yaml|laboratory: N\\nsha256: abc\\nresults: [{analyte: lead, value: 3, unit: ppm}]|2|sha256|abc",
            "a.yaml|laboratory: N\\nlabel_states: [habit]\\nresults: [{analyte: lead, value: 3, unit: ppm}]|2|label_states[1]|habit",
            "a.yaml|laboratory: N\\nresults: [{analyte: lead, value: 9 to 3, unit: ppm}]|2|results[1].value|9 to 3",
            "a.yaml|laboratory: N\\nresults: [{analyte: lead, value: 3, unit: ppm}, {analyte: Pb, value: 3, unit: ppm}]|2|results[2].analyte|second time",
    })
    void aMistakeIsReportedWithItsLineAndField(String name, String text, int line, String field, String found) {
        List<Problem> problems = assertThrows(CaseFileException.class, () -> read(name, text.replace("\\n", "\n"))).problems();
        Problem problem = problems.stream().filter(each -> each.line() == line).findFirst().orElseThrow(() -> new AssertionError(problems.toString()));
        assertEquals(field == null ? "" : field, problem.field(), problem.message());
        assertTrue(found == null || problem.found().contains(found), problem.message());
    }

    static Stream<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsRead(String name) throws CaseFileException {
        assertFalse(CertificateFile.full(EXAMPLES.resolve(name), Reading.TODAY).results().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.yaml", "a.json", "a.csv"})
    void hugeOrWronglyEncodedFilesAreRefusedAtOnce(String name) {
        byte[] huge = "a,".repeat(2_600_000).getBytes(StandardCharsets.UTF_8);
        for (byte[] bytes : List.of(huge, YAML.getBytes(StandardCharsets.UTF_16), new byte[] {(byte) 0xC3, 0x28}, new byte[0], "a: &x [*x, *x]".getBytes(StandardCharsets.UTF_8),
                "\"".repeat(100_000).getBytes(StandardCharsets.UTF_8), ("analyte,value\n" + "x,1\n".repeat(50_000)).getBytes(StandardCharsets.UTF_8))) {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThrows(CaseFileException.class, () -> CertificateFile.full(name, bytes, Reading.TODAY)));
        }
    }

    private static final List<String> PIECES = List.of("{", "}", "[", "]", ":", ",", "\n", "\"", "'", "<", "<LOQ", "ND", "absent", "present", "%", "ppm", "CFU/g", "mg/tablet", "1e999", "-1", "0", "999999999",
            "22 to 75", "0.0", "in 10 g", "in 0 g", "&a ", "*a", "!!int ", "---\n", "\t", "\u0000", "\uFEFF", "\u202E", "\\u0041", "7-OH", "mp", "dry", "as is", "0 g", "1 tablet", "90 %", "yes", "unknown", "moisture: 90 %\n", ",,,,,,", "\r\n");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 10);
    }

    /** What is read is also checked: no certificate may break the arithmetic. */
    @ParameterizedTest
    @MethodSource("seeds")
    void mutatedFilesAreCheckedOrRefusedWithAPlace(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> names = new ArrayList<>(examples().toList());
        int accepted = 0;
        for (int i = 0; i < 300; i++) {
            String name = names.get(random.nextInt(names.size()));
            String text = Files.readString(EXAMPLES.resolve(name)).replaceAll("(?m) *#.*$", "");
            for (int edit = 1 + random.nextInt(3); edit > 0; edit--) {
                int at = random.nextInt(text.length() + 1);
                int end = Math.min(text.length(), at + random.nextInt(8));
                text = text.substring(0, at) + (random.nextInt(4) == 0 ? "" : PIECES.get(random.nextInt(PIECES.size()))) + text.substring(end);
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            try {
                Certificate certificate = CertificateFile.full(name, bytes, Reading.TODAY);
                ProductCheck.run(certificate, Reading.TODAY, Optional.of(new Amount(6, random.nextBoolean() ? Unit.GRAM : Unit.PIECE)), Optional.of(ketum.care.law.LawLookup.ask("US-OK", Reading.TODAY)));
                accepted++;
            } catch (CaseFileException refused) {
                for (Problem problem : refused.problems()) {
                    assertTrue(problem.line() > 0 == problem.column() > 0 && !problem.found().isBlank() && problem.message().length() < 1000, problem.message());
                    assertTrue(problem.message().codePoints().noneMatch(Quoted::invisible), problem.message());
                }
            } catch (Exception | Error e) {
                throw new AssertionError("seed " + seed + ", file " + i + " (" + name + "): " + HexFormat.of().formatHex(bytes), e);
            }
        }
        assertTrue(accepted > 15, "accepted: " + accepted);
    }
}

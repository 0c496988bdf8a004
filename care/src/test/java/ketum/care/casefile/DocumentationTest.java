package ketum.care.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ketum.kratom.Product.Type;
import ketum.kratom.Use.AmountUnit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** docs/user/case-file.md says what the reader does. Oracle: the reader's own list of fields, and the reader run on the page's examples. */
class DocumentationTest {

    @Test
    void theTableOfFieldsIsTheReadersList() throws IOException {
        assertEquals(table(CaseFields.all().stream().filter(f -> !f.section().equals(CaseFields.PRODUCT_USE)).toList()), between("fields"));
    }

    @Test
    void theTableOfCertificateFieldsIsTheReadersList() throws IOException {
        assertEquals(table(Stream.concat(CertificateFields.TOP.stream(), CertificateFields.RESULT.stream()).toList()), between("certificate"));
    }

    @Test
    void theTableOfUnitsIsWhatTheReaderAccepts() throws IOException {
        StringBuilder rows = new StringBuilder("| Product | Units of the amount | Example |\n|---|---|---|\n");
        for (Type type : Type.values()) {
            rows.append("| ").append(type.label()).append(" | ").append(Spelling.either(ProductTypes.units(type).stream().map(AmountUnit::label).toList()))
                    .append(" | `").append(ProductTypes.exampleAmount(type)).append("` |\n");
        }
        assertEquals(rows.toString(), between("units"));
    }

    @Test
    void theTableOfLimitsIsWhatTheReaderRefuses() throws IOException {
        StringBuilder rows = new StringBuilder("| Unit | Most in one dose | Most in a day |\n|---|---|---|\n");
        for (AmountUnit unit : AmountUnit.values()) {
            rows.append("| ").append(unit.label()).append(" | ").append((long) ProductTypes.mostPerDose(unit)).append(" | ").append((long) ProductTypes.mostPerDay(unit)).append(" |\n");
        }
        assertEquals(rows.toString(), between("limits"));
    }

    /** Every whole example on the page is a valid file. */
    @TestFactory
    Stream<DynamicTest> everyYamlBlockOfThePageIsAccepted() throws IOException {
        Matcher block = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(page());
        List<DynamicTest> tests = new ArrayList<>();
        while (block.find()) {
            String text = block.group(1);
            tests.add(DynamicTest.dynamicTest(text.lines().findFirst().orElse(""), () -> {
                if (text.contains("laboratory:")) {
                    Problems problems = new Problems("page");
                    assertTrue(CertificateFile.parse(text.getBytes(StandardCharsets.UTF_8), problems, Reading.TODAY).isPresent(), () -> problems.exception().getMessage());
                } else {
                    assertFalse(Reading.read(text).products().isEmpty());
                }
            }));
        }
        assertTrue(tests.size() >= 4, "examples on the page: " + tests.size());
        return tests.stream();
    }

    /** Each field's example is accepted where the table says it may stand. */
    @TestFactory
    Stream<DynamicTest> theExampleOfEveryFieldIsAccepted() {
        return CaseFields.all().stream().map(field -> DynamicTest.dynamicTest(field.path(), () -> assertFalse(CaseFile.parse(field.path(), fileWith(field).getBytes(StandardCharsets.UTF_8),
                name -> Files.readAllBytes(Reading.examples().resolve(name)), Reading.CONTEXT).products().isEmpty())));
    }

    /** A file in which the field has its example as value. */
    static String fileWith(Field field) {
        String value = field.name() + ": " + field.example();
        String text = Reading.DAILY.replace("sex: male", "sex: female");
        return switch (field.section()) {
            case CaseFields.TOP -> field.name().equals("products") ? text.lines().filter(l -> !l.startsWith("product:") && !l.startsWith("use:")).reduce("", (a, b) -> a + b + "\n") + value + "\n"
                    : without(text, field.name()) + value + "\n";
            case CaseFields.PERSON -> text.replaceFirst("person: \\{.*", "person: {" + merged("age: 35, weight: 80 kg", field, value) + "}");
            case CaseFields.HISTORY -> text + "history: {" + value + "}\n";
            case CaseFields.SUBSTANCE -> text + "history: {other_opioid: {" + merged("use: sometimes", field, value) + "}}\n";
            case CaseFields.MEDICINE -> text + "medicines: [{" + value + "}]\n";
            case CaseFields.PRODUCT, CaseFields.PRODUCT_USE -> product(text, field, value);
            case CaseFields.TEA -> text.replace("{type: leaf powder}", "{type: tea, tea: {" + merged("leaf: 5 g, water: 300 ml", field, value) + "}}");
            case CaseFields.USE -> use(text, field, value);
            case CaseFields.CHANGE -> text.replace("2025-05-01}", "2025-05-01, changes: [{" + merged("from: 2025-05-01, amount: 3 g, per_day: 1", field, value) + "}, {from: 2025-08-01, amount: 4 g, per_day: 4}]}");
            case CaseFields.SCORE_NOW -> text + "score_now: {" + merged("scale: COWS, value: 5", field, value) + "}\n";
            case CaseFields.STOP -> text + "earlier_stops: [{" + merged("failed: no", field, value) + "}]\n";
            case CaseFields.WORST -> text + "earlier_stops: [{worst: {" + merged("scale: COWS, value: 5", field, value) + "}}]\n";
            default -> throw new AssertionError("a section without example: " + field.section());
        };
    }

    private static String without(String text, String name) {
        return text.lines().filter(l -> !l.startsWith(name + ":")).reduce("", (a, b) -> a + b + "\n");
    }

    /** {@code others} without the field itself, and the field. */
    private static String merged(String others, Field field, String value) {
        return Stream.concat(Stream.of(others.split(", ")).filter(o -> !o.startsWith(field.name() + ":")), Stream.of(value)).reduce((a, b) -> a + ", " + b).orElseThrow();
    }

    private static String product(String text, Field field, String value) {
        String type = switch (field.name()) {
            case "label", "capsule" -> "capsules";
            case "tea" -> "tea";
            case "use" -> "extract";
            default -> "leaf powder";
        };
        String amount = type.equals("capsules") ? "4 capsules" : "4 g";
        String product = merged("type: " + type, field, value);
        if (field.section().equals(CaseFields.PRODUCT_USE)) {
            String use = field.name().equals("use") ? "" : ", use: {amount: " + amount + ", per_day: 4, since: 2025-05-01}";
            return without(without(text, "product"), "use") + "products: [{" + product + use + "}]\n";
        }
        return text.replace("{type: leaf powder}", "{" + product + "}").replace("4 g", amount);
    }

    private static String use(String text, Field field, String value) {
        String others = switch (field.name()) {
            case "times" -> "amount: 4 g, since: 2025-05-01";
            default -> "amount: 4 g, per_day: 4, since: 2025-05-01";
        };
        return text.replaceFirst("use: \\{.*", "use: {" + merged(others, field, value) + "}");
    }

    static String table(List<Field> fields) {
        StringBuilder rows = new StringBuilder("| Field | When left out | Takes | Example |\n|---|---|---|---|\n");
        for (Field field : fields) {
            rows.append("| `").append(field.path()).append("` | ").append(field.whenLeftOut()).append(" | ").append(field.accepted()).append(" | `").append(field.example()).append("` |\n");
        }
        return rows.toString();
    }

    private static String page() throws IOException {
        return Files.readString(Reading.documentation());
    }

    /** The part of the page between two marks. */
    private static String between(String mark) throws IOException {
        String page = page();
        String begin = "<!-- begin " + mark + " -->\n";
        int from = page.indexOf(begin);
        int to = page.indexOf("<!-- end " + mark + " -->");
        assertTrue(from >= 0 && to > from, "no part named " + mark);
        return page.substring(from + begin.length(), to);
    }
}

package ketum.care.casefile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ketum.kratom.Alkaloid;
import ketum.kratom.Product.Strength;

/**
 * Reads a laboratory's certificate of analysis, written as YAML:
 * <pre>
 * product: green powder
 * lot: A12
 * laboratory: name of the laboratory
 * date: 2026-09-01
 * matrix: dried leaf
 * results:
 *   - {analyte: mitragynine, value: 15.2, unit: mg/g}
 *   - {analyte: 7-hydroxymitragynine, value: 0.1, unit: mg/g, qualifier: "&lt;"}
 *   - {analyte: lead, value: 0.4, unit: ppm}
 * </pre>
 * Units of the model's alkaloids: mg/g, % (by mass), ppm (mg/kg), mg/ml, mg/unit. Results of other analytes, such as metals or
 * microbes, must have a value and a unit and are otherwise left alone here. A result below the limit of quantification has
 * {@code qualifier: "<"} and the limit as its value, or {@code value: not detected} and the limit as {@code loq}. An unknown field
 * is a problem.
 */
public final class CertificateFile {

    private static final int MOST_RESULTS = 500;
    private static final int LONGEST_TEXT = 200;
    private static final String UNITS = "mg/g, %, ppm, mg/ml or mg/unit";

    static final List<Field> FIELDS = List.of(
            new Field("", "product", "not stated", "up to 200 characters", "green powder"),
            new Field("", "lot", "not stated", "up to 200 characters", "A12"),
            new Field("", "laboratory", "required", "up to 200 characters", "name of the laboratory"),
            new Field("", "date", "not stated", "a date, not in the future", "2026-09-01"),
            new Field("", "matrix", "not stated", "up to 200 characters: what was analysed", "dried leaf"),
            new Field("", "results", "required", "a list of up to 500 results", "[{analyte: mitragynine, value: 15.2, unit: mg/g}]"));

    static final List<Field> RESULT_FIELDS = List.of(
            new Field("results[]", "analyte", "required", "the name of what was measured", "mitragynine"),
            new Field("results[]", "value", "required", "a number of 0 or more, or not detected", "15.2"),
            new Field("results[]", "unit", "required", UNITS + "; any unit for other analytes", "mg/g"),
            new Field("results[]", "qualifier", "the value was measured", "\"<\" where the result is below value", "\"<\""),
            new Field("results[]", "loq", "not stated", "the limit of quantification, a number above 0 in the same unit", "0.124"));

    private CertificateFile() {}

    /**
     * What a certificate says about strength.
     *
     * @param title  laboratory, product and lot, for sources
     * @param assays the model's alkaloids; at least one
     */
    public record Certificate(String title, String product, String lot, String laboratory, Optional<LocalDate> date, String matrix,
                              Map<Alkaloid, Strength> assays) {
        public Certificate {
            assays = Map.copyOf(assays);
        }
    }

    /**
     * Reads a certificate.
     *
     * @param today the last day that is not in the future
     * @throws CaseFileException with every problem of the file, also where it cannot be read
     */
    public static Certificate read(Path file, LocalDate today) throws CaseFileException {
        Problems problems = new Problems(file.toString());
        byte[] bytes;
        try {
            bytes = CaseFile.bytes(file);
        } catch (IOException e) {
            CaseFile.reportUnreadable(file, problems);
            throw problems.exception();
        }
        Optional<Certificate> certificate = parse(bytes, problems, today);
        problems.throwIfAny();
        return certificate.orElseThrow();
    }

    /** The certificate in {@code bytes}, or nothing after a report to {@code problems}. */
    static Optional<Certificate> parse(byte[] bytes, Problems problems, LocalDate today) {
        int before = problems.count();
        Optional<Node> root = SourceText.decode(bytes, problems).flatMap(text -> YamlText.read(text, problems));
        if (root.isEmpty()) {
            return Optional.empty();
        }
        if (!(root.get() instanceof Node.Fields fields)) {
            if (!(root.get() instanceof Node.Rejected)) {
                problems.add(root.get().line(), root.get().column(), "", root.get() instanceof Node.Items ? "a list" : "text that is not a field",
                        "a certificate consists of fields such as laboratory and results", "Start from examples/certificates/k51.yaml.");
            }
            return Optional.empty();
        }
        Section top = new Section(fields, "", FIELDS, RESULT_FIELDS, problems);
        String product = top.get("product").flatMap(v -> v.text(LONGEST_TEXT)).orElse("");
        String lot = top.get("lot").flatMap(v -> v.text(LONGEST_TEXT)).orElse("");
        String laboratory = top.need("laboratory").flatMap(v -> v.text(LONGEST_TEXT)).orElse("");
        Optional<LocalDate> date = top.get("date").flatMap(v -> Moments.date(v, today));
        String matrix = top.get("matrix").flatMap(v -> v.text(LONGEST_TEXT)).orElse("");
        Map<Alkaloid, Strength> assays = top.need("results").map(v -> results(v, problems)).orElse(Map.of());
        if (problems.count() > before) {
            return Optional.empty();
        }
        List<String> title = new ArrayList<>(List.of(laboratory));
        title.addAll(product.isEmpty() ? List.of() : List.of(product));
        title.addAll(lot.isEmpty() ? List.of() : List.of("lot " + lot));
        return Optional.of(new Certificate(String.join(", ", title), product, lot, laboratory, date, matrix, assays));
    }

    private static Map<Alkaloid, Strength> results(Value list, Problems problems) {
        Map<Alkaloid, Strength> assays = new LinkedHashMap<>();
        int before = problems.count();
        for (Value item : list.items(MOST_RESULTS).orElse(List.of())) {
            switch (item.node()) {
                case Node.Fields fields -> result(new Section(fields, item.path(), RESULT_FIELDS, FIELDS, problems), assays);
                case Node.Rejected _ -> { }
                case Node.Text _, Node.Items _ -> item.wrong(item.found(), "each result is a group: analyte, value, unit",
                        "Write for example: - {analyte: mitragynine, value: 15.2, unit: mg/g}");
            }
        }
        if (assays.isEmpty() && problems.count() == before) {
            list.wrong("results without any kratom alkaloid", "at least one of these is needed: " + String.join(", ", Strengths.alkaloidNames()), "Is this the right certificate?");
        }
        return assays;
    }

    private static void result(Section section, Map<Alkaloid, Strength> assays) {
        Optional<Value> analyte = section.need("analyte");
        Optional<String> name = analyte.flatMap(v -> v.text(LONGEST_TEXT));
        Optional<Value> valueText = section.need("value");
        Optional<Value> unitText = section.need("unit");
        Optional<String> unit = unitText.flatMap(Value::word);
        Optional<Double> loq = section.get("loq").flatMap(v -> v.number(Double.MIN_VALUE, 1e9));
        Optional<Boolean> less = section.get("qualifier").map(v -> v.choice(Map.of("<", true))).orElse(Optional.of(false));
        boolean notDetected = valueText.isPresent() && valueText.get().node() instanceof Node.Text text && text.value().strip().equalsIgnoreCase("not detected");
        if (notDetected && !section.has("loq")) {
            valueText.orElseThrow().wrong("\"not detected\" without a limit", "the limit of quantification is needed to know what that means", "Add for example: loq: 0.124");
        }
        Optional<Double> value = notDetected ? loq : valueText.flatMap(v -> v.number(0, 1e9));
        if (name.isEmpty() || unit.isEmpty() || value.isEmpty() || less.isEmpty()) {
            return;
        }
        Optional<Alkaloid> alkaloid = Strengths.alkaloid(name.get());
        if (alkaloid.isEmpty()) {
            reportNearMiss(analyte.orElseThrow(), name.get());
            return;
        }
        Optional<Strength> strength = Strengths.strength(value.get(), unit.get(), notDetected || less.get());
        if (strength.isEmpty()) {
            unitText.orElseThrow().wrong(Quoted.text(unit.get()), "alkaloids are stated in " + UNITS, "Convert the result, or check the unit.");
        } else if (strength.get().value() > Strengths.most(strength.get().per())) {
            valueText.orElseThrow().wrong(Quoted.text(value.get() + " " + unit.get()), "no product holds that much of one alkaloid", "Check the number and its unit.");
        } else if (assays.putIfAbsent(alkaloid.get(), strength.get()) != null) {
            analyte.orElseThrow().wrong(Quoted.text(name.get()) + " a second time", "each alkaloid may have one result", "Keep one of them.");
        }
    }

    /** A misspelt alkaloid must not pass as one of the analytes that are left alone. */
    private static void reportNearMiss(Value analyte, String name) {
        for (String known : Strengths.alkaloidNames()) {
            int distance = Spelling.distance(name.strip().toLowerCase(Locale.ROOT), known);
            if (distance > 0 && distance <= 2) {
                analyte.wrong(Quoted.text(name), "alkaloids are written " + String.join(", ", Strengths.alkaloidNames()), "Did you mean " + known + "?");
                return;
            }
        }
    }
}

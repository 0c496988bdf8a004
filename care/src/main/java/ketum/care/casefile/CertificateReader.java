package ketum.care.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import ketum.care.product.Certificate;
import ketum.care.product.Certificate.Amount;
import ketum.care.product.Certificate.Basis;
import ketum.kratom.Alkaloid;
import ketum.kratom.Product.Strength;
import ketum.kratom.Product.Type;
import ketum.kratom.data.LabelElements;

/** Reads the fields of a certificate. For the model every alkaloid must have a strength; for a check of the product an unknown is an answer. */
final class CertificateReader {

    private static final int MOST_RESULTS = 500;
    private static final int LONGEST_TEXT = 200;
    private static final Map<String, Basis> BASES = Map.of("dry", Basis.DRY, "dry weight", Basis.DRY, "as is", Basis.AS_IS, "as-is", Basis.AS_IS, "as received", Basis.AS_IS);
    private static final Map<String, Certificate.Unit> UNITS = Map.ofEntries(Map.entry("g", Certificate.Unit.GRAM), Map.entry("gram", Certificate.Unit.GRAM), Map.entry("grams", Certificate.Unit.GRAM),
            Map.entry("ml", Certificate.Unit.MILLILITRE), Map.entry("tablet", Certificate.Unit.PIECE), Map.entry("tablets", Certificate.Unit.PIECE), Map.entry("capsule", Certificate.Unit.PIECE),
            Map.entry("capsules", Certificate.Unit.PIECE), Map.entry("piece", Certificate.Unit.PIECE), Map.entry("pieces", Certificate.Unit.PIECE), Map.entry("unit", Certificate.Unit.PIECE),
            Map.entry("units", Certificate.Unit.PIECE), Map.entry("bottle", Certificate.Unit.PIECE), Map.entry("bottles", Certificate.Unit.PIECE));

    private final Problems problems;
    private final LocalDate today;
    private final boolean forModel;
    private final ResultReader results;

    CertificateReader(Problems problems, LocalDate today, boolean forModel) {
        this.problems = problems;
        this.today = today;
        this.forModel = forModel;
        this.results = new ResultReader(problems, forModel);
    }

    /** The model's alkaloids, once read: the mean where several laboratories report one. */
    Map<Alkaloid, Strength> assays() {
        return results.assays();
    }

    Optional<Certificate> read(Node root) {
        int before = problems.count();
        if (!(root instanceof Node.Fields fields)) {
            if (!(root instanceof Node.Rejected)) {
                problems.add(root.line(), root.column(), "", root instanceof Node.Items ? "a list" : "text that is not a field",
                        "a certificate consists of fields such as laboratory and results", "Start from examples/certificates/k51.yaml.");
            }
            return Optional.empty();
        }
        Section top = new Section(fields, "", CertificateFields.TOP, CertificateFields.RESULT, problems);
        String laboratory = text(top, "laboratory", true);
        Optional<Type> stated = top.get("type").flatMap(v -> v.choice(ProductTypes.byName()));
        String matrix = text(top, "matrix", false);
        Optional<Type> type = stated.or(() -> top.has("type") ? Optional.empty() : fromMatrix(matrix));
        Basis basis = basis(top);
        OptionalDouble moisture = measure(top, "moisture", "%", 0, 90);
        Certificate certificate = new Certificate(text(top, "product", false), text(top, "lot", false), laboratory, text(top, "accreditation", false),
                top.get("date").flatMap(v -> Moments.date(v, today)), top.get("expires").flatMap(v -> Moments.date(v, LocalDate.of(2100, 1, 1))), matrix, type,
                measure(top, "unit_mass", "g", 0.01, 50), amount(top, "serving"), number(top, "servings_per_package"), amount(top, "package"), moisture, basis,
                top.get("separates_pseudoindoxyl").flatMap(v -> v.choice(Map.of("yes", Optional.of(true), "true", Optional.of(true), "no", Optional.of(false), "false", Optional.of(false), "unknown", Optional.<Boolean>empty())))
                        .flatMap(answer -> answer),
                top.get("label").flatMap(v -> Strengths.label(v, type)).orElse(Map.of()), text(top, "label_lot", false), top.get("label_states").flatMap(this::elements), sha256(top),
                top.need("results").map(v -> results(v, basis)).orElse(List.of()));
        return problems.count() > before ? Optional.empty() : Optional.of(certificate);
    }

    private static String text(Section top, String name, boolean required) {
        return (required ? top.need(name) : top.get(name)).flatMap(v -> v.text(LONGEST_TEXT)).orElse("");
    }

    /** What a laboratory calls the sample; only words that can mean one thing. */
    private static Optional<Type> fromMatrix(String matrix) {
        String plain = matrix.strip().toLowerCase(Locale.ROOT);
        return switch (plain) {
            case "leaf", "dried leaf", "leaf powder", "powdered leaf", "dried leaf powder" -> Optional.of(Type.LEAF_POWDER);
            case "extract", "leaf extract" -> Optional.of(Type.EXTRACT);
            default -> Optional.ofNullable(ProductTypes.byName().get(plain));
        };
    }

    private static Basis basis(Section section) {
        return section.get("basis").flatMap(v -> v.choice(BASES)).orElse(Basis.NOT_STATED);
    }

    private static OptionalDouble measure(Section section, String name, String unit, double least, double most) {
        return section.get(name).flatMap(value -> value.measure().filter(measure -> {
            boolean fits = measure.unit().equals(unit) && measure.number() >= least && measure.number() <= most;
            if (!fits) {
                value.wrong(value.found(), value.field().takes());
            }
            return fits;
        })).map(measure -> OptionalDouble.of(measure.number())).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble number(Section section, String name) {
        return section.get(name).flatMap(v -> v.number(0.001, 100_000)).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static Optional<Amount> amount(Section section, String name) {
        return section.get(name).flatMap(value -> value.measure().flatMap(measure -> {
            Certificate.Unit unit = UNITS.get(measure.unit());
            if (unit == null || measure.number() <= 0 || measure.number() > 100_000) {
                value.wrong(value.found(), value.field().takes());
                return Optional.empty();
            }
            return Optional.of(new Amount(measure.number(), unit));
        }));
    }

    private Optional<List<String>> elements(Value value) {
        return value.items(50).map(items -> {
            List<String> ids = new ArrayList<>();
            for (Value item : items) {
                item.word().ifPresent(word -> {
                    if (LabelElements.standard().containsKey(word)) {
                        ids.add(word);
                    } else {
                        String question = Spelling.question(Spelling.near(word, LabelElements.standard().keySet()));
                        item.wrong(Quoted.text(word), "label elements are " + String.join(", ", LabelElements.standard().keySet()), question.isEmpty() ? "Leave out what is not in this list." : question);
                    }
                });
            }
            return ids;
        });
    }

    private static String sha256(Section top) {
        return top.get("sha256").flatMap(value -> value.word().filter(word -> {
            boolean fits = word.matches("[0-9a-f]{64}");
            if (!fits) {
                value.wrong(Quoted.text(word), value.field().takes());
            }
            return fits;
        })).orElse("");
    }

    private List<Certificate.Result> results(Value list, Basis basis) {
        List<Certificate.Result> read = new ArrayList<>();
        int before = problems.count();
        for (Value item : list.items(MOST_RESULTS).orElse(List.of())) {
            switch (item.node()) {
                case Node.Fields fields -> results.result(new Section(fields, item.path(), CertificateFields.RESULT, CertificateFields.TOP, problems), basis).ifPresent(read::add);
                case Node.Rejected _ -> { }
                case Node.Text _, Node.Items _ -> item.wrong(item.found(), "each result is a group: analyte, value, unit",
                        "Write for example: - {analyte: mitragynine, value: 15.2, unit: mg/g}");
            }
        }
        if (forModel && results.assays().isEmpty() && problems.count() == before) {
            list.wrong("results without any kratom alkaloid", "at least one of these is needed: " + String.join(", ", Strengths.alkaloidNames()), "Is this the right certificate?");
        } else if (read.isEmpty() && problems.count() == before && !forModel) {
            list.wrong("an empty list", "at least one result is needed", "Write for example: - {analyte: mitragynine, value: 15.2, unit: mg/g}");
        }
        return read;
    }

    /** Strength of several laboratories as one. */
    static Map<Alkaloid, Strength> means(Map<Alkaloid, List<Strength>> all) {
        Map<Alkaloid, Strength> means = new LinkedHashMap<>();
        all.forEach((alkaloid, each) -> means.put(alkaloid, each.size() == 1 ? each.getFirst()
                : new Strength(each.stream().mapToDouble(Strength::value).average().orElseThrow(), each.getFirst().per(), each.stream().allMatch(Strength::belowLimit))));
        return means;
    }
}

package ketum.care.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ketum.care.Case;
import ketum.care.Case.History;
import ketum.care.Case.ProductUse;
import ketum.kratom.Alkaloid;
import ketum.kratom.Person;
import ketum.kratom.Product;
import ketum.kratom.Product.Content;
import ketum.kratom.Product.Strength.Per;
import ketum.kratom.Use;

/** Reads the whole of a person's file and checks its parts against each other. */
final class CaseReader {

    private static final int MOST_PRODUCTS = 10;
    private static final int LONGEST_GOAL = 300;

    private final Context context;
    private final CertificateSource certificates;
    private final Problems problems;

    CaseReader(Context context, CertificateSource certificates, Problems problems) {
        this.context = context;
        this.certificates = certificates;
        this.problems = problems;
    }

    /** The case; where anything is wrong it is reported and the result may be empty. */
    Optional<Case> read(Node root) {
        if (!(root instanceof Node.Fields fields)) {
            if (!(root instanceof Node.Rejected)) {
                problems.add(root.line(), root.column(), "", root instanceof Node.Items ? "a list" : "text that is not a field",
                        "a file consists of fields such as person and product", "Start from examples/daily-leaf.yaml.");
            }
            return Optional.empty();
        }
        Section top = new Section(fields, "", CaseFields.of(CaseFields.TOP), CaseFields.all(), problems);
        // Everything else is counted back from this date; where it is wrong, today stands in so that the rest is still checked.
        LocalDate date = top.get("date").flatMap(v -> Moments.date(v, context.today())).orElse(context.today());
        Optional<Person> person = top.need(CaseFields.PERSON).flatMap(v -> v.section(CaseFields.PERSON)).flatMap(PersonReader::person);
        History history = top.get(CaseFields.HISTORY).flatMap(v -> v.section(CaseFields.HISTORY)).map(s -> PersonReader.history(s, date))
                .orElseGet(() -> new History(Set.of(), List.of()));
        List<Case.Medicine> medicines = top.get("medicines").map(v -> PersonReader.medicines(v, context.medicines())).orElse(List.of());
        List<ProductUse> products = products(top, date, person);
        Optional<LocalDateTime> lastDose = top.get("last_dose").flatMap(v -> lastDose(v, date, products));
        Optional<Case.ScoreNow> score = top.get(CaseFields.SCORE_NOW).flatMap(v -> v.section(CaseFields.SCORE_NOW)).flatMap(s -> StopReader.scoreNow(s, date));
        List<Case.EarlierStop> stops = top.get("earlier_stops").map(StopReader::earlier).orElse(List.of());
        Optional<String> place = top.need("place").flatMap(this::place);
        Optional<String> goal = top.get("goal").flatMap(v -> v.text(LONGEST_GOAL));
        if (problems.any()) {
            return Optional.empty();
        }
        return Optional.of(new Case(person.orElseThrow(), history, medicines, products, lastDose, score, stops, place.orElseThrow(), date, goal));
    }

    private Optional<String> place(Value value) {
        return value.word().flatMap(word -> {
            Optional<String> code = context.places().codeOf(word);
            if (code.isEmpty()) {
                String question = Spelling.question(context.places().suggestions(word));
                value.wrong(Quoted.text(word), value.field().takes(), question.isEmpty() ? "Write for example: place: US-OR, or a country alone: place: TH" : question);
            }
            return code;
        });
    }

    private List<ProductUse> products(Section top, LocalDate date, Optional<Person> person) {
        Optional<Value> several = top.get("products");
        List<ProductUse> products = new ArrayList<>();
        if (several.isPresent()) {
            for (String single : List.of(CaseFields.PRODUCT, CaseFields.USE)) {
                top.get(single).ifPresent(v -> v.wrong(single + " beside products", "a file has either product and use, or products", "Move it into products."));
            }
            List<Value> items = several.get().items(MOST_PRODUCTS).orElse(List.of());
            if (items.isEmpty() && several.get().node() instanceof Node.Items list && list.items().isEmpty()) {
                several.get().wrong("an empty list", "at least one product is needed");
            }
            for (Value item : items) {
                item.section(CaseFields.PRODUCT_USE).ifPresent(s -> productUse(s, s.need(CaseFields.USE), date, person).ifPresent(products::add));
            }
            return products;
        }
        Optional<Section> product = top.need(CaseFields.PRODUCT).flatMap(v -> v.section(CaseFields.PRODUCT));
        Optional<Value> use = top.need(CaseFields.USE);
        if (product.isPresent()) {
            productUse(product.get(), use, date, person).ifPresent(products::add);
        } else {
            use.flatMap(v -> v.section(CaseFields.USE)).ifPresent(s -> new UseReader(date, problems).read(s, Optional.empty()));
        }
        return products;
    }

    private Optional<ProductUse> productUse(Section productSection, Optional<Value> useValue, LocalDate date, Optional<Person> person) {
        Optional<Product> product = new ProductReader(certificates, context.today(), problems).read(productSection);
        // The unit of the amount can be checked even where something else about the product is wrong.
        Optional<Product.Type> type = product.map(Product::type).or(() -> productSection.get("type").flatMap(CaseReader::typeWithoutReport));
        Optional<Section> useSection = useValue.flatMap(v -> v.section(CaseFields.USE));
        Optional<Use> use = useSection.flatMap(s -> new UseReader(date, problems).read(s, type));
        if (use.isPresent() && person.isPresent()) {
            checkBirth(useSection.orElseThrow().get("since").orElseThrow(), use.get().since(), person.get(), date);
        }
        if (product.isEmpty() || use.isEmpty()) {
            return Optional.empty();
        }
        boolean fits = checkStrength(product.get(), productSection, use.get(), useSection.orElseThrow());
        return fits ? Optional.of(new ProductUse(product.get(), use.get())) : Optional.empty();
    }

    private static Optional<Product.Type> typeWithoutReport(Value value) {
        return value.node() instanceof Node.Text text ? Optional.ofNullable(ProductTypes.byName().get(text.value().strip().toLowerCase(Locale.ROOT))) : Optional.empty();
    }

    private static void checkBirth(Value since, LocalDate day, Person person, LocalDate date) {
        if (Period.between(day, date).toTotalMonths() > (person.ageYears() + 1) * 12) {
            since.wrong(since.found() + ", before this person was born", "at the age of " + number(person.ageYears()) + " use cannot be older than that",
                    "Check since and person.age.");
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** Whether amount and strength speak of the same thing, so that together they give mg of alkaloid. */
    private static boolean checkStrength(Product product, Section productSection, Use use, Section useSection) {
        boolean batch = product.teaLeafGrams().isPresent() && product.teaMillilitres().isPresent();
        Value amount = useSection.get("amount").orElseThrow();
        var strengths = switch (product.content()) {
            case Content.ByType _ -> Map.<Alkaloid, Product.Strength>of();
            case Content.ByLabel label -> label.claims();
            case Content.ByCertificate certificate -> certificate.assays();
        };
        if (strengths.isEmpty()) {
            return checkUnknownStrength(product, amount, use.unit(), batch);
        }
        for (Per per : strengths.values().stream().map(Product.Strength::per).distinct().sorted().toList()) {
            if (!Strengths.fits(product.type(), use.unit(), per, product.capsuleGrams(), batch)) {
                Value strength = productSection.get("label").or(() -> productSection.get("certificate")).orElseThrow();
                strength.wrong("a strength " + Strengths.perWord(per) + " beside the amount " + amount.found(),
                        "an amount in " + use.unit().label() + " needs the strength " + Strengths.neededFor(product.type(), use.unit()),
                        "Change the strength or the unit of the amount.");
                return false;
            }
        }
        return true;
    }

    /** Without label or certificate the strength is that of products of the type: of leaf and extract per g, of shots and tablets per piece. */
    private static boolean checkUnknownStrength(Product product, Value amount, Use.AmountUnit unit, boolean batch) {
        if (product.type() == Product.Type.TEA && unit == Use.AmountUnit.MILLILITRE && !batch) {
            amount.wrong(amount.found() + " of a tea of unknown strength", "ml of tea need the leaf and the water of one batch",
                    "Add to the product, for example: tea: {leaf: 10 g, water: 500 ml}");
            return false;
        }
        if (product.type() == Product.Type.EXTRACT && unit == Use.AmountUnit.MILLILITRE) {
            amount.wrong(amount.found() + " of an extract of unknown strength", "a liquid extract needs a label or a certificate",
                    "Add to the product, for example: label: {mitragynine: 45 mg/ml}");
            return false;
        }
        if (product.type() == Product.Type.EXTRACT && unit == Use.AmountUnit.CAPSULE && product.capsuleGrams().isEmpty()) {
            amount.wrong(amount.found() + " of an extract of unknown strength", "capsules of extract need what one holds, or a label",
                    "Add to the product, for example: capsule: 0.5 g, or label: {mitragynine: 75 mg/capsule}");
            return false;
        }
        return true;
    }

    private Optional<LocalDateTime> lastDose(Value value, LocalDate date, List<ProductUse> products) {
        return Moments.dateTime(value, date).filter(time -> {
            Optional<LocalDate> first = products.stream().map(p -> p.use().since()).min(LocalDate::compareTo);
            boolean tooEarly = first.isPresent() && time.toLocalDate().isBefore(first.get());
            if (tooEarly) {
                value.wrong(value.found() + ", before the first dose", "the last dose comes after since, which is " + first.get(), "Check last_dose and use.since.");
            }
            return !tooEarly;
        });
    }
}

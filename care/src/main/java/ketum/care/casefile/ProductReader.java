package ketum.care.casefile;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import ketum.kratom.Product;
import ketum.kratom.Product.Content;
import ketum.kratom.Product.Type;

/** Reads the fields of a product. */
final class ProductReader {

    private static final int LONGEST_NAME = 100;

    private final CertificateSource certificates;
    private final LocalDate today;
    private final Problems problems;

    ProductReader(CertificateSource certificates, LocalDate today, Problems problems) {
        this.certificates = certificates;
        this.today = today;
        this.problems = problems;
    }

    /** The product, or nothing where anything about it was reported. */
    Optional<Product> read(Section section) {
        int before = problems.count();
        Optional<Type> type = section.need("type").flatMap(v -> v.choice(ProductTypes.byName()));
        Optional<String> name = section.get("name").flatMap(v -> v.text(LONGEST_NAME));
        Content content = content(section, type);
        OptionalDouble capsule = section.get("capsule").map(v -> capsule(v, type)).orElse(OptionalDouble.empty());
        Optional<Section> tea = section.get("tea").flatMap(v -> tea(v, type));
        OptionalDouble leaf = tea.flatMap(t -> t.need("leaf")).map(v -> amount(v, "g", 0.1, 1000)).orElse(OptionalDouble.empty());
        OptionalDouble water = tea.flatMap(t -> t.need("water")).map(v -> amount(v, "ml", 20, 10_000)).orElse(OptionalDouble.empty());
        if (problems.count() > before || type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Product(type.get(), name.orElse(""), content, capsule, leaf, water));
    }

    private Content content(Section section, Optional<Type> type) {
        Optional<Value> label = section.get("label");
        Optional<Value> certificate = section.get("certificate");
        if (label.isPresent() && certificate.isPresent()) {
            certificate.get().wrong("a certificate beside a label", "the strength comes from one of them", "Keep the certificate; it is the better source.");
        }
        Optional<Content> assayed = certificate.flatMap(this::certificate);
        Optional<Content> claimed = label.flatMap(v -> Strengths.label(v, type)).map(Content.ByLabel::new);
        return assayed.or(() -> claimed).orElseGet(Content.ByType::new);
    }

    private Optional<Content> certificate(Value value) {
        Optional<String> name = value.text(200);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!staysInFolder(name.get())) {
            value.wrong(Quoted.text(name.get()), value.field().takes(), "Copy the certificate beside this file and write its name, with / between folders.");
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = certificates.read(name.get());
        } catch (IOException | InvalidPathException e) {
            value.wrong(Quoted.text(name.get()) + ", a file that cannot be read", value.field().takes(), "Check the name; it is looked for beside this file.");
            return Optional.empty();
        }
        return CertificateFile.parse(bytes, problems.forFile(beside(problems.file(), name.get())), today)
                .map(c -> new Content.ByCertificate(c.title() + " (" + name.get() + ")", c.assays()));
    }

    /** The certificate's name as seen from where the person named the case file. */
    private static String beside(String caseFile, String name) {
        return caseFile.substring(0, Math.max(caseFile.lastIndexOf('/'), caseFile.lastIndexOf('\\')) + 1) + name;
    }

    /** A file given by somebody else must not make Ketum open files outside its own folder. */
    private static boolean staysInFolder(String name) {
        if (name.startsWith("/") || name.contains("\\") || name.contains(":") || name.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        for (String part : name.split("/", -1)) {
            if (part.isBlank() || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private OptionalDouble capsule(Value value, Optional<Type> type) {
        if (type.isPresent() && type.get() != Type.CAPSULES && type.get() != Type.EXTRACT) {
            value.wrong("a capsule for " + Quoted.text(type.get().label()), "only capsules and extract have capsules", "Remove it, or correct the type.");
            return OptionalDouble.empty();
        }
        return amount(value, "g", 0.05, 2);
    }

    private Optional<Section> tea(Value value, Optional<Type> type) {
        if (type.isPresent() && type.get() != Type.TEA) {
            value.wrong("a batch of tea for " + Quoted.text(type.get().label()), "only the type tea has one", "Remove it, or correct the type.");
            return Optional.empty();
        }
        return value.section(CaseFields.TEA);
    }

    private static OptionalDouble amount(Value value, String unit, double lowest, double highest) {
        Optional<Value.Measure> measure = value.measure();
        if (measure.isEmpty()) {
            return OptionalDouble.empty();
        }
        double number = measure.get().number();
        if (unit.equals("g") && measure.get().unit().equals("mg")) {
            number /= 1000;
        } else if (!measure.get().unit().equals(unit)) {
            value.wrong(value.found(), value.field().takes());
            return OptionalDouble.empty();
        }
        if (number < lowest || number > highest) {
            value.wrong(value.found(), value.field().takes());
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(number);
    }
}

package ketum.care.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ketum.kratom.Alkaloid;
import ketum.kratom.Product.Strength;

/**
 * Reads a laboratory's certificate of analysis, written as YAML, JSON or CSV; docs/user/case-file.md lists the fields:
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
 * An unknown field is a problem. {@link #full} gives everything; {@link #read} only what a model of a person's use needs.
 */
public final class CertificateFile {

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
     * Reads what a certificate says about strength.
     *
     * @param today the last day that is not in the future
     * @throws CaseFileException with every problem of the file, also where it cannot be read
     */
    public static Certificate read(Path file, LocalDate today) throws CaseFileException {
        Problems problems = new Problems(file.toString());
        Optional<Certificate> certificate = parse(bytes(file, problems), problems, today);
        problems.throwIfAny();
        return certificate.orElseThrow();
    }

    /**
     * Reads all of a certificate. The ending of the file's name tells CSV; anything else is YAML, of which JSON is a part.
     *
     * @throws CaseFileException with every problem of the file, also where it cannot be read
     */
    public static ketum.care.product.Certificate full(Path file, LocalDate today) throws CaseFileException {
        return full(file.toString(), bytes(file, new Problems(file.toString())), today);
    }

    /** The same from bytes. @param name of the file, for messages and its ending */
    public static ketum.care.product.Certificate full(String name, byte[] bytes, LocalDate today) throws CaseFileException {
        Problems problems = new Problems(name);
        Optional<ketum.care.product.Certificate> certificate = tree(bytes, problems).flatMap(root -> new CertificateReader(problems, today, false).read(root));
        problems.throwIfAny();
        return certificate.orElseThrow();
    }

    private static byte[] bytes(Path file, Problems problems) throws CaseFileException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(CaseFile.LARGEST_BYTES + 1);
        } catch (IOException e) {
            CaseFile.reportUnreadable(file, problems);
            throw problems.exception();
        }
    }

    private static Optional<Node> tree(byte[] bytes, Problems problems) {
        boolean csv = problems.file().toLowerCase(java.util.Locale.ROOT).endsWith(".csv");
        boolean json = problems.file().toLowerCase(java.util.Locale.ROOT).endsWith(".json");
        // A tab may indent JSON, which does not mind; in YAML it could mean anything.
        byte[] text = json && bytes.length <= CaseFile.LARGEST_BYTES ? withoutTabs(bytes) : bytes;
        return SourceText.decode(text, problems).flatMap(decoded -> csv ? CertificateCsv.read(decoded, problems) : YamlText.read(decoded, problems));
    }

    private static byte[] withoutTabs(byte[] bytes) {
        byte[] copy = bytes.clone();
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] == '\t') {
                copy[i] = ' ';
            }
        }
        return copy;
    }

    /** The certificate in {@code bytes}, or nothing after a report to {@code problems}. */
    static Optional<Certificate> parse(byte[] bytes, Problems problems, LocalDate today) {
        int before = problems.count();
        CertificateReader reader = new CertificateReader(problems, today, true);
        Optional<ketum.care.product.Certificate> full = tree(bytes, problems).flatMap(reader::read);
        if (full.isEmpty() || problems.count() > before) {
            return Optional.empty();
        }
        ketum.care.product.Certificate certificate = full.get();
        List<String> title = new ArrayList<>(List.of(certificate.laboratory()));
        title.addAll(certificate.product().isEmpty() ? List.of() : List.of(certificate.product()));
        title.addAll(certificate.lot().isEmpty() ? List.of() : List.of("lot " + certificate.lot()));
        return Optional.of(new Certificate(String.join(", ", title), certificate.product(), certificate.lot(), certificate.laboratory(), certificate.date(), certificate.matrix(),
                new LinkedHashMap<>(reader.assays())));
    }
}

package ketum.care.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ketum.care.Case;
import ketum.kratom.data.Places;

/** What the tests of this package share: a small medicine table, a fixed day, and short ways to read a text. */
final class Reading {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** The smallest valid file, one field a line so that tests can point at lines. */
    static final String DAILY = """
            person: {age: 35, sex: male, weight: 80 kg}
            product: {type: leaf powder}
            use: {amount: 4 g, per_day: 4, since: 2025-05-01}
            place: US-OR
            date: 2026-11-22
            """;

    private static final Map<String, String> KNOWN = Map.of("sertraline", "sertraline", "quetiapine", "quetiapine", "oxycodone", "oxycodone", "alprazolam", "alprazolam",
            "diazepam", "diazepam", "valium", "diazepam");

    static final MedicineIndex MEDICINES = new MedicineIndex() {
        @Override
        public Optional<String> idOf(String written) {
            return Optional.ofNullable(KNOWN.get(written.toLowerCase(Locale.ROOT)));
        }

        @Override
        public List<String> suggestions(String written) {
            return Spelling.near(written, KNOWN.keySet().stream().sorted().toList());
        }
    };

    static final Context CONTEXT = new Context(MEDICINES, new KnownPlaces(Places.standard()), TODAY);

    private Reading() {}

    static Case read(String text) throws CaseFileException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static Case read(byte[] bytes) throws CaseFileException {
        return CaseFile.parse("daily.yaml", bytes, CertificateSource.none(), CONTEXT);
    }

    static List<Problem> problems(String text) {
        return problems(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Problem> problems(byte[] bytes) {
        return assertThrows(CaseFileException.class, () -> read(bytes)).problems();
    }

    static Problem onlyProblem(String text) {
        return onlyProblem(text.getBytes(StandardCharsets.UTF_8));
    }

    static Problem onlyProblem(byte[] bytes) {
        List<Problem> problems = problems(bytes);
        assertEquals(1, problems.size(), () -> "one problem expected: " + problems);
        return problems.getFirst();
    }

    /** {@link #DAILY} with one piece of text exchanged; fails where the piece is not there. */
    static String daily(String piece, String other) {
        if (!DAILY.contains(piece)) {
            throw new IllegalArgumentException("not in the file: " + piece);
        }
        return DAILY.replace(piece, other);
    }

    /** The examples folder of the repository, from the module's folder or from the root. */
    static Path examples() throws IOException {
        for (Path candidate : List.of(Path.of("examples"), Path.of("..", "examples"))) {
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        throw new IOException("no examples folder beside " + Path.of("").toAbsolutePath());
    }

    static Path documentation() throws IOException {
        return examples().resolveSibling("docs").resolve("user").resolve("case-file.md");
    }
}

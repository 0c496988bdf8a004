package ketum.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ketum.care.Case;
import ketum.care.casefile.CaseFile;
import ketum.care.casefile.CaseFileException;
import ketum.care.casefile.CertificateSource;
import ketum.care.casefile.Context;
import ketum.care.casefile.Problem;

/** A person's case file, with the certificates that it names. */
final class CaseTarget {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final String SOURCE = "fuzzed.yaml";

    private static final Map<String, String> BESIDE = Map.of(
            "good.yaml", "laboratory: A\ndate: 2026-09-01\nmatrix: dried leaf\nresults:\n  - {analyte: mitragynine, value: 15.2, unit: mg/g}\n",
            "good.csv", "analyte,value,unit,laboratory\nmitragynine,15.2,mg/g,A\n",
            "bad.yaml", "laboratory: A\nresults: [{analyte: mitraginine, value: many}]\n",
            "certificates/k51.yaml", "laboratory: A\nresults:\n  - {analyte: mitragynine, value: 38.7, unit: mg/g}\n");

    static final Target TARGET = new Target("case", "case files of assess (YAML)", 300, 4096, 256 << 10, List.of("examples/*.yaml"), CaseTarget::read);

    private CaseTarget() {
    }

    /** Read once: the tables of medicines and places. */
    private static final class Standard {
        private static final Context CONTEXT = Context.standard(TODAY);
    }

    private static void read(byte[] input) {
        Optional<Case> read = parse(input);
        Promise.hold(parse(input).equals(read), "the same bytes gave another case the second time");
    }

    private static Optional<Case> parse(byte[] input) {
        CertificateSource beside = name -> {
            String text = BESIDE.get(name);
            if (text == null) {
                throw new IOException("not here");
            }
            return text.getBytes(StandardCharsets.UTF_8);
        };
        try {
            return Optional.of(CaseFile.parse(SOURCE, input, beside, Standard.CONTEXT));
        } catch (CaseFileException refused) {
            problems(refused, SOURCE, input);
            return Optional.empty();
        }
    }

    /** Each problem of a file has a place in it, or in a file that it names. */
    static void problems(CaseFileException refused, String source, byte[] input) {
        Promise.message(refused.getMessage());
        Promise.hold(!refused.problems().isEmpty(), "refused without a problem");
        for (Problem problem : refused.problems()) {
            Promise.hold(problem.line() > 0 == problem.column() > 0, "half a place: " + problem.message());
            if (problem.file().equals(source)) {
                Promise.inside(Promise.text(input), problem.line(), problem.message());
            }
        }
    }
}

package ketum.fuzz;

import java.util.List;
import java.util.Optional;
import ketum.care.casefile.CaseFileException;
import ketum.care.casefile.CertificateFile;
import ketum.care.law.LawAnswer;
import ketum.care.law.LawLookup;
import ketum.care.law.UnknownPlace;
import ketum.care.product.Certificate;
import ketum.care.product.ProductCheck;
import ketum.care.product.ProductReport;
import ketum.report.Audience;
import ketum.report.Report;
import ketum.report.terminal.TerminalOptions;

/** A laboratory's certificate in each of its three forms; one that is read is also checked, and the check is shown. */
final class CertificateTarget {

    static final TerminalOptions PLAIN = new TerminalOptions(80, false);

    static final Target TARGET = new Target("certificate", "certificates of analysis (YAML, JSON, CSV), and their check", 600, 4096, 256 << 10,
            List.of("examples/certificates/*"), CertificateTarget::read);

    private CertificateTarget() {
    }

    /** Read once: a place with rules of its own on 7-OH. */
    private static final class Standard {
        private static final LawAnswer LAW = law();

        private static LawAnswer law() {
            try {
                return LawLookup.ask("US-GA", CaseTarget.TODAY);
            } catch (UnknownPlace e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void read(byte[] input) {
        Optional<Certificate> yaml = parse("fuzzed.yaml", input);
        Optional<Certificate> json = parse("fuzzed.json", input);
        if (Promise.text(input).indexOf('\t') < 0) {
            Promise.hold(yaml.equals(json), "a name that ends in .json changes what is read");
        }
        json.ifPresent(CertificateTarget::check);
        parse("fuzzed.csv", input).ifPresent(CertificateTarget::check);
    }

    private static Optional<Certificate> parse(String source, byte[] input) {
        try {
            return Optional.of(CertificateFile.full(source, input, CaseTarget.TODAY));
        } catch (CaseFileException refused) {
            CaseTarget.problems(refused, source, input);
            return Optional.empty();
        }
    }

    private static void check(Certificate certificate) {
        ProductReport report = ProductCheck.run(certificate, CaseTarget.TODAY, Optional.of(new Certificate.Amount(6, Certificate.Unit.GRAM)), Optional.of(Standard.LAW));
        for (Audience audience : Audience.values()) {
            Promise.shown(Report.product(report, audience, PLAIN));
        }
        Promise.shown(Report.lawAndProduct(report, PLAIN));
        Promise.json(Report.productJson(report, Audience.PERSON));
    }
}

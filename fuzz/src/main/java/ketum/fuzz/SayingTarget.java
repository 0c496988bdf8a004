package ketum.fuzz;

import java.util.List;
import ketum.care.article.ClaimAnswer;
import ketum.report.Report;

/** Something said about kratom, as typed, and the answer as it is shown. */
final class SayingTarget {

    /** The command accepts no more characters. */
    private static final int LONGEST = 1000;

    static final Target TARGET = new Target("saying", "sentences as typed to claim, and the answer", 300, LONGEST, LONGEST, List.of("examples/articles/*"), SayingTarget::read);

    private SayingTarget() {
    }

    private static void read(byte[] input) {
        String text = Promise.text(input);
        if (text.isBlank() || text.length() > LONGEST) {
            return;
        }
        ClaimAnswer answer = ClaimAnswer.to(text);
        Promise.hold(answer.findings().isEmpty() || answer.near().isEmpty(), "near claims beside the claim itself");
        Promise.shown(Report.claim(answer, CertificateTarget.PLAIN));
        Promise.json(Report.claimJson(answer));
    }
}

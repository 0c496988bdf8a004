package ketum.fuzz;

import java.util.List;
import ketum.care.law.LawAnswer;
import ketum.care.law.LawLookup;
import ketum.care.law.UnknownPlace;
import ketum.report.Report;

/** The place that somebody asks the law of, and the answer as it is shown. */
final class PlaceTarget {

    static final Target TARGET = new Target("place", "places as typed to law --in, and the answer", 300, 200, 16 << 10, List.of(), PlaceTarget::read);

    private PlaceTarget() {
    }

    private static void read(byte[] input) {
        try {
            LawAnswer answer = LawLookup.ask(Promise.text(input), CaseTarget.TODAY);
            Promise.shown(Report.law(answer, CertificateTarget.PLAIN));
            Promise.json(Report.lawJson(answer));
        } catch (UnknownPlace unknown) {
            Promise.typed(unknown.getMessage());
        }
    }
}

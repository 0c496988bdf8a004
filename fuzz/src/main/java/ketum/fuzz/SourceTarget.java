package ketum.fuzz;

import java.util.List;
import ketum.care.source.SourceLookup;
import ketum.care.source.UnknownSource;
import ketum.report.Report;

/** A source as asked for, by its key or number and by words, and the answers as they are shown. */
final class SourceTarget {

    static final Target TARGET = new Target("source", "keys, numbers and words as typed to sources, and the answer", 300, 100, 200, List.of(), SourceTarget::read);

    private SourceTarget() {
    }

    private static void read(byte[] input) {
        String text = Promise.text(input);
        if (text.isBlank()) {
            return;
        }
        try {
            var answer = SourceLookup.ask(text);
            Promise.shown(Report.source(answer, true, CertificateTarget.PLAIN));
            Promise.json(Report.sourceJson(answer));
        } catch (UnknownSource unknown) {
            Promise.typed(unknown.getMessage());
        }
        var list = SourceLookup.find(List.of(text.strip().split("\\s+")));
        Promise.hold(list.entries().size() <= list.all(), "more sources than there are");
        Promise.shown(Report.sources(list, CertificateTarget.PLAIN));
        Promise.json(Report.sourcesJson(list));
    }
}

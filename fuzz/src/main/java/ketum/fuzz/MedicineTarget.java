package ketum.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import ketum.care.interaction.InteractionAnswer;
import ketum.care.interaction.InteractionCheck;
import ketum.care.interaction.KratomDose;
import ketum.report.Audience;
import ketum.report.Report;

/** Medicines and an amount of kratom, as typed, and the answer as it is shown. The first line holds the medicines, the second the amount. */
final class MedicineTarget {

    /** The command accepts no more names and no longer ones. */
    private static final int MOST = 40;
    private static final int LONGEST = 100;

    static final Target TARGET = new Target("medicines", "medicines and an amount as typed to interact, and the answer", 300, 400, 4000, List.of(), MedicineTarget::read);

    private MedicineTarget() {
    }

    private static void read(byte[] input) {
        String[] lines = Promise.text(input).split("\n", 3);
        KratomDose dose = KratomDose.tested();
        if (lines.length > 1) {
            try {
                dose = KratomDose.parse(lines[1], lines.length > 2 ? OptionalInt.of(lines[2].length()) : OptionalInt.empty());
            } catch (IllegalArgumentException refused) {
                Promise.typed(refused.getMessage());
            }
        }
        List<String> names = new ArrayList<>();
        for (String part : lines[0].split(",")) {
            String name = part.strip();
            if (!name.isEmpty() && name.length() <= LONGEST && names.size() < MOST && !names.contains(name)) {
                names.add(name);
            }
        }
        if (names.isEmpty()) {
            return;
        }
        for (Audience audience : Audience.values()) {
            InteractionAnswer answer = InteractionCheck.withKratom(names, dose, audience == Audience.CLINICIAN);
            Promise.hold(!answer.pairs().isEmpty(), "no pair for " + names);
            Promise.shown(Report.interactions(answer, audience, CertificateTarget.PLAIN));
            Promise.json(Report.interactionsJson(answer));
        }
        if (names.size() > 1) {
            InteractionAnswer pair = InteractionCheck.between(names.get(0), names.get(1));
            Promise.shown(Report.interactions(pair, Audience.CLINICIAN, CertificateTarget.PLAIN));
        }
    }
}

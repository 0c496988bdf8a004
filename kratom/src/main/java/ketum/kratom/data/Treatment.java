package ketum.kratom.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A way of being helped, and what is and is not known of it for kratom. Nothing here is a dose to take, and nothing is computed from it.
 *
 * @param grade        of the evidence that the offer mainly rests on, A to D
 * @param evidence     how much there is of it, in a few plain words
 * @param person       plain words
 * @param clinician    precise words
 * @param known        what was found
 * @param cautions     what can go wrong, and reports on timing
 * @param disagreement reports that contradict each other, always all of them
 * @param unknown      what nobody has found out
 * @param asOf         day when the evidence was last gone through
 */
public record Treatment(String id, String name, Group group, char grade, String evidence, String person, String clinician, List<Finding> known, List<Finding> cautions,
                        Optional<Disagreement> disagreement, List<String> unknown, LocalDate asOf) {

    public Treatment {
        known = List.copyOf(known);
        cautions = List.copyOf(cautions);
        unknown = List.copyOf(unknown);
    }

    /** What kind of help, in the order in which they are offered: what is best tried comes first. */
    public enum Group {
        OPIOID_MEDICINE, MEDICINE_FOR_THE_SIGNS, OPIOID_BLOCKER, PSYCHOSOCIAL, TAPER, PREGNANCY, RESCUE;

        /** As written in the files. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * A question that reports answer differently.
     *
     * @param reports at least two
     */
    public record Disagreement(String question, String person, String clinician, List<Finding> reports) {
        public Disagreement {
            reports = List.copyOf(reports);
        }
    }

    /** All findings, of every part. */
    public Stream<Finding> findings() {
        return Stream.of(known, cautions, disagreement.map(Disagreement::reports).orElse(List.of())).flatMap(List::stream);
    }
}

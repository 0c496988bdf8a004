package ketum.kratom.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A medicine or substance a person may take beside kratom, as far as a look-up needs it. Flags and class are general pharmacology
 * ({@link Status#UNCONFIRMED}) until somebody traces them to a label: a missing flag does not mean that there is no risk.
 *
 * @param id         stable id, lower case with hyphens
 * @param name       as shown to people
 * @param group      class in plain words, for example {@code benzodiazepine}, {@code opioid antagonist}
 * @param names      brand and other names
 * @param flags      what it may add to kratom's own effects
 * @param enzymes    how it meets the enzymes that matter for kratom
 * @param source     key in {@link Sources} for name, class and flags
 * @param locator    where in it
 * @param status     how class and flags are known
 */
public record Medicine(String id, String name, String group, List<String> names, Set<Flag> flags, List<EnzymeRole> enzymes,
                       String source, String locator, Status status) {

    public Medicine {
        names = List.copyOf(names);
        flags = Set.copyOf(flags);
        enzymes = List.copyOf(enzymes);
    }

    /** What a medicine may add. */
    public enum Flag {
        /** Sedation. */
        SED,
        /** Slows breathing. */
        RESP,
        /** Blocks opioid receptors, or partly: can bring on withdrawal at once. */
        ANTAG,
        /** Serotonergic. */
        SERO,
        /** Lowers the seizure threshold. */
        SEIZ,
        /** Lengthens the QT interval. */
        QT,
        /** Can harm the liver. */
        HEP,
        /** Raises heart rate or blood pressure. */
        SYMP,
        /** Anticholinergic. */
        ACH,
        /** Lowers blood pressure. */
        HYPO,
        /** Raises bleeding risk. */
        BLEED,
        /** Can harm muscle. */
        MYO,
        /** Can harm the kidney. */
        NEPH,
        /** Small distance between helpful and harmful concentrations. */
        NTI
    }

    /**
     * @param enzyme   CYP3A, CYP2D6 or UGT2B7
     * @param role     what the medicine is to the enzyme
     * @param strength class by the size of its effect; empty for substrates and unclassified ones
     * @param status   how this role is known
     * @param source   key in {@link Sources}
     */
    public record EnzymeRole(String enzyme, Role role, Optional<Strength> strength, Status status, String source) {
        public enum Role { SUBSTRATE, INHIBITOR, INDUCER }

        public enum Strength { STRONG, MODERATE, WEAK }

        static EnzymeRole parse(Csv.Line line, String text, Sources sources) {
            String[] parts = text.split("/", -1);
            String accepted = "enzyme/role/strength/status/source, for example CYP3A/inhibitor/strong/secondary/some-source";
            if (parts.length != 5 || !Set.of("CYP3A", "CYP2D6", "UGT2B7").contains(parts[0])) {
                throw line.error("enzymes", accepted);
            }
            try {
                Role role = Role.valueOf(parts[1].toUpperCase(Locale.ROOT));
                Optional<Strength> strength = parts[2].isEmpty() ? Optional.empty() : Optional.of(Strength.valueOf(parts[2].toUpperCase(Locale.ROOT)));
                Status status = Status.of(parts[3]).orElseThrow(() -> line.error("enzymes", Status.accepted()));
                if (sources.find(parts[4]).isEmpty()) {
                    throw line.error("enzymes", "a source that is a key of " + Sources.FILE);
                }
                return new EnzymeRole(parts[0], role, strength, status, parts[4]);
            } catch (IllegalArgumentException e) {
                throw line.error("enzymes", accepted);
            }
        }
    }

    public boolean has(Flag flag) {
        return flags.contains(flag);
    }
}

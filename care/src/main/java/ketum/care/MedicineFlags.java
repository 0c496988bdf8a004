package ketum.care;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ketum.kratom.data.Medicine;
import ketum.kratom.data.Medicine.EnzymeRole;
import ketum.kratom.data.Medicines;

/**
 * Flags of a checked medicine, as {@link Rules} asks for them: its own, OPIOID where its class acts as an opioid (also in part),
 * BENZODIAZEPINE, and what it has to do with the enzymes that kratom meets.
 */
final class MedicineFlags {

    /** An opioid that at usual doses stays in the gut. */
    private static final String GUT_ONLY = "loperamide";

    /** Cleared by an enzyme that kratom acts on. */
    static final String CHANGED_BY_KRATOM = "CHANGED_BY_KRATOM";
    /** Acts on the enzyme that clears mitragynine. */
    static final String CHANGES_KRATOM = "CHANGES_KRATOM";

    private MedicineFlags() {
    }

    static Set<String> of(String id) {
        Medicine medicine = Medicines.standard().byId(id)
                .orElseThrow(() -> new IllegalArgumentException("no medicine " + id + " in the medicines table"));
        Set<String> flags = medicine.flags().stream().map(Enum::name).collect(Collectors.toCollection(LinkedHashSet::new));
        if (medicine.group().contains("opioid") && !medicine.group().contains("antagonist") && !id.equals(GUT_ONLY)) {
            flags.add("OPIOID");
        }
        if (medicine.group().equals("benzodiazepine")) {
            flags.add("BENZODIAZEPINE");
        }
        if (enzymes(medicine, role -> role.role() == EnzymeRole.Role.SUBSTRATE && !role.enzyme().equals("UGT2B7"))) {
            flags.add(CHANGED_BY_KRATOM);
        }
        if (enzymes(medicine, role -> role.role() != EnzymeRole.Role.SUBSTRATE && role.enzyme().equals("CYP3A"))) {
            flags.add(CHANGES_KRATOM);
        }
        return flags;
    }

    private static boolean enzymes(Medicine medicine, Predicate<EnzymeRole> which) {
        return medicine.enzymes().stream().anyMatch(which);
    }
}

package ketum.care;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import ketum.kratom.data.Medicine;
import ketum.kratom.data.Medicines;

/**
 * Flags of a checked medicine, as {@link Rules} asks for them: its own, OPIOID where its class acts as an opioid (also in part), and
 * BENZODIAZEPINE.
 */
final class MedicineFlags {

    /** An opioid that at usual doses stays in the gut. */
    private static final String GUT_ONLY = "loperamide";

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
        return flags;
    }
}

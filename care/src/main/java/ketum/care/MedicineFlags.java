package ketum.care;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import ketum.kratom.data.Medicine;
import ketum.kratom.data.Medicines;

/** Class flags of a checked medicine, as {@link Rules} asks for them; a medicine of the opioid group has the flag OPIOID beside its own. */
final class MedicineFlags {

    private MedicineFlags() {
    }

    static Set<String> of(String id) {
        Medicine medicine = Medicines.standard().byId(id)
                .orElseThrow(() -> new IllegalArgumentException("no medicine " + id + " in the medicines table"));
        Set<String> flags = medicine.flags().stream().map(Enum::name).collect(Collectors.toCollection(LinkedHashSet::new));
        if (medicine.group().contains("opioid") && !medicine.group().contains("antagonist")) {
            flags.add("OPIOID");
        }
        return flags;
    }
}

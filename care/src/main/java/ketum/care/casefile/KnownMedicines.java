package ketum.care.casefile;

import java.util.List;
import java.util.Optional;
import ketum.kratom.data.Medicines;
import ketum.kratom.data.Medicines.Answer;

/** The medicines table as this package asks for it. */
record KnownMedicines(Medicines medicines) implements MedicineIndex {

    @Override
    public Optional<String> idOf(String written) {
        return switch (medicines.find(written)) {
            case Answer.Found found -> Optional.of(found.medicine().id());
            case Answer.Unknown _ -> Optional.empty();
        };
    }

    @Override
    public List<String> suggestions(String written) {
        return switch (medicines.find(written)) {
            case Answer.Found _ -> List.of();
            case Answer.Unknown unknown -> unknown.suggestions();
        };
    }
}

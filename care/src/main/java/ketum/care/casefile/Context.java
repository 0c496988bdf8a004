package ketum.care.casefile;

import java.time.LocalDate;
import java.util.Objects;
import ketum.kratom.data.Medicines;
import ketum.kratom.data.Places;

/**
 * What a case file is read against.
 *
 * @param medicines the medicines that can be checked
 * @param places    the places that there are
 * @param today     the default date of a report, and the last one that is not in the future
 */
public record Context(MedicineIndex medicines, PlaceIndex places, LocalDate today) {

    public Context {
        Objects.requireNonNull(medicines);
        Objects.requireNonNull(places);
        Objects.requireNonNull(today);
    }

    /** The medicines and places of this version of Ketum. */
    public static Context standard(LocalDate today) {
        return new Context(new KnownMedicines(Medicines.standard()), new KnownPlaces(Places.standard()), today);
    }
}

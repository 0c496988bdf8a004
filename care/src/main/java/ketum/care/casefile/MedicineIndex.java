package ketum.care.casefile;

import java.util.List;
import java.util.Optional;

/** Where names of medicines are looked up. */
public interface MedicineIndex {

    /** The ingredient that an exact name, brand name or other spelling stands for, whatever its case; empty where it is not known. */
    Optional<String> idOf(String written);

    /** Names close to {@code written}, best first, at most three. */
    List<String> suggestions(String written);
}

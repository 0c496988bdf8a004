package ketum.care.casefile;

import java.util.List;
import java.util.Optional;

/** Where place codes are looked up. */
public interface PlaceIndex {

    /** The code in its usual spelling, e.g. {@code US-OR} for {@code us-or}; empty where there is no such place. */
    Optional<String> codeOf(String written);

    /** Codes close to {@code written}, best first, at most three. */
    List<String> suggestions(String written);
}

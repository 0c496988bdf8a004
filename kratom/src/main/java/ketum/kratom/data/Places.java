package ketum.kratom.data;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Places that Ketum knows by code, from {@code tables/places.csv}: ISO 3166-1 countries and ISO 3166-2 states of the USA. The law of a
 * place is other data; being listed here says nothing about it. Immutable.
 */
public final class Places {
    static final String FILE = "tables/places.csv";
    private static final List<String> COLUMNS = List.of("code", "name", "country");
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    private final Map<String, Place> byCode;

    private Places(Map<String, Place> byCode) {
        this.byCode = Collections.unmodifiableMap(new TreeMap<>(byCode));
    }

    /**
     * @param code    ISO 3166 code, for example {@code US-OR} or {@code TH}
     * @param name    English name
     * @param country ISO 3166-1 code of the country it is or lies in
     */
    public record Place(String code, String name, String country) {}

    private static final class Holder {
        private static final Places STANDARD = parse(FILE, Resource.text(FILE));
    }

    /** The places of this version, read once. */
    public static Places standard() {
        return Holder.STANDARD;
    }

    static Places parse(String file, String text) {
        Map<String, Place> byCode = new TreeMap<>();
        String previous = "";
        for (Csv.Line line : Csv.read(file, text, COLUMNS)) {
            String code = line.required("code");
            if (!CODE.matcher(code).matches()) {
                throw line.error("code", "an ISO 3166 code such as TH or US-OR");
            }
            if (code.compareTo(previous) <= 0) {
                throw line.error("code", "codes in ascending order, each once; \"" + previous + "\" stands before");
            }
            String country = line.required("country");
            if (!code.substring(0, 2).equals(country)) {
                throw line.error("country", code.substring(0, 2));
            }
            previous = code;
            byCode.put(code, new Place(code, line.required("name"), country));
        }
        return new Places(byCode);
    }

    /** Looks up a code or an English name, whatever the case. */
    public Optional<Place> find(String written) {
        String plain = written.strip();
        Place byThisCode = byCode.get(plain.toUpperCase(Locale.ROOT));
        if (byThisCode != null) {
            return Optional.of(byThisCode);
        }
        List<Place> named = byCode.values().stream().filter(place -> place.name().equalsIgnoreCase(plain)).toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    public Collection<Place> all() {
        return byCode.values();
    }
}

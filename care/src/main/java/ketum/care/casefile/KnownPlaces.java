package ketum.care.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ketum.kratom.data.Places;

/**
 * Place codes by ISO 3166: every country (the Java platform's list), and its parts as the places table lists them; for a country
 * whose parts the table does not list, any part of the right form. What is known about a place is another question.
 */
final class KnownPlaces implements PlaceIndex {

    private static final Pattern FORM = Pattern.compile("([A-Z]{2})(-[A-Z0-9]{1,3})?");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Set<String> codes = new TreeSet<>();
    private final Set<String> divided = new TreeSet<>();
    private final Places places;

    KnownPlaces(Places places) {
        this.places = places;
        for (Places.Place place : places.all()) {
            codes.add(place.code());
            if (!place.code().equals(place.country())) {
                divided.add(place.country());
            }
        }
    }

    /** Names are not taken for codes: Georgia is a country and a state. */
    @Override
    public Optional<String> codeOf(String written) {
        String code = written.strip().toUpperCase(Locale.ROOT);
        Matcher form = FORM.matcher(code);
        if (!form.matches() || !COUNTRIES.contains(form.group(1))) {
            return Optional.empty();
        }
        boolean part = form.group(2) != null;
        return part && divided.contains(form.group(1)) && !codes.contains(code) ? Optional.empty() : Optional.of(code);
    }

    @Override
    public List<String> suggestions(String written) {
        String name = written.strip();
        String code = name.toUpperCase(Locale.ROOT);
        Set<String> found = new TreeSet<>();
        for (Places.Place place : places.all()) {
            if (place.name().equalsIgnoreCase(name) || place.code().equals("US-" + code)) {
                found.add(place.code());
            }
        }
        for (String country : COUNTRIES) {
            if (Locale.of("", country).getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(name)) {
                found.add(country);
            }
        }
        if (code.equals("USA")) {
            found.add("US");
        }
        if (found.isEmpty() && code.length() > 2) {
            codes.stream().filter(known -> known.length() > 2 && Spelling.distance(known, code) == 1).forEach(found::add);
        }
        return found.stream().limit(3).toList();
    }
}

package ketum.care.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Place codes by ISO 3166: countries from the Java platform's list, states of the USA by their postal codes (ISO 3166-2:US),
 * subdivisions of other countries by form only.
 */
final class IsoPlaces implements PlaceIndex {

    private static final Pattern FORM = Pattern.compile("([A-Z]{2})(-[A-Z0-9]{1,3})?");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final List<String> STATES = Arrays.stream(("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH "
            + "NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI AS MP").split(" ")).map(s -> "US-" + s).toList();

    @Override
    public Optional<String> codeOf(String written) {
        String code = written.strip().toUpperCase(Locale.ROOT);
        var form = FORM.matcher(code);
        if (!form.matches() || !COUNTRIES.contains(form.group(1))) {
            return Optional.empty();
        }
        return code.startsWith("US-") && !STATES.contains(code) ? Optional.empty() : Optional.of(code);
    }

    @Override
    public List<String> suggestions(String written) {
        String word = written.strip().toUpperCase(Locale.ROOT);
        TreeSet<String> found = new TreeSet<>();
        if (STATES.contains("US-" + word)) {
            found.add("US-" + word);
        }
        for (String country : COUNTRIES) {
            if (Locale.of("", country).getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(written.strip())) {
                found.add(country);
            }
        }
        if (word.startsWith("US") && found.isEmpty()) {
            STATES.stream().filter(s -> Spelling.distance(s, word) == 1).limit(3).forEach(found::add);
        }
        return found.stream().limit(3).toList();
    }
}

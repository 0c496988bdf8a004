package ketum.care.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ketum.kratom.data.EditDistance;
import ketum.kratom.data.Law;
import ketum.kratom.data.Laws;
import ketum.kratom.data.Places;
import ketum.kratom.data.Places.Place;

/** Finds the place that a person means: codes, English names, states without {@code US-}, and counties and cities behind a slash or comma. */
public final class PlaceFinder {

    private static final int LONGEST = 80;

    /** Names in use that the table of places spells otherwise. */
    private static final Map<String, String> ALIASES = Map.ofEntries(Map.entry("usa", "US"), Map.entry("united states of america", "US"), Map.entry("federal", "US"),
            Map.entry("us federal", "US"), Map.entry("uk", "GB"), Map.entry("great britain", "GB"), Map.entry("england", "GB"), Map.entry("czech republic", "CZ"), Map.entry("burma", "MM"),
            Map.entry("washington dc", "US-DC"), Map.entry("washington d.c.", "US-DC"), Map.entry("washington state", "US-WA"), Map.entry("new york state", "US-NY"), Map.entry("un", "UN"),
            Map.entry("united nations", "UN"), Map.entry("who", "UN"), Map.entry("georgia, usa", "US-GA"), Map.entry("georgia state", "US-GA"));

    /**
     * @param code     {@code US-CA}
     * @param locality name of a county or city, empty for none
     * @param note     what else it could have meant, empty for nothing
     */
    public record Found(String code, String name, String locality, String note) {
        String path() {
            return locality.isEmpty() ? code : code + "/" + locality;
        }
    }

    private final Places places;

    /**
     * The place that is meant, among those that Ketum knows.
     *
     * @throws UnknownPlace where no place, or more than one, is called so
     */
    public static Found place(String written) throws UnknownPlace {
        return new PlaceFinder(Places.standard()).find(written);
    }

    PlaceFinder(Places places) {
        this.places = places;
    }

    Found find(String written) throws UnknownPlace {
        String plain = written.strip().replaceAll("\\?+$", "").strip();
        if (plain.isEmpty() || plain.length() > LONGEST || plain.codePoints().anyMatch(Character::isISOControl)) {
            throw new UnknownPlace("found no place name; write for example US-OH, Ohio, Germany or US-CA/San Diego", List.of());
        }
        Optional<Found> whole = region(plain);
        if (whole.isPresent()) {
            return whole.get();
        }
        int slash = plain.indexOf('/');
        int comma = plain.lastIndexOf(',');
        if (slash > 0) {
            return locality(plain.substring(0, slash).strip(), plain.substring(slash + 1).strip(), written);
        }
        if (comma > 0) {
            return locality(plain.substring(comma + 1).strip(), plain.substring(0, comma).strip(), written);
        }
        List<Law> local = localities(plain);
        if (local.size() == 1) {
            String path = local.getFirst().place();
            return new Found(path.substring(0, path.indexOf('/')), "", local.getFirst().name(), "");
        }
        throw unknown(written, plain);
    }

    private Optional<Found> region(String plain) throws UnknownPlace {
        String alias = ALIASES.get(plain.toLowerCase(Locale.ROOT));
        if ("UN".equals(alias)) {
            return Optional.of(new Found("UN", "United Nations", "", ""));
        }
        String upper = (alias == null ? plain : alias).toUpperCase(Locale.ROOT);
        List<Place> named = places.all().stream().filter(place -> place.name().equalsIgnoreCase(plain)).toList();
        if (alias == null && named.size() > 1) {
            throw new UnknownPlace("\"" + plain + "\" is the name of several places; write " + String.join(" or ", named.stream().map(place -> place.code() + " (" + countryOf(place) + ")").toList()),
                    named.stream().map(Place::code).toList());
        }
        Optional<Place> byCode = places.all().stream().filter(place -> place.code().equals(upper)).findFirst();
        Optional<Place> state = places.all().stream().filter(place -> place.code().equals("US-" + upper)).findFirst();
        if (byCode.isPresent()) {
            String note = alias == null && upper.length() == 2 && state.isPresent() ? upper + " is " + byCode.get().name() + "; for " + state.get().name() + " write " + state.get().code() + "." : "";
            return Optional.of(new Found(byCode.get().code(), byCode.get().name(), "", note));
        }
        return (named.isEmpty() ? state : Optional.of(named.getFirst())).map(place -> new Found(place.code(), place.name(), "", ""));
    }

    private static String countryOf(Place place) {
        return place.code().equals(place.country()) ? "the country" : "the US state";
    }

    private Found locality(String region, String name, String written) throws UnknownPlace {
        Optional<Place> state = places.all().stream().filter(place -> place.code().equalsIgnoreCase("US-" + region)).findFirst();
        if (state.isPresent() && !name.isEmpty()) {
            // "NC" and "CA" are countries as well; behind the comma of an American town they are states.
            Optional<Law> town = localities(name).stream().filter(law -> law.place().startsWith(state.get().code() + "/")).findFirst();
            if (town.isPresent() || written.indexOf('/') < 0) {
                return new Found(state.get().code(), state.get().name(), town.map(Law::name).orElse(name), "");
            }
        }
        Optional<Found> found;
        try {
            found = region(region);
        } catch (UnknownPlace several) {
            // Behind a town only one of them can be meant: those with towns on file are states.
            found = several.suggestions().stream().filter(code -> code.startsWith("US-")).findFirst().map(code -> new Found(code, region, "", ""));
        }
        if (found.isEmpty() || name.isEmpty()) {
            throw unknown(written, found.isEmpty() ? region : written);
        }
        String code = found.get().code();
        for (Law law : localities(name)) {
            if (law.place().startsWith(code + "/")) {
                return new Found(code, found.get().name(), law.name(), "");
            }
        }
        return new Found(code, found.get().name(), name, "");
    }

    /** Counties and cities with a file whose name is this one, with or without "County" or "city of". */
    private static List<Law> localities(String name) {
        String slug = slug(name);
        return Laws.localities().stream().filter(file -> slug(file.substring(file.indexOf('/') + 1)).equals(slug))
                .map(file -> Laws.find(file.substring(0, file.indexOf('/') + 1) + capitalised(file.substring(file.indexOf('/') + 1)))).flatMap(Optional::stream).toList();
    }

    private static String capitalised(String slug) {
        return Character.toUpperCase(slug.charAt(0)) + slug.substring(1);
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("^city of ", "").replaceAll("[^a-z0-9]+", "-").replaceAll("-county$", "");
    }

    private UnknownPlace unknown(String written, String part) {
        record Near(String shown, int distance) {}
        String plain = part.toLowerCase(Locale.ROOT);
        List<Near> near = new ArrayList<>();
        for (Place place : places.all()) {
            for (String name : List.of(place.name(), place.code())) {
                int distance = EditDistance.of(plain, name.toLowerCase(Locale.ROOT));
                if (distance <= StrictMath.max(1, StrictMath.min(plain.length(), name.length()) / 3)) {
                    near.add(new Near(place.name() + " (" + place.code() + ")", distance));
                }
            }
        }
        List<String> best = near.stream().sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::shown)).map(Near::shown).distinct().limit(3).toList();
        String shown = written.strip().codePoints().filter(c -> !Character.isISOControl(c)).limit(LONGEST).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return new UnknownPlace("no place is called \"" + shown + "\"" + (best.isEmpty() ? "; write a code or name such as US-OH, Ohio, Germany or US-CA/San Diego"
                : "; did you mean " + String.join(", ", best) + "?"), best);
    }
}

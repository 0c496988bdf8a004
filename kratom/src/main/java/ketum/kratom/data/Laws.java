package ketum.kratom.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Notes on the law, one file a place, in the folder {@code laws}: {@code US.yaml}, {@code US-OH.yaml}, and counties and cities in a
 * folder of their state, {@code US-CA/san-diego.yaml}. A file is read when it is asked for, so that one answer does not wait for a
 * hundred files.
 */
public final class Laws {
    static final String FOLDER = "laws";
    private static final Pattern PLACE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?(/[A-Z][A-Za-z .'-]+)?");
    private static final Set<String> FIELDS = Set.of("standing", "forms", "minimum_age", "label", "testing", "seven_oh", "summary", "citation", "rules");

    private Laws() {}

    /** The law of a place by its exact code or path; empty where there is no file on it. */
    public static Optional<Law> find(String place) {
        String file = file(place);
        return Resource.optionalText(file).map(text -> parse(file, text));
    }

    /** Every file, sorted by place; reads them all. */
    public static List<Law> all() {
        return files().stream().map(file -> parse(file, Resource.text(file))).sorted(java.util.Comparator.comparing(Law::place)).toList();
    }

    /** Counties and cities with a file, by the name of the file: {@code US-CA/san-diego}. */
    public static List<String> localities() {
        return files().stream().map(file -> file.substring(FOLDER.length() + 1, file.length() - ".yaml".length())).filter(name -> name.contains("/")).toList();
    }

    static List<String> files() {
        return Resource.list(FOLDER).stream().filter(name -> name.endsWith(".yaml")).toList();
    }

    static String file(String place) {
        int slash = place.indexOf('/');
        String name = slash < 0 ? place : place.substring(0, slash + 1) + place.substring(slash + 1).toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return FOLDER + "/" + name + ".yaml";
    }

    /**
     * Reads and checks one file.
     *
     * @param file name relative to the folder of the data; it says the place
     * @throws DataException for the first thing that is not acceptable
     */
    public static Law parse(String file, String text) {
        Yaml.Mapping root = Yaml.mapping(file, text);
        Yaml.Scalar place = root.scalar("place");
        if (!PLACE.matcher(place.text()).matches() || !file(place.text()).equals(file)) {
            throw place.error("the place that the file is named after");
        }
        Optional<Yaml.Scalar> parent = root.optionalScalar("parent");
        String expected = place.text().contains("/") ? place.text().substring(0, place.text().indexOf('/')) : place.text().contains("-") ? place.text().substring(0, 2) : "";
        if (!parent.map(Yaml.Scalar::text).orElse("").equals(expected)) {
            throw parent.orElse(place).error(expected.isEmpty() ? "no parent for a country" : "parent: " + expected);
        }
        List<Law.Entry> entries = new ArrayList<>();
        for (Yaml.Mapping map : root.mappings("entries")) {
            Law.Entry entry = entry(map);
            if (!entries.isEmpty()) {
                checkOrder(map, entries.getLast(), entry);
            }
            entries.add(entry);
        }
        if (entries.isEmpty()) {
            throw root.error("no entry", "at least one entry");
        }
        List<Law.Pending> pending = root.keys().contains("pending") ? root.mappings("pending").stream().map(Laws::pending).toList() : List.of();
        Law law = new Law(place.text(), root.text("name"), parent.map(Yaml.Scalar::text), root.flag("changes_often", false), entries, pending, file);
        root.done();
        return law;
    }

    private static void checkOrder(Yaml.Mapping map, Law.Entry before, Law.Entry entry) {
        if (before.to().isEmpty() || entry.from().isEmpty()) {
            throw map.error("an entry without from, or after one without to", "entries by time, each ending where the next begins or before");
        }
        if (entry.from().get().earliest().isBefore(before.to().get().earliest())) {
            throw map.error("from " + entry.from().get().written(), "a day from " + before.to().get().written() + " on, when the entry before ends");
        }
    }

    private static Law.Entry entry(Yaml.Mapping map) {
        Optional<Law.When> from = map.optionalScalar("from").map(Laws::when);
        Optional<Law.When> to = map.optionalScalar("to").map(Laws::when);
        if (from.isPresent() && to.isPresent() && !from.get().earliest().isBefore(to.get().latest())) {
            throw map.error(from.get().written() + " to " + to.get().written(), "from before to");
        }
        Map<Law.Form, Law.Standing> forms = new EnumMap<>(Law.Form.class);
        map.optionalMapping("forms").ifPresent(each -> each.keys().forEach(key -> {
            Law.Form form = java.util.Arrays.stream(Law.Form.values()).filter(known -> known.label().equals(key)).findFirst()
                    .orElseThrow(() -> each.error(key, "leaf, leaf capsule, extract, 7-oh product or synthetic product"));
            forms.put(form, standing(each.scalar(key)));
        }));
        Optional<Yaml.Scalar> age = map.optionalScalar("minimum_age");
        age.ifPresent(scalar -> {
            if (scalar.number() < 16 || scalar.number() > 25 || scalar.number() != StrictMath.rint(scalar.number())) {
                throw scalar.error("a whole number of years, 16 to 25");
            }
        });
        List<String> elements = map.keys().contains("label_elements") ? map.scalars("label_elements").stream().map(scalar -> {
            if (!LabelElements.standard().containsKey(scalar.text())) {
                throw scalar.error("ids of " + LabelElements.FILE);
            }
            return scalar.text();
        }).toList() : List.of();
        Yaml.Scalar address = map.scalar("address");
        Yaml.Scalar kindText = map.scalar("address_is");
        Law.AddressKind kind = LawRuleReader.choice(kindText, Law.AddressKind.values(), Law.AddressKind::label);
        if (address.text().isEmpty() != (kind == Law.AddressKind.NOT_FOUND)) {
            throw kindText.error(address.text().isEmpty() ? "not found, because there is no address" : "primary text or report");
        }
        if (!address.text().isEmpty() && !address.text().matches("https?://\\S+")) {
            throw address.error("an http or https address");
        }
        Set<String> unconfirmed = new HashSet<>();
        if (map.keys().contains("unconfirmed")) {
            for (Yaml.Scalar field : map.scalars("unconfirmed")) {
                if (!FIELDS.contains(field.text())) {
                    throw field.error(String.join(", ", new java.util.TreeSet<>(FIELDS)));
                }
                unconfirmed.add(field.text());
            }
        }
        List<Law.Basis> sources = map.mappings("sources").stream().map(Laws::basis).toList();
        if (sources.isEmpty()) {
            throw map.error("no source", "at least one source");
        }
        Yaml.Scalar asOf = map.scalar("as_of");
        List<Law.Conflict> conflicts = map.keys().contains("conflicts") ? map.mappings("conflicts").stream().map(Laws::conflict).toList() : List.of();
        if (conflicts.size() == 1) {
            throw map.error("one conflicting statement", "at least two that do not agree");
        }
        Law.Entry entry = new Law.Entry(from, to, standing(map.scalar("standing")), forms, age.isPresent() ? OptionalInt.of((int) age.get().number()) : OptionalInt.empty(),
                duty(map, "label"), elements, duty(map, "testing"), map.text("seven_oh"), map.text("summary"), map.text("citation"), address.text(), kind,
                asOf.text().equals("undated") ? Optional.empty() : Optional.of(day(asOf)), LawRuleReader.choice(map.scalar("confidence"), Law.Confidence.values(), Law.Confidence::label),
                unconfirmed, sources, conflicts, map.keys().contains("rules") ? map.mappings("rules").stream().map(LawRuleReader::rule).toList() : List.of(), map.line());
        map.done();
        return entry;
    }

    private static Law.Standing standing(Yaml.Scalar scalar) {
        return LawRuleReader.choice(scalar, Law.Standing.values(), Law.Standing::label);
    }

    private static Optional<Law.Duty> duty(Yaml.Mapping map, String key) {
        return map.optionalScalar(key).map(scalar -> LawRuleReader.choice(scalar, Law.Duty.values(), Law.Duty::label));
    }

    static Status status(Yaml.Scalar scalar) {
        return Status.of(scalar.text()).orElseThrow(() -> scalar.error(Status.accepted()));
    }

    private static Law.Basis basis(Yaml.Mapping map) {
        Law.Basis basis = new Law.Basis(source(map.scalar("source")), map.text("locator"), status(map.scalar("status")));
        map.done();
        return basis;
    }

    private static Law.Conflict conflict(Yaml.Mapping map) {
        Law.Conflict conflict = new Law.Conflict(map.text("says"), source(map.scalar("source")), map.text("locator"));
        map.done();
        return conflict;
    }

    private static Law.Pending pending(Yaml.Mapping map) {
        Law.Pending pending = new Law.Pending(map.text("what"), map.optionalScalar("on").map(Laws::when), source(map.scalar("source")), map.text("locator"), day(map.scalar("as_of")));
        map.done();
        return pending;
    }

    private static String source(Yaml.Scalar key) {
        if (Sources.standard().find(key.text()).isEmpty()) {
            throw key.error("a key of " + Sources.FILE);
        }
        return key.text();
    }

    private static LocalDate day(Yaml.Scalar scalar) {
        try {
            return LocalDate.parse(scalar.text());
        } catch (DateTimeException e) {
            throw scalar.error("a date such as 2026-11-22");
        }
    }

    /** A day, a month, a year, or two of these joined by {@code ..}. */
    private static Law.When when(Yaml.Scalar scalar) {
        String[] ends = scalar.text().split("\\.\\.", 2);
        try {
            LocalDate earliest = first(ends[0]);
            LocalDate latest = last(ends[ends.length - 1]);
            if (latest.isBefore(earliest)) {
                throw scalar.error("the earlier end first");
            }
            return new Law.When(earliest, latest, scalar.text().replace("..", " to "));
        } catch (DateTimeException e) {
            throw scalar.error("2026-11-22, 2026-11, 2026, or two of these joined by ..");
        }
    }

    private static LocalDate first(String text) {
        return switch (text.length()) {
            case 4 -> LocalDate.parse(text + "-01-01");
            case 7 -> LocalDate.parse(text + "-01");
            default -> LocalDate.parse(text);
        };
    }

    private static LocalDate last(String text) {
        return switch (text.length()) {
            case 4 -> LocalDate.parse(text + "-12-31");
            case 7 -> YearMonth.parse(text).atEndOfMonth();
            default -> LocalDate.parse(text);
        };
    }
}

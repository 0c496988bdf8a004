package ketum.kratom.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import ketum.kratom.Alkaloid;
import ketum.kratom.Product;

/** The published studies, from {@code studies/*.yaml}, read strictly: an unknown or doubled key is an error with its line. Immutable. */
public final class Studies {
    static final List<String> NAMES = List.of("algera-2021", "huestis-2024-fifteen-day", "huestis-2024-single", "rogers-2024", "singh-2019",
            "smith-2024", "tanna-2022", "trakulsrichai-2015", "vicknasingam-2020");

    private final Map<String, Study> byName;

    private Studies(Map<String, Study> byName) {
        this.byName = Collections.unmodifiableMap(new TreeMap<>(byName));
    }

    private static final class Holder {
        private static final Studies STANDARD = load();
    }

    /** The studies of this version, read once. */
    public static Studies standard() {
        return Holder.STANDARD;
    }

    static Studies load() {
        Map<String, Study> byName = new LinkedHashMap<>();
        Sources sources = Tables.standard().sources();
        for (String name : NAMES) {
            String file = "studies/" + name + ".yaml";
            byName.put(name, parse(name, file, Resource.text(file), sources));
        }
        return new Studies(byName);
    }

    public Collection<Study> all() {
        return byName.values();
    }

    public Optional<Study> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * @throws IllegalArgumentException where there is no such study; the message lists all names
     */
    public Study get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no study \"" + name + "\"; there are " + byName.keySet()));
    }

    static Study parse(String name, String file, String text, Sources sources) {
        Yaml.Mapping root = Yaml.mapping(file, text);
        Yaml.Scalar written = root.scalar("name");
        if (!written.text().equals(name)) {
            throw written.error("the file's own name, " + name);
        }
        Yaml.Scalar source = root.scalar("source");
        if (sources.find(source.text()).isEmpty()) {
            throw source.error("a key of " + Sources.FILE);
        }
        Study.Design design = design(root.mapping("design"));
        Study.ProductTaken product = product(root.mapping("product"));
        List<Study.Arm> arms = new ArrayList<>();
        Set<String> armNames = new HashSet<>();
        for (Yaml.Mapping arm : root.mappings("arms")) {
            Study.Arm read = arm(arm, armNames);
            if (!armNames.add(read.name())) {
                throw arm.error(read.name() + " a second time", "each arm once");
            }
            arms.add(read);
        }
        if (arms.isEmpty()) {
            throw root.error("no arms", "at least one arm");
        }
        Study.People people = people(root.mapping("people"));
        Study.Sampling sampling = sampling(root.mapping("sampling"));
        List<Study.Observation> observations = new ArrayList<>();
        for (Yaml.Mapping row : root.mappings("observations")) {
            observations.add(observation(row, armNames));
        }
        String title = root.text("title");
        root.done();
        return new Study(name, title, source.text(), design, product, arms, people, sampling, observations);
    }

    private static Study.Design design(Yaml.Mapping map) {
        Study.Design design = new Study.Design(choice(map.scalar("kind"), Study.Design.Kind.values()), map.text("summary"), map.text("reconstruction", ""));
        map.done();
        return design;
    }

    private static Study.ProductTaken product(Yaml.Mapping map) {
        Optional<Yaml.Scalar> type = map.optionalScalar("type");
        if (type.isPresent() && java.util.Arrays.stream(Product.Type.values()).noneMatch(known -> known.label().equals(type.get().text()))) {
            throw type.get().error(String.join(", ", java.util.Arrays.stream(Product.Type.values()).map(Product.Type::label).toList()));
        }
        Map<String, Study.Figure> content = map.optionalMapping("content").map(Studies::byAlkaloid).orElse(Map.of());
        Study.ProductTaken product = new Study.ProductTaken(type.map(Yaml.Scalar::text).orElse(""), map.text("description"), content);
        map.done();
        return product;
    }

    private static Map<String, Study.Figure> byAlkaloid(Yaml.Mapping map) {
        Map<String, Study.Figure> figures = new LinkedHashMap<>();
        for (String key : map.keys()) {
            if (java.util.Arrays.stream(Alkaloid.values()).noneMatch(alkaloid -> alkaloid.id().equals(key))) {
                throw map.error(key, "ids of alkaloids");
            }
            figures.put(key, figure(map.mapping(key)));
        }
        return figures;
    }

    private static Study.Figure figure(Yaml.Mapping map) {
        double value = map.number("value");
        double logSd = map.optionalNumber("log_sd").orElse(0);
        OptionalDouble low = map.optionalNumber("low");
        OptionalDouble high = map.optionalNumber("high");
        String unit = unit(map.scalar("unit"));
        Status status = status(map.scalar("status"));
        String note = map.text("note", "");
        if (note.isEmpty() && (status == Status.ASSUMED || status == Status.DERIVED)) {
            throw map.error("no note", "a note with the reason or arithmetic of a number that is " + status.label());
        }
        if (logSd < 0 || low.orElse(value) > value || high.orElse(value) < value) {
            throw map.error("value " + value + " outside its bounds or a negative log_sd", "low <= value <= high, log_sd >= 0");
        }
        map.done();
        return new Study.Figure(value, logSd, low, high, unit, status, note);
    }

    private static Study.Arm arm(Yaml.Mapping map, Set<String> before) {
        List<Double> hours = ascending(map.scalars("hours"));
        if (hours.isEmpty()) {
            throw map.error("no hours", "at least one clock hour");
        }
        Yaml.Scalar days = map.scalar("days");
        if (days.number() < 1 || days.number() != StrictMath.rint(days.number())) {
            throw days.error("a whole number of days, at least 1");
        }
        Study.Arm arm = new Study.Arm(map.text("name"), figure(map.mapping("amount")), hours, (int) days.number(),
                map.optionalMapping("doses_per_day").map(Studies::figure), map.optionalMapping("lead_in").map(leadIn -> leadIn(leadIn, before)));
        map.done();
        return arm;
    }

    private static Study.LeadIn leadIn(Yaml.Mapping map, Set<String> before) {
        Yaml.Scalar arm = map.scalar("arm");
        if (!before.contains(arm.text())) {
            throw arm.error("an arm that stands before: " + before);
        }
        Study.LeadIn leadIn = new Study.LeadIn(arm.text(), map.number("gap_hours"));
        map.done();
        return leadIn;
    }

    private static Study.People people(Yaml.Mapping map) {
        Study.People people = new Study.People((int) map.number("n"), (int) map.optionalNumber("female").orElse(-1), figure(map.mapping("age")),
                figure(map.mapping("weight")), figure(map.mapping("use")), map.text("note", ""));
        map.done();
        return people;
    }

    private static Study.Sampling sampling(Yaml.Mapping map) {
        Optional<Study.TerminalRule> terminal = map.optionalMapping("terminal_rule").map(rule -> {
            Study.TerminalRule read = new Study.TerminalRule((int) rule.number("points"), rule.flag("after_peak", true), rule.text("note"));
            rule.done();
            return read;
        });
        Map<String, Study.Figure> limits = map.optionalMapping("limit_of_quantification").map(Studies::byAlkaloid).orElse(Map.of());
        Study.Sampling sampling = new Study.Sampling(ascending(map.scalars("hours")), choice(map.scalar("clock"), Study.Sampling.Clock.values()),
                limits, terminal, map.flag("reconstructed", false), map.text("note", ""));
        map.done();
        return sampling;
    }

    private static Study.Observation observation(Yaml.Mapping map, Set<String> arms) {
        Yaml.Scalar arm = map.scalar("arm");
        if (!arms.contains(arm.text()) && !arm.text().equals(Study.ALL_ARMS)) {
            throw arm.error("one of the arms " + arms + " or " + Study.ALL_ARMS);
        }
        Optional<Yaml.Scalar> analyte = map.optionalScalar("analyte");
        if (analyte.isPresent() && java.util.Arrays.stream(Alkaloid.values()).noneMatch(alkaloid -> alkaloid.id().equals(analyte.get().text()))) {
            throw analyte.get().error("the id of an alkaloid");
        }
        List<Double> hours = map.keys().contains("hours") ? ascending(map.scalars("hours")) : List.of();
        Study.Observation observation = new Study.Observation(arm.text(), analyte.map(Yaml.Scalar::text), map.text("quantity"), map.text("statistic"),
                unit(map.scalar("unit")), map.number("observed"), map.optionalNumber("low"), map.optionalNumber("high"), hours, map.text("locator"),
                status(map.scalar("status")), choice(map.scalar("use"), Study.Purpose.values()), band(map.mapping("band")), map.text("note", ""));
        map.done();
        return observation;
    }

    private static Study.Band band(Yaml.Mapping map) {
        Set<Set<String>> accepted = Set.of(Set.of("fold"), Set.of("within"), Set.of("low", "high"), Set.of("reported"));
        if (!accepted.contains(Set.copyOf(map.keys()))) {
            throw map.error(map.keys().toString(), "fold, within, low with high, or reported");
        }
        Study.Band band;
        if (map.keys().contains("fold")) {
            band = new Study.Band.Fold(map.number("fold"));
        } else if (map.keys().contains("within")) {
            band = new Study.Band.Within(map.number("within"));
        } else if (map.keys().contains("low")) {
            band = new Study.Band.Between(map.number("low"), map.number("high"));
        } else {
            map.flag("reported", true);
            band = new Study.Band.Reported();
        }
        map.done();
        return band;
    }

    private static List<Double> ascending(List<Yaml.Scalar> scalars) {
        List<Double> hours = new ArrayList<>();
        for (Yaml.Scalar scalar : scalars) {
            double hour = scalar.number();
            if (hour < 0 || !hours.isEmpty() && hour <= hours.getLast()) {
                throw scalar.error("hours from 0 in ascending order");
            }
            hours.add(hour);
        }
        return hours;
    }

    private static String unit(Yaml.Scalar scalar) {
        try {
            Units.check(scalar.text());
        } catch (IllegalArgumentException e) {
            throw scalar.error("UCUM or one of " + Units.aliases().keySet());
        }
        return scalar.text();
    }

    private static Status status(Yaml.Scalar scalar) {
        return Status.of(scalar.text()).orElseThrow(() -> scalar.error(Status.accepted()));
    }

    private static <E extends Enum<E>> E choice(Yaml.Scalar scalar, E[] values) {
        List<String> accepted = new ArrayList<>();
        for (E value : values) {
            String label = value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            if (label.equals(scalar.text())) {
                return value;
            }
            accepted.add(label);
        }
        throw scalar.error(String.join(", ", accepted));
    }
}

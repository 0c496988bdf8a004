package ketum.kratom.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The questionnaires, one file each in {@code instruments/}, in the order of {@code instruments/index.txt}; read strictly. Immutable. */
public final class Instruments {

    static final String FOLDER = "instruments";
    static final String INDEX = FOLDER + "/index.txt";
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern POINTS = Pattern.compile("0|[1-9][0-9]?");

    private final List<Instrument> instruments;

    private Instruments(List<Instrument> instruments) {
        this.instruments = List.copyOf(instruments);
    }

    private static final class Holder {
        private static final Instruments STANDARD = new Instruments(Resource.text(INDEX).lines().map(id -> parse(id, file(id), Resource.text(file(id)), Sources.standard())).toList());
    }

    /** The instruments of this version, read once. */
    public static Instruments standard() {
        return Holder.STANDARD;
    }

    static String file(String id) {
        return FOLDER + "/" + id + ".yaml";
    }

    public List<Instrument> all() {
        return instruments;
    }

    public Optional<Instrument> find(String id) {
        return instruments.stream().filter(instrument -> instrument.id().equals(id)).findFirst();
    }

    static Instrument parse(String id, String file, String text, Sources sources) {
        Yaml.Mapping root = Yaml.mapping(file, text);
        Yaml.Scalar written = root.scalar("id");
        if (!written.text().equals(id)) {
            throw written.error("the file's own name, " + id);
        }
        Yaml.Scalar source = root.scalar("source");
        if (sources.find(source.text()).isEmpty()) {
            throw source.error("a key of " + Sources.FILE);
        }
        Instrument.Words words = one(Instrument.Words.values(), Instrument.Words::label, root.scalar("words"));
        List<Instrument.Item> items = items(root, words);
        Optional<Yaml.Scalar> crisis = root.optionalScalar("crisis_item");
        crisis.filter(each -> items.stream().noneMatch(item -> item.id().equals(each.text()))).ifPresent(each -> {
            throw each.error("an id of an item");
        });
        Optional<Finding> basis = root.optionalMapping("bands_basis").map(part -> Finding.of(part, sources));
        Instrument instrument = new Instrument(id, root.text("name"), root.text("measures"), one(Instrument.Rater.values(), Instrument.Rater::label, root.scalar("rated_by")),
                root.text("period"), words, Treatments.sentences(root.scalar("licence")), Finding.list(root, "licence_basis", sources), root.text("instruction"), items,
                crisis.map(Yaml.Scalar::text), bands(root), root.text("bands_held_back", ""), basis, root.text("set_apart", ""), Finding.list(root, "kratom", sources),
                Treatments.sentences(root.scalar("person")), Treatments.sentences(root.scalar("clinician")), source.text());
        root.done();
        check(root, instrument);
        return instrument;
    }

    private static void check(Yaml.Mapping root, Instrument instrument) {
        if (instrument.licenceBasis().isEmpty()) {
            throw root.error("no licence_basis", "what the licence rests on");
        }
        if (instrument.bands().isEmpty() == instrument.heldBack().isEmpty()) {
            throw root.error(instrument.bands().isEmpty() ? "neither bands nor bands_held_back" : "bands and bands_held_back", "bands, or the reason why there are none");
        }
        if (!instrument.bands().isEmpty() && instrument.bandsBasis().filter(Finding::confirmed).isEmpty()) {
            throw root.error("bands without a confirmed basis", "bands_basis with a status other than unconfirmed");
        }
        if (instrument.items().stream().anyMatch(Instrument.Item::setApart) == instrument.setApart().isEmpty()) {
            throw root.error("set_apart of items without a reason, or a reason without items", "both or neither");
        }
        if (!instrument.bands().isEmpty() && instrument.bands().getLast().from() > instrument.maximum()) {
            throw root.error("a band from " + instrument.bands().getLast().from(), "bands up to the highest total, " + instrument.maximum());
        }
    }

    private static List<Instrument.Item> items(Yaml.Mapping root, Instrument.Words words) {
        Map<Integer, String> shared = root.optionalMapping("steps").map(Instruments::steps).orElse(Map.of());
        List<Instrument.Item> items = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Yaml.Mapping part : root.mappings("items")) {
            Yaml.Scalar id = part.scalar("id");
            if (!ID.matcher(id.text()).matches() || !ids.add(id.text())) {
                throw id.error("lower-case letters, digits and hyphens, each id once");
            }
            Optional<Yaml.Scalar> printed = part.optionalScalar("words");
            if (printed.isPresent() != (words == Instrument.Words.PRINTED)) {
                throw printed.map(each -> each.error("no words, since the instrument says words: own")).orElseGet(() -> id.error("an item with its printed words"));
            }
            Map<Integer, String> steps = part.optionalMapping("steps").map(Instruments::steps).orElse(shared);
            if (steps.size() < 2 || !steps.containsKey(0)) {
                throw id.error("an item with at least two steps, one of them 0");
            }
            items.add(new Instrument.Item(id.text(), part.text("topic"), printed.map(Yaml.Scalar::text), steps, part.flag("set_apart", false)));
            part.done();
        }
        if (items.isEmpty()) {
            throw root.error("no items", "at least one");
        }
        return items;
    }

    private static Map<Integer, String> steps(Yaml.Mapping part) {
        Map<Integer, String> steps = new TreeMap<>();
        for (String points : part.keys()) {
            if (!POINTS.matcher(points).matches()) {
                throw part.scalar(points).error("points from 0 to 99 as keys; found " + points);
            }
            steps.put(Integer.valueOf(points), part.text(points));
        }
        return steps;
    }

    private static List<Instrument.Band> bands(Yaml.Mapping root) {
        List<Instrument.Band> bands = new ArrayList<>();
        for (Yaml.Mapping part : root.mappings("bands")) {
            Yaml.Scalar from = part.scalar("from");
            boolean follows = from.text().matches("0|[1-9][0-9]{0,2}") && (bands.isEmpty() ? from.text().equals("0") : Integer.parseInt(from.text()) > bands.getLast().from());
            if (!follows) {
                throw from.error("whole numbers, the first 0, each higher than the one before");
            }
            bands.add(new Instrument.Band(Integer.parseInt(from.text()), part.text("label")));
            part.done();
        }
        return bands;
    }

    private static <T> T one(T[] values, java.util.function.Function<T, String> label, Yaml.Scalar scalar) {
        return Arrays.stream(values).filter(value -> label.apply(value).equals(scalar.text())).findFirst()
                .orElseThrow(() -> scalar.error(Stream.of(values).map(label).collect(Collectors.joining(" or "))));
    }
}

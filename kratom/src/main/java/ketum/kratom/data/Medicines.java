package ketum.kratom.data;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The medicines Ketum knows by name, from {@code tables/medicines.csv}: a look-up by ingredient, brand, other name or a listed
 * misspelling, whatever the case, with near names for anything else. Immutable.
 */
public final class Medicines {
    static final String FILE = "tables/medicines.csv";
    private static final List<String> COLUMNS = List.of("id", "name", "class", "names", "misspellings", "flags", "enzymes", "source", "locator", "status");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern PARENTHESES = Pattern.compile("\\([^)]*\\)");
    private static final Pattern DOSE = Pattern.compile("\\b\\d+([.,]\\d+)?\\s*(mg|mcg|ug|g|ml|iu|%)(\\s*/\\s*(day|d|h|ml))?(?![a-z])");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    /** Words that name a salt or a way of release, not the medicine. */
    private static final Set<String> EMPTY_WORDS = Set.of("hcl", "hydrochloride", "hydrobromide", "hbr", "sulfate", "sulphate", "tartrate", "maleate", "succinate",
            "xr", "xl", "er", "sr", "cr", "la", "ir", "dr", "odt", "tablet", "tablets", "capsule", "capsules", "pill", "pills");
    private static final int SUGGESTIONS = 3;

    private final Map<String, Medicine> byId;
    private final Map<String, Medicine> byName;
    private final List<Spelling> spellings;

    private record Spelling(String key, String shown, Medicine medicine) {}

    private Medicines(Map<String, Medicine> byId, Map<String, Medicine> byName, List<Spelling> spellings) {
        this.byId = Collections.unmodifiableMap(new TreeMap<>(byId));
        this.byName = Map.copyOf(byName);
        this.spellings = List.copyOf(spellings);
    }

    /** Answer to a look-up. */
    public sealed interface Answer {
        record Found(Medicine medicine) implements Answer {}

        /** Not known; at most three names that look or sound near, best first. */
        record Unknown(List<String> suggestions) implements Answer {
            public Unknown {
                suggestions = List.copyOf(suggestions);
            }
        }
    }

    private static final class Holder {
        private static final Medicines STANDARD = parse(FILE, Resource.text(FILE), Tables.standard().sources());
    }

    /** The medicines of this version, read once. */
    public static Medicines standard() {
        return Holder.STANDARD;
    }

    static Medicines parse(String file, String text, Sources sources) {
        Map<String, Medicine> byId = new LinkedHashMap<>();
        Map<String, Medicine> byName = new LinkedHashMap<>();
        List<Spelling> spellings = new ArrayList<>();
        String previous = "";
        for (Csv.Line line : Csv.read(file, text, COLUMNS)) {
            Medicine medicine = medicine(line, sources);
            if (medicine.id().compareTo(previous) <= 0) {
                throw line.error("id", "ids in ascending order, each once; \"" + previous + "\" stands before");
            }
            previous = medicine.id();
            byId.put(medicine.id(), medicine);
            List<String> shown = new ArrayList<>(List.of(medicine.name(), medicine.id()));
            shown.addAll(medicine.names());
            for (String name : shown) {
                add(line, "names", name, medicine, byName);
                spellings.add(new Spelling(key(name), name, medicine));
            }
            for (String misspelling : list(line, "misspellings")) {
                add(line, "misspellings", misspelling, medicine, byName);
            }
        }
        return new Medicines(byId, byName, spellings);
    }

    private static void add(Csv.Line line, String column, String name, Medicine medicine, Map<String, Medicine> byName) {
        String key = key(name);
        if (key.isEmpty()) {
            throw line.error(column, "names with letters");
        }
        Medicine before = byName.putIfAbsent(key, medicine);
        if (before != null && before != medicine) {
            throw line.error(column, "names that no other medicine has; \"" + name + "\" is also " + before.id());
        }
    }

    private static Medicine medicine(Csv.Line line, Sources sources) {
        String id = line.required("id");
        if (!ID.matcher(id).matches()) {
            throw line.error("id", "lower-case letters, digits and hyphens");
        }
        Set<Medicine.Flag> flags = EnumSet.noneOf(Medicine.Flag.class);
        for (String flag : list(line, "flags")) {
            try {
                flags.add(Medicine.Flag.valueOf(flag));
            } catch (IllegalArgumentException e) {
                throw line.error("flags", java.util.Arrays.toString(Medicine.Flag.values()) + " joined by semicolons");
            }
        }
        List<Medicine.EnzymeRole> enzymes = list(line, "enzymes").stream().map(role -> Medicine.EnzymeRole.parse(line, role, sources)).toList();
        String source = line.required("source");
        if (sources.find(source).isEmpty()) {
            throw line.error("source", "a key of " + Sources.FILE);
        }
        Status status = Status.of(line.get("status")).orElseThrow(() -> line.error("status", Status.accepted()));
        return new Medicine(id, line.required("name"), line.required("class"), list(line, "names"), flags, enzymes, source, line.required("locator"), status);
    }

    private static List<String> list(Csv.Line line, String column) {
        return line.get(column).isEmpty() ? List.of() : List.of(line.get(column).split(";", -1));
    }

    /** Lower case without accents, doses, salts, release words and punctuation. */
    private static String key(String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        plain = DOSE.matcher(PARENTHESES.matcher(plain).replaceAll(" ")).replaceAll(" ");
        StringBuilder key = new StringBuilder();
        for (String word : OTHER.split(plain)) {
            if (!word.isEmpty() && (!EMPTY_WORDS.contains(word))) {
                key.append(key.isEmpty() ? "" : " ").append(word);
            }
        }
        return key.toString();
    }

    /** Looks up what a person wrote. */
    public Answer find(String written) {
        String key = key(written);
        Medicine medicine = byName.get(key);
        return medicine != null ? new Answer.Found(medicine) : new Answer.Unknown(near(key));
    }

    /** The medicine of this id. */
    public Optional<Medicine> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Collection<Medicine> all() {
        return byId.values();
    }

    private List<String> near(String key) {
        if (key.isEmpty()) {
            return List.of();
        }
        record Near(String shown, Medicine medicine, int distance) {}
        List<Near> near = new ArrayList<>();
        for (Spelling spelling : spellings) {
            int allowed = StrictMath.max(1, StrictMath.min(key.length(), spelling.key().length()) / 3);
            int distance = spelling.key().startsWith(key) && key.length() >= 4 ? 1 : EditDistance.of(key, spelling.key());
            if (distance <= allowed) {
                near.add(new Near(spelling.shown(), spelling.medicine(), distance));
            }
        }
        near.sort(Comparator.comparingInt(Near::distance).thenComparing(Near::shown));
        Map<Medicine, String> best = new LinkedHashMap<>();
        for (Near candidate : near) {
            best.putIfAbsent(candidate.medicine(), candidate.shown());
        }
        return best.values().stream().limit(SUGGESTIONS).toList();
    }
}

package ketum.kratom.data;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** All sources by key, from {@code sources/sources.csv}. Immutable. */
public final class Sources {
    static final String FILE = "sources/sources.csv";
    private static final List<String> COLUMNS = List.of("key", "kind", "doi", "pmid", "pmcid", "url", "authors", "year", "title", "verified");
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9.-]*");
    private static final Pattern DOI = Pattern.compile("(10\\.\\d{4,9}/\\S+)?");
    private static final Pattern PMID = Pattern.compile("(\\d{4,9})?");
    private static final Pattern PMCID = Pattern.compile("(PMC\\d{4,9})?");
    private static final Pattern URL = Pattern.compile("(https?://\\S+)?");
    private static final Pattern YEAR = Pattern.compile("((18|19|20)\\d\\d)?");

    private final Map<String, Source> byKey;

    private Sources(Map<String, Source> byKey) {
        this.byKey = Collections.unmodifiableMap(new TreeMap<>(byKey));
    }

    private static final class Holder {
        private static final Sources STANDARD = parse(FILE, Resource.text(FILE));
    }

    /** The sources of this version, read once; for those who need no table besides. */
    public static Sources standard() {
        return Holder.STANDARD;
    }

    static Sources parse(String file, String text) {
        Map<String, Source> byKey = new TreeMap<>();
        String previous = "";
        for (Csv.Line line : Csv.read(file, text, COLUMNS)) {
            Source source = source(line);
            if (source.key().compareTo(previous) <= 0) {
                throw line.error("key", "keys in ascending order, each once; \"" + previous + "\" stands before");
            }
            previous = source.key();
            byKey.put(source.key(), source);
        }
        return new Sources(byKey);
    }

    private static Source source(Csv.Line line) {
        String key = matching(line, "key", KEY, "lower-case letters, digits, dots and hyphens");
        Source.Kind kind = Source.Kind.of(line.get("kind")).orElseThrow(() -> line.error("kind",
                String.join(", ", java.util.Arrays.stream(Source.Kind.values()).map(Source.Kind::label).toList())));
        String doi = matching(line, "doi", DOI, "a DOI such as 10.3390/pharmaceutics14030620, or empty");
        String pmid = matching(line, "pmid", PMID, "digits, or empty");
        String pmcid = matching(line, "pmcid", PMCID, "PMC and digits, or empty");
        String url = matching(line, "url", URL, "an http or https address, or empty");
        String year = matching(line, "year", YEAR, "a year, or empty");
        boolean verified = switch (line.get("verified")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw line.error("verified", "yes or no");
        };
        Source source = new Source(key, kind, doi, pmid, pmcid, url, line.get("authors"), year, line.required("title"), verified);
        if (source.address().isEmpty() && kind != Source.Kind.OWN) {
            throw line.error("doi", "at least one of doi, pmid, pmcid and url");
        }
        return source;
    }

    private static String matching(Csv.Line line, String column, Pattern pattern, String accepted) {
        String text = line.get(column);
        if (!pattern.matcher(text).matches()) {
            throw line.error(column, accepted);
        }
        return text;
    }

    public Optional<Source> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /**
     * @throws IllegalArgumentException where no source has this key
     */
    public Source get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no source has the key \"" + key + "\""));
    }

    public Collection<Source> all() {
        return byKey.values();
    }
}

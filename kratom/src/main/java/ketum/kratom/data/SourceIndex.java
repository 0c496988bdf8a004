package ketum.kratom.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What rests on which source, over all data files: the one index for those who look a source up, and for the check that no source stands
 * for nothing. It reads the files as they are, by their columns and keys and not by their meaning, so that a new table is in it from its
 * first row on; what is acceptable in a file is for the file's own loader to say. A file that cannot be taken apart is read line by line.
 */
public final class SourceIndex {

    /** Columns and keys that name sources. */
    static final Set<String> SOURCE_FIELDS = Set.of("source", "sources", "observed_source", "enzymes");

    private final Sources sources;
    private final Map<String, String> files;
    /** The same in lower case: registers write their numbers in capitals. */
    private final Map<String, String> plain = new LinkedHashMap<>();
    /** Statements of the files that were asked for, kept for the next question. */
    private final Map<String, List<Statement>> taken = new ConcurrentHashMap<>();
    /** Keys of all sources but our own, and the length of the shortest. */
    private final Set<String> others;
    private final int shortest;

    /**
     * A field that names a source which is not on the list.
     *
     * @param found what it names
     */
    public record Unresolved(String file, long line, String field, String found) {}

    /** Receives what is found in a file. */
    interface Sink {
        void add(Statement statement);

        void unresolved(Unresolved unresolved);
    }

    private SourceIndex(Sources sources, Map<String, String> files) {
        this.sources = sources;
        this.files = files;
        this.others = sources.all().stream().filter(source -> source.kind() != Source.Kind.OWN).map(Source::key).collect(Collectors.toUnmodifiableSet());
        this.shortest = others.stream().mapToInt(String::length).min().orElse(1);
        files.forEach((name, text) -> plain.put(name, text.toLowerCase(Locale.ROOT)));
    }

    /**
     * The data files of this version together with those of other modules.
     *
     * @param others texts by a name that no data file has
     */
    public static SourceIndex of(Map<String, String> others) {
        return of(Sources.standard(), DataCheck.standard(), others);
    }

    static SourceIndex of(Sources sources, Map<String, String> files, Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(files);
        all.remove(Sources.FILE);
        all.putAll(others);
        return new SourceIndex(sources, all);
    }

    /** Names of the files that are read. */
    public Set<String> files() {
        return Collections.unmodifiableSet(files.keySet());
    }

    /** Everything that names this source, by file and line; takes only the files apart that hold its key. */
    public List<Statement> of(String source) {
        return statements(name -> plain.get(name).contains(source)).stream().filter(statement -> statement.cites(source)).toList();
    }

    /** Every statement with a source or a status, by file and line. */
    public List<Statement> all() {
        return statements(name -> true);
    }

    /** How many statements name each source; 0 for one that nothing names. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        sources.all().forEach(source -> counts.put(source.key(), 0));
        all().forEach(statement -> statement.cited().stream().map(Statement.Cited::source).distinct().forEach(key -> counts.merge(key, 1, Integer::sum)));
        return counts;
    }

    /** Fields that name a source which is not on the list. */
    public List<Unresolved> unresolved() {
        List<Unresolved> unresolved = new ArrayList<>();
        files.keySet().forEach(name -> read(name, new Sink() {
            @Override
            public void add(Statement statement) {
                // only what does not resolve is asked for
            }

            @Override
            public void unresolved(Unresolved found) {
                unresolved.add(found);
            }
        }));
        return unresolved;
    }

    private List<Statement> statements(Predicate<String> which) {
        return files.keySet().stream().filter(which).flatMap(name -> taken.computeIfAbsent(name, this::take).stream()).toList();
    }

    private List<Statement> take(String name) {
        List<Statement> found = new ArrayList<>();
        read(name, new Sink() {
            @Override
            public void add(Statement statement) {
                found.add(statement);
            }

            @Override
            public void unresolved(Unresolved unresolved) {
                // the check of the data says it
            }
        });
        found.addAll(elsewhere(name, found));
        found.sort(Comparator.comparingLong(Statement::line));
        return List.copyOf(found);
    }

    private void read(String name, Sink sink) {
        String text = plain.get(name);
        if (!text.contains("source") && !text.contains("status") && keys(text).isEmpty()) {
            return;  // names, synonyms, patterns
        }
        if (name.endsWith(".csv")) {
            new CsvStatements(this, name, sink).read(files.get(name));
        } else if (name.endsWith(".yaml") && !name.endsWith(".schema.yaml")) {
            new YamlStatements(this, name, sink).read(files.get(name));
        }
    }

    /** Keys that stand in the file outside of every statement: in a comment, in a model's text, in a file that could not be taken apart. */
    private List<Statement> elsewhere(String name, List<Statement> found) {
        Set<String> missing = new LinkedHashSet<>(keys(plain.get(name)));
        found.forEach(statement -> statement.cited().forEach(cited -> missing.remove(cited.source())));
        if (missing.isEmpty()) {
            return List.of();
        }
        List<Statement> more = new ArrayList<>();
        String[] lines = files.get(name).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            for (String key : keys(lines[i])) {
                if (missing.remove(key)) {
                    more.add(new Statement(group(name), name, i + 1, stem(name), lines[i].strip(), Optional.empty(), List.of(new Statement.Cited(key, "text")), "",
                            Optional.empty(), Optional.empty(), Optional.empty()));
                }
            }
        }
        return more;
    }

    /** The keys that stand as words in a text, whatever their case; not our own key, which is also the name of the program. */
    Collection<String> keys(String text) {
        if (text.length() < shortest) {
            return List.of();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        Set<String> found = Set.of();
        int length = lower.length();
        for (int from = 0; from < length; from++) {
            if (!inWord(lower.charAt(from)) || lower.charAt(from) < '0') {
                continue;  // a word begins with a letter or digit
            }
            int to = from + 1;
            while (to < length && inWord(lower.charAt(to))) {
                to++;
            }
            int end = to;
            while (lower.charAt(end - 1) < '0') {
                end--;  // a full stop or dash behind a word is not part of it
            }
            if (end - from >= shortest) {
                String word = lower.substring(from, end);
                if (others.contains(word)) {
                    found = found.isEmpty() ? new LinkedHashSet<>() : found;
                    found.add(word);
                }
            }
            from = to;
        }
        return found;
    }

    /** Letters, digits, full stop and dash, as keys are made of; the last two sort before the digits. */
    private static boolean inWord(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-';
    }

    boolean known(String key) {
        return sources.find(key).isPresent();
    }

    /** {@code limits} for {@code tables/limits.csv}, {@code interaction rules} for {@code care/interaction/rules.csv}, {@code laws} for all laws. */
    static String group(String file) {
        if (!file.endsWith(".csv")) {
            return file.substring(0, Math.max(0, file.indexOf('/')));
        }
        String name = file.substring(0, file.length() - ".csv".length());
        return name.replaceFirst("^(tables|care|studies)/", "").replace('/', ' ').replace("cited-in-code", "code");
    }

    private static String stem(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.') < 0 ? file.length() : file.lastIndexOf('.'));
    }
}

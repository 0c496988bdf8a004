package ketum.kratom.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Checks all data files for a contributor: each is read by its own loader, which stops at the first thing it does not accept, so a file
 * has at most one problem of that kind at a time; then what only shows across files: parents, sources that nothing cites, files that
 * nothing reads.
 */
public final class DataCheck {

    private static final List<String> FOLDERS = List.of("claims", "instruments", "laws", "model", "sources", "studies", "tables", "treatments");

    private final Map<String, String> files;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> read = new HashSet<>();

    /**
     * @param file    relative to the folder of the data
     * @param line    from 1; 0 where the file as a whole is meant
     * @param message field, what was found, what is accepted
     */
    public record Problem(String file, long line, String message) {}

    /** @param files looked at; @param problems sorted by file, empty where all is well */
    public record Result(int files, List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    private DataCheck(Map<String, String> files) {
        this.files = files;
    }

    /**
     * Checks the files of this version.
     *
     * @param others files of other modules that cite sources, by the path under which a problem is to be reported
     * @param today  the last day that is not in the future
     */
    public static Result run(Map<String, String> others, LocalDate today) {
        return run(standard(), others, today);
    }

    /** All data files by name. */
    static Map<String, String> standard() {
        return Resource.texts(FOLDERS);
    }

    static Result run(Map<String, String> files, Map<String, String> others, LocalDate today) {
        DataCheck check = new DataCheck(files);
        check.check(others, today);
        check.problems.sort(java.util.Comparator.comparing(Problem::file).thenComparingLong(Problem::line));
        return new Result(files.size(), check.problems);
    }

    private void check(Map<String, String> others, LocalDate today) {
        List<Sources> parsed = new ArrayList<>();
        attempt(Sources.FILE, text -> parsed.add(Sources.parse(Sources.FILE, text)));
        if (parsed.isEmpty()) {
            return;  // every other file points into this one
        }
        Sources sources = parsed.getFirst();
        tables(sources);
        attempt(Places.FILE, text -> Places.parse(Places.FILE, text));
        attempt(HelpLines.FILE, text -> HelpLines.parse(HelpLines.FILE, text, sources));
        attempt(WarningSigns.FILE, text -> WarningSigns.parse(WarningSigns.FILE, text, sources));
        indexed(Treatments.FOLDER, Treatments.INDEX, (id, text) -> Treatments.parse(id, Treatments.file(id), text, sources));
        indexed(Instruments.FOLDER, Instruments.INDEX, (id, text) -> Instruments.parse(id, Instruments.file(id), text, sources));
        attempt(Medicines.FILE, text -> Medicines.parse(Medicines.FILE, text, sources));
        attempt(CaseReports.SCALE_FILE, text -> CaseReports.items(text, sources));
        read.add(CaseReports.CASES_FILE);
        attempt(CaseReports.ANSWERS_FILE, text -> CaseReports.parse(files.get(CaseReports.SCALE_FILE), files.getOrDefault(CaseReports.CASES_FILE, ""), text, sources));
        attempt(Analytes.FILE, text -> Analytes.parse(Analytes.FILE, text));
        attempt(Confirmations.FILE, text -> Confirmations.parse(Confirmations.FILE, text));
        attempt(LabelElements.FILE, text -> LabelElements.parse(LabelElements.FILE, text));
        attempt(Predictions.FILE, text -> Predictions.parse(Predictions.FILE, text, sources));
        names("studies", ".yaml").forEach(file -> attempt(file, text -> Studies.parse(stem(file), file, text, sources)));
        claims(sources);
        names(Laws.FOLDER, ".yaml").forEach(file -> attempt(file, text -> law(file, Laws.parse(file, text), today)));
        names("model", ".ant").forEach(read::add);  // the model's own reader and tests check it
        unread();
        citations(sources, others);
    }

    @FunctionalInterface
    private interface Reader {
        void read(String text);
    }

    private void attempt(String file, Reader reader) {
        read.add(file);
        String text = files.get(file);
        if (text == null) {
            problems.add(new Problem(file, 0, "the file is missing"));
            return;
        }
        try {
            reader.read(text);
        } catch (DataException e) {
            String lead = e.file() + ", line " + e.line() + ", ";
            problems.add(new Problem(e.file(), e.line(), e.getMessage().startsWith(lead) ? e.getMessage().substring(lead.length()) : e.getMessage()));
        }
    }

    private void tables(Sources sources) {
        Stream.concat(Tables.NAMES.stream(), Tables.INTERACTION_NAMES.stream()).forEach(name -> {
            String schemaFile = "tables/" + name + ".schema.yaml";
            String file = "tables/" + name + ".csv";
            List<TableSchema> schema = new ArrayList<>();
            attempt(schemaFile, text -> schema.add(TableSchema.parse(schemaFile, text)));
            read.add(file);
            if (!schema.isEmpty()) {
                attempt(file, text -> Table.parse(name, file, text, schema.getFirst(), sources));
            }
        });
    }

    /** A folder of files that an index puts in order. */
    private void indexed(String folder, String index, BiConsumer<String, String> reader) {
        attempt(index, text -> {
            List<String> listed = text.lines().toList();
            names(folder, ".yaml").stream().filter(file -> !listed.contains(stem(file))).forEach(file -> problems.add(new Problem(index, 0, "lists no " + stem(file) + ", which has a file")));
            listed.forEach(id -> attempt(folder + "/" + id + ".yaml", file -> reader.accept(id, file)));
        });
    }

    private void claims(Sources sources) {
        attempt(Claims.INDEX, text -> {
            List<String> listed = text.lines().toList();
            names("claims", ".yaml").stream().filter(file -> !listed.contains(stem(file))).forEach(file -> problems.add(new Problem(Claims.INDEX, 0, "lists no " + stem(file) + ", which has a file")));
            listed.forEach(id -> attempt("claims/" + id + ".yaml", claim -> Claims.parse(id, "claims/" + id + ".yaml", claim, sources)));
            Map<String, List<ClaimPattern.Phrase>> lists = new LinkedHashMap<>();
            attempt(ClaimPatterns.WORDS_FILE, words -> lists.putAll(ClaimPatterns.lists(ClaimPatterns.WORDS_FILE, words)));
            for (String file : List.of(ClaimPatterns.FILE, ClaimPatterns.TOPICS_FILE)) {
                attempt(file, patterns -> ClaimPatterns.parse(file, patterns, lists, listed));
            }
            attempt(ClaimWeights.CLAIMS_FILE, weights -> ClaimWeights.parse(ClaimWeights.CLAIMS_FILE, weights, listed));
            attempt(ClaimWeights.STANCES_FILE, weights -> ClaimWeights.parse(ClaimWeights.STANCES_FILE, weights, ClaimWeights.STANCES));
            attempt(ClaimWeights.FROM_FILE, from -> ClaimWeights.from(ClaimWeights.FROM_FILE, from));
            attempt(OpposedClaims.FILE, pairs -> OpposedClaims.parse(OpposedClaims.FILE, pairs, listed));
        });
    }

    private void law(String file, Law law, LocalDate today) {
        law.parent().filter(parent -> !files.containsKey(Laws.file(parent))).ifPresent(parent -> problems.add(new Problem(file, 1, "parent: found \"" + parent + "\"; accepted: a place with a file of its own")));
        for (Law.Entry entry : law.entries()) {
            entry.asOf().filter(day -> day.isAfter(today)).ifPresent(day -> problems.add(new Problem(file, entry.line(), "as_of: found \"" + day + "\"; accepted: a day up to " + today)));
            if (entry.standing() == Law.Standing.CONFLICTING && entry.conflicts().isEmpty()) {
                problems.add(new Problem(file, entry.line(), "standing: found \"conflicting\" without conflicts; accepted: what each source says"));
            }
            if (entry.unsupported() && entry.standing() != Law.Standing.UNKNOWN) {
                problems.add(new Problem(file, entry.line(), "standing: found \"" + entry.standing().label() + "\" on unconfirmed sources alone; accepted: unknown"));
            }
            Set<String> ids = new HashSet<>();
            entry.rules().stream().filter(rule -> !ids.add(rule.id())).forEach(rule -> problems.add(new Problem(file, entry.line(), "rules: found \"" + rule.id() + "\" twice; accepted: each id once")));
        }
        law.pending().stream().filter(pending -> pending.asOf().isAfter(today)).forEach(pending -> problems.add(new Problem(file, 0, "pending: found as_of \"" + pending.asOf() + "\"; accepted: a day up to " + today)));
    }

    private List<String> names(String folder, String ending) {
        return files.keySet().stream().filter(name -> name.startsWith(folder + "/") && name.endsWith(ending)).sorted().toList();
    }

    private static String stem(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    }

    private void unread() {
        files.keySet().stream().filter(name -> !read.contains(name)).forEach(name -> problems.add(new Problem(name, 0, "nothing reads this file; is its name right?")));
    }

    /** Sources that nothing cites, and files of other modules that cite what is not on the list; this module's readers say it of their own. */
    private void citations(Sources sources, Map<String, String> others) {
        SourceIndex index = SourceIndex.of(sources, files, others);
        index.unresolved().stream().filter(found -> others.containsKey(found.file()))
                .forEach(found -> problems.add(new Problem(found.file(), found.line(), found.field() + ": found \"" + found.found() + "\"; accepted: a key of " + Sources.FILE)));
        List<String> lines = files.get(Sources.FILE).lines().toList();
        index.counts().forEach((key, count) -> {
            if (count == 0) {
                long line = 1 + lines.stream().takeWhile(each -> !each.startsWith(key + ",")).count();
                problems.add(new Problem(Sources.FILE, line, "key: found \"" + key + "\", which nothing cites; accepted: a source that something rests on"));
            }
        });
    }
}

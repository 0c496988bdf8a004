package ketum.care.source;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ketum.care.Citations;
import ketum.kratom.data.Confirmations;
import ketum.kratom.data.Source;
import ketum.kratom.data.SourceIndex;
import ketum.kratom.data.Sources;
import ketum.kratom.data.Statement;
import ketum.kratom.data.Status;

/** Looks sources up, and what rests on them, in the index over all data. */
public final class SourceLookup {

    private static final String RESOLVER = "^https?://(dx\\.)?doi\\.org/";

    private static final int FEW = 20;

    private SourceLookup() {
    }

    /**
     * @param typed a key, a DOI (also as an address), a PubMed number or a PMC id, whatever its case
     * @throws UnknownSource where no source has it
     */
    public static SourceAnswer ask(String typed) throws UnknownSource {
        String plain = typed.strip().toLowerCase(Locale.ROOT);
        Source source = Sources.standard().find(plain).or(() -> byNumber(plain.replaceFirst(RESOLVER, ""))).orElseThrow(() -> new UnknownSource(typed.strip()));
        return new SourceAnswer(source, Citations.index().of(source.key()));
    }

    private static Optional<Source> byNumber(String plain) {
        String number = plain.replaceFirst("^pmid:? ?", "");
        return plain.isEmpty() ? Optional.empty() : Sources.standard().all().stream()
                .filter(source -> source.doi().equalsIgnoreCase(plain) || source.pmcid().equalsIgnoreCase(plain) || source.pmid().equals(number) || source.url().equalsIgnoreCase(plain)).findFirst();
    }

    /** All sources. */
    public static SourceList all() {
        return list(List.of(), Sources.standard().all().stream().toList(), Citations.index().counts());
    }

    /** Sources with all of these words, or words that begin so, in key, authors, year, title or numbers, whatever the case and accents. */
    public static SourceList find(List<String> words) {
        List<String> plain = words.stream().flatMap(word -> java.util.Arrays.stream(plain(word).strip().split("\\s+"))).filter(word -> !word.isEmpty()).toList();
        List<Source> found = Sources.standard().all().stream().filter(source -> {
            String text = " " + plain(String.join(" ", source.key(), source.kind().label(), source.authors(), source.year(), source.title(), source.doi(), source.pmid(), source.pmcid(), source.url()));
            return !plain.isEmpty() && plain.stream().allMatch(text::contains);
        }).toList();
        // one look for each source pays for a few only: a word such as "a" finds them all
        SourceIndex index = Citations.index();
        Map<String, Integer> counts = found.size() > FEW ? index.counts() : found.stream().collect(Collectors.toMap(Source::key, source -> index.of(source.key()).size()));
        return list(plain, found, counts);
    }

    private static SourceList list(List<String> words, List<Source> sources, Map<String, Integer> counts) {
        return new SourceList(words, sources.stream().map(source -> new SourceList.Entry(source, counts.get(source.key()))).toList(), Sources.standard().all().size());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    }

    /** What still awaits confirmation, in all data. */
    public static Awaiting awaiting() {
        List<Statement> statements = Citations.index().all();
        Map<String, Map<Status, Integer>> groups = Awaiting.groups(statements);
        Map<String, String> toConfirm = new LinkedHashMap<>();
        groups.forEach((group, counts) -> {
            if (counts.containsKey(Status.UNCONFIRMED)) {
                toConfirm.put(group, Confirmations.of(group));
            }
        });
        return new Awaiting(Sources.standard().all().stream().filter(source -> !source.confirmed()).toList(), Sources.standard().all().size(), groups, toConfirm,
                with(Status.UNCONFIRMED, statements), with(Status.SECONDARY, statements));
    }

    private static List<Statement> with(Status status, List<Statement> statements) {
        return statements.stream().filter(statement -> statement.status().filter(status::equals).isPresent()).toList();
    }
}

package ketum.care.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import ketum.care.article.ClaimFinder.Match;
import ketum.care.article.ClaimFinder.Stance;
import ketum.kratom.data.Claims;

/** How the finder does on labelled sentences, read article by article in the order of the file. A hit needs the right claim and the right stance. */
final class ClaimScore {

    private record Label(Stance stance, boolean hedged, boolean attributed) {}

    private record Sentence(String article, String text, boolean promotes, Map<String, Label> labels) {}

    /** Hits, found too much, missed. */
    private static final class Count {
        private int hits;
        private int extra;
        private int missed;

        double precision() {
            return hits + extra == 0 ? 0 : (double) hits / (hits + extra);
        }

        double recall() {
            return hits + missed == 0 ? 0 : (double) hits / (hits + missed);
        }

        double f1() {
            return hits == 0 ? 0 : 2.0 * hits / (2.0 * hits + extra + missed);
        }

        String row(String name) {
            return "| %s | %d | %.3f | %.3f | %.3f |\n".formatted(name, hits + missed, precision(), recall(), f1());
        }
    }

    private final Map<Stance, Count> stances = new EnumMap<>(Stance.class);
    private final Count none = new Count();
    private final Count detection = new Count();
    private final Count promotion = new Count();
    private int sentences;
    private int both;
    private int hedged;
    private int attributed;

    private ClaimScore() {
        for (Stance stance : Stance.values()) {
            stances.put(stance, new Count());
        }
    }

    /** Some articles of a file, and who reads them. */
    record Part(ClaimFinder finder, Path file, Predicate<String> articles) {}

    static ClaimScore of(ClaimFinder finder, Path file, Predicate<String> articles) {
        return of(List.of(new Part(finder, file, articles)));
    }

    static ClaimScore of(List<Part> parts) {
        ClaimScore score = new ClaimScore();
        for (Part part : parts) {
            Map<String, List<Sentence>> texts = new LinkedHashMap<>();
            read(part.file()).stream().filter(sentence -> part.articles().test(sentence.article())).forEach(sentence -> texts.computeIfAbsent(sentence.article(), article -> new ArrayList<>()).add(sentence));
            texts.forEach((article, text) -> {
                Map<String, Readings.Reading> readings = readings(part.finder(), article, text);
                text.forEach(sentence -> score.add(sentence, readings.get(sentence.text())));
            });
        }
        return score;
    }

    /** How far somebody else's labels of the same sentences agree. */
    static ClaimScore agreement(Path labels, Path others) {
        Map<String, Sentence> second = new HashMap<>();
        read(others).forEach(sentence -> second.put(sentence.article() + sentence.text(), sentence));
        ClaimScore score = new ClaimScore();
        read(labels).forEach(sentence -> {
            Sentence other = second.remove(sentence.article() + sentence.text());
            List<Match> matches = other.labels().entrySet().stream()
                    .map(label -> new Match(Claims.standard().find(label.getKey()).orElseThrow(), label.getValue().stance(), label.getValue().hedged(), label.getValue().attributed())).toList();
            score.add(sentence, new Readings.Reading(matches, other.promotes()));
        });
        assertEquals(Set.of(), second.keySet(), "sentences that only one labelled");
        return score;
    }

    /** As check-article reads them where the article is on file; in the order of the labels where it is not, and where the two part sentences otherwise. */
    private static Map<String, Readings.Reading> readings(ClaimFinder finder, String article, List<Sentence> text) {
        Map<String, Readings.Reading> readings = new HashMap<>();
        List<Article.Sentence> plain = text.stream().map(sentence -> new Article.Sentence(1, false, sentence.text())).toList();
        for (List<Article.Sentence> sentences : List.of(plain, onFile(article))) {
            List<Readings.Reading> read = Readings.of(finder, sentences);
            for (int i = 0; i < sentences.size(); i++) {
                readings.put(sentences.get(i).text(), read.get(i));
            }
        }
        return readings;
    }

    private static List<Article.Sentence> onFile(String article) {
        for (Path folder : List.of(Path.of("..", "docs", "validation", "claims", "articles"), Path.of("..", "examples", "articles"))) {
            for (String ending : List.of("", ".md", ".txt", ".html")) {
                Path file = folder.resolve(article + ending);
                if (Files.isRegularFile(file)) {
                    try {
                        return ArticleReader.read(file.getFileName().toString(), Files.readAllBytes(file)).sentences();
                    } catch (IOException | ArticleException e) {
                        throw new IllegalStateException(file.toString(), e);
                    }
                }
            }
        }
        return List.of();
    }

    /** The articles of a file, in its order. */
    static List<String> articles(Path file) {
        return read(file).stream().map(Sentence::article).distinct().toList();
    }

    private static List<Sentence> read(Path file) {
        Map<String, Sentence> sentences = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                Sentence sentence = sentences.computeIfAbsent(row.getField("article") + "\n" + row.getField("sentence"),
                        key -> new Sentence(row.getField("article"), row.getField("sentence"), yes(row, "promotes"), new LinkedHashMap<>()));
                if (!row.getField("claim").isEmpty()) {
                    sentence.labels().put(row.getField("claim"), new Label(Stance.valueOf(row.getField("stance").toUpperCase(Locale.ROOT)),
                            yes(row, "hedged"), yes(row, "attributed")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ArrayList<>(sentences.values());
    }

    private static boolean yes(NamedCsvRecord row, String column) {
        return row.findField(column).filter("yes"::equals).isPresent();
    }

    private void add(Sentence sentence, Readings.Reading reading) {
        sentences++;
        Map<String, Match> found = new HashMap<>();
        reading.matches().forEach(match -> found.put(match.claim().id(), match));
        count(promotion, sentence.promotes(), reading.promotes());
        count(none, sentence.labels().isEmpty(), found.isEmpty());
        Set<String> claims = new HashSet<>(sentence.labels().keySet());
        claims.addAll(found.keySet());
        for (String claim : claims) {
            Label label = sentence.labels().get(claim);
            Match match = found.get(claim);
            count(detection, label != null, match != null);
            for (Stance stance : Stance.values()) {
                count(stances.get(stance), label != null && label.stance() == stance, match != null && match.stance() == stance);
            }
            if (label != null && match != null) {
                both++;
                hedged += label.hedged() == match.hedged() ? 1 : 0;
                attributed += label.attributed() == match.attributed() ? 1 : 0;
            }
        }
    }

    private static void count(Count count, boolean labelled, boolean found) {
        count.hits += labelled && found ? 1 : 0;
        count.extra += !labelled && found ? 1 : 0;
        count.missed += labelled && !found ? 1 : 0;
    }

    /** Mean F1 of the four classes: asserts, denies, mentions, none. */
    double macroF1() {
        return (threeClassF1() * 3 + none.f1()) / 4;
    }

    private double threeClassF1() {
        return stances.values().stream().mapToDouble(Count::f1).sum() / 3;
    }

    String table() {
        StringBuilder text = new StringBuilder("| Class | Labelled | Precision | Recall | F1 |\n|---|---|---|---|---|\n");
        stances.forEach((stance, count) -> text.append(count.row("`" + stance.label() + "`, with the right claim")));
        text.append(none.row("no claim")).append(detection.row("the right claim, whatever the stance")).append(promotion.row("promotes"));
        return text.append('\n').append(summary()).toString();
    }

    String summary() {
        return "Macro-F1 %.3f over the four classes, %.3f over the three stances; %d sentences. Of %d claims found rightly, `hedged` is right in %d and `attributed` in %d.\n"
                .formatted(macroF1(), threeClassF1(), sentences, both, hedged, attributed);
    }
}

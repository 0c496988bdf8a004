package ketum.kratom.data;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sentences and what a reader said they say to the claims, as in docs/validation/claims. */
public final class LabelledSentences {

    /**
     * @param article in which it stands; empty for a sentence that stands alone
     * @param text    as written
     * @param claims  what it says to claims: their ids, and "asserts", "denies" or "mentions"; empty where it speaks of none
     */
    public record LabelledSentence(String article, String text, Map<String, String> claims) {}

    private LabelledSentences() {
    }

    /**
     * The sentences of a file, each once for an article, in its order: columns {@code sentence}, {@code claim}, {@code stance}, and perhaps
     * {@code article} and others.
     *
     * @param claims  the ids that are known
     * @throws IOException   where it cannot be read
     * @throws DataException where a label is none
     */
    public static List<LabelledSentence> read(Path file, Collection<String> claims) throws IOException {
        Map<List<String>, LabelledSentence> sentences = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                String article = row.findField("article").orElse("");
                String claim = required(file, row, "claim");
                LabelledSentence sentence = sentences.computeIfAbsent(List.of(article, required(file, row, "sentence")), key -> new LabelledSentence(key.getFirst(), key.getLast(), new LinkedHashMap<>()));
                if (!claim.isEmpty()) {
                    String stance = required(file, row, "stance");
                    if (!claims.contains(claim) || !ClaimWeights.STANCES.contains(stance)) {
                        throw new DataException(file.toString(), row.getStartingLineNumber(), "columns claim and stance", claim + ", " + stance, "an id of " + Claims.INDEX + ", and asserts, denies or mentions");
                    }
                    sentence.claims().put(claim, stance);
                }
            }
        }
        return new ArrayList<>(sentences.values());
    }

    private static String required(Path file, NamedCsvRecord row, String column) {
        return row.findField(column).orElseThrow(() -> new DataException(file.toString(), row.getStartingLineNumber(), "record", row.getFieldCount() + " fields, none of them " + column, "the columns sentence, claim and stance"));
    }
}

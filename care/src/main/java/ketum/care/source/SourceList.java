package ketum.care.source;

import java.util.List;
import ketum.kratom.data.Source;

/**
 * Sources with how much rests on each, by key.
 *
 * @param words   what was searched for; empty where all are listed
 * @param entries those that were found
 * @param all     how many sources there are
 */
public record SourceList(List<String> words, List<Entry> entries, int all) {

    public SourceList {
        words = List.copyOf(words);
        entries = List.copyOf(entries);
    }

    /** @param statements how many name it */
    public record Entry(Source source, int statements) {}
}

package ketum.care;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import ketum.kratom.data.Sources;

/** Keys of the sources that this module cites, for checks that no source stands in the data for nothing. */
public final class Citations {

    /** Cited in code and in no file; {@code ketum data check} names one that is missing here. */
    static final Set<String> IN_CODE = Set.of("maxwell2021");
    /** This module's tables of sentences. */
    static final List<String> TABLES = List.of("advice.csv", "interaction/phrases.csv", "interaction/rules.csv");

    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9.-]*");

    private Citations() {
    }

    public static Collection<String> keys() {
        Set<String> keys = new TreeSet<>(IN_CODE);
        for (String table : TABLES) {
            try (InputStream in = Citations.class.getResourceAsStream("/ketum/care/" + table)) {
                WORD.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8)).results().map(word -> word.group()).filter(word -> Sources.standard().find(word).isPresent()).forEach(keys::add);
            } catch (IOException e) {
                throw new UncheckedIOException(table, e);
            }
        }
        return keys;
    }
}

package ketum.care;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ketum.kratom.data.SourceIndex;

/** What rests on which source, everywhere: the data files, this module's tables of sentences, and what code cites by itself. */
public final class Citations {

    /** This module's tables. What code cites stands in {@code cited-in-code.csv}; a test holds it against the code. */
    static final List<String> TABLES = List.of("advice.csv", "cited-in-code.csv", "claims-by-case.csv", "interaction/phrases.csv", "interaction/rules.csv");

    private static final class Holder {
        private static final SourceIndex INDEX = SourceIndex.of(files("care/"));
    }

    private Citations() {
    }

    /** The index over everything, read once. */
    public static SourceIndex index() {
        return Holder.INDEX;
    }

    /** This module's tables as texts, by name behind a folder of the caller's choice. */
    public static Map<String, String> files(String folder) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String table : TABLES) {
            try (InputStream in = Citations.class.getResourceAsStream("/ketum/care/" + table)) {
                files.put(folder + table, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(table, e);
            }
        }
        return files;
    }
}

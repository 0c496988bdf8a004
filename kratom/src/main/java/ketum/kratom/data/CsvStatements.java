package ketum.kratom.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ketum.kratom.data.Statement.Cited;
import ketum.kratom.data.Statement.Figure;

/**
 * Statements of a CSV file whose first line names its columns. One row is one statement; a row's cell of the form
 * {@code what/status/source;what/status/source} (the enzymes of a medicine) gives one more for each part.
 */
final class CsvStatements {

    /** Whose words a row is known by, best first. */
    private static final List<String> WORDS = List.of("clinician", "says", "what", "about", "why", "question", "name", "note", "basis");
    /** Of {@code sources}, as a table of sentences joins them. */
    private static final Pattern JOINED = Pattern.compile(";");
    private static final Pattern PART = Pattern.compile("(?<what>[^;]+)/(?<status>[a-z]+)/(?<source>[a-z0-9][a-z0-9.-]*)(?=;|$)");

    private final SourceIndex index;
    private final String file;
    private final SourceIndex.Sink sink;

    CsvStatements(SourceIndex index, String file, SourceIndex.Sink sink) {
        this.index = index;
        this.file = file;
        this.sink = sink;
    }

    void read(String text) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
            List<String> header = null;
            for (CsvRecord record : reader) {
                if (header == null) {
                    header = List.copyOf(record.getFields());
                } else {
                    Map<String, String> fields = new LinkedHashMap<>();
                    for (int i = 0; i < Math.min(header.size(), record.getFieldCount()); i++) {
                        fields.put(header.get(i), record.getField(i));
                    }
                    row(record.getStartingLineNumber(), fields);
                }
            }
        } catch (CsvParseException e) {
            // the file's own loader says what is wrong with it
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(long line, Map<String, String> fields) {
        List<Cited> cited = new ArrayList<>();
        fields.forEach((column, cell) -> {
            if (column.equals("enzymes")) {
                return;
            }
            if (SourceIndex.SOURCE_FIELDS.contains(column)) {
                JOINED.splitAsStream(cell).filter(key -> !key.isEmpty()).forEach(key -> add(line, column, key, cited));
            } else {
                index.keys(cell).stream().filter(key -> cited.stream().noneMatch(each -> each.source().equals(key))).forEach(key -> cited.add(new Cited(key, column)));
            }
        });
        Optional<Status> status = Status.of(fields.getOrDefault("status", ""));
        String id = id(fields);
        if (!cited.isEmpty() || status.isPresent()) {
            sink.add(statement(line, id, says(fields), figure(fields), cited, fields, status));
        }
        Matcher part = PART.matcher(fields.getOrDefault("enzymes", ""));
        while (part.find()) {
            List<Cited> own = new ArrayList<>();
            add(line, "enzymes", part.group("source"), own);
            sink.add(statement(line, id, part.group("what").replace('/', ' ').strip(), Optional.empty(), own, Map.of(), Status.of(part.group("status"))));
        }
    }

    private void add(long line, String column, String key, List<Cited> cited) {
        if (index.known(key)) {
            cited.removeIf(each -> each.source().equals(key));
            cited.add(new Cited(key, column));
        } else {
            sink.unresolved(new SourceIndex.Unresolved(file, line, "column " + column, key));
        }
    }

    private Statement statement(long line, String id, String says, Optional<Figure> figure, List<Cited> cited, Map<String, String> fields, Optional<Status> status) {
        String grade = fields.getOrDefault("grade", "");
        return new Statement(SourceIndex.group(file), file, line, id, says, figure, cited, fields.getOrDefault("locator", fields.getOrDefault("observed_locator", "")), status,
                grade.matches("[A-D]") ? Optional.of(grade.charAt(0)) : Optional.empty(), day(Stream.of("checked", "as_of", "observed_on").map(fields::get).filter(Objects::nonNull).findFirst().orElse("")));
    }

    private static String id(Map<String, String> fields) {
        String id = fields.get("id");
        return id != null ? id : String.join(" ", fields.values().stream().limit(3).toList());
    }

    private static String says(Map<String, String> fields) {
        String words = WORDS.stream().map(fields::get).filter(Objects::nonNull).findFirst().orElse("");
        String group = fields.get("class");
        return group == null || words.isEmpty() ? words : words + ", " + group;
    }

    private static Optional<Figure> figure(Map<String, String> fields) {
        return fields.containsKey("value") && fields.containsKey("quantity")
                ? Optional.of(new Figure(fields.get("quantity"), fields.get("value"), fields.getOrDefault("low", ""), fields.getOrDefault("high", ""), fields.getOrDefault("unit", "")))
                : Optional.empty();
    }

    static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

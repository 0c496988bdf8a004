package ketum.care;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sentences that Ketum says to people and clinicians when a condition of {@link Rules} holds, from a table: what is said is data, when it
 * is said is code.
 */
final class Advice {

    private static final String FILE = "advice.csv";

    /** Which part of a report a line belongs to. */
    enum Tier {
        /** Before every other danger. */
        FIRST,
        /** Outside the model: stopping is not shown. */
        OUTSIDE,
        /** With a clinician: schedules are marked. */
        CLINICIAN,
        URGENT,
        /** In every report, since every report is about stopping. */
        STOPPING,
        /** Must be read before the report. */
        NOTICE_FIRST,
        /** Small print on how it was computed. */
        NOTICE
    }

    record Line(String id, Tier tier, Assessment.Urgent.Level level, String person, String clinician, String grade, List<String> sources) {

        /** The same line with {@code {name}} replaced. */
        Line with(String name, String value) {
            return new Line(id, tier, level, person.replace("{" + name + "}", value), clinician.replace("{" + name + "}", value), grade, sources);
        }

        Assessment.Urgent urgent() {
            return new Assessment.Urgent(id, level, person, clinician, grade, sources);
        }

        Assessment.Notice notice() {
            return new Assessment.Notice(id, tier == Tier.NOTICE_FIRST, person, clinician, sources);
        }
    }

    private static final class Holder {
        private static final Map<String, Line> LINES = read();
    }

    private Advice() {
    }

    static Line line(String id) {
        Line line = Holder.LINES.get(id);
        if (line == null) {
            throw new IllegalArgumentException(FILE + " has no line " + id);
        }
        return line;
    }

    static Map<String, Line> all() {
        return Holder.LINES;
    }

    private static Map<String, Line> read() {
        Map<String, Line> lines = new LinkedHashMap<>();
        try (InputStream in = Advice.class.getResourceAsStream(FILE);
             CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : reader) {
                Line line = new Line(row.getField("id"), Tier.valueOf(row.getField("tier").toUpperCase(java.util.Locale.ROOT)),
                        Assessment.Urgent.Level.valueOf(row.getField("level")), row.getField("person"), row.getField("clinician"),
                        row.getField("grade"), List.of(row.getField("sources").split(";")));
                if (lines.put(line.id(), line) != null) {
                    throw new IllegalStateException(FILE + ":" + row.getStartingLineNumber() + ": id " + line.id() + " stands twice");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(lines);
    }
}

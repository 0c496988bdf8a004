package ketum.engine.data;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Records of doses and observations of some subjects, checked and in canonical form; immutable.
 *
 * <p>Two data sets are equal when they say the same: the files they came from, line numbers and notes do not count. What
 * {@link #write} gives, {@link #parse} reads back as an equal data set.
 */
public final class DataSet {

    private final String source;
    private final List<Covariate> covariates;
    private final SortedMap<String, String> units;
    private final List<DataRecord> records;
    private final int[] lines;
    private final List<String> notes;
    private final List<Subject> subjects;

    /**
     * The records of one subject.
     *
     * @param id    as written
     * @param first index of the first record
     * @param end   index after the last record
     */
    public record Subject(String id, int first, int end) {}

    /** Of records that were checked. */
    DataSet(String source, List<Covariate> covariates, Map<String, String> units, List<DataRecord> records, int[] lines,
            List<String> notes) {
        this.source = source;
        this.covariates = List.copyOf(covariates);
        this.units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
        this.records = List.copyOf(records);
        this.lines = lines;
        this.notes = List.copyOf(notes);
        List<Subject> found = new ArrayList<>();
        for (int i = 0, from = 0; i < records.size(); i++) {
            if (i + 1 == records.size() || !records.get(i + 1).id().equals(records.get(from).id())) {
                found.add(new Subject(records.get(from).id(), from, i + 1));
                from = i + 1;
            }
        }
        this.subjects = List.copyOf(found);
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws DataException for what cannot be used in it
     */
    public static DataSet read(Path file, Columns columns) throws IOException {
        String source = String.valueOf(file.getFileName());
        if (Files.size(file) > DataSetReader.MOST_CHARACTERS) {
            throw new Problems(source).fatal(0, "", "the file is larger than " + DataSetReader.MOST_CHARACTERS / (1 << 20) + " MiB");
        }
        return parse(source, Files.readAllBytes(file), columns);
    }

    /**
     * Reads the bytes of a file in UTF-8.
     *
     * @param source name for messages
     * @throws DataException for what cannot be used in it
     */
    public static DataSet parse(String source, byte[] bytes, Columns columns) {
        return parse(source, Encoding.text(source, bytes), columns);
    }

    /**
     * Reads from any reader, which is not closed.
     *
     * @param source name for messages
     * @throws DataException for what cannot be used in it
     */
    public static DataSet read(String source, Reader reader, Columns columns) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] piece = new char[1 << 16];
        for (int n = reader.read(piece); n >= 0; n = reader.read(piece)) {
            text.append(piece, 0, n);
            if (text.length() > DataSetReader.MOST_CHARACTERS) {
                throw new Problems(source).fatal(0, "", "the file is larger than " + DataSetReader.MOST_CHARACTERS / (1 << 20) + " MiB");
            }
        }
        return parse(source, text.toString(), columns);
    }

    /**
     * Reads the text of a data set.
     *
     * @param source name for messages
     * @throws DataException for what cannot be used in it
     */
    public static DataSet parse(String source, String text, Columns columns) {
        return new DataSetReader(source, text, columns).read();
    }

    /**
     * A data set made by a program. The line of a record is its number from 1.
     *
     * @param units UCUM codes of TIME, AMT and DV, where they are known
     * @throws DataException for records that a file could not hold either
     */
    public static DataSet of(String source, List<Covariate> covariates, Map<String, String> units, List<DataRecord> records) {
        Problems problems = new Problems(source);
        int[] lines = new int[records.size()];
        Arrays.setAll(lines, i -> i + 1);
        RecordRules rules = new RecordRules(problems);
        for (int i = 0; i < records.size() && !problems.full(); i++) {
            rules.check(records.get(i), i + 1);
        }
        if (records.isEmpty()) {
            problems.add(0, "", "there are no records");
        }
        units.keySet().stream().filter(name -> !DataSetReader.MEASURED.contains(name))
                .forEach(name -> problems.add(0, name, "a unit can be said of " + String.join(", ", DataSetReader.MEASURED)));
        units.forEach((name, unit) -> {
            if (!Covariate.isUnit(unit)) {
                problems.add(0, name, Problems.quote(unit) + " is not a unit");
            }
        });
        if (problems.none()) {
            CovariateRules.check(covariates, records, lines, problems);
        }
        problems.check();
        return new DataSet(source, covariates, units, records, lines, List.of());
    }

    /** Name of the file. */
    public String source() {
        return source;
    }

    public List<Covariate> covariates() {
        return covariates;
    }

    /** UCUM codes of the units of TIME, AMT and DV by column, as far as the file says them. */
    public Map<String, String> units() {
        return units;
    }

    public List<DataRecord> records() {
        return records;
    }

    /** In the order of the file. */
    public List<Subject> subjects() {
        return subjects;
    }

    /** What was filled in by rule, and what was left aside; sentences for people. */
    public List<String> notes() {
        return notes;
    }

    /** Line in the file of a record, from 1. */
    public int line(int record) {
        return lines[record];
    }

    /** Writes the canonical form: standard columns in a fixed order, then covariates, units and rules in comment lines above. */
    public void write(Appendable to) throws IOException {
        DataSetWriter.write(this, to);
    }

    /** The canonical form. */
    public String text() {
        StringBuilder text = new StringBuilder();
        try {
            write(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    /**
     * This data set with further times at which the model is looked at: each subject gets a record of EVID 2 for each time that is not
     * before its first record, after its other records of that time. Covariates that change keep their course between records; a
     * time after a subject's last record has the last values.
     *
     * @throws IllegalArgumentException for a time that is not finite, and for a subject whose time starts anew at a reset
     */
    public DataSet withTimes(double... times) {
        return MoreTimes.in(this, lines, times);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataSet set && records.equals(set.records) && covariates.equals(set.covariates) && units.equals(set.units);
    }

    @Override
    public int hashCode() {
        return Objects.hash(records, covariates, units);
    }

    @Override
    public String toString() {
        return source + ": " + records.size() + " records of " + subjects.size() + " subjects";
    }
}

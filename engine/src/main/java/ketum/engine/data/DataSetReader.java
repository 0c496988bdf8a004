package ketum.engine.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ketum.engine.data.DataRecord.Event;
import ketum.engine.data.DataRecord.SteadyState;

/** Reads the text of a data set: lines to fields, fields to records, the rules for what is left out. */
final class DataSetReader {

    static final int MOST_CHARACTERS = 256 << 20;
    /** Standard columns that have a unit of their own; RATE, DUR and II follow from them. */
    static final Set<String> MEASURED = Set.of("TIME", "AMT", "DV");

    /** Columns with a meaning of their own. */
    static final Set<String> STANDARD = Set.of("ID", "TIME", "AMT", "RATE", "DUR", "II", "ADDL", "SS", "EVID", "CMT", "MDV", "DV",
            "DATE", "DAT1", "DAT2", "DAT3", "C");

    private static final int MOST_COLUMNS = 1000;

    private final String source;
    private final String text;
    private final Columns columns;
    private final Problems problems;
    private final Directives directives;
    private final Map<String, Integer> standard = new HashMap<>();
    private final Map<String, Integer> covariateColumns = new LinkedHashMap<>();
    private final List<String> unused = new ArrayList<>();
    private final List<DataRecord> records = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private Fields.Separator separator;
    private int width;
    private boolean comments;
    private int derivedEvents;
    private int ignoredRows;

    // one row being read
    private List<String> row;
    private int line;

    private record Raw(List<String> fields, int line) {}

    DataSetReader(String source, String text, Columns columns) {
        this.source = source;
        this.text = text;
        this.columns = columns;
        this.problems = new Problems(source);
        this.directives = new Directives(problems);
    }

    DataSet read() {
        List<Raw> rows = rows();
        if (width == 0) {
            throw problems.fatal(0, "", "there is no header line; the first line names the columns, e.g. ID,TIME,AMT,CMT,DV");
        }
        problems.check();
        List<Covariate> covariates = directives.covariates(covariateColumns.keySet().stream().toList(), columns);
        problems.check();
        Times times = times(rows);
        RecordRules rules = new RecordRules(problems);
        for (int i = 0; i < rows.size() && !problems.full(); i++) {
            row = rows.get(i).fields();
            line = rows.get(i).line();
            DataRecord record = record(times.of(i, line, this::field));
            rules.check(record, line);
            records.add(record);
            lines.add(line);
        }
        if (rows.isEmpty()) {
            problems.add(0, "", "there are no records below the header");
        }
        int[] at = lines.stream().mapToInt(Integer::intValue).toArray();
        if (problems.none()) {
            CovariateRules.check(covariates, records, at, problems);
        }
        problems.check();
        Map<String, String> units = new TreeMap<>(directives.units());
        if (times.translated() && units.putIfAbsent("TIME", "h") != null && !units.get("TIME").equals("h")) {
            throw problems.fatal(0, "TIME", "clock times and dates become hours, but the unit is declared as " + units.get("TIME"));
        }
        return new DataSet(source, covariates, units, records, at, notes(times));
    }

    /** All rows below the header, without comments. */
    private List<Raw> rows() {
        List<Raw> rows = new ArrayList<>();
        int from = text.startsWith("\ufeff") ? 1 : 0;
        int number = 0;
        while (from < text.length() && !problems.full()) {
            int end = from;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            String content = text.substring(from, end);
            from = end + (text.startsWith("\r\n", end) ? 2 : 1);
            number++;
            if (content.indexOf('\0') >= 0) {
                throw problems.fatal(number, "", "a NUL character: this is not a text file in UTF-8");
            }
            if (content.startsWith("#!")) {
                directives.read(content.substring(2), number);
            } else if (!content.isBlank() && !content.startsWith("#")) {
                row(content, number, rows);
            }
        }
        return rows;
    }

    private void row(String content, int number, List<Raw> rows) {
        if (width > 0 && ignored(content)) {
            ignoredRows++;
            return;
        }
        if (width == 0) {
            separator = Fields.separator(content);
        }
        List<String> fields = Fields.split(content, separator);
        if (fields == null) {
            problems.add(number, "", "a quotation mark is not closed, or text follows it; quoted fields end on their line");
        } else if (width == 0) {
            header(fields, number);
        } else if (comments && !Fields.missing(fields.getFirst())) {
            ignoredRows++;
        } else if (fields.size() != width) {
            problems.add(number, "", "found " + fields.size() + " fields where the header names " + width + " columns");
        } else {
            rows.add(new Raw(fields, number));
        }
    }

    private boolean ignored(String content) {
        char sign = columns.ignore();
        if (sign == '@') {
            char first = content.stripLeading().charAt(0);
            return first == '@' || first == '"' && content.strip().length() > 1 && Character.isLetter(content.stripLeading().charAt(1))
                    || Character.isLetter(first);
        }
        return content.charAt(0) == sign;
    }

    private void header(List<String> names, int number) {
        width = names.size();
        if (width > MOST_COLUMNS) {
            throw problems.fatal(number, "", width + " columns; at most " + MOST_COLUMNS + " are read");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < width; i++) {
            String name = names.get(i);
            String upper = name.toUpperCase(Locale.ROOT);
            if (name.isEmpty()) {
                problems.add(number, "", "column " + (i + 1) + " has no name");
            } else if (!seen.add(upper)) {
                problems.add(number, name, "two columns have this name (upper and lower case count as the same)");
            } else if (STANDARD.contains(upper)) {
                standard.put(upper, i);
            } else {
                String covariate = directives.covariateNamed(name, columns);
                if (covariate != null) {
                    covariateColumns.put(covariate, i);
                } else {
                    unused.add(name);
                }
            }
        }
        comments = names.getFirst().equalsIgnoreCase("C");
        for (String needed : List.of("ID", "TIME")) {
            if (!standard.containsKey(needed)) {
                problems.add(number, needed, "the column is missing; found " + Problems.quote(String.join(",", names)));
            }
        }
        if (!comments && standard.containsKey("C")) {
            problems.add(number, "C", "a column of comment marks must be the first");
        }
        long dates = standard.keySet().stream().filter(name -> name.startsWith("DAT")).count();
        if (dates > 1) {
            problems.add(number, "DATE", "only one of DATE, DAT1, DAT2 and DAT3 can say the date");
        }
    }

    private Times times(List<Raw> rows) {
        Clock.Order order = null;
        for (Clock.Order known : Clock.Order.values()) {
            order = standard.containsKey(known.name()) ? known : order;
        }
        boolean clock = rows.stream().anyMatch(raw -> Clock.isClock(raw.fields().get(standard.get("TIME"))));
        return new Times(problems, order, clock || order != null);
    }

    private String field(String name) {
        Integer column = standard.get(name);
        return column == null ? "" : row.get(column);
    }

    private DataRecord record(double time) {
        double amount = number("AMT", 0);
        double rate = number("RATE", 0);
        double duration = number("DUR", 0);
        double interval = Clock.isClock(field("II")) ? clockInterval() : number("II", 0);
        int additional = whole("ADDL", 0, Integer.MAX_VALUE, 0);
        int steady = whole("SS", 0, 2, 0);
        int event = whole("EVID", 0, 4, -1);
        if (event < 0) {
            derivedEvents++;
            event = amount > 0 || steady > 0 ? 1 : 0;
        }
        double dv = number("DV", Double.NaN);
        int missing = whole("MDV", 0, 1, event == 0 && !Double.isNaN(dv) ? 0 : 1);
        List<Double> covariates = new ArrayList<>(covariateColumns.size());
        covariateColumns.forEach((name, column) -> covariates.add(number(name, row.get(column), Double.NaN)));
        String compartment = Fields.missing(field("CMT")) ? "" : compartment(field("CMT"));
        return new DataRecord(field("ID"), time, Event.values()[event], amount, rate, duration, interval, additional,
                SteadyState.values()[steady], compartment, missing == 1, dv, covariates);
    }

    private double clockInterval() {
        double seconds = Clock.seconds(field("II"));
        if (Double.isNaN(seconds)) {
            problems.add(line, "II", "found " + Problems.quote(field("II")) + "; accepted are hours:minutes and plain numbers");
            return 0;
        }
        return seconds / 3600;
    }

    /** Spelt one way: 1.0 is 1, and 0 is not said. */
    private String compartment(String field) {
        double number = Fields.number(field);
        if (Double.isNaN(number)) {
            return field;
        }
        if (number != StrictMath.rint(number) || Math.abs(number) > 1e6) {
            problems.add(line, "CMT", "found " + Problems.quote(field) + "; accepted are a state's name and its number from 1");
        }
        return number == 0 ? "" : DataSetWriter.number(number);
    }

    private double number(String name, double left) {
        return number(name, field(name), left);
    }

    private double number(String name, String field, double left) {
        if (Fields.missing(field)) {
            return left;
        }
        double value = Fields.number(field);
        if (Double.isNaN(value)) {
            problems.add(line, name, "found " + Problems.quote(field)
                    + "; accepted are a finite number, and for a missing one `.`, `NA` or nothing");
            return left;
        }
        return value;
    }

    private int whole(String name, int least, int most, int left) {
        double value = number(name, left);
        if (value == left || value >= least && value <= most && value == StrictMath.rint(value)) {
            return (int) value;
        }
        problems.add(line, name, "found " + Problems.quote(field(name)) + "; accepted are whole numbers "
                + (most == Integer.MAX_VALUE ? "from " + least : "from " + least + " to " + most)
                + (name.equals("SS") && value == 3 ? " (SS = 3, a starting guess for the steady state, is not needed here)" : ""));
        return Math.max(left, 0);
    }

    private List<String> notes(Times times) {
        List<String> notes = new ArrayList<>();
        if (derivedEvents > 0) {
            notes.add("EVID is not given in " + derivedEvents + " of " + records.size()
                    + " records: taken as 1 (dose) where AMT is above 0 or SS is set, else as 0 (observation)");
        }
        if (times.translated()) {
            notes.add("TIME is clock time" + (times.order() == null ? "" : " with a date (" + times.order().words + ")")
                    + ": turned into hours since each subject's first record");
        }
        if (!unused.isEmpty()) {
            notes.add("columns that are not used: " + String.join(", ", unused)
                    + " (not a parameter of the model and not declared; declare one by a line such as #! " + unused.getFirst() + ": locf)");
        }
        if (ignoredRows > 0) {
            notes.add(ignoredRows + " rows are comments");
        }
        return notes;
    }
}

package ketum.care.casefile;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A certificate as a table: one result a row, columns named as the fields. A column of the whole certificate (laboratory, lot, ...) may
 * stand in any row; where it stands in several they must agree. Gives the same tree that the YAML form gives.
 */
final class CertificateCsv {

    private static final int MOST_ROWS = 1000;
    private static final Set<String> OF_RESULT = CertificateFields.RESULT.stream().map(Field::name).collect(Collectors.toSet());
    private static final Set<String> OF_WHOLE = CertificateFields.TOP.stream().map(Field::name).filter(name -> !name.equals("results")).collect(Collectors.toSet());

    private CertificateCsv() {}

    static Optional<Node> read(String text, Problems problems) {
        List<String> columns = new ArrayList<>();
        Map<String, Node.Text> whole = new LinkedHashMap<>();
        List<Node> results = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().skipEmptyLines(true).allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                int line = (int) row.getStartingLineNumber();
                if (columns.isEmpty()) {
                    if (!header(row, line, columns, problems)) {
                        return Optional.empty();
                    }
                    continue;
                }
                if (row.getFieldCount() > columns.size() || results.size() == MOST_ROWS) {
                    problems.add(line, 1, "", row.getFieldCount() > columns.size() ? row.getFieldCount() + " cells" : "more than " + MOST_ROWS + " rows",
                            row.getFieldCount() > columns.size() ? "the first line names " + columns.size() + " columns" : "a certificate has at most " + MOST_ROWS + " rows",
                            "Put text that contains a comma into double quotes.");
                    return Optional.empty();
                }
                row(row, line, columns, whole, results, problems);
            }
        } catch (java.io.IOException | RuntimeException e) {
            problems.add(1, 1, "", "text that is no table", "a CSV file has one result a row and columns named " + CertificateFields.names(CertificateFields.RESULT), "Close every double quote.");
            return Optional.empty();
        }
        if (columns.isEmpty()) {
            problems.wholeFile("an empty file", "the first line names the columns, such as analyte,value,unit,laboratory", "Start from examples/certificates/market-powder.csv.");
            return Optional.empty();
        }
        List<Node.Entry> entries = new ArrayList<>();
        whole.forEach((name, value) -> entries.add(new Node.Entry(new Node.Text(value.line(), 1, name), name.equals("label_states") ? list(value) : value)));
        entries.add(new Node.Entry(new Node.Text(1, 1, "results"), new Node.Items(1, 1, results)));
        return Optional.of(new Node.Fields(1, 1, entries));
    }

    private static Node list(Node.Text value) {
        List<Node> items = new ArrayList<>();
        for (String item : value.value().split(";")) {
            items.add(new Node.Text(value.line(), value.column(), item.strip()));
        }
        return new Node.Items(value.line(), value.column(), items);
    }

    private static boolean header(CsvRecord row, int line, List<String> columns, Problems problems) {
        for (String written : row.getFields()) {
            String name = written.strip();
            if (!OF_RESULT.contains(name) && !OF_WHOLE.contains(name) || name.equals("label") || columns.contains(name)) {
                String question = Spelling.question(Spelling.near(name, OF_RESULT));
                problems.add(line, 1, Paths.shown(name), columns.contains(name) ? "the column " + Quoted.text(name) + " a second time" : "the unknown column " + Quoted.text(name),
                        "columns are named " + CertificateFields.names(CertificateFields.RESULT) + " and as the fields of a certificate", question.isEmpty() ? "Remove it or choose one of these." : question);
                return false;
            }
            columns.add(name);
        }
        return true;
    }

    private static void row(CsvRecord row, int line, List<String> columns, Map<String, Node.Text> whole, List<Node> results, Problems problems) {
        List<Node.Entry> entries = new ArrayList<>();
        for (int i = 0; i < row.getFieldCount(); i++) {
            String name = columns.get(i);
            Node.Text value = new Node.Text(line, i + 1, row.getField(i).strip());
            if (value.value().isEmpty()) {
                continue;
            }
            // A laboratory may differ from row to row: the first is the certificate's.
            boolean ofWhole = OF_WHOLE.contains(name) && (!OF_RESULT.contains(name) || !whole.containsKey(name));
            if (ofWhole) {
                Node.Text before = whole.putIfAbsent(name, value);
                if (before != null && !before.value().equals(value.value())) {
                    problems.add(line, i + 1, name, Quoted.text(value.value()) + " beside " + Quoted.text(before.value()) + " in line " + before.line(), "this column holds one value for the whole certificate", "Make two files of it.");
                }
            } else {
                entries.add(new Node.Entry(new Node.Text(line, i + 1, name), value));
            }
        }
        if (!entries.isEmpty()) {
            results.add(new Node.Fields(line, 1, entries));
        }
    }
}

package ketum.kratom.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a CSV file whose header must be exactly the expected one; every record keeps its line. */
final class Csv {
    /** One record with its line and its fields by column name. */
    record Line(String file, long number, Map<String, String> fields) {
        String get(String column) {
            return fields.get(column);
        }

        /** A field that must not be empty. */
        String required(String column) {
            String text = get(column);
            if (text.isEmpty()) {
                throw error(column, "a value");
            }
            return text;
        }

        DataException error(String column, String accepted) {
            return new DataException(file, number, "column " + column, get(column), accepted);
        }
    }

    private Csv() {}

    static List<Line> read(String file, String text, List<String> columns) {
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().skipEmptyLines(false).allowExtraFields(true).allowMissingFields(true)
                .ofCsvRecord(text)) {
            boolean header = true;
            for (CsvRecord fields : reader) {
                if (header) {
                    checkHeader(file, fields, columns);
                    header = false;
                } else {
                    lines.add(line(file, fields, columns));
                }
            }
            if (header) {
                throw new DataException(file, 1, "header", "", String.join(",", columns));
            }
        } catch (CsvParseException e) {
            throw new DataException(file, lines.isEmpty() ? 1 : lines.getLast().number() + 1, "record", String.valueOf(e.getMessage()), "CSV as in RFC 4180");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return lines;
    }

    private static void checkHeader(String file, CsvRecord header, List<String> columns) {
        for (String name : header.getFields()) {
            if (!columns.contains(name)) {
                throw new DataException(file, 1, "header", name, String.join(",", columns));
            }
        }
        if (!header.getFields().equals(columns)) {
            throw new DataException(file, 1, "header", String.join(",", header.getFields()), String.join(",", columns));
        }
    }

    private static Line line(String file, CsvRecord fields, List<String> columns) {
        long number = fields.getStartingLineNumber();
        if (fields.getFieldCount() != columns.size()) {
            throw new DataException(file, number, "record", fields.getFieldCount() + " fields", columns.size() + " fields: " + String.join(",", columns));
        }
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String field = fields.getField(i);
            if (!field.strip().equals(field)) {
                throw new DataException(file, number, "column " + columns.get(i), field, "no space before or after");
            }
            byName.put(columns.get(i), field);
        }
        return new Line(file, number, byName);
    }
}

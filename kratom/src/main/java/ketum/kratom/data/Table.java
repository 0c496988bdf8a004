package ketum.kratom.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * One long table: one number per row, sorted by id, then quantity, each with source, locator, status and grade. Immutable.
 */
public final class Table {
    static final List<String> COLUMNS = List.of("id", "quantity", "value", "low", "high", "unit", "source", "locator", "status", "grade", "note");

    private final String name;
    private final TableSchema schema;
    private final Map<String, Map<String, Row>> byId = new LinkedHashMap<>();
    private final List<Row> rows;

    private Table(String name, TableSchema schema, List<Row> rows) {
        this.name = name;
        this.schema = schema;
        this.rows = List.copyOf(rows);
        for (Row row : rows) {
            byId.computeIfAbsent(row.id(), id -> new LinkedHashMap<>()).put(row.quantity(), row);
        }
    }

    /**
     * Reads and checks a table.
     *
     * @throws DataException for the first row that the schema, the sources or the rules of long tables do not accept
     */
    static Table parse(String name, String file, String csv, TableSchema schema, Sources sources) {
        List<Row> rows = new ArrayList<>();
        for (Csv.Line line : Csv.read(file, csv, COLUMNS)) {
            Row row = row(line, schema, sources);
            if (!rows.isEmpty()) {
                checkOrder(line, rows.getLast(), row);
            }
            rows.add(row);
        }
        return new Table(name, schema, rows);
    }

    private static Row row(Csv.Line line, TableSchema schema, Sources sources) {
        String id = line.required("id");
        if (!schema.idPattern().matcher(id).matches()) {
            throw line.error("id", schema.idMeaning() + " (pattern " + schema.idPattern() + ")");
        }
        String quantity = line.required("quantity");
        TableSchema.Quantity meaning = schema.quantities().get(quantity);
        if (meaning == null) {
            throw line.error("quantity", String.join(", ", schema.quantities().keySet()));
        }
        double value = number(line, "value").orElseThrow(() -> line.error("value", "a number"));
        OptionalDouble low = number(line, "low");
        OptionalDouble high = number(line, "high");
        if (low.isPresent() && low.getAsDouble() > value) {
            throw line.error("low", "at most the value, " + line.get("value"));
        }
        if (high.isPresent() && high.getAsDouble() < value) {
            throw line.error("high", "at least the value, " + line.get("value"));
        }
        if (meaning.bounds().isEmpty() && (low.isPresent() || high.isPresent())) {
            throw line.error(low.isPresent() ? "low" : "high", "empty, because the schema does not say what bounds of " + quantity + " mean");
        }
        String unit = line.required("unit");
        if (!unit.equals(meaning.unit())) {
            throw line.error("unit", isUnit(unit) ? meaning.unit() + " for " + quantity : "UCUM or one of " + Units.aliases().keySet());
        }
        String source = line.required("source");
        if (sources.find(source).isEmpty()) {
            throw line.error("source", "a key of " + Sources.FILE);
        }
        String locator = line.required("locator");
        Status status = Status.of(line.get("status")).orElseThrow(() -> line.error("status", Status.accepted()));
        String grade = line.get("grade");
        if (!grade.matches("[ABCD]")) {
            throw line.error("grade", "A, B, C or D");
        }
        if (status == Status.ASSUMED && !grade.equals("D")) {
            throw line.error("grade", "D, because the status is assumed");
        }
        String note = line.get("note");
        if (note.isEmpty() && (status == Status.DERIVED || status == Status.ASSUMED)) {
            throw line.error("note", status == Status.DERIVED ? "the arithmetic of the derived number" : "the reason of the assumption");
        }
        return new Row(id, quantity, value, low, high, unit, source, locator, status, grade.charAt(0), note, line.number());
    }

    private static boolean isUnit(String text) {
        try {
            Units.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static OptionalDouble number(Csv.Line line, String column) {
        String text = line.get(column);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Numbers.parse(text).orElseThrow(() -> line.error(column, "a number such as 13.3 or 1.5e-4")));
    }

    private static void checkOrder(Csv.Line line, Row before, Row row) {
        int ids = row.id().compareTo(before.id());
        if (ids < 0) {
            throw line.error("id", "rows sorted by id; \"" + before.id() + "\" stands before");
        }
        int quantities = row.quantity().compareTo(before.quantity());
        if (ids == 0 && quantities == 0) {
            throw line.error("quantity", "each id and quantity once; line " + before.line() + " holds them already");
        }
        if (ids == 0 && quantities < 0) {
            throw line.error("quantity", "rows of one id sorted by quantity; \"" + before.quantity() + "\" stands before");
        }
    }

    public String name() {
        return name;
    }

    public TableSchema schema() {
        return schema;
    }

    /** All rows, in the order of the file. */
    public List<Row> rows() {
        return rows;
    }

    /** The rows of one id, empty where the table does not have it. */
    public List<Row> rows(String id) {
        return List.copyOf(byId.getOrDefault(id, Map.of()).values());
    }

    /** All ids, sorted. */
    public Set<String> ids() {
        return Collections.unmodifiableSet(byId.keySet());
    }

    public Optional<Row> find(String id, String quantity) {
        return Optional.ofNullable(byId.getOrDefault(id, Map.of()).get(quantity));
    }

    /**
     * @throws IllegalArgumentException where the table has no such row; the message lists what it has
     */
    public Row row(String id, String quantity) {
        return find(id, quantity).orElseThrow(() -> new IllegalArgumentException(
                "table %s has no %s of %s; it has %s".formatted(name, quantity, id, byId.containsKey(id) ? byId.get(id).keySet() : "ids " + byId.keySet())));
    }

    /**
     * The number itself, in the row's unit.
     *
     * @throws IllegalArgumentException where the table has no such row
     */
    public double value(String id, String quantity) {
        return row(id, quantity).value();
    }

    /**
     * The number in a unit of the caller's choice.
     *
     * @throws IllegalArgumentException where the table has no such row or the units do not match
     */
    public double value(String id, String quantity, String unit) {
        return row(id, quantity).in(unit);
    }
}

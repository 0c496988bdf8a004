package ketum.cli.simulate;

import java.util.List;

/**
 * A column of the table of results.
 *
 * @param name    heading
 * @param type    what its cells hold
 * @param unit    UCUM code; empty where the column has none, {@code 1} for a dimensionless quantity
 * @param meaning one line
 */
public record Column(String name, Type type, String unit, String meaning) {

    static final String SUBJECT = "ID";
    static final String REPLICATE = "REP";
    static final String TIME = "TIME";

    /** Names that an output cannot have, because the table has them already. */
    static final List<String> TAKEN = List.of(SUBJECT, REPLICATE, TIME);

    /** What a cell holds. */
    public enum Type {
        WHOLE_NUMBER("integer", "BIGINT"),
        NUMBER("double", "DOUBLE"),
        TEXT("string", "VARCHAR");

        private final String csvw;
        private final String sql;

        Type(String csvw, String sql) {
            this.csvw = csvw;
            this.sql = sql;
        }

        /** Name of the type in metadata of CSV on the Web. */
        String csvw() {
            return csvw;
        }

        /** Name of the type in SQL, from which the type in a Parquet file follows. */
        String sql() {
            return sql;
        }
    }
}

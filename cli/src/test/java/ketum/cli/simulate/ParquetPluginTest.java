package ketum.cli.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ketum.engine.population.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB is on the class path of the tests only; the plug-in gets it as people do, from a folder. */
public class ParquetPluginTest {

    private static final List<Column> COLUMNS = List.of(new Column("ID", Column.Type.TEXT, "", "subject"),
            new Column("REP", Column.Type.WHOLE_NUMBER, "", "replicate"), new Column("TIME", Column.Type.NUMBER, "h", "time"),
            new Column("y", Column.Type.NUMBER, "nmol/L", "it's a state"));

    @TempDir
    private Path folder;

    /** The folder of the jar that this test runs with. */
    public static Path pluginFolder() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)
                .filter(file -> file.getFileName().toString().startsWith("duckdb_jdbc")).findFirst().orElseThrow().getParent();
    }

    @Test
    void aParquetFileHasTheRowsTheOrderTheBitsAndTheUnits() throws IOException, SQLException {
        // A folder's name with what would be a pattern to DuckDB, and a quotation mark.
        Path odd = Files.createDirectories(folder.resolve("it's [a]*?"));
        double[] values = new double[30_000];
        CounterRandom random = new CounterRandom(5);
        for (int i = 0; i < values.length; i++) {
            values[i] = StrictMath.scalb(random.uniform("mantissa", i, 0) - 0.5, i % 2100 - 1060);
        }
        values[0] = -0.0;
        values[1] = Double.NaN;
        Path csv = odd.resolve("t.csv");
        try (OutputStream out = Files.newOutputStream(csv)) {
            CsvTable table = new CsvTable(out, COLUMNS);
            table.subject("a,\"b", 1, times(values.length), new double[][] {values}, 1);
            table.subject("failed", 2, times(3), null, 1);
            table.flush();
        }
        Path parquet = Files.createFile(odd.resolve("t.parquet"));
        Map<String, String> notes = new LinkedHashMap<>(Map.of("unit.y", "nmol/L", "ketum", "{\"it's\": 1}"));
        try (ParquetPlugin plugin = ParquetPlugin.in(pluginFolder())) {
            plugin.convert(csv, COLUMNS, notes, parquet, odd);
        }

        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement()) {
            String file = "'" + parquet.toString().replace("'", "''") + "'";
            ResultSet rows = statement.executeQuery("SELECT * FROM read_parquet(" + file + ")");
            assertEquals("VARCHAR BIGINT DOUBLE DOUBLE", rows.getMetaData().getColumnTypeName(1) + " " + rows.getMetaData().getColumnTypeName(2) + " "
                    + rows.getMetaData().getColumnTypeName(3) + " " + rows.getMetaData().getColumnTypeName(4));
            for (int i = 0; i < values.length; i++) {
                assertTrue(rows.next());
                assertEquals("a,\"b", rows.getString(1));
                assertEquals(i * 0.1, rows.getDouble(3));
                assertEquals(Double.doubleToRawLongBits(values[i]), Double.doubleToRawLongBits(rows.getDouble(4)), "row " + i);
            }
            for (int i = 0; i < 3; i++) {
                assertTrue(rows.next());
                assertEquals(2, rows.getLong(2));
                assertNull(rows.getObject(4));
            }
            assertEquals(false, rows.next());
            Map<String, String> found = new LinkedHashMap<>();
            ResultSet metadata = statement.executeQuery("SELECT decode(key), decode(value) FROM parquet_kv_metadata(" + file + ")");
            while (metadata.next()) {
                found.put(metadata.getString(1), metadata.getString(2));
            }
            assertEquals(notes, found);
        }
    }

    @Test
    void theNoticesNameTheVersionThatThePluginIs() throws IOException {
        String notices = Files.readString(Path.of("..", "THIRD-PARTY.md"));
        assertTrue(notices.contains("`org.duckdb:duckdb_jdbc` " + pluginFolder().getFileName() + " (MIT"), pluginFolder().toString());
    }

    private static double[] times(int number) {
        double[] times = new double[number];
        for (int i = 0; i < number; i++) {
            times[i] = i * 0.1;
        }
        return times;
    }

    @Test
    void whatCannotBeWrittenIsAnInputOutputFailureWithDuckDbsReason() throws IOException {
        Path csv = Files.writeString(folder.resolve("t.csv"), "ID,REP,TIME,y\n");
        try (ParquetPlugin plugin = ParquetPlugin.in(pluginFolder())) {
            UncheckedIOException failure = assertThrows(UncheckedIOException.class,
                    () -> plugin.convert(csv, COLUMNS, Map.of("k", "v"), folder.resolve("none/t.parquet"), folder));
            assertTrue(failure.getCause().getMessage().contains("none/t.parquet"), failure.getCause().getMessage());
        }
    }

    @Test
    void withoutDuckDbTheMessageSaysExactlyWhatToRun() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        for (Path absent : new Path[] {null, folder.resolve("none"), empty}) {
            String message = assertThrows(UnusableInput.class, () -> ParquetPlugin.in(absent)).getMessage();
            assertTrue(message.contains("\n  ./ketum plugin parquet\n") && message.contains("--out NAME.csv"), message);
        }
        Files.writeString(empty.resolve("duckdb_jdbc-1.jar"), "no jar");
        assertTrue(assertThrows(UnusableInput.class, () -> ParquetPlugin.in(empty)).getMessage().contains("./ketum plugin parquet"));
    }
}

package ketum.cli.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes Parquet files, by DuckDB. Its jar has about 80 MB and is not part of Ketum: it is looked for in a folder of its own, loaded from
 * there, and spoken to through JDBC alone, so nothing here is compiled against it.
 */
public final class ParquetPlugin implements AutoCloseable {

    /** System property with the folder, set by the launcher. */
    public static final String FOLDER_PROPERTY = "ketum.plugins";

    private static final String JAR = "duckdb_jdbc";

    private final URLClassLoader loader;
    private final Driver driver;

    private ParquetPlugin(URLClassLoader loader, Driver driver) {
        this.loader = loader;
        this.driver = driver;
    }

    /**
     * @param folder where plug-in jars lie; may be null or not exist
     * @throws UnusableInput where DuckDB is not there, saying what to do
     */
    public static ParquetPlugin in(Path folder) throws IOException {
        List<Path> jars = jars(folder);
        if (jars.isEmpty()) {
            throw new UnusableInput("""
                    Parquet files are made by DuckDB, which is not part of Ketum (80 MB). Add it once, with

                      ./ketum plugin parquet

                    or write a CSV file: --out NAME.csv""");
        }
        URLClassLoader loader = new URLClassLoader(jars.stream().map(ParquetPlugin::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        return new ParquetPlugin(loader, ServiceLoader.load(Driver.class, loader).findFirst().orElseThrow(() ->
                new UnusableInput(jars.getFirst() + " is not DuckDB's JDBC driver; remove it and run: ./ketum plugin parquet")));
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(JAR) && file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(jar.toString(), e);
        }
    }

    /**
     * Turns a table in CSV into a Parquet file with the same rows in the same order and the same bits. An empty cell becomes null.
     *
     * @param csv       as {@link CsvTable} writes it
     * @param notes     metadata of the file by key
     * @param parquet   replaced
     * @param scratch   folder for what does not fit into memory
     * @throws UncheckedIOException where files cannot be read or written, with DuckDB's reason
     */
    public void convert(Path csv, List<Column> columns, Map<String, String> notes, Path parquet, Path scratch) {
        String types = columns.stream().map(column -> text(column.name()) + ": " + text(column.type().sql())).collect(Collectors.joining(", "));
        String metadata = notes.entrySet().stream().map(note -> text(note.getKey()) + ": " + text(note.getValue())).collect(Collectors.joining(", "));
        try (Connection connection = driver.connect("jdbc:duckdb:", new Properties()); Statement statement = connection.createStatement()) {
            statement.execute("SET temp_directory = " + text(scratch.resolve("duckdb").toString()));
            statement.execute("SET preserve_insertion_order = true");
            statement.execute("COPY (SELECT * FROM read_csv(" + text(csv.toString()) + ", auto_detect = false, header = true, delim = ',', quote = '\"', "
                    + "escape = '\"', nullstr = '', columns = {" + types + "})) TO " + text(parquet.toString())
                    + " (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false, KV_METADATA {" + metadata + "})");
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e.getMessage(), e));
        }
    }

    /** A text in SQL. */
    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}

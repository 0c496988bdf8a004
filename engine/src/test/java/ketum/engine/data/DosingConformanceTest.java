package ketum.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import ketum.engine.Options;
import ketum.engine.data.DosingOracles.Oracle;
import ketum.engine.model.Model;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every pattern of dosing records, one data file each, against its closed form; and the table of docs/model/dosing-records.md that is made
 * from it. After a change of the suite, write the table anew with
 * {@code mvn -pl engine -am test -Dtest=DosingConformanceTest -Dsurefire.failIfNoSpecifiedTests=false -Dketum.writePages=true}.
 */
class DosingConformanceTest {

    private static final Path FILES = Path.of("src/test/resources/ketum/engine/dosing");
    private static final Path PAGE = Path.of("../docs/model/dosing-records.md");
    private static final String BEGIN = "<!-- conformance table: made by DosingConformanceTest -->";
    private static final String END = "<!-- end of the conformance table -->";
    static final Options EXACT = Options.of(1e-10, 1e-10).withThreads(1);

    private static final Map<String, Oracle> ORACLES = DosingOracles.all();

    record Case(String id, Map<String, String> says, DataSet data, Model model) {
        double tolerance() {
            return Double.parseDouble(says.get("tolerance"));
        }
    }

    static Case read(String id) {
        try {
            String text = Files.readString(FILES.resolve(id + ".csv"));
            Map<String, String> says = new LinkedHashMap<>();
            text.lines().filter(line -> line.startsWith("# ") && line.contains(": "))
                    .forEach(line -> says.putIfAbsent(line.substring(2, line.indexOf(':')), line.substring(line.indexOf(':') + 2)));
            Model model = Model.parse(says.get("model"), Files.readString(FILES.resolve(says.get("model"))));
            return new Case(id, says, DataSet.parse(id + ".csv", text, Columns.of(model)), model);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Largest error over all records, before and after each, relative to the largest value of the file. */
    static double error(Case one) {
        RecordTable table = DataSimulation.of(one.model(), one.data(),
                new DataSimulation.Settings(EXACT, List.of(one.says().get("output")))).run();
        assertEquals(List.of(), table.failures(), one.id());
        Oracle oracle = ORACLES.get(one.id());
        double largest = 0;
        double error = 0;
        for (int row = 0; row < table.rows(); row++) {
            double time = table.record(row).time();
            boolean acts = table.record(row).acts();
            double after = oracle.at(time, row);
            double before = acts ? oracle.at(Math.nextDown(time), row) : after;
            largest = Math.max(largest, Math.abs(after));
            double miss = Math.max(Math.abs(table.value(0, row) - after), Math.abs(table.before(0, row) - before));
            assertTrue(Double.isFinite(miss), one.id() + " record " + row);
            error = Math.max(error, miss);
        }
        return error / largest;
    }

    static List<String> ids() {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".csv"))
                    .map(name -> name.substring(0, name.length() - 4)).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyFileHasAClosedFormAndEveryClosedFormAFile() {
        assertEquals(new TreeSet<>(ids()), new TreeSet<>(ORACLES.keySet()));
        for (String id : ids()) {
            assertEquals(List.of("shows", "reading", "source", "model", "output", "tolerance"), List.copyOf(read(id).says().keySet()), id);
        }
    }

    @TestFactory
    Stream<DynamicTest> recordsMeanWhatTheirClosedFormSays() {
        return ids().stream().map(id -> DynamicTest.dynamicTest(id, () -> {
            Case one = read(id);
            double error = error(one);
            assertTrue(error <= one.tolerance(), one.says().get("shows") + ": error " + error + " above " + one.tolerance());
        }));
    }

    /** What a file says survives being written in the canonical form. */
    @TestFactory
    Stream<DynamicTest> theCanonicalFormSaysTheSame() {
        return ids().stream().map(id -> DynamicTest.dynamicTest(id, () -> {
            DataSet data = read(id).data();
            DataSet again = DataSet.parse(id, data.text(), Columns.STANDARD);
            assertEquals(data, again);
            assertEquals(data.text(), again.text());
        }));
    }

    @Test
    void thePageShowsTheResults() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        Map<String, Double> errors = new TreeMap<>();
        for (String id : ids()) {
            Case one = read(id);
            errors.put(id, error(one));
            rows.put(id, "| [" + id + "](../../engine/src/test/resources/ketum/engine/dosing/" + id + ".csv) | " + one.says().get("shows") + " | "
                    + one.says().get("reading") + " | " + one.says().get("source") + " | ");
        }
        String page = Files.readString(PAGE);
        if (Boolean.getBoolean("ketum.writePages")) {
            StringBuilder table = new StringBuilder(BEGIN + "\n| file | shows | reading taken | source | error at most | allowed | |\n|---|---|---|---|---|---|---|\n");
            rows.forEach((id, row) -> table.append(row).append(decade(errors.get(id))).append(" | ").append(read(id).says().get("tolerance"))
                    .append(errors.get(id) <= read(id).tolerance() ? " | ok |\n" : " | **FAILS** |\n"));
            page = page.substring(0, page.indexOf(BEGIN)) + table + page.substring(page.indexOf(END));
            Files.writeString(PAGE, page);
        }
        List<String> shown = new ArrayList<>(page.substring(page.indexOf(BEGIN), page.indexOf(END)).lines().skip(3).toList());
        String how = "docs/model/dosing-records.md is not what the suite gives; write it anew with mvn -pl engine -am test "
                + "-Dtest=DosingConformanceTest -Dsurefire.failIfNoSpecifiedTests=false -Dketum.writePages=true";
        assertEquals(rows.size(), shown.size(), how);
        for (String id : rows.keySet()) {
            String line = shown.removeFirst();
            assertTrue(line.startsWith(rows.get(id)) && line.endsWith("| ok |"), how + "\n" + line);
            double bound = Double.parseDouble(line.substring(rows.get(id).length()).split("\\|")[0].strip());
            assertTrue(errors.get(id) <= bound, how + "\n" + id + ": error " + errors.get(id) + ", the page says " + bound);
        }
    }

    /** A power of ten that holds with some room for another order of steps. */
    private static String decade(double error) {
        double bound = 1e-13;
        while (bound < 3 * error) {
            bound *= 10;
        }
        return String.format(java.util.Locale.ROOT, "%.0e", bound);
    }
}

package ketum.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import ketum.engine.model.Model;
import org.junit.jupiter.api.Test;

/**
 * Values that NONMEM itself printed for scenarios of infusions, lags, resets and steady states, published with the comparison of mrgsolve
 * and NONMEM (github.com/mrgsolve/nmtests). Held to all five digits.
 */
class PublishedNonmemTest {

    private static final Path FILES = Path.of("src/test/resources/ketum/engine/dosing/nonmem");

    @Test
    void nonmemPrintedTheSameDigits() throws IOException {
        Model model = Model.parse("advan2.ant", Files.readString(FILES.resolve("advan2.ant")));
        double[] hours = DoubleStream.iterate(0, t -> t <= 130, t -> t + 1).toArray();
        DataSet data = DataSet.read(FILES.resolve("scenarios.csv"), Columns.of(model)).withTimes(hours);
        RecordTable table = DataSimulation.of(model, data, new DataSimulation.Settings(DosingConformanceTest.EXACT, List.of("CP"))).run();
        assertEquals(List.of(), table.failures());
        Map<String, Integer> rows = java.util.stream.IntStream.range(0, table.rows()).boxed().collect(Collectors.toMap(
                row -> table.record(row).id() + " at " + table.record(row).time(), row -> row, (_, last) -> last));
        List<String> values = Files.readAllLines(FILES.resolve("values.csv"));
        int held = 0;
        for (String line : values) {
            if (Character.isDigit(line.charAt(0))) {
                String[] parts = line.split(",");
                double printed = Double.parseDouble(parts[2]);
                String where = parts[0] + " at " + Double.parseDouble(parts[1]);
                double half = printed == 0 ? 1e-9 : 0.5 * StrictMath.pow(10, StrictMath.floor(StrictMath.log10(printed)) - 4);
                assertEquals(printed, table.value(0, rows.get(where)), 1.001 * half, "scenario " + where);
                held++;
            }
        }
        assertTrue(held > 100, held + " values");
        // three resets with steady states and lags at one time: each replaces the one before
        List<Integer> three = rows.entrySet().stream().filter(entry -> entry.getKey().equals("25 at 0.0")).map(Map.Entry::getValue).toList();
        int first = three.getFirst() - 3;
        for (int i = 0; i < 3; i++) {
            assertEquals(List.of(7041.8, 14084.0, 21126.0).get(i), table.value(0, first + i), 0.5);
        }
    }
}

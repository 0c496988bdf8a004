package ketum.cli.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import ketum.engine.population.CounterRandom;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    private static final List<Column> COLUMNS = Stream.of("ID", "REP", "TIME", "y").map(name -> new Column(name, Column.Type.NUMBER, "", "")).toList();

    private static List<String> lines(String id, double[] times, double[][] values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable table = new CsvTable(out, COLUMNS);
        table.subject(id, 2, times, values, 1);
        table.flush();
        return out.toString(UTF_8).lines().toList();
    }

    @Test
    void everyNumberReadsBackAsTheSameBits() throws IOException {
        double[] values = new double[50_000];
        CounterRandom random = new CounterRandom(3);
        for (int i = 0; i < values.length; i++) {
            // Every exponent of a double, by turns plain and with a fraction.
            double value = StrictMath.scalb(random.uniform("mantissa", i, 0) - 0.5, i % 2100 - 1060);
            values[i] = i % 3 == 0 ? StrictMath.rint(value) : value;
        }
        values[0] = -0.0;
        values[1] = Double.MIN_VALUE;
        values[2] = Double.MAX_VALUE;
        values[3] = Double.NaN;
        values[4] = 1e15;
        values[5] = Double.NEGATIVE_INFINITY;
        List<String> lines = lines("1", new double[values.length], new double[][] {values});
        for (int i = 0; i < values.length; i++) {
            String cell = lines.get(i + 1).substring("1,2,0,".length());
            assertEquals(Double.doubleToRawLongBits(values[i]), Double.doubleToRawLongBits(Double.parseDouble(cell)), cell);
        }
    }

    @Test
    void wholeNumbersArePlain() throws IOException {
        assertEquals(List.of("ID,REP,TIME,y", "1,2,12,-3", "1,2,0.5,100000"), lines("1", new double[] {12, 0.5}, new double[][] {{-3, 1e5}}));
    }

    @Test
    void aSubjectWithoutValuesKeepsItsRowsWithEmptyCells() throws IOException {
        assertEquals(List.of("ID,REP,TIME,y", "1,2,0,", "1,2,1,"), lines("1", new double[] {0, 1}, null));
    }

    @Test
    void aNameWithACommaOrAQuotationMarkIsQuoted() throws IOException {
        assertEquals("\"a,\"\"b\",2,0,1", lines("a,\"b", new double[] {0}, new double[][] {{1}}).getLast());
    }
}

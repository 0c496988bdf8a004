package ketum.cli.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes the long table: one row for each subject, replicate and time. A number has the fewest digits that give back all its bits.
 * A subject that could not be integrated keeps its rows, with empty cells; NaN is a value that the model itself gave.
 */
final class CsvTable {

    private static final int BUFFER = 1 << 16;
    /** Whole numbers up to here are written without ".0"; all of them are exact. */
    private static final double LARGEST_PLAIN = 1e15;

    private final OutputStream out;
    private final StringBuilder buffer = new StringBuilder(BUFFER + 4096);

    CsvTable(OutputStream out, List<Column> columns) {
        this.out = out;
        for (Column column : columns) {
            buffer.append(buffer.isEmpty() ? "" : ",").append(cell(column.name()));
        }
        buffer.append('\n');
    }

    /**
     * The rows of one subject.
     *
     * @param values by output, then by time; null where the subject could not be integrated
     * @param outputs number of outputs
     */
    void subject(String id, int replicate, double[] times, double[][] values, int outputs) throws IOException {
        String before = cell(id) + "," + replicate + ",";
        for (int k = 0; k < times.length; k++) {
            buffer.append(before);
            append(times[k]);
            for (int output = 0; output < outputs; output++) {
                buffer.append(',');
                if (values != null) {
                    append(values[output][k]);
                }
            }
            buffer.append('\n');
            if (buffer.length() >= BUFFER) {
                flush();
            }
        }
    }

    private void append(double value) {
        if (value == (long) value && Math.abs(value) < LARGEST_PLAIN && (value != 0 || 1 / value > 0)) {
            buffer.append((long) value);
        } else {
            buffer.append(value);
        }
    }

    void flush() throws IOException {
        out.write(buffer.toString().getBytes(UTF_8));
        out.flush();
        buffer.setLength(0);
    }

    private static String cell(String text) {
        return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}

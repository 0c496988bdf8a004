package ketum.engine.data;

import java.io.IOException;
import java.util.Locale;

/** The canonical form of a data set. */
final class DataSetWriter {

    private static final String HEADER = "ID,TIME,EVID,AMT,RATE,DUR,II,ADDL,SS,CMT,MDV,DV";

    private DataSetWriter() {
    }

    static void write(DataSet data, Appendable to) throws IOException {
        for (var unit : data.units().entrySet()) {
            to.append("#! ").append(unit.getKey()).append(": ").append(unit.getValue()).append('\n');
        }
        for (Covariate covariate : data.covariates()) {
            to.append("#! ").append(covariate.name()).append(": ").append(covariate.rule().name().toLowerCase(Locale.ROOT))
                    .append(covariate.categorical() ? ", categorical" : "")
                    .append(covariate.unit().isEmpty() ? "" : ", " + covariate.unit()).append('\n');
        }
        to.append(HEADER);
        for (Covariate covariate : data.covariates()) {
            to.append(',').append(quoted(covariate.name()));
        }
        to.append('\n');
        for (DataRecord record : data.records()) {
            to.append(quoted(record.id())).append(',').append(number(record.time())).append(',')
                    .append(Integer.toString(record.event().ordinal())).append(',').append(number(record.amount())).append(',')
                    .append(number(record.rate())).append(',').append(number(record.duration())).append(',')
                    .append(number(record.interval())).append(',').append(Integer.toString(record.additional())).append(',')
                    .append(Integer.toString(record.steadyState().ordinal())).append(',')
                    .append(record.compartment().isEmpty() ? "." : quoted(record.compartment())).append(',')
                    .append(record.missing() ? "1" : "0").append(',').append(number(record.dv()));
            for (double value : record.covariates()) {
                to.append(',').append(number(value));
            }
            to.append('\n');
        }
    }

    /** The shortest text that reads back as the same number; a dot for a missing one. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return ".";
        }
        if (value == StrictMath.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return Double.toString(value);
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"') ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}

package ketum.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import ketum.cli.simulate.FailedSubject;
import ketum.cli.simulate.OutputSummary;
import ketum.cli.simulate.Result;
import ketum.engine.model.Model;
import ketum.report.text.Numbers;

/** What {@code ketum simulate} says on the terminal about a run: who, when, the range of each output, and the work done. */
final class SimulateScreen {

    private static final int WIDTH = 80;
    private static final int MOST_OUTPUTS = 20;
    private static final int MOST_FAILURES = 10;
    private static final int ENOUGH_FOR_PERCENTILES = 20;
    private static final int DIGITS = 3;
    private static final int DIGITS_OF_TIMES = 9;
    private static final double SMALLEST_PLAIN = 1e-4;
    private static final double LARGEST_PLAIN = 1e7;

    private final Model model;
    private final Result result;

    SimulateScreen(Model model, Result result) {
        this.model = model;
        this.result = result;
    }

    List<String> lines(double seconds) {
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s, %s to %s %s, %s".formatted(model.name(), people(), time(result.firstTime()), time(result.lastTime()), model.timeUnit(),
                counted(result.rows(), "row")));
        lines.add("");
        lines.addAll(table());
        lines.add("");
        lines.add("%s (%,d rejected)%s; %s s".formatted(counted(result.statistics().steps(), "step"), result.statistics().rejected(), method(),
                seconds < 10 ? Numbers.significant(seconds, 2) : Numbers.fixed(seconds, 0)));
        return lines;
    }

    /** One line for each subject that could not be integrated, and how many there were. */
    List<String> failures() {
        List<String> lines = new ArrayList<>();
        for (FailedSubject failure : result.failures().subList(0, Math.min(MOST_FAILURES, result.failures().size()))) {
            lines.add("subject %s%s%s: %s".formatted(failure.id(), result.replicates() == 1 ? "" : ", replicate " + failure.replicate(),
                    failure.line() == 0 ? "" : ", line " + failure.line(), failure.text()));
        }
        if (result.failures().size() > MOST_FAILURES) {
            lines.add("... and %,d more; --json lists all".formatted(result.failures().size() - MOST_FAILURES));
        }
        return lines;
    }

    private String people() {
        int all = result.subjects() * result.replicates();
        return result.replicates() == 1 ? counted(all, "subject")
                : "%s, each %,d times".formatted(counted(result.subjects(), "subject"), result.replicates());
    }

    /** The stiff method makes one Jacobian matrix a step. */
    private String method() {
        long stiff = result.statistics().jacobians();
        return stiff == 0 ? ", explicit method" : stiff >= result.statistics().steps() ? ", stiff method"
                : ", %,d of them by the stiff method".formatted(stiff);
    }

    private static String counted(long number, String what) {
        return "%,d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }

    private List<String> table() {
        boolean several = result.subjects() * result.replicates() - result.failures().size() > 1;
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"", "smallest", "largest", "at the last time"});
        for (OutputSummary output : result.outputs().subList(0, Math.min(MOST_OUTPUTS, result.outputs().size()))) {
            rows.add(new String[] {output.output() + (output.unit().equals("1") ? "" : " (" + output.unit() + ")"), cell(output.smallest(), several),
                cell(output.largest(), several), cell(output.last(), several)});
        }
        int[] widths = IntStream.range(0, 4).map(column -> rows.stream().mapToInt(row -> row[column].length()).max().orElse(0)).toArray();
        boolean stacked = IntStream.of(widths).sum() + 6 > WIDTH;
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            if (stacked && !row[0].isEmpty()) {
                lines.add(row[0]);
            }
            StringBuilder line = new StringBuilder(stacked ? "" : padded(row[0], widths[0]));
            for (int column = 1; column < row.length; column++) {
                line.append("  ").append(padded(row[column], widths[column]));
            }
            lines.add(line.toString().stripTrailing());
        }
        if (result.outputs().size() > MOST_OUTPUTS) {
            lines.add("... and %d more outputs".formatted(result.outputs().size() - MOST_OUTPUTS));
        }
        if (several) {
            lines.add("Median over subjects, in brackets " + (many() ? "the middle 90 % of them." : "the least and the most."));
        }
        return lines;
    }

    private String cell(OutputSummary.Spread spread, boolean several) {
        double low = many() ? spread.p05() : spread.least();
        double high = many() ? spread.p95() : spread.most();
        return number(spread.p50()) + (several ? " [" + number(low) + ", " + number(high) + "]" : "");
    }

    /** Whether there are enough subjects for percentiles to say something. */
    private boolean many() {
        return result.subjects() * result.replicates() - result.failures().size() >= ENOUGH_FOR_PERCENTILES;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String time(double value) {
        return Numbers.significant(value, DIGITS_OF_TIMES);
    }

    /** Three digits, with an exponent where zeros would hide them. */
    private static String number(double value) {
        double size = Math.abs(value);
        return Double.isNaN(value) ? "-" : Double.isInfinite(value) || size != 0 && (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN)
                ? String.format(Locale.ROOT, "%.2e", value) : Numbers.significant(value, DIGITS);
    }
}

package ketum.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Jazzer says, line by line: how far it came, and the account of a finding. */
final class JazzerLog {

    private static final Pattern STEP = Pattern.compile("#(\\d+)\\s+\\S+\\s+cov: (\\d+) ft: \\d+ corp: (\\d+)/.*");
    private static final Pattern STATISTIC = Pattern.compile("stat::(\\w+):\\s+(\\d+)");
    private static final int ACCOUNT = 40;
    private static final int WIDEST = 300;
    private static final int LAST = 15;

    private final List<String> finding = new ArrayList<>();
    private final Deque<String> last = new ArrayDeque<>();
    private long executions;
    private long edges;
    private long kept;
    private long residentMib;
    private boolean telling;

    void line(String line) {
        last.addLast(line);
        if (last.size() > LAST) {
            last.removeFirst();
        }
        Matcher step = STEP.matcher(line);
        if (step.matches()) {
            executions = Long.parseLong(step.group(1));
            edges = Long.parseLong(step.group(2));
            kept = Long.parseLong(step.group(3));
        }
        Matcher statistic = STATISTIC.matcher(line);
        if (statistic.matches()) {
            switch (statistic.group(1)) {
                case "number_of_executed_units" -> executions = Long.parseLong(statistic.group(2));
                case "peak_rss_mb" -> residentMib = Long.parseLong(statistic.group(2));
                default -> { }
            }
        }
        telling |= line.startsWith("== Java Exception") || line.contains("ERROR: libFuzzer");
        if (telling && finding.size() < ACCOUNT && !line.isBlank()) {
            finding.add(line.length() > WIDEST ? line.substring(0, WIDEST) + "..." : line);
        }
    }

    /** Jazzer's account of a finding; empty for none. */
    List<String> finding() {
        return List.copyOf(finding);
    }

    /** The last lines. */
    List<String> last() {
        return List.copyOf(last);
    }

    String summary() {
        return executions + " executions, " + edges + " edges, " + kept + " inputs kept, " + residentMib + " MiB";
    }
}

package ketum.bench;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps processes on one processor core, by the program {@code taskset} where the system has it. */
final class Core {

    /** The program fails if a thread ends while it goes through them. */
    private static final int ATTEMPTS = 5;
    private static final Pattern LAST = Pattern.compile("(\\d+)$");

    private Core() {
    }

    /** The last core this process may use (the first serves most interrupts), or null where none can be chosen. */
    static Integer choose() {
        String line = Tool.firstLine("taskset", "-cp", Long.toString(ProcessHandle.current().pid()));
        Matcher last = line == null ? null : LAST.matcher(line);
        return last != null && last.find() ? Integer.valueOf(last.group(1)) : null;
    }

    /** Words before a command line that keep it on a core. */
    static List<String> prefix(int core) {
        return List.of("taskset", "-c", Integer.toString(core));
    }

    /** Puts every thread of this process on a core: worker, compilers and garbage collection; threads to come stay there too. */
    static boolean keepThisProcessOn(int core) {
        boolean kept = false;
        for (int attempt = 0; !kept && attempt < ATTEMPTS; attempt++) {
            kept = Tool.firstLine("taskset", "-acp", Integer.toString(core), Long.toString(ProcessHandle.current().pid())) != null;
        }
        return kept;
    }
}

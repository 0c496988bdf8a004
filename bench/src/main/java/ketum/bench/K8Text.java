package ketum.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A result as lines for a person. */
final class K8Text {

    private K8Text() {
    }

    static String write(K8Result result) {
        K8Settings settings = result.settings();
        int subjects = settings.subjects();
        List<String> lines = new ArrayList<>();
        lines.add(settings.title() + ", " + subjects + " subjects, " + settings.rounds() + " rounds"
                + result.core().map(core -> ", all on core " + core).orElse(""));
        lines.add("");
        lines.add("                    subjects/s  (least to greatest)   per CPU s        steps  rejected    right-hand sides  error: worst   median");
        result.contenders().forEach(standing -> row(lines, standing));
        lines.add("");
        result.ratioToScalarC().ifPresent(ratio -> lines.add(format("%.2f times the scalar C program (rounds %.2f to %.2f; by processor time %.2f)",
                ratio.median(), ratio.least(), ratio.greatest(), result.cpuRatioToScalarC().orElseThrow().median())));
        result.others().forEach(other -> lines.add(format("%.2f times %s", result.engine().ratioTo(other).median(), other.name())));
        result.ratioToOneThread().ifPresent(ratio -> lines.add(format("%.2f times one thread (rounds %.2f to %.2f)", ratio.median(),
                ratio.least(), ratio.greatest())));
        result.ceilingOfThreads().ifPresent(ratio -> lines.add(format("%.2f is the most this machine gives: %d C programs at once against one (rounds %.2f to %.2f)",
                ratio.median(), settings.threads(), ratio.least(), ratio.greatest())));
        lines.add(format("%.3f bytes allocated per step beside the results; model text read and compiled in %.0f ms, first round in %.2f s; %d Jacobians, %d stiff switches, %d failures",
                result.bytesPerStep(), 1e3 * result.compileSeconds(), result.firstRoundSeconds(),
                result.jacobians(), result.stiffSwitches(), result.failures()));
        lines.add(format("Sum of final states %.12e", result.sumOfFinalStates())
                + (subjects == 1000 && !settings.problem().stiff() ? format(" (published %.12e)", PublishedFinals.SUM_OF_A_THOUSAND) : ""));
        result.finalStates().forEach((subject, found) -> {
            double[] published = PublishedFinals.of(settings.problem(), subject);
            if (published != null) {
                lines.add(format("Subject %d at 720 h: within %.1e (relative) of the published states", subject,
                        PublishedFinals.difference(published, found)));
            }
        });
        result.notes().forEach(note -> lines.add("Note: " + note));
        Machine machine = result.machine();
        lines.add("");
        lines.add(machine.processor() + ", " + machine.cores() + " cores, " + String.join(" ", machine.vectors()));
        lines.add(machine.java() + "; " + (machine.gcc() == null ? "no gcc" : machine.gcc() + " " + String.join(" ", Gcc.FLAGS)));
        return String.join("\n", lines) + "\n";
    }

    private static void row(List<String> lines, Standing standing) {
        Spread rate = standing.subjectsPerSecond();
        lines.add(format("%-18s  %10.0f  (%6.0f to %6.0f)   %11.0f  %11s  %8s  %18s  %12.1e  %7.1e", standing.name(), rate.median(), rate.least(),
                rate.greatest(), standing.subjectsPerCpuSecond().median(), count(standing.steps()), count(standing.rejected()),
                count(standing.rightHandSides()), standing.error().worst(), standing.error().median()));
    }

    /** What a program does not tell is a dash. */
    private static String count(long number) {
        return number < 0 ? "-" : Long.toString(number);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}

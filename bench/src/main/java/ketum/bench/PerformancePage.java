package ketum.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes docs/performance.md from the results of the standard runs and a hand-written part. */
final class PerformancePage {

    private static final String HEAD = """
            # Performance

            Written by `./ketum bench report`, from the runs named below; do not edit it by hand. What was tried, and what lost, is kept by hand in
            [performance-notes.md](performance-notes.md) and repeated at the end.

            **Problem.** K8 is a synthetic dosing problem of 8 states (drug, metabolite, effect site, two tolerances; [the model text](../bench/src/main/resources/ketum/bench/k8.ant)):
            90 doses 8 hours apart, all states recorded at hours 0 to 720, 1,000 subjects whose eight parameters are spread log-normally by a recipe without random
            numbers. K8-S is the same with an effect site 400 times as fast: a stiff problem. The parameters are no pharmacology.

            **How it is measured.** The model goes the way of any user's model: text, `Model.parse`, `Simulator.compile`, `Simulator.run`. Each round runs the
            engine and a scalar C program ([dp54.c](../bench/src/main/c/dp54.c): Dormand-Prince 5(4), same tolerances and error norm, compiled on the spot
            with gcc -O3 -march=native) once, in turning order. With one thread, both are kept on the same core, the engine's compilers and garbage collection
            included. Times hold the writing of all 8 states at 721 times. Rates are medians of the rounds, with the least and the greatest; ratios are taken within
            a round. The error of a subject is the greatest |difference| / (0.001 + |value|) over states and hours without a dose, against an exact
            solution (matrix exponentials for the linear states, Gauss collocation of order 16 for the others) that is computed on the spot and agrees with the
            published final states to all their digits. `./ketum bench k8 --help` says how to repeat any row; `--json` gives every
            round ([schema](../bench/src/main/resources/ketum/bench/k8-result.schema.json)); the rounds behind this page are in [performance](performance).
            """;

    private PerformancePage() {
    }

    /**
     * @param commands by name of a standard run: the words after {@code ./ketum bench}
     * @param results  by the same names, as {@link K8Json} writes them
     * @param notes    the hand-written part, a heading of the second level first
     */
    static String write(Map<String, String> commands, Map<String, JsonNode> results, String notes) {
        List<String> lines = new ArrayList<>(HEAD.lines().toList());
        JsonNode any = results.values().iterator().next();
        lines.add("");
        lines.add("**Machine.** " + words(any.get("machine")) + ".");
        lines.add("");
        lines.add("## Targets");
        lines.add("");
        if (results.values().stream().anyMatch(PerformancePage::onBusyMachine)) {
            lines.add("**The machine did other things during these runs** (each run says how much). Ratios by processor time hold; elapsed times, and above all");
            lines.add("the figure for two threads, are to be taken again on a quiet machine.");
            lines.add("");
        }
        lines.add("| Figure | Target | Aim | Found | By processor time | |");
        lines.add("|---|---|---|---|---|---|");
        for (Target target : Target.ALL) {
            lines.add(row(target, results.get(target.run())));
        }
        lines.add("");
        lines.add("The bounds on errors are what mrgsolve 2.0.2 reached at the same tolerances on this problem.");
        lines.add("");
        lines.add("## Runs");
        for (Map.Entry<String, JsonNode> run : results.entrySet()) {
            lines.addAll(section(commands.get(run.getKey()), run.getValue(), any.get("machine")));
        }
        lines.add("");
        lines.addAll(notes.strip().lines().toList());
        return String.join("\n", lines) + "\n";
    }

    private static String row(Target target, JsonNode result) {
        String found = result == null ? "-" : figure(result.get(target.field()));
        boolean toC = target.field().equals("ratio_to_scalar_c") && result != null;
        return "| %s | %s %s | %s | %s | %s | %s |".formatted(target.what(), target.most() ? "at most" : "at least", figure(target.bound()),
                Double.isNaN(target.aim()) ? "" : figure(target.aim()), found, toC ? figure(result.get("ratio_to_scalar_c_by_cpu_time")) : "",
                switch (target.verdict(result)) {
                    case AIM_REACHED -> "met, and the aim too";
                    case MET -> "met";
                    case MISSED -> "**missed**";
                    case NOT_MEASURED -> "not measured";
                });
    }

    private static List<String> section(String command, JsonNode result, JsonNode machine) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("`./ketum bench " + command + "`, " + result.get("date").asString()
                + (result.get("machine").equals(machine) ? "" : ", on another machine: " + words(result.get("machine"))));
        lines.add("");
        lines.add("| | subjects/s | least to greatest | per second of processor time | steps | rejected | right-hand sides | error, worst | median |");
        lines.add("|---|---|---|---|---|---|---|---|---|");
        for (JsonNode contender : result.get("contenders")) {
            JsonNode rate = contender.get("subjects_per_s");
            lines.add("| %s | %s | %s to %s | %s | %s | %s | %s | %s | %s |".formatted(contender.get("name").asString(), whole(rate.get("median")),
                    whole(rate.get("least")), whole(rate.get("greatest")), whole(contender.get("subjects_per_cpu_s").get("median")),
                    whole(contender.get("steps")), whole(contender.get("rejected")), whole(contender.get("right_hand_sides")),
                    figure(contender.get("error_worst")), figure(contender.get("error_median"))));
        }
        lines.add("");
        List<String> facts = new ArrayList<>();
        ratio(facts, result, "ratio_to_scalar_c", " times the scalar C program");
        result.get("ratios_to_others").properties().forEach(other -> facts.add(figure(other.getValue()) + " times " + other.getKey()));
        ratio(facts, result, "ratio_to_one_thread", " times one thread");
        ratio(facts, result, "ceiling_of_threads", " is the most that threads can gain here (C programs at once against one)");
        facts.add("%d subjects, %d rounds".formatted(result.get("settings").get("subjects").asInt(), result.get("settings").get("rounds").asInt()));
        facts.add("%s bytes allocated per step beside the results".formatted(figure(result.get("bytes_per_step"))));
        facts.add("%s stiff switches, %s Jacobians, %s failures".formatted(whole(result.get("stiff_switches")), whole(result.get("jacobians")),
                whole(result.get("failures"))));
        facts.add("read and compiled in " + whole(1e3 * result.get("compile_s").asDouble()) + " ms, first round of all in "
                + figure(result.get("first_round_s")) + " s");
        lines.add(String.join("; ", facts) + ".");
        result.get("notes").forEach(note -> lines.add("*" + note.asString() + "*"));
        return lines;
    }

    private static String words(JsonNode machine) {
        return machine.get("processor").asString() + "; " + machine.get("cores").asInt() + " cores; "
                + String.join(" ", machine.get("vectors").valueStream().map(JsonNode::asString).toList()) + "; " + machine.get("system").asString() + "; "
                + machine.get("java").asString() + "; " + (machine.get("gcc").isNull() ? "no gcc" : machine.get("gcc").asString());
    }

    private static boolean onBusyMachine(JsonNode result) {
        return result.get("notes").valueStream().anyMatch(note -> note.asString().startsWith(K8Run.BUSY_NOTE));
    }

    private static void ratio(List<String> facts, JsonNode result, String field, String words) {
        if (result.path(field).isNumber()) {
            facts.add("**" + figure(result.get(field)) + words + "**");
        }
    }

    private static String figure(JsonNode number) {
        return number.isNumber() ? figure(number.asDouble()) : "-";
    }

    /** Two or three digits that mean something. */
    private static String figure(double number) {
        double size = Math.abs(number);
        return size > 0 && size < 1e-3 ? String.format(Locale.ROOT, "%.1e", number).replace("e-0", "e-")
                : String.format(Locale.ROOT, "%.2f", number).replaceAll("\\.?0+$", "");
    }

    private static String whole(JsonNode number) {
        return number.isNumber() ? whole(number.asDouble()) : "-";
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }
}

package ketum.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A result as JSON; its form is described by {@code k8-result.schema.json} beside this class. */
final class K8Json {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private K8Json() {
    }

    static String write(K8Result result) {
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(tree(result)) + "\n";
    }

    static ObjectNode tree(K8Result result) {
        K8Settings settings = result.settings();
        ObjectNode root = NODES.objectNode();
        root.put("problem", settings.problem().title());
        root.put("date", result.date().toString());
        root.put("subjects_per_s", result.engine().subjectsPerSecond().median());
        root.set("subjects_per_s_spread", spread(result.engine().subjectsPerSecond()));
        root.set("ratio_to_scalar_c", median(result.ratioToScalarC().orElse(null)));
        root.set("ratio_to_scalar_c_spread", spread(result.ratioToScalarC().orElse(null)));
        root.set("ratio_to_scalar_c_by_cpu_time", median(result.cpuRatioToScalarC().orElse(null)));
        root.set("ratios_to_others", others(result));
        root.set("ratio_to_one_thread", median(result.ratioToOneThread().orElse(null)));
        root.set("ratio_to_one_thread_spread", spread(result.ratioToOneThread().orElse(null)));
        root.set("ceiling_of_threads", median(result.ceilingOfThreads().orElse(null)));
        root.set("error_worst", finite(result.engine().error().worst()));
        root.set("error_median", finite(result.engine().error().median()));
        root.put("bytes_per_step", result.bytesPerStep());
        root.put("bytes_allocated", result.bytesAllocated());
        root.put("steps", result.engine().steps());
        root.put("rejected", result.engine().rejected());
        root.put("right_hand_sides", result.engine().rightHandSides());
        root.put("jacobians", result.jacobians());
        root.put("stiff_switches", result.stiffSwitches());
        root.put("failures", result.failures());
        root.put("compile_s", result.compileSeconds());
        root.put("first_round_s", result.firstRoundSeconds());
        root.set("sum_of_final_states", finite(result.sumOfFinalStates()));
        root.set("final_states", finals(result));
        ArrayNode notes = root.putArray("notes");
        result.notes().forEach(notes::add);
        ArrayNode contenders = root.putArray("contenders");
        result.contenders().forEach(standing -> contenders.add(standing(standing)));
        root.set("settings", settings(result));
        root.set("machine", machine(result.machine()));
        return root;
    }

    private static ObjectNode others(K8Result result) {
        ObjectNode node = NODES.objectNode();
        result.others().forEach(other -> node.put(other.name(), result.engine().ratioTo(other).median()));
        return node;
    }

    private static ObjectNode finals(K8Result result) {
        ObjectNode node = NODES.objectNode();
        for (Map.Entry<Integer, double[]> subject : result.finalStates().entrySet()) {
            ObjectNode one = node.putObject("subject_" + subject.getKey());
            List<String> states = K8Problem.STATES;
            for (int state = 0; state < states.size(); state++) {
                one.set(states.get(state), finite(subject.getValue()[state]));
            }
            double[] published = PublishedFinals.of(result.settings().problem(), subject.getKey());
            one.set("greatest_difference_from_published",
                    published == null ? NODES.nullNode() : finite(PublishedFinals.difference(published, subject.getValue())));
        }
        return node;
    }

    private static ObjectNode standing(Standing standing) {
        ObjectNode node = NODES.objectNode();
        node.put("name", standing.name());
        node.put("subjects", standing.subjects());
        node.set("subjects_per_s", spread(standing.subjectsPerSecond()));
        node.set("subjects_per_cpu_s", spread(standing.subjectsPerCpuSecond()));
        node.set("steps", count(standing.steps()));
        node.set("rejected", count(standing.rejected()));
        node.set("right_hand_sides", count(standing.rightHandSides()));
        node.set("error_worst", finite(standing.error().worst()));
        node.set("error_median", finite(standing.error().median()));
        ArrayNode rounds = node.putArray("rounds");
        for (Timing round : standing.rounds()) {
            rounds.addObject().put("elapsed_s", round.elapsedSeconds()).put("cpu_s", round.cpuSeconds());
        }
        return node;
    }

    private static ObjectNode settings(K8Result result) {
        K8Settings settings = result.settings();
        ObjectNode node = NODES.objectNode();
        node.put("relative_tolerance", settings.relativeTolerance());
        node.put("absolute_tolerance", settings.absoluteTolerance());
        node.put("threads", settings.threads());
        node.put("subjects", settings.subjects());
        node.put("rounds", settings.rounds());
        node.put("lanes", settings.lanes().name().toLowerCase(Locale.ROOT));
        node.put("method", settings.method().name().toLowerCase(Locale.ROOT));
        if (result.core().isPresent()) {
            node.put("core", result.core().get());
        } else {
            node.putNull("core");
        }
        return node;
    }

    private static ObjectNode machine(Machine machine) {
        ObjectNode node = NODES.objectNode();
        node.put("processor", machine.processor());
        node.put("cores", machine.cores());
        ArrayNode vectors = node.putArray("vectors");
        machine.vectors().forEach(vectors::add);
        node.put("system", machine.system());
        node.put("java", machine.java());
        node.put("gcc", machine.gcc());
        ArrayNode flags = node.putArray("gcc_flags");
        Gcc.FLAGS.forEach(flags::add);
        return node;
    }

    /** JSON has neither infinity nor NaN. */
    private static JsonNode finite(double value) {
        return Double.isFinite(value) ? NODES.numberNode(value) : NODES.nullNode();
    }

    private static JsonNode count(long number) {
        return number < 0 ? NODES.nullNode() : NODES.numberNode(number);
    }

    private static JsonNode median(Spread spread) {
        return spread == null ? NODES.nullNode() : NODES.numberNode(spread.median());
    }

    private static JsonNode spread(Spread spread) {
        return spread == null ? NODES.nullNode() : NODES.objectNode().put("median", spread.median())
                .put("least", spread.least()).put("greatest", spread.greatest());
    }
}

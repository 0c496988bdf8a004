package ketum.engine.kernel;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ketum.engine.kernel.SeriesPlan.Entry;

/** Compiles the recurrences of a model's Taylor coefficients. */
final class SeriesCompiler {

    private SeriesCompiler() {
    }

    /**
     * Empty where the rates have no series.
     *
     * @param derived    derived parameters of the model's kernel
     * @param parameters number of declared parameters
     */
    static Optional<CompiledSeries> compile(Graph graph, List<Node> rates, Map<Node, Integer> derived, int parameters, int width) {
        if (rates.isEmpty() || !SeriesPlan.smooth(rates)) {
            return Optional.empty();
        }
        SeriesPlan plan = SeriesPlan.of(graph, rates);
        List<Node> origins = plan.origins().stream().map(Entry::value).toList();
        List<Node> steps = plan.steps().stream().map(Entry::value).toList();
        Map<Node, Integer> all = new LinkedHashMap<>(derived);
        Set<Node> seen = new HashSet<>();
        origins.forEach(node -> KernelCompiler.collectDerived(node, parameters, all, seen));
        steps.forEach(node -> KernelCompiler.collectDerived(node, parameters, all, seen));
        List<Node> own = all.keySet().stream().skip(derived.size()).toList();
        KernelCompiler scalar = new KernelCompiler(false);
        SeriesKernel kernel = scalar.load(SeriesKernel.class, functions(plan, origins, steps, own, derived, all, 1));
        Optional<SeriesKernel> vector = width == LaneWidth.SCALAR ? Optional.empty() : Optional.of(
                new KernelCompiler(true).load(SeriesKernel.class, functions(plan, origins, steps, own, derived, all, width)));
        return Optional.of(new CompiledSeries(kernel, vector, own.size(), plan.count(), scalar.workRows(), plan.guarded()));
    }

    private static List<KernelCompiler.Function> functions(SeriesPlan plan, List<Node> origins, List<Node> steps, List<Node> own,
                                                           Map<Node, Integer> derived, Map<Node, Integer> all, int width) {
        return List.of(
                new KernelCompiler.Function("prepare", own, derived),
                new KernelCompiler.Function("origin", origins, all, () -> new OriginFrame(plan.origins(), plan.count(), width)),
                new KernelCompiler.Function("term", steps, all, () -> new TermFrame(plan.steps(), width)));
    }
}

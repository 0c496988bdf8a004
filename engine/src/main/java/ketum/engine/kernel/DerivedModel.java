package ketum.engine.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ketum.engine.model.Model;

/** Models that carry derivatives of another one, made from the same expressions. */
public final class DerivedModel {

    private record Pair(String state, String parameter) {}

    private final Model model;
    private final ModelCompiler compiler;
    private final Graph graph;
    private final Derivative derivative;
    private final Algebra on;
    private final List<Node> rates;
    private final Map<String, Integer> rows = new LinkedHashMap<>();

    private DerivedModel(Model model) {
        this.model = model;
        this.compiler = new ModelCompiler(model);
        this.graph = compiler.graph();
        this.derivative = new Derivative(graph);
        this.on = new Algebra(graph);
        this.rates = model.states().stream().map(state -> compiler.running(state.rate())).toList();
        model.states().forEach(state -> rows.put(state.id(), rows.size()));
    }

    /** What a derivative is called: {@code d(C)/d(ka)}. No name in a model text looks like that. */
    public static String id(String of, String by) {
        return "d(" + of + ")/d(" + by + ")";
    }

    /**
     * The part of a model that the outputs need, with the forward sensitivities of its states as further states and of the outputs as
     * assignments, all named by {@link #id}. A sensitivity that is always 0 is no state.
     *
     * @param entering parameter that scales what enters a state from outside, by state id; its sensitivity is a state in any case
     * @param kept     further ids that the model keeps
     * @throws IllegalArgumentException for ids that the model does not have
     */
    public static Model sensitivities(Model model, List<String> outputs, Collection<String> parameters, Map<String, String> entering,
                                      Collection<String> kept) {
        Set<String> needed = new LinkedHashSet<>(outputs);
        needed.addAll(parameters);
        needed.addAll(kept);
        return new DerivedModel(model.slice(needed)).withSensitivities(outputs, parameters, entering);
    }

    /** A model with the entries of its Jacobian that are not always 0 as assignments, each named d(x')/d(y). */
    public static Model jacobian(Model model) {
        return new DerivedModel(model).withJacobian();
    }

    private Model withJacobian() {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (Model.State of : model.states()) {
            for (Model.State by : model.states()) {
                Node entry = derivative.of(rates.get(rows.get(of.id())), graph.state(rows.get(by.id())));
                if (!Algebra.zero(entry)) {
                    entries.put(id(of.id() + "'", by.id()), entry);
                }
            }
        }
        Formulas formulas = new Formulas(List.copyOf(rows.keySet()), parameterIds(), List.copyOf(entries.values()));
        List<Model.Assignment> own = new ArrayList<>();
        entries.forEach((name, entry) -> own.add(new Model.Assignment(name, "1", formulas.of(entry), 0)));
        return new Model(model.name(), model.timeUnit(), model.states(), model.parameters(), assignments(formulas, own));
    }

    private Model withSensitivities(List<String> outputs, Collection<String> parameters, Map<String, String> entering) {
        Set<Pair> pairs = influences(parameters, entering);
        Map<Pair, Node> variables = new LinkedHashMap<>();
        List<String> states = new ArrayList<>(rows.keySet());
        for (Pair pair : pairs) {
            variables.put(pair, graph.state(states.size()));
            states.add(id(pair.state(), pair.parameter()));
        }
        Map<Pair, Node> rate = new LinkedHashMap<>();
        Map<Pair, Node> start = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            rate.put(pair, total(rates.get(rows.get(pair.state())), pair.parameter(), variables));
            start.put(pair, derivative.of(compiler.starting(pair.state()), compiler.parameter(pair.parameter())));
        }
        Map<Pair, Node> results = new LinkedHashMap<>();
        for (String output : outputs) {
            for (String parameter : parameters) {
                Pair pair = new Pair(output, parameter);
                if (!variables.containsKey(pair)) {
                    results.put(pair, total(compiler.running(output), parameter, variables));
                }
            }
        }
        List<Node> roots = new ArrayList<>(rate.values());
        roots.addAll(start.values());
        roots.addAll(results.values());
        Formulas formulas = new Formulas(states, parameterIds(), roots);
        List<Model.State> all = new ArrayList<>(model.states());
        for (Pair pair : pairs) {
            all.add(new Model.State(id(pair.state(), pair.parameter()), unit(pair), formulas.of(start.get(pair)), formulas.of(rate.get(pair)), 0));
        }
        List<Model.Assignment> own = new ArrayList<>();
        results.forEach((pair, node) -> own.add(new Model.Assignment(id(pair.state(), pair.parameter()), unit(pair), formulas.of(node), 0)));
        return new Model(model.name(), model.timeUnit(), all, model.parameters(), assignments(formulas, own));
    }

    /** Pairs of a state and a parameter that may have an influence on it, in order of parameters, then states. */
    private Set<Pair> influences(Collection<String> parameters, Map<String, String> entering) {
        Set<Pair> pairs = new LinkedHashSet<>();
        for (String parameter : parameters) {
            Node leaf = compiler.parameter(parameter);
            Set<String> influenced = new LinkedHashSet<>();
            int before = -1;
            while (influenced.size() > before) {
                before = influenced.size();
                for (String state : rows.keySet()) {
                    Node own = rates.get(rows.get(state));
                    if (parameter.equals(entering.get(state)) || !Algebra.zero(derivative.of(own, leaf))
                            || !Algebra.zero(derivative.of(compiler.starting(state), leaf))
                            || influenced.stream().anyMatch(other -> !Algebra.zero(derivative.of(own, graph.state(rows.get(other)))))) {
                        influenced.add(state);
                    }
                }
            }
            rows.keySet().stream().filter(influenced::contains).forEach(state -> pairs.add(new Pair(state, parameter)));
        }
        return pairs;
    }

    /** Total derivative: partial by the parameter, plus by each state times that state's sensitivity. */
    private Node total(Node node, String parameter, Map<Pair, Node> variables) {
        Node sum = derivative.of(node, compiler.parameter(parameter));
        for (String state : rows.keySet()) {
            Node sensitivity = variables.get(new Pair(state, parameter));
            if (sensitivity != null) {
                sum = on.add(sum, on.multiply(derivative.of(node, graph.state(rows.get(state))), sensitivity));
            }
        }
        return sum;
    }

    private List<Model.Assignment> assignments(Formulas formulas, List<Model.Assignment> own) {
        List<Model.Assignment> all = new ArrayList<>(model.assignments());
        all.addAll(formulas.assignments());
        all.addAll(own);
        return all;
    }

    private List<String> parameterIds() {
        return compiler.parameterIds();
    }

    private String unit(Pair pair) {
        String by = unit(pair.parameter());
        return by.equals("1") ? unit(pair.state()) : unit(pair.state()) + "/(" + by + ")";
    }

    private String unit(String id) {
        for (Model.State state : model.states()) {
            if (state.id().equals(id)) {
                return state.unit();
            }
        }
        for (Model.Parameter parameter : model.parameters()) {
            if (parameter.id().equals(id)) {
                return parameter.unit();
            }
        }
        return model.assignments().stream().filter(assignment -> assignment.id().equals(id)).findFirst()
                .map(Model.Assignment::unit).orElse("1");
    }
}

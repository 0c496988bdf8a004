package ketum.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ketum.engine.kernel.CompiledKernel;
import ketum.engine.kernel.DerivedModel;
import ketum.engine.kernel.Kernel;
import ketum.engine.kernel.LaneWidth;
import ketum.engine.kernel.ModelCompiler;
import ketum.engine.model.Model;

/**
 * The exact Jacobian of a model, ∂(rate of a state)/∂(state), at any point: for linearising it, or for its rate constants. Immutable and
 * safe to share between threads.
 */
public final class Jacobian {

    private final String name;
    private final CompiledKernel compiled;
    private final List<String> states;
    private final Set<String> parameters;
    /** Row and column of each output of the kernel. */
    private final int[][] places;

    private Jacobian(String name, CompiledKernel compiled, List<String> states, Set<String> parameters, int[][] places) {
        this.name = name;
        this.compiled = compiled;
        this.states = states;
        this.parameters = parameters;
        this.places = places;
    }

    /** Differentiates and compiles all of a model; events have no part in it. */
    public static Jacobian of(Model model) {
        Model whole = DerivedModel.jacobian(model);
        List<String> states = model.states().stream().map(Model.State::id).toList();
        Map<String, int[]> places = new LinkedHashMap<>();
        List<String> known = whole.assignments().stream().map(Model.Assignment::id).toList();
        for (int row = 0; row < states.size(); row++) {
            for (int column = 0; column < states.size(); column++) {
                String entry = DerivedModel.id(states.get(row) + "'", states.get(column));
                if (known.contains(entry)) {
                    places.put(entry, new int[] {row, column});
                }
            }
        }
        // the states among the outputs, so that all are there
        List<String> outputs = new ArrayList<>(places.keySet());
        outputs.addAll(states);
        return new Jacobian(model.name(), ModelCompiler.compile(whole, outputs, LaneWidth.SCALAR), states,
                model.parameters().stream().map(Model.Parameter::id).collect(Collectors.toUnmodifiableSet()), places.values().toArray(int[][]::new));
    }

    /** Ids of the states, which are the rows and the columns in this order. */
    public List<String> states() {
        return states;
    }

    /**
     * Row i, column j: the change of the rate of state i per change of state j, in the model's units. An entry is infinite where a rate is
     * infinitely steep.
     *
     * @param state      one number per state
     * @param parameters values by id; others have the model's default
     * @throws IllegalArgumentException for a wrong number of states, or a parameter that the model does not have
     */
    public double[][] at(double time, double[] state, Map<String, Double> parameters) {
        if (state.length != states.size()) {
            throw new IllegalArgumentException(name + " has " + states.size() + " states, not " + state.length);
        }
        parameters.keySet().stream().filter(id -> !this.parameters.contains(id)).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException(name + " has no parameter " + id);
        });
        var shape = compiled.shape();
        double[] times = new double[Kernel.LANES];
        double[] y = new double[shape.states() * Kernel.LANES];
        double[] values = new double[(shape.parameters() + shape.derived()) * Kernel.LANES];
        double[] derived = new double[shape.derived() * Kernel.LANES];
        double[] results = new double[shape.outputs() * Kernel.LANES];
        double[] work = new double[shape.workRows() * Kernel.LANES];
        times[0] = time;
        for (int row = 0; row < state.length; row++) {
            y[row * Kernel.LANES] = state[row];
        }
        for (int row = 0; row < compiled.parameters().size(); row++) {
            Model.Parameter parameter = compiled.parameters().get(row);
            values[row * Kernel.LANES] = parameters.getOrDefault(parameter.id(), parameter.value());
        }
        compiled.scalar().prepare(times, y, values, derived, work, 1);
        System.arraycopy(derived, 0, values, shape.parameters() * Kernel.LANES, derived.length);
        compiled.scalar().outputs(times, y, values, results, work, 1);
        double[][] matrix = new double[states.size()][states.size()];
        for (int entry = 0; entry < places.length; entry++) {
            matrix[places[entry][0]][places[entry][1]] = results[entry * Kernel.LANES];
        }
        return matrix;
    }
}

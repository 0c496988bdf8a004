package ketum.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import ketum.engine.kernel.DerivedModel;
import ketum.engine.model.Model;

/**
 * Forward sensitivities: how outputs change with parameters, d(output)/d(parameter) over time, integrated together with the model. For states y' =
 * f(y, p) with start y0(p) they solve s' = (∂f/∂y)·s + ∂f/∂p, s(0) = ∂y0/∂p; every derivative is exact. See docs/model/numerics.md.
 *
 * <p>Covered: rates, assignments and start values that depend on the parameters; doses at fixed times, at once or over a while;
 * bioavailabilities of {@link Options}. A start value given per subject counts as a constant. Not covered, and refused: parameters that are a
 * lag, and models with events. Where a {@code piecewise} jumps at a moment that depends on a parameter, the sensitivity's own jump there
 * is missing.
 */
public final class Sensitivities {

    private final Model extended;
    private final Simulator simulator;
    /** Parameters that scale doses and are asked for, by state. */
    private final Map<String, String> scaled;

    private Sensitivities(Model extended, Simulator simulator, Map<String, String> scaled) {
        this.extended = extended;
        this.simulator = simulator;
        this.scaled = scaled;
    }

    /**
     * Differentiates and compiles. The outputs of a run are the given ones, then {@link #id} of each output and each parameter, output by
     * output. Absolute tolerances of sensitivities are those of their states over the parameter's default value.
     *
     * @param outputs    ids of states, assignments or parameters
     * @param parameters ids of parameters
     * @throws IllegalArgumentException for unknown ids, a parameter that is a lag in {@code options}, a model with events, and what
     *                                  {@link Simulator#compile} refuses
     */
    public static Sensitivities of(Model model, List<String> outputs, List<String> parameters, Options options) {
        Map<String, Double> defaults = new HashMap<>();
        model.parameters().forEach(parameter -> defaults.put(parameter.id(), parameter.value()));
        for (String parameter : parameters) {
            if (!defaults.containsKey(parameter)) {
                throw new IllegalArgumentException(model.name() + " has no parameter " + parameter);
            }
            if (options.lagByState().containsValue(parameter)) {
                throw new IllegalArgumentException("the sensitivity to " + parameter + ", the lag of a dose, is not supported");
            }
        }
        if (!model.events().isEmpty()) {
            throw new IllegalArgumentException(model.name() + " has events; sensitivities of models with events are not supported");
        }
        Map<String, String> scaled = new HashMap<>();
        options.bioavailabilityByState().forEach((state, parameter) -> {
            if (parameters.contains(parameter)) {
                scaled.put(state, parameter);
            }
        });
        List<String> entering = new ArrayList<>(options.lagByState().values());
        entering.addAll(options.bioavailabilityByState().values());
        entering.retainAll(defaults.keySet());
        Model extended = DerivedModel.sensitivities(model, outputs, parameters, scaled, entering);
        List<String> all = new ArrayList<>(outputs);
        outputs.forEach(output -> parameters.forEach(parameter -> all.add(id(output, parameter))));
        return new Sensitivities(extended, Simulator.compile(extended, all, extended(options, extended, parameters, scaled, defaults)), scaled);
    }

    /** What the derivative of an output by a parameter is called: {@code d(C)/d(ka)}. */
    public static String id(String output, String parameter) {
        return DerivedModel.id(output, parameter);
    }

    private static Options extended(Options options, Model extended, List<String> parameters, Map<String, String> scaled,
                                    Map<String, Double> defaults) {
        Map<String, Double> absolute = new HashMap<>();
        Map<String, String> lags = new HashMap<>();
        Map<String, String> fractions = new HashMap<>();
        List<String> states = extended.states().stream().map(Model.State::id).toList();
        for (String state : states) {
            double own = options.absoluteByState().getOrDefault(state, options.absoluteTolerance());
            absolute.putIfAbsent(state, own);
            for (String parameter : parameters) {
                double size = Math.abs(defaults.get(parameter));
                if (states.contains(id(state, parameter))) {
                    absolute.put(id(state, parameter), size > 0 ? own / size : own);
                }
            }
            if (options.lagByState().containsKey(state)) {
                lags.put(state, options.lagByState().get(state));
                if (scaled.containsKey(state)) {
                    lags.put(id(state, scaled.get(state)), options.lagByState().get(state));
                }
            }
            if (options.bioavailabilityByState().containsKey(state)) {
                fractions.put(state, options.bioavailabilityByState().get(state));
            }
        }
        return new Options(options.relativeTolerance(), options.absoluteTolerance(), absolute, options.threads(), options.lanes(), lags,
                fractions, options.method());
    }

    /** The model with its sensitivities as states and assignments. */
    public Model model() {
        return extended;
    }

    /** For the indices of states and parameters. A run of its own must take care of the sensitivities when it puts values into states. */
    public Simulator simulator() {
        return simulator;
    }

    /** Integrates as {@link Simulator#run(Cohort)}; doses go into states as indexed by {@link #simulator()}. */
    public Trajectories run(Cohort cohort) {
        Map<String, double[]> initial = new HashMap<>(cohort.initialStates());
        for (String state : cohort.initialStates().keySet()) {
            extended.states().stream().map(Model.State::id).filter(id -> id.startsWith("d(" + state + ")/d("))
                    .forEach(id -> initial.put(id, new double[cohort.size()]));
        }
        int[] twin = new int[simulator.states().size()];
        Arrays.fill(twin, -1);
        scaled.forEach((state, parameter) -> {
            if (simulator.states().contains(state)) {
                twin[simulator.stateIndex(state)] = simulator.stateIndex(id(state, parameter));
            }
        });
        IntFunction<DoseList> doses = scaled.isEmpty() ? cohort.doses() : subject -> doubled(cohort.doses().apply(subject), twin);
        return simulator.run(new Cohort(cohort.size(), cohort.startTime(), cohort.times(), cohort.parameters(), initial, doses));
    }

    /** A dose of F·amount has the derivative amount by F. */
    private static DoseList doubled(DoseList doses, int[] twin) {
        int n = doses.size();
        double[] time = new double[2 * n];
        int[] state = new int[2 * n];
        double[] amount = new double[2 * n];
        double[] duration = new double[2 * n];
        for (int i = 0; i < 2 * n; i++) {
            int dose = i / 2;
            int into = doses.state()[dose];
            time[i] = doses.time()[dose];
            state[i] = i % 2 == 0 ? into : into >= 0 && into < twin.length ? twin[into] : -1;
            amount[i] = doses.amount()[dose];
            duration[i] = doses.duration()[dose];
        }
        return new DoseList(time, state, amount, duration);
    }
}

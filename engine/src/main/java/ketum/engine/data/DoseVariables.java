package ketum.engine.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ketum.engine.Options;
import ketum.engine.Protocol;
import ketum.engine.Simulator;
import ketum.engine.Timeline;
import ketum.engine.Trajectories;
import ketum.engine.model.Model;

/** What the model says of doses (lags, bioavailabilities, durations, rates), computed for many persons and moments at once. */
final class DoseVariables {

    private final Map<String, Integer> rows = new HashMap<>();
    private final Simulator simulator;
    /** Variables that change while a person's doses go on. */
    private final Set<String> moving = new HashSet<>();

    DoseVariables(Binding binding, Options options) {
        List<String> variables = binding.variables();
        variables.forEach(id -> rows.put(id, rows.size()));
        Set<String> changing = binding.covariates().stream().filter(bound -> bound.covariate().rule() != Covariate.Rule.CONSTANT)
                .map(bound -> bound.linear() ? Binding.start(bound.covariate().name()) : bound.covariate().name()).collect(Collectors.toSet());
        for (String variable : variables) {
            Model part = binding.model().slice(List.of(variable));
            if (part.parameters().stream().anyMatch(parameter -> changing.contains(parameter.id()))
                    || part.assignments().stream().anyMatch(assignment -> assignment.expression().usesTime())) {
                moving.add(variable);
            }
        }
        simulator = variables.isEmpty() ? null : Simulator.compile(binding.model(), variables, options);
    }

    /** Whether the model has this variable, and it may differ between a dose record and the entry of its doses. */
    boolean moves(String variable) {
        return moving.contains(variable);
    }

    /**
     * @param times  model time of each moment
     * @param values parameter values by id, each by moment
     * @return a table to ask with {@link Values#of}
     */
    Values at(double[] times, Map<String, double[]> values) {
        if (simulator == null || times.length == 0) {
            return new Values(null);
        }
        Trajectories run = simulator.run(new Protocol(times.length, values, Map.of(),
                moment -> Timeline.from(times[moment]).record(times[moment]).build()));
        return new Values(run);
    }

    /** Values of all variables at all moments. */
    final class Values {
        private final Trajectories run;

        private Values(Trajectories run) {
            this.run = run;
        }

        /** A variable at a moment, or what is said without it. */
        double of(String variable, int moment, double otherwise) {
            Integer row = rows.get(variable);
            return row == null ? otherwise : run.value(row, moment, 0);
        }
    }

    /** Parameter values by id for moments that come one by one. */
    static final class Moments {
        private final List<String> names;
        private final List<double[]> values = new ArrayList<>();
        private final List<Double> times = new ArrayList<>();

        Moments(List<String> names) {
            this.names = names;
        }

        /** Index of the moment. */
        int add(double time, double[] valuesByName) {
            times.add(time);
            values.add(valuesByName);
            return times.size() - 1;
        }

        int size() {
            return times.size();
        }

        double[] times() {
            return times.stream().mapToDouble(Double::doubleValue).toArray();
        }

        Map<String, double[]> values() {
            Map<String, double[]> byName = new LinkedHashMap<>();
            for (int n = 0; n < names.size(); n++) {
                double[] column = new double[values.size()];
                for (int i = 0; i < column.length; i++) {
                    column[i] = values.get(i)[n];
                }
                byName.put(names.get(n), column);
            }
            return byName;
        }
    }
}

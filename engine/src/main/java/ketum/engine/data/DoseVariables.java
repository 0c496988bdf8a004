package ketum.engine.data;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ketum.engine.Options;
import ketum.engine.Protocol;
import ketum.engine.Simulator;
import ketum.engine.Timeline;
import ketum.engine.Trajectories;

/** What the model says of doses (lags, bioavailabilities, durations, rates), computed for many persons and moments at once. */
final class DoseVariables {

    private final Map<String, Integer> rows = new HashMap<>();
    private final Simulator simulator;

    DoseVariables(Binding binding, Options options) {
        List<String> variables = binding.variables();
        variables.forEach(id -> rows.put(id, rows.size()));
        simulator = variables.isEmpty() ? null : Simulator.compile(binding.model(), variables, options);
    }

    boolean has(String variable) {
        return rows.containsKey(variable);
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
        private final java.util.ArrayList<double[]> values = new java.util.ArrayList<>();
        private final java.util.ArrayList<Double> times = new java.util.ArrayList<>();

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

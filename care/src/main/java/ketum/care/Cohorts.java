package ketum.care;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ketum.engine.Cohort;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;
import ketum.kratom.Alkaloid;
import ketum.kratom.KratomModel;
import ketum.kratom.Person;
import ketum.kratom.twin.Accuracy;
import ketum.kratom.twin.Influence;
import ketum.kratom.twin.Regimen;
import ketum.kratom.twin.Spread;
import ketum.kratom.twin.Twins;

/**
 * Three cohorts simulated as one: subjects 0..n-1 carry both spreads, n..2n-1 people alone, 2n..3n-1 science alone.
 */
final class Cohorts {


    private final int size;
    private final int threads;
    private final List<Twins> spreads;
    private final Map<String, double[]> parameters = new LinkedHashMap<>();

    Cohorts(Person person, List<Influence> influences, List<Twins.Counted> products, int size, long seed, int threads) {
        this.size = size;
        this.threads = threads;
        this.spreads = Arrays.stream(Spread.values())
                .map(spread -> Twins.draw(i -> person, i -> influences, products, spread, size, seed)).toList();
        for (String id : spreads.getFirst().parameters().keySet()) {
            double[] all = new double[3 * size];
            for (int s = 0; s < 3; s++) {
                System.arraycopy(spreads.get(s).parameters().get(id), 0, all, s * size, size);
            }
            parameters.put(id, all);
        }
    }

    /** Twins per spread. */
    int size() {
        return size;
    }

    int subjects() {
        return 3 * size;
    }

    Twins twins(Spread spread) {
        return spreads.get(spread.ordinal());
    }

    double[] parameter(String id) {
        return parameters.get(id);
    }

    double milligramsPerUnit(int subject, int product, Alkaloid alkaloid) {
        return spreads.get(subject / size).milligramsPerUnit(subject % size, product, alkaloid);
    }

    Simulator simulator(List<String> outputs) {
        return Simulator.compile(KratomModel.model(), outputs, Accuracy.STANDARD.options(threads));
    }

    /** State at a moment, by state id, for going on from it. */
    record Moment(double time, Map<String, double[]> states) {

        static Moment start() {
            return new Moment(0, Map.of());
        }
    }

    /** Runs the doses of {@code regimen} (only those from the moment's time on may be in it) and records at {@code times}. */
    Trajectories run(Simulator simulator, Moment from, Regimen regimen, double[] times) {
        Map<String, double[]> initial = new LinkedHashMap<>();
        for (String state : simulator.states()) {
            if (from.states().containsKey(state)) {
                initial.put(state, from.states().get(state));
            }
        }
        return simulator.run(new Cohort(subjects(), from.time(), times, parameters, initial,
                subject -> spreads.get(subject / size).doses(subject % size, regimen, simulator)));
    }

    /** The final states of a run. */
    static Moment end(Simulator simulator, Trajectories run) {
        Map<String, double[]> states = new LinkedHashMap<>();
        for (String state : simulator.states()) {
            states.put(state, run.finalState(state));
        }
        double[] times = run.times();
        return new Moment(times[times.length - 1], states);
    }
}

package ketum.care;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
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
 * Three cohorts simulated as one: first the twins with both spreads (twin i is person i under science draw i), then those in whom people
 * alone differ, then those in whom science alone does. A subject is an index into all three.
 */
final class Cohorts {

    private static final int FEWEST_SIBLINGS = 80;

    private final int size;
    private final int siblings;
    private final int threads;
    private final Accuracy accuracy;
    private final List<Twins> spreads;
    private final Map<String, double[]> parameters;
    private final SortedSet<Integer> failed;

    private Cohorts(int size, int siblings, int threads, Accuracy accuracy, List<Twins> spreads, Map<String, double[]> parameters, SortedSet<Integer> failed) {
        this.size = size;
        this.siblings = siblings;
        this.threads = threads;
        this.accuracy = accuracy;
        this.spreads = spreads;
        this.parameters = parameters;
        this.failed = failed;
    }

    /**
     * @param size twins with both spreads; the sibling cohorts, in which people or science vary alone, are the first fifth of them
     *             (at least {@value #FEWEST_SIBLINGS}): enough for five percentiles, at less than half the computing
     */
    static Cohorts draw(Person person, List<Influence> influences, List<Twins.Counted> products, int size, long seed, int threads, Accuracy accuracy) {
        int siblings = Math.min(size, Math.max(FEWEST_SIBLINGS, size / 5));
        List<Twins> spreads = Arrays.stream(Spread.values()).parallel()
                .map(spread -> Twins.draw(i -> person, i -> influences, products, spread, spread == Spread.BOTH ? size : siblings, seed)).toList();
        Map<String, double[]> parameters = new LinkedHashMap<>();
        for (String id : spreads.getFirst().parameters().keySet()) {
            parameters.put(id, spreads.stream().flatMapToDouble(twins -> Arrays.stream(twins.parameters().get(id))).toArray());
        }
        return new Cohorts(size, siblings, threads, accuracy, spreads, parameters, new TreeSet<>());
    }

    /** Twins with both spreads. */
    int size() {
        return size;
    }

    /** Subjects of all three cohorts. */
    int subjects() {
        return size + 2 * siblings;
    }

    /** First subject of a cohort. */
    int first(Spread spread) {
        return switch (spread) {
            case BOTH -> 0;
            case PEOPLE -> size;
            case SCIENCE -> size + siblings;
        };
    }

    /** Subjects of a cohort. */
    int count(Spread spread) {
        return spread == Spread.BOTH ? size : siblings;
    }

    Twins twins(Spread spread) {
        return spreads.get(spread.ordinal());
    }

    private Spread spread(int subject) {
        return subject < size ? Spread.BOTH : subject < size + siblings ? Spread.PEOPLE : Spread.SCIENCE;
    }

    /** A model parameter by subject. */
    double[] parameter(String id) {
        return parameters.get(id);
    }

    double milligramsPerUnit(int subject, int product, Alkaloid alkaloid) {
        Spread spread = spread(subject);
        return twins(spread).milligramsPerUnit(subject - first(spread), product, alkaloid);
    }

    Accuracy accuracy() {
        return accuracy;
    }

    /** Twins with both spreads in whom an integration could not go on in any run so far; their values are left out of every percentile. */
    int failedTwins() {
        return failed.size();
    }

    /** Compiles what a set of outputs depends on; steps of an assessment that go on from each other share one and record parts of it. */
    Simulator simulator(List<String> outputs) {
        return Simulator.compile(KratomModel.model(), outputs, accuracy.options(threads));
    }

    /** State at a moment, by state id, for going on from it. */
    record Moment(double time, Map<String, double[]> states) {

        /** An untouched body at some hour. */
        static Moment untouched(double time) {
            return new Moment(time, Map.of());
        }
    }

    /** Runs the doses of {@code regimen} (only those from the moment's time on may be in it) and records at {@code times}. */
    Trajectories run(Simulator simulator, Moment from, Regimen regimen, double[] times) {
        Map<String, double[]> initial = new LinkedHashMap<>(from.states());
        initial.keySet().retainAll(simulator.states());
        Trajectories run = simulator.run(new Cohort(subjects(), from.time(), times, parameters, initial, subject -> {
            Spread spread = spread(subject);
            return twins(spread).doses(subject - first(spread), regimen, simulator);
        }));
        run.failures().stream().map(Trajectories.Failure::subject).filter(subject -> subject < size).forEach(failed::add);
        return run;
    }

    /** The states at the end of a run. */
    static Moment end(Simulator simulator, Trajectories run) {
        Map<String, double[]> states = new LinkedHashMap<>();
        for (String state : simulator.states()) {
            states.put(state, run.finalState(state));
        }
        double[] times = run.times();
        return new Moment(times[times.length - 1], states);
    }
}

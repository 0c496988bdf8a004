package ketum.engine;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import ketum.engine.solver.Agenda;

/**
 * Turns doses as recorded into doses as they enter: later by the lag, smaller by the bioavailability. What enters over a while takes as
 * long as recorded.
 *
 * @param times           output times of all subjects
 * @param lag             by state, then subject; null for none
 * @param bioavailability by state, then subject; null for 1
 */
record DoseEntry(List<String> states, double startTime, double[] times, double[][] lag, double[][] bioavailability) {

    Agenda of(int subject, DoseList list) {
        int n = list.size();
        double[] time = new double[n];
        double[] amount = new double[n];
        double[] duration = new double[n];
        int[] state = new int[n];
        boolean sorted = true;
        boolean atOnce = true;
        int kept = 0;
        for (int i = 0; i < n; i++) {
            int to = list.state()[i];
            check(subject, list, i);
            if (to < 0) {
                continue; // into a state that no output depends on
            }
            double later = lag[to] == null ? 0 : factor(lag[to][subject], "lag", to, subject);
            double fraction = bioavailability[to] == null ? 1 : factor(bioavailability[to][subject], "bioavailability", to, subject);
            time[kept] = list.time()[i] + later;
            amount[kept] = list.amount()[i] * fraction;
            duration[kept] = list.duration()[i];
            state[kept] = to;
            sorted &= kept == 0 || time[kept] >= time[kept - 1];
            atOnce &= duration[kept] == 0;
            kept++;
        }
        if (!atOnce) {
            Timeline.Builder line = Timeline.from(startTime);
            for (int i = 0; i < kept; i++) {
                line.infuse(time[i], state[i], amount[i], duration[i]);
            }
            return line.record(times).build().agenda();
        }
        if (sorted && kept == n) {
            return new Agenda(startTime, times, null, time, new byte[n], state, amount);
        }
        int[] order = IntStream.range(0, kept).boxed().sorted(Comparator.comparingDouble(i -> time[i])).mapToInt(i -> i).toArray();
        return new Agenda(startTime, times, null, IntStream.of(order).mapToDouble(i -> time[i]).toArray(), new byte[kept],
                IntStream.of(order).map(i -> state[i]).toArray(), IntStream.of(order).mapToDouble(i -> amount[i]).toArray());
    }

    private void check(int subject, DoseList list, int i) {
        if (list.time()[i] < startTime) {
            throw new IllegalArgumentException("subject " + subject + ": dose " + i + " at " + list.time()[i]
                    + " comes before the start at " + startTime);
        }
        if (list.state()[i] < -1 || list.state()[i] >= states.size()) {
            throw new IllegalArgumentException("subject " + subject + ": dose " + i + " goes into state " + list.state()[i]
                    + "; the states are 0 to " + (states.size() - 1));
        }
        if (!Double.isFinite(list.amount()[i]) || !Double.isFinite(list.time()[i])) {
            throw new IllegalArgumentException("subject " + subject + ": dose " + i + " of " + list.amount()[i] + " at "
                    + list.time()[i] + " is not finite");
        }
        if (!(list.duration()[i] >= 0) || Double.isInfinite(list.duration()[i])) {
            throw new IllegalArgumentException("subject " + subject + ": dose " + i + " enters over " + list.duration()[i]
                    + ", which is not a number from 0 up");
        }
    }

    private double factor(double value, String what, int state, int subject) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("subject " + subject + ": " + what + " " + value + " of doses into "
                    + states.get(state) + " is not a number from 0 up");
        }
        return value;
    }
}

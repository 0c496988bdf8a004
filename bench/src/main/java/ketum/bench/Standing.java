package ketum.bench;

import java.util.List;

/**
 * How one contender did.
 *
 * @param subjects       subjects 1 to this number were integrated
 * @param rounds         in the order they were run
 * @param steps          attempted, of one round, over all subjects
 * @param rejected       of the steps
 * @param rightHandSides evaluations, of one round, over all subjects
 * @param error          of the last round
 */
record Standing(String name, int subjects, List<Timing> rounds, long steps, long rejected, long rightHandSides, SubjectError error) {

    Spread subjectsPerSecond() {
        return Spread.of(rounds.stream().mapToDouble(round -> subjects / round.elapsedSeconds()).toArray());
    }

    Spread subjectsPerCpuSecond() {
        return Spread.of(rounds.stream().mapToDouble(round -> subjects / round.cpuSeconds()).toArray());
    }

    /** How many times as fast as another, round by round, on the clock on the wall. */
    Spread ratioTo(Standing other) {
        double[] ratios = new double[rounds.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = other.rounds.get(i).elapsedSeconds() / other.subjects / (rounds.get(i).elapsedSeconds() / subjects);
        }
        return Spread.of(ratios);
    }

    /** The same by processor time: what other programs on the machine take away does not count, and threads do not help. */
    Spread cpuRatioTo(Standing other) {
        double[] ratios = new double[rounds.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = other.rounds.get(i).cpuSeconds() / other.subjects / (rounds.get(i).cpuSeconds() / subjects);
        }
        return Spread.of(ratios);
    }

    /** Processor time over elapsed time: well below 1 for a program of one thread means that the machine did other things too. */
    double shareOfProcessor() {
        return rounds.stream().mapToDouble(Timing::cpuSeconds).sum() / rounds.stream().mapToDouble(Timing::elapsedSeconds).sum();
    }
}

package ketum.bench;

import java.util.List;
import java.util.stream.IntStream;

/** A program that solves the same problem again and again, for subjects 1 to some number. */
interface Contender {

    String name();

    int subjects();

    /** Integrates all subjects once. */
    Timing round();

    /** What the last round came to, from the times of all rounds and the exact solutions of subjects 1, 2, ... */
    default Standing standing(List<Timing> rounds, double[][] exact) {
        Solutions found = solutions();
        double[] errors = IntStream.range(0, subjects())
                .mapToDouble(subject -> SubjectError.of(exact[subject], found.of(subject))).toArray();
        Work work = work();
        return new Standing(name(), subjects(), List.copyOf(rounds), work.steps(), work.rejected(), work.rightHandSides(),
                SubjectError.over(errors));
    }

    /** Counted over all subjects in the last round; -1 where the program does not tell. */
    record Work(long steps, long rejected, long rightHandSides) {}

    Work work();

    /** Found in the last round. */
    Solutions solutions();

    /** Solutions by subject, counted from 0: hour after hour, all states. */
    interface Solutions {
        double[] of(int subject);
    }
}

package ketum.cli.simulate;

import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import ketum.engine.Trajectories.Statistics;

/** Subjects that are integrated together: those of a data set, or one subject to whom nothing is given. */
interface SubjectGroup {

    /** Names, in the order of the table. */
    List<String> ids();

    /** Output times of a subject, by its place from 0. */
    double[] times(int subject);

    /**
     * Integrates every subject of the group several times.
     *
     * @param replicates how often
     * @param parameters values of parameters that vary, by id; that of a subject in a replicate stands at replicate × subjects + subject
     * @param progress   told now and then how many are done
     */
    Block run(int replicates, Map<String, double[]> parameters, IntConsumer progress);

    /** What came out, by place: replicate × subjects + subject. */
    interface Block {

        /** Values of one output at the subject's times. */
        double[] series(int output, int place);

        /** What went wrong, by place; empty where nothing did. */
        Map<Integer, Stop> stops();

        Work work();
    }

    /** @param notes sentences for people */
    record Work(Statistics statistics, List<String> notes) {
    }

    /**
     * Why a subject could not be integrated.
     *
     * @param line line of the record at fault in the data file; 0 where it was none
     * @param text when, where and why, for people
     */
    record Stop(int line, String text) {
    }
}

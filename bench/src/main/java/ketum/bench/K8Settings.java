package ketum.bench;

import ketum.engine.Options;

/**
 * What one benchmark run measures.
 *
 * @param subjects subjects 1 to this number
 * @param rounds   measured rounds of every contender
 * @param warmUpSeconds the engine is warmed up for at least so long before the first round that counts
 * @param scalarC  whether the C program runs beside the engine
 * @param others   whether further programs do, where they are found
 * @param pin      whether all contenders are kept on one core, where only one thread is asked for and the system can do it
 */
record K8Settings(K8Problem problem, double relativeTolerance, double absoluteTolerance, int threads, int subjects, int rounds,
                  Options.Lanes lanes, Options.Method method, double warmUpSeconds, boolean scalarC, boolean others, boolean pin) {

    Options options() {
        return Options.of(relativeTolerance, absoluteTolerance).withThreads(threads).withLanes(lanes).withMethod(method);
    }

    String title() {
        return "%s, tolerances %s relative and %s absolute, %d %s".formatted(problem.title(), plain(relativeTolerance),
                plain(absoluteTolerance), threads, threads == 1 ? "thread" : "threads");
    }

    /** 1e-8 and not 1.0E-8. */
    static String plain(double value) {
        return Double.toString(value).replace("E", "e").replace(".0e", "e");
    }
}

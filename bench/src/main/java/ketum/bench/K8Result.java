package ketum.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that one run of the benchmark found.
 *
 * @param core             core that every contender was kept on; empty where they were free
 * @param engine           the engine with the threads asked for
 * @param oneThread        the engine with one thread, where more were asked for
 * @param scalarC          the C program; empty without gcc or where no rivals were asked for
 * @param scalarCAtOnce    as many C programs at once as the engine has threads, where it has more than one
 * @param others           further programs, where they were found
 * @param jacobians        of one round of the engine
 * @param stiffSwitches    of one round of the engine
 * @param notes            what the engine said about its run, and what should be known about the measurement
 * @param failures         subjects that could not be integrated
 * @param compileSeconds   reading the model text and compiling it, once, on a virtual machine still cold
 * @param firstRoundSeconds the engine's first round of all, elapsed: what a program waits that runs it once
 * @param bytesPerStep     allocated by all threads less the arrays of the results, by attempted step; the least of the rounds
 * @param bytesAllocated   of that round, results included
 * @param sumOfFinalStates over all subjects and states
 * @param finalStates      of subjects 0 (typical) and 1, by the engine
 */
record K8Result(K8Settings settings, Machine machine, LocalDate date, Optional<Integer> core, Standing engine,
                Optional<Standing> oneThread, Optional<Standing> scalarC, Optional<Standing> scalarCAtOnce, List<Standing> others, long jacobians,
                long stiffSwitches, List<String> notes, int failures, double compileSeconds, double firstRoundSeconds, double bytesPerStep, long bytesAllocated, double sumOfFinalStates,
                Map<Integer, double[]> finalStates) {

    /** The engine first. */
    List<Standing> contenders() {
        return Stream.of(Stream.of(engine), oneThread.stream(), scalarC.stream(), scalarCAtOnce.stream(), others.stream()).flatMap(all -> all).toList();
    }

    Optional<Spread> ratioToScalarC() {
        return scalarC.map(engine::ratioTo);
    }

    Optional<Spread> cpuRatioToScalarC() {
        return scalarC.map(engine::cpuRatioTo);
    }

    Optional<Spread> ratioToOneThread() {
        return oneThread.map(engine::ratioTo);
    }

    /** What as many programs at once as there are threads do against one: the most that threads can gain on this machine. */
    Optional<Spread> ceilingOfThreads() {
        return scalarCAtOnce.flatMap(many -> scalarC.map(many::ratioTo));
    }
}

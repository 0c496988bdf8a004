package ketum.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Copies of one program that run at the same time and share nothing: what this many of them do against one is the most that threads
 * can gain on this machine, whose cores may share caches, a clock or a physical core.
 */
final class ProgramsAtOnce implements Rival {

    private final List<ChildProgram> programs;

    /** @param programs alike; closed with this */
    ProgramsAtOnce(List<ChildProgram> programs) {
        this.programs = List.copyOf(programs);
    }

    @Override
    public String name() {
        return ScalarProgram.NAME + ", " + programs.size() + " at once";
    }

    @Override
    public int subjects() {
        return programs.stream().mapToInt(Contender::subjects).sum();
    }

    /** Elapsed time until the last is done; processor time of all. */
    @Override
    public Timing round() {
        List<Timing> timings = new ArrayList<>();
        List<CompletableFuture<Timing>> running = programs.stream().map(program -> CompletableFuture.supplyAsync(program::round)).toList();
        running.forEach(one -> timings.add(one.join()));
        return new Timing(timings.stream().mapToDouble(Timing::elapsedSeconds).max().orElseThrow(),
                timings.stream().mapToDouble(Timing::cpuSeconds).sum());
    }

    /** All solve the same subjects, so the errors of the first are the errors of all. */
    @Override
    public Standing standing(List<Timing> rounds, double[][] exact) {
        Work work = work();
        return new Standing(name(), subjects(), List.copyOf(rounds), work.steps(), work.rejected(), work.rightHandSides(),
                programs.getFirst().standing(rounds, exact).error());
    }

    @Override
    public Work work() {
        List<Work> works = programs.stream().map(Contender::work).toList();
        return new Work(works.stream().mapToLong(Work::steps).sum(), works.stream().mapToLong(Work::rejected).sum(),
                works.stream().mapToLong(Work::rightHandSides).sum());
    }

    /** Of the first. */
    @Override
    public Solutions solutions() {
        return programs.getFirst().solutions();
    }

    @Override
    public void close() {
        programs.forEach(ChildProgram::close);
    }
}

package ketum.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ketum.engine.Trajectories;

/**
 * Times the engine and its rivals on K8 in one run.
 *
 * <p>Every round runs each contender once, in turning order, so that whatever else the machine does meets all alike; figures are
 * medians of the rounds and ratios are taken within a round. With one thread, this whole process (worker, compilers, garbage
 * collection) and the C program are kept on the same core. The engine is warmed up until its times stop falling.
 */
final class K8Run {

    private static final int FEWEST_WARM_UPS = 3;
    private static final int MOST_WARM_UPS = 40;
    private static final double LONGEST_WARM_UP_S = 40;
    private static final int ROUNDS_WITHOUT_GAIN = 3;
    private static final double GAIN = 0.97;
    private static final double BUSY = 0.93;
    /** How the note of a busy machine begins. */
    static final String BUSY_NOTE = "The machine was busy";

    private final K8Settings settings;
    private final Path folder;
    private final Progress progress;
    private final List<String> notes = new ArrayList<>();
    /** As it is before this process keeps to one core. */
    private final Machine machine = Machine.here();

    /** @param folder where the C program and exact solutions are kept between runs */
    K8Run(K8Settings settings, Path folder, Progress progress) {
        this.settings = settings;
        this.folder = folder;
        this.progress = progress;
    }

    K8Result result() {
        double[][] exact = new Reference(folder).solutions(settings.problem(), settings.subjects(),
                () -> progress.say("Exact solutions of " + settings.subjects() + " subjects (once, some seconds) ..."));
        Optional<Path> program = settings.scalarC() ? ScalarProgram.compile(folder) : Optional.empty();
        if (settings.scalarC() && program.isEmpty()) {
            notes.add("There is no gcc here, so the scalar C program did not run.");
        }
        Integer core = settings.pin() && settings.threads() == 1 ? Core.choose() : null;
        List<Rival> children = new ArrayList<>();
        try {
            Optional<ChildProgram> scalar = program.map(file -> ScalarProgram.start(file, settings.problem(),
                    settings.relativeTolerance(), settings.absoluteTolerance(), 1, settings.subjects(), core));
            scalar.ifPresent(children::add);
            Optional<ProgramsAtOnce> ceiling = settings.threads() == 1 ? Optional.empty() : program.map(file -> new ProgramsAtOnce(
                    Stream.generate(() -> ScalarProgram.start(file, settings.problem(), settings.relativeTolerance(),
                            settings.absoluteTolerance(), 1, settings.subjects(), null)).limit(settings.threads()).toList()));
            ceiling.ifPresent(children::add);
            if (settings.others()) {
                children.addAll(new OtherRivals(folder, settings, core).start());
            }
            return result(exact, scalar, ceiling, children, core);
        } finally {
            progress.done();
            children.forEach(Rival::close);
        }
    }

    private K8Result result(double[][] exact, Optional<ChildProgram> scalar, Optional<ProgramsAtOnce> ceiling, List<Rival> children,
                            Integer core) {
        EngineContender engine = new EngineContender("Ketum", settings.problem(), settings.options(), 1, settings.subjects(),
                settings.threads() > 1);
        Optional<EngineContender> oneThread = settings.threads() == 1 ? Optional.empty() : Optional.of(new EngineContender(
                "Ketum, one thread", settings.problem(), settings.options().withThreads(1), 1, settings.subjects(), true));
        progress.say(settings.title() + ": warming up and " + settings.rounds() + " rounds ...");
        double first = warmUp(engine);
        oneThread.ifPresent(this::warmUp);
        boolean pinned = core != null && Core.keepThisProcessOn(core);
        if (settings.pin() && settings.threads() == 1 && !pinned) {
            notes.add("Nothing could be kept on one core here (the program taskset is missing).");
        }
        Map<Contender, List<Timing>> times = new LinkedHashMap<>();
        times.put(engine, new ArrayList<>());
        oneThread.ifPresent(one -> times.put(one, new ArrayList<>()));
        children.forEach(child -> times.put(child, new ArrayList<>()));
        double[] bytes = contest(times, engine);
        progress.detail("Errors ...");
        Map<Contender, Standing> standings = new LinkedHashMap<>();
        times.forEach((contender, rounds) -> standings.put(contender, contender.standing(rounds, exact)));
        noteBusyMachine(standings.get(engine), scalar.map(standings::get));
        Trajectories.Statistics statistics = engine.trajectories().statistics();
        List<String> all = new ArrayList<>(statistics.notes());
        all.addAll(notes);
        List<Standing> others = children.stream().filter(child -> child != scalar.orElse(null) && child != ceiling.orElse(null))
                .map(standings::get).toList();
        return new K8Result(settings, machine, LocalDate.now(), Optional.ofNullable(pinned ? core : null), standings.get(engine),
                oneThread.map(standings::get), scalar.map(standings::get), ceiling.map(standings::get), others, statistics.jacobians(),
                statistics.stiffSwitches(), List.copyOf(all), engine.trajectories().failures().size(), engine.compileSeconds(),
                first, bytes[0], (long) bytes[1], sumOfFinals(engine.trajectories()), finals(engine));
    }

    /** Elapsed seconds of the first round. */
    private double warmUp(EngineContender engine) {
        double best = Double.POSITIVE_INFINITY;
        int withoutGain = 0;
        double first = 0;
        long start = System.nanoTime();
        for (int round = 1; round <= MOST_WARM_UPS; round++) {
            progress.detail("%s: warming up, round %d ...".formatted(settings.title(), round));
            // processor time here: on a busy machine elapsed time would seem to fall and rise
            Timing timing = engine.round();
            double time = timing.cpuSeconds();
            first = round == 1 ? timing.elapsedSeconds() : first;
            withoutGain = time < GAIN * best ? 0 : withoutGain + 1;
            best = Math.min(best, time);
            double spent = 1e-9 * (System.nanoTime() - start);
            boolean settled = round >= FEWEST_WARM_UPS && spent > settings.warmUpSeconds() && withoutGain >= ROUNDS_WITHOUT_GAIN;
            if (settled || spent > LONGEST_WARM_UP_S || settings.warmUpSeconds() == 0) {
                break;
            }
        }
        return first;
    }

    /** Least bytes per step of the engine's rounds, and all bytes of that round. */
    private double[] contest(Map<Contender, List<Timing>> times, EngineContender engine) {
        List<Contender> order = new ArrayList<>(times.keySet());
        engine.round(); // the first on the core chosen: caches and threads settle
        double[] bytes = {Double.POSITIVE_INFINITY, 0};
        for (int round = 0; round < settings.rounds(); round++) {
            progress.detail("%s: round %d of %d ...".formatted(settings.title(), round + 1, settings.rounds()));
            for (Contender contender : round % 2 == 0 ? order : order.reversed()) {
                times.get(contender).add(contender.round());
                if (contender == engine) {
                    long steps = engine.trajectories().statistics().steps();
                    double perStep = (engine.allocatedBytes() - engine.resultBytes()) / (double) steps;
                    if (perStep < bytes[0]) {
                        bytes = new double[] {perStep, engine.allocatedBytes()};
                    }
                }
            }
        }
        return bytes;
    }

    private void noteBusyMachine(Standing engine, Optional<Standing> scalar) {
        Standing witness = scalar.orElse(settings.threads() == 1 ? engine : null);
        if (witness != null && witness.shareOfProcessor() < BUSY) {
            notes.add((BUSY_NOTE + " with other things (%s had its core for %.0f %% of the time): "
                    + "trust processor time more than elapsed time.").formatted(witness.name(), 100 * witness.shareOfProcessor()));
        }
    }

    private static double sumOfFinals(Trajectories run) {
        double sum = 0;
        for (String state : K8Problem.STATES) {
            for (double value : run.finalState(state)) {
                sum += value;
            }
        }
        return sum;
    }

    private Map<Integer, double[]> finals(EngineContender engine) {
        EngineContender typical = new EngineContender("Ketum", settings.problem(), settings.options(), 0, 1, false);
        typical.round();
        Map<Integer, double[]> finals = new LinkedHashMap<>();
        finals.put(0, K8Problem.STATES.stream().mapToDouble(id -> typical.trajectories().finalState(id)[0]).toArray());
        finals.put(1, K8Problem.STATES.stream().mapToDouble(id -> engine.trajectories().finalState(id)[0]).toArray());
        return finals;
    }
}

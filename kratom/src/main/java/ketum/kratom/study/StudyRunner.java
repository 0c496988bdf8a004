package ketum.kratom.study;

import ketum.kratom.data.Study;

/** Runs published studies with virtual participants. */
public final class StudyRunner {

    /** Seed of every run that names none. */
    public static final long SEED = 20261122;

    /** Plasma studies are linear and short. */
    private static final int EXPOSURE_REPLICATES = 400;
    /** Repeats of a study of months of use, fewer where they would hold more than so many people: two cores simulate those in about 15 s. */
    private static final int USE_REPLICATES = 200;
    private static final int PEOPLE_OF_USE = 16_000;

    private final long seed;
    private final double effort;
    private final int threads;

    /**
     * @param effort  share of the usual number of replicate trials, above 0: 1 for results, less for a quick look
     * @param threads worker threads; never changes a result
     */
    public StudyRunner(long seed, double effort, int threads) {
        if (!(effort > 0)) {
            throw new IllegalArgumentException("effort " + effort + " is not above 0");
        }
        this.seed = seed;
        this.effort = effort;
        this.threads = threads;
    }

    /** @throws IllegalStateException where the study's file asks for a quantity that no run can give */
    public StudyResult run(Study study) {
        return switch (study.design().kind()) {
            case SINGLE_DOSE, REPEATED_DOSES -> new ExposureRun(study, replicates(EXPOSURE_REPLICATES), seed, threads).result(seed);
            case USE_THEN_STOP, USUAL_USE -> new UseRun(study, replicates(Math.min(USE_REPLICATES, PEOPLE_OF_USE / (study.people().n() * groups(study)))), seed, threads).result(seed);
            case OTHER_OPIOID -> new ToleranceRun(study, replicates(EXPOSURE_REPLICATES), seed, threads).result();
        };
    }

    private static long groups(Study study) {
        return study.arms().stream().filter(arm -> arm.leadIn().isEmpty()).count();
    }

    private int replicates(long usual) {
        return (int) StrictMath.max(2, StrictMath.rint(usual * effort));
    }
}

package ketum.care;

import java.util.List;
import java.util.stream.Stream;
import ketum.care.Assessment.DependenceFinding;
import ketum.care.Assessment.EffectsFinding;
import ketum.care.Assessment.ExposureFinding;
import ketum.care.Assessment.Limits;
import ketum.care.Assessment.NowFinding;
import ketum.care.Assessment.PersonFactor;
import ketum.care.Assessment.ReceptorFinding;
import ketum.care.Assessment.Run;
import ketum.care.Assessment.Section;
import ketum.care.Assessment.TaperFinding;
import ketum.care.Assessment.Versions;
import ketum.care.Assessment.WithdrawalFinding;
import ketum.kratom.twin.Accuracy;
import ketum.kratom.twin.Influence;
import ketum.kratom.twin.Spread;
import ketum.kratom.twin.Twins;

/** Computes everything that is said about a case. Pure: the same case, twins and seed give the same result to the last bit on any number of threads. */
public final class Assess {

    /** Version of the JSON form of an {@link Assessment}. */
    public static final String SCHEMA_VERSION = "1.2.0";

    /**
     * Twice as tight as the model's standard: the score hours after a dose is a small difference of adaptation and activation, and at the
     * standard it moved by 1.2 % when tolerances were tightened 100-fold; at this by 0.7 %.
     */
    static final Accuracy ACCURACY = Accuracy.STANDARD.tightened(2);

    private static final int FEWEST_TWINS = 20;
    /** Shorter use leaves no steady state to come down from. */
    private static final int FEWEST_DAYS_TO_TAPER = 3;
    /** Tapers start from the present use: not where the last dose lies longer back than this before the end of the report's date, in hours. */
    private static final double STOPPED = 72;

    private static final List<String> OURS = List.of("ketum");

    private final Case input;
    private final Versions versions;
    private final long seed;
    private final Rules rules;
    private final UseHistory history;
    private final List<PersonFactor> factors;
    private final Cohorts cohorts;

    private Assess(Case input, String software, int twins, long seed, int threads, Accuracy accuracy, int longestDays) {
        this.input = input;
        this.seed = seed;
        this.versions = new Versions(software, ketum.kratom.Versions.model(), ketum.kratom.Versions.data(), SCHEMA_VERSION);
        this.rules = new Rules(input, MedicineFlags::of);
        this.history = UseHistory.of(input, longestDays);
        if (history.omittedDays() > 0) {
            rules.historyShortened(longestDays);
        }
        this.factors = PersonFactors.of(input);
        List<Influence> influences = factors.stream().filter(PersonFactor::applied).map(factor -> PersonFactors.influence(factor.id())).toList();
        List<Twins.Counted> products = input.products().stream().map(p -> new Twins.Counted(p.product(), p.use().unit())).toList();
        this.cohorts = Cohorts.draw(input.person(), influences, products, twins, seed, threads, accuracy);
    }

    /**
     * @param software version of the software, for the report
     * @param twins    virtual twins per cohort, at least 20
     * @param threads  worker threads; never changes a result
     * @throws IllegalArgumentException for fewer than 20 twins
     */
    public static Assessment run(Case input, String software, int twins, long seed, int threads) {
        return run(input, software, twins, seed, threads, ACCURACY, UseHistory.LONGEST_DAYS);
    }

    /** With tolerances and a longest simulated use of the caller's choice: tests show by it that neither decides a result. */
    static Assessment run(Case input, String software, int twins, long seed, int threads, Accuracy accuracy, int longestDays) {
        if (twins < FEWEST_TWINS) {
            throw new IllegalArgumentException("twins: " + twins + "; percentiles need at least " + FEWEST_TWINS);
        }
        return new Assess(input, software, twins, seed, threads, accuracy, longestDays).assessment();
    }

    /** Everything that rests on concentrations. */
    private record Course(Section<ExposureFinding> exposure, Section<ReceptorFinding> receptors, Section<EffectsFinding> effects,
                          Section<DependenceFinding> dependence, Section<WithdrawalFinding> withdrawal, Section<NowFinding> now,
                          Section<TaperFinding> tapers, Limits limits) {}

    private Assessment assessment() {
        boolean modelled = history.any() && input.products().stream().anyMatch(p -> !Rules.isTablet(p.product()));
        Course course = modelled ? course() : unknown();
        Run run = new Run(cohorts.size(), seed, cohorts.accuracy().relative(), cohorts.accuracy().absolute(), history.days(), cohorts.failedTwins());
        return SourcesStep.withSources(new Assessment(versions, input, run, notices(), rules.urgent(), Help.lines(input.place(), input.date()),
                new Section.Present<>(new ProductStep(cohorts, input).finding()), course.exposure(), course.receptors(), course.effects(),
                course.dependence(), course.withdrawal(), course.now(), course.tapers(), OptionsStep.options(input), ClaimsStep.claims(input, rules), course.limits(), List.of()));
    }

    private List<Assessment.Notice> notices() {
        return Stream.concat(rules.notices().stream(), LawStep.notice(input).stream()).toList();
    }

    private Course course() {
        SharedSimulators simulators = SharedSimulators.of(cohorts);
        SignalStep signal = new SignalStep(cohorts, simulators, history);
        Section<ExposureFinding> exposure = new Section.Present<>(new ExposureStep(cohorts, simulators, history, signal.day()).finding());
        Section<ReceptorFinding> receptors = new Section.Present<>(signal.receptors());
        Section<EffectsFinding> effects = new Section.Present<>(signal.effects());
        Section<DependenceFinding> dependence = new Section.Present<>(signal.dependence(factors));
        if (rules.outsideModel()) {
            return new Course(exposure, receptors, effects, dependence, withheld(), withheld(), withheld(), LimitsStep.limits());
        }
        WithdrawalStep withdrawal = new WithdrawalStep(cohorts, simulators, history, signal.morning());
        return new Course(exposure, receptors, effects, dependence,
                new Section.Present<>(withdrawal.finding(rules.forClinician(), STOPPING_PERSON, STOPPING_CLINICIAN)), NowStep.now(input, withdrawal),
                tapers(simulators, signal), LimitsStep.limits(cohorts, withdrawal.peaks("cows")));
    }

    /** Only products whose way through the body nobody has measured, or no dose at all. */
    private Course unknown() {
        Section<ExposureFinding> exposure = history.any()
                ? new Section.Insufficient<>("Nobody has measured what a body does with swallowed 7-hydroxymitragynine, pseudoindoxyl or MGM. "
                        + "Dog data cannot stand in: human plasma turns 7-hydroxymitragynine into pseudoindoxyl, dog plasma hardly does.", List.of("kamble2020", "maxwell2021"))
                : new Section.Insufficient<>("The file names no dose that was taken.", OURS);
        return new Course(exposure, noSignal(), noSignal(), noSignal(), withheldOrNoSignal(), withheldOrNoSignal(), withheldOrNoSignal(), LimitsStep.limits());
    }

    private static <T> Section<T> noSignal() {
        return new Section.Insufficient<>("Without a known concentration in the blood nothing further can be computed.", OURS);
    }

    private <T> Section<T> withheld() {
        return new Section.Withheld<>(rules.outsideReason(), rules.outsideSources());
    }

    private <T> Section<T> withheldOrNoSignal() {
        return rules.outsideModel() ? withheld() : noSignal();
    }

    private Section<TaperFinding> tapers(SharedSimulators simulators, SignalStep signal) {
        if (history.reportEnd() - history.lastDoseHour() > STOPPED) {
            return new Section.Insufficient<>("The last dose was days ago. Going back to kratom in order to taper is not compared here.", OURS);
        }
        if (history.days() < FEWEST_DAYS_TO_TAPER) {
            return new Section.Insufficient<>("Kratom was taken for fewer than three days: there is no habit to taper.", OURS);
        }
        double activation = new Summary(cohorts).median(signal.average("activation"), Spread.BOTH);
        TaperStep step = new TaperStep(cohorts, simulators, input, signal.tonight());
        return new Section.Present<>(step.finding(activation / (1 - activation), rules.forClinician(), TAPER_PERSON, TAPER_CLINICIAN));
    }

    private static final String STOPPING_PERSON = "This is what stopping at once might feel like. It can be hard, and it passes. If you feel very ill, get help.";
    private static final String STOPPING_CLINICIAN = "Forecast after abrupt cessation from the stated use. Scale heights and half-effect drive are fitted on one survey (SOWS, n = 395) "
            + "and held against 26 men without signs at 10-20 h; timing is not informed by any hourly data in people. "
            + "Bands of people alone and science alone rest on a fifth of the twins (at least 80).";
    private static final String TAPER_PERSON = "A draft to talk about, not a prescription. You choose your own pace. You may pause at any step.";
    private static final String TAPER_CLINICIAN = "Fixed schedules compared on the same twins; no kratom taper has been studied. Pauses and slower steps at low dose are usual in opioid guidance. "
            + "Which plan is best depends on the unknown time constant of slow adaptation.";
}

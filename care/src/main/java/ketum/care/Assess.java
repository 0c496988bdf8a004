package ketum.care;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import ketum.care.Assessment.DependenceFinding;
import ketum.care.Assessment.Entered;
import ketum.care.Assessment.ExposureFinding;
import ketum.care.Assessment.Limits;
import ketum.care.Assessment.NowFinding;
import ketum.care.Assessment.PersonFactor;
import ketum.care.Assessment.Quantity;
import ketum.care.Assessment.Run;
import ketum.care.Assessment.Section;
import ketum.care.Assessment.TaperFinding;
import ketum.care.Assessment.Versions;
import ketum.care.Assessment.WithdrawalFinding;
import ketum.care.Case.Scale;
import ketum.kratom.twin.Accuracy;
import ketum.kratom.twin.Influence;
import ketum.kratom.twin.Twins;

/** Computes everything that is said about a case. Pure: the same case, twins and seed give the same result to the last bit on any number of threads. */
public final class Assess {

    /** Version of the JSON form of an {@link Assessment}. */
    public static final String SCHEMA_VERSION = "1.0.0";

    /** Hours after which an entered score is no longer compared: the forecast ends there. */
    private static final double FORECAST_HOURS = 720;

    private Assess() {
    }

    /**
     * @param software version of the software, for the report
     * @param twins    virtual twins per cohort, at least 20
     * @param threads  worker threads; never changes a result
     * @throws IllegalArgumentException for fewer than 20 twins
     */
    public static Assessment run(Case input, String software, int twins, long seed, int threads) {
        if (twins < 20) {
            throw new IllegalArgumentException("twins: " + twins + "; percentiles need at least 20");
        }
        return new Computation(input, software, twins, seed, threads).assessment();
    }

    private static final class Computation {

        private final Case input;
        private final Versions versions;
        private final long seed;
        private final Rules rules;
        private final UseHistory history;
        private final List<PersonFactor> factors;
        private final Cohorts cohorts;
        private final boolean modelled;

        Computation(Case input, String software, int twins, long seed, int threads) {
            this.input = input;
            this.seed = seed;
            this.versions = new Versions(software, ketum.kratom.Versions.model(), ketum.kratom.Versions.data(), SCHEMA_VERSION);
            this.rules = new Rules(input, MedicineFlags::of);
            this.history = UseHistory.of(input);
            if (history.omittedDays() > 0) {
                rules.historyShortened(history.days());
            }
            this.factors = PersonFactors.of(input);
            List<Influence> influences = factors.stream().filter(PersonFactor::applied).map(f -> PersonFactors.influence(f.id())).toList();
            this.cohorts = new Cohorts(input.person(), influences,
                    input.products().stream().map(p -> new Twins.Counted(p.product(), p.use().unit())).toList(), twins, seed, threads);
            this.modelled = input.products().stream().anyMatch(p -> !Rules.isConcentrate(p.product())) && !history.regimen().doses().isEmpty();
        }

        Assessment assessment() {
            Section<ExposureFinding> exposure = modelled ? new Section.Present<>(new ExposureStep(cohorts, history).run()) : noExposure();
            if (!modelled) {
                return assemble(exposure, noSignal(), noSignal(), noSignal(), withheldOr(noSignal()), withheldOr(noSignal()), withheldOr(noSignal()),
                        LimitsStep.limits(cohorts, null), 0);
            }
            SignalStep signal = new SignalStep(cohorts, history);
            Section<DependenceFinding> dependence = new Section.Present<>(dependence(signal));
            if (rules.outsideModel()) {
                return assemble(exposure, new Section.Present<>(signal.receptors()), new Section.Present<>(signal.effects()), dependence,
                        withheldOr(noSignal()), withheldOr(noSignal()), withheldOr(noSignal()), LimitsStep.limits(cohorts, null), signal.failures());
            }
            WithdrawalStep withdrawal = new WithdrawalStep(cohorts, history, signal.morning());
            return assemble(exposure, new Section.Present<>(signal.receptors()), new Section.Present<>(signal.effects()), dependence,
                    new Section.Present<>(withdrawal.finding(rules.forClinician(), STOPPING_PERSON, STOPPING_CLINICIAN)), now(withdrawal), tapers(signal),
                    LimitsStep.limits(cohorts, withdrawal.peaks("cows")), signal.failures());
        }

        private Assessment assemble(Section<ExposureFinding> exposure, Section<Assessment.ReceptorFinding> receptors, Section<Assessment.EffectsFinding> effects,
                                    Section<DependenceFinding> dependence, Section<WithdrawalFinding> withdrawal, Section<NowFinding> now,
                                    Section<TaperFinding> tapers, Limits limits, int failed) {
            Run run = new Run(cohorts.size(), seed, Accuracy.STANDARD.relative(), Accuracy.STANDARD.absolute(), history.days(), failed);
            Assessment draft = new Assessment(versions, input, run, rules.notices(), rules.urgent(), Help.lines(input.place()),
                    new Section.Present<>(new ProductStep(cohorts, input).finding()), exposure, receptors, effects, dependence, withdrawal, now, tapers, limits, List.of());
            return SourcesStep.withSources(draft);
        }

        private Section<ExposureFinding> noExposure() {
            return new Section.Insufficient<>("Nobody has measured what a body does with swallowed 7-hydroxymitragynine, pseudoindoxyl or MGM. "
                    + "Dog data cannot stand in: human plasma turns 7-hydroxymitragynine into pseudoindoxyl, dog plasma hardly does.", List.of("kamble2020", "maxwell2021"));
        }

        private static <T> Section<T> noSignal() {
            return new Section.Insufficient<>("Without a known concentration in the blood nothing further can be computed.", List.of("ketum"));
        }

        private <T> Section<T> withheldOr(Section<T> otherwise) {
            return rules.outsideModel() ? new Section.Withheld<>(rules.outsideReason(), rules.outsideSources()) : otherwise;
        }

        private DependenceFinding dependence(SignalStep signal) {
            Quantity tolerance = signal.summary().quantity("tolerance_now", "potency lost to tolerance", "1", signal.atEnd("tolerance"), Grades.TOLERANCE);
            Quantity adaptation = signal.summary().quantity("adaptation", "how far the body has adapted, of full adaptation", "1", signal.atEnd("adaptation"), Grades.TOLERANCE);
            double fold = tolerance.both().median();
            return new DependenceFinding(tolerance, signal.tolerance(), adaptation, factors,
                    fold < 1.15 ? "Your body has hardly got used to kratom so far."
                            : "Your body has got used to kratom: it does less for you than at first. That fades when you stop, within days to weeks.",
                    "Potency shift on all mu-mediated effects (efficacy of every ligand divided by this fold); at most about 4.3-fold in people (fentanyl). "
                            + "Drive of adaptation: activation before tolerance.", Grades.TOLERANCE);
        }

        private Section<NowFinding> now(WithdrawalStep withdrawal) {
            Optional<LocalDateTime> at = input.scoreNow().flatMap(Case.ScoreNow::at);
            if (input.lastDose().isEmpty()) {
                return new Section.Insufficient<>("Say when the last dose was taken (last_dose: date and time) to compare this hour with the forecast.", List.of("ketum"));
            }
            LocalDateTime moment = at.orElse(input.date().atTime(12, 0).isAfter(input.lastDose().get()) ? input.date().atTime(12, 0) : input.lastDose().get());
            double hours = Duration.between(input.lastDose().get(), moment).toMinutes() / 60.0;
            if (hours < 0 || hours > FORECAST_HOURS) {
                return new Section.Insufficient<>("The score was taken " + (hours < 0 ? "before the last dose" : "more than 30 days after the last dose") + ".", List.of("ketum"));
            }
            Quantity cows = withdrawal.summary().quantity("now.cows", "expected COWS at this hour", "points", withdrawal.at("cows", hours), Grades.WITHDRAWAL);
            Quantity sows = withdrawal.summary().quantity("now.sows", "expected SOWS at this hour", "points", withdrawal.at("sows", hours), Grades.WITHDRAWAL);
            return new Section.Present<>(new NowFinding(hours, cows, sows, input.scoreNow().map(score -> entered(score, score.scale() == Scale.COWS ? cows : sows))));
        }

        private static Entered entered(Case.ScoreNow score, Quantity expected) {
            boolean outside = score.value() < expected.both().low() - 0.5 || score.value() > expected.both().high() + 0.5;
            String statement = !outside ? "The entered score lies where 90 of 100 computed people fall at this hour."
                    : score.value() > expected.both().high()
                    ? "The entered score is higher than for 95 of 100 computed people at this hour: consider another substance or illness."
                    : "The entered score is lower than for 95 of 100 computed people at this hour: consider another substance or illness, or that it comes later.";
            return new Entered(score.scale().name(), score.value(), outside, statement);
        }

        private Section<TaperFinding> tapers(SignalStep signal) {
            double since = ChronoUnit.HOURS.between(input.date().minusDays(history.days() - 1L).atStartOfDay(), input.date().plusDays(1).atStartOfDay()) - history.lastDoseHour();
            if (since > 72) {
                return new Section.Insufficient<>("The last dose was days ago. Going back to kratom in order to taper is not compared here.", List.of("ketum"));
            }
            double[] activation = signal.average("activation");
            double median = signal.summary().interval(activation, 0, cohorts.size()).median();
            TaperStep step = new TaperStep(cohorts, input, tonight(signal));
            return new Section.Present<>(step.finding(median / (1 - median), rules.forClinician(), TAPER_PERSON, TAPER_CLINICIAN));
        }

        /** Tapers start at the midnight after the shown day, from habits as they were. */
        private Cohorts.Moment tonight(SignalStep signal) {
            var simulator = cohorts.simulator(List.of("cows"));
            double start = history.shownStart();
            var run = cohorts.run(simulator, signal.morning(), history.regimen().between(start, start + 24), new double[] {start + 24});
            return Cohorts.end(simulator, run);
        }
    }

    private static final String STOPPING_PERSON = "This is what stopping at once might feel like. It is not dangerous for most healthy people who take only plain leaf, "
            + "but it can be hard. It passes.";
    private static final String STOPPING_CLINICIAN = "Forecast after abrupt cessation from the stated use. Scale heights and half-effect drive are fitted on one survey (SOWS, n = 395) "
            + "and held against 26 men without signs at 10-20 h; timing is not informed by any hourly data in people.";
    private static final String TAPER_PERSON = "A draft to talk about, not a prescription. You choose your own pace. You may pause at any step.";
    private static final String TAPER_CLINICIAN = "Fixed schedules compared on the same twins; no kratom taper has been studied. Pauses and slower steps at low dose are usual in opioid guidance. "
            + "Which plan is best depends on the unknown time constant of slow adaptation.";
}

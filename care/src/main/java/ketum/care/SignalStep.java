package ketum.care;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ketum.care.Assessment.DependenceFinding;
import ketum.care.Assessment.Effect;
import ketum.care.Assessment.EffectsFinding;
import ketum.care.Assessment.Grade;
import ketum.care.Assessment.PersonFactor;
import ketum.care.Assessment.Quantity;
import ketum.care.Assessment.ReceptorFinding;
import ketum.care.Assessment.Series;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;
import ketum.kratom.twin.Regimen;

/** The months up to the shown day, that day, and the days since: receptors, effects, tolerance. */
final class SignalStep {

    /**
     * The four alkaloids that act on no receptor here are followed only so long before the shown day: 9 half-lives of the longest-lived
     * of them (paynantheine, about 27 h).
     */
    private static final int LEAD_DAYS = 10;
    /** Below this fold a person would hardly notice. */
    private static final double HARDLY_TOLERANT = 1.15;

    private static final double[] NONE = {};

    private final Cohorts cohorts;
    private final Summary summary;
    private final double start;
    private final double reportEnd;
    private final Cohorts.Moment morning;
    private final Cohorts.Moment tonight;
    private final Trajectories past;
    private final Optional<Trajectories> lead;
    private final Trajectories day;
    private final Optional<Trajectories> since;
    private final double[] doseTimes;

    SignalStep(Cohorts cohorts, SharedSimulators simulators, UseHistory history) {
        this.cohorts = cohorts;
        this.summary = new Summary(cohorts);
        this.start = history.shownStart();
        this.reportEnd = history.reportEnd();
        Simulator sparse = simulators.sparse();
        int leadDay = Math.max(0, history.shownDay() - LEAD_DAYS);
        this.past = cohorts.run(sparse, Cohorts.Moment.untouched(0), history.regimen().between(0, 24.0 * leadDay), midnights(0, leadDay));
        Cohorts.Moment before = Cohorts.end(sparse, past);
        if (leadDay == history.shownDay()) {
            this.lead = Optional.empty();
            this.morning = before;
        } else {
            Trajectories days = cohorts.run(simulators.full(), before, history.regimen().between(before.time(), start), midnights(leadDay + 1, history.shownDay()));
            this.lead = Optional.of(days);
            this.morning = Cohorts.end(simulators.full(), days);
        }
        Regimen shown = history.regimen().between(start, history.shownEnd());
        this.day = cohorts.run(simulators.full(), morning, shown, ExposureStep.quarters(start));
        this.tonight = Cohorts.end(simulators.full(), day);
        this.since = history.shownEnd() >= reportEnd ? Optional.empty()
                : Optional.of(cohorts.run(sparse, tonight, history.regimen().between(history.shownEnd(), reportEnd), midnights(history.shownDay() + 2, history.days())));
        this.doseTimes = shown.doses().stream().mapToDouble(dose -> dose.timeHours() - start).distinct().toArray();
    }

    private static double[] midnights(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToDouble(i -> 24.0 * i).toArray();
    }

    /** State at midnight before the shown day. */
    Cohorts.Moment morning() {
        return morning;
    }

    /** The shown day at {@link ExposureStep#quarters}, every output. */
    Trajectories day() {
        return day;
    }

    /** State at midnight after the shown day. */
    Cohorts.Moment tonight() {
        return tonight;
    }

    private Series series(String output, String label, String unit, Grade grade) {
        return summary.series(output, label, unit, day, SharedSimulators.full(output), start, grade);
    }

    /** An output's average over the shown day, by subject. */
    double[] average(String output) {
        int index = SharedSimulators.full(output);
        return IntStream.range(0, cohorts.subjects()).mapToDouble(i -> Arrays.stream(day.series(index, i)).average().orElse(Double.NaN)).toArray();
    }

    /** Tolerance or adaptation at midnight after the report's date, by subject. */
    private double[] now(String output) {
        Trajectories last = since.orElse(day);
        int index = since.isPresent() ? SharedSimulators.sparse(output) : SharedSimulators.full(output);
        return IntStream.range(0, cohorts.subjects()).mapToDouble(i -> last.value(index, i, last.times().length - 1)).toArray();
    }

    ReceptorFinding receptors() {
        return new ReceptorFinding(List.of(
                series("occupancy", "mu receptors occupied, all ligands", "1", Grades.OCCUPANCY),
                series("occupancy_MG", "by mitragynine", "1", Grades.OCCUPANCY),
                series("occupancy_OH", "by 7-hydroxymitragynine", "1", Grades.OCCUPANCY),
                series("occupancy_SC", "by speciociliatine", "1", Grades.OCCUPANCY)),
                series("activation", "activation before tolerance", "1", Grades.OCCUPANCY),
                summary.quantity("share_OH", "7-hydroxymitragynine's share of the stimulus", "1", average("share_OH"), Grades.OCCUPANCY),
                "Laboratories differ tenfold in how tightly these alkaloids bind, and nobody has measured them in a living brain. "
                        + "Each twin takes one laboratory's family of values; the width of the bands is mostly that disagreement.");
    }

    EffectsFinding effects() {
        return new EffectsFinding(List.of(
                new Effect(series("analgesia", "cold-pressor tolerance time, relative to none", "1", Grades.ANALGESIA), false,
                        "How much longer pain from ice water can be borne. This was seen in one trial.",
                        "Cold-pressor tolerance ratio; scale fitted on one crossover trial (n = 26), tolerance included."),
                new Effect(series("alertness", "more awake (above 0) or more sleepy (below 0)", "1", Grades.ALERTNESS), false,
                        "Small amounts may wake you up, larger ones may make you sleepy. The size of this is a guess.",
                        "Parent-driven stimulation less opioid sedation; only the sign at 5 against 40 mg has trial support. The ladder by grams is not supported."),
                new Effect(series("nausea", "chance of feeling sick", "1", Grades.NAUSEA), false,
                        "The chance of feeling sick after a dose.",
                        "Logistic in the tolerance-adjusted signal; anchored on surveys (rare below 5 g a dose)."),
                new Effect(series("pupil", "change of pupil size", "mm", Grades.PUPIL), true,
                        "Kratom makes the pupils smaller.",
                        "Pupil diameter change; the best biomarker in people (about -0.7 mm after 5 g, n = 10)."),
                new Effect(series("ventilation", "breathing relative to none", "1", Grades.VENTILATION), true,
                        "Kratom can slow breathing, especially with opioids, alcohol, sleeping pills or gabapentin.",
                        "Ventilation relative to baseline. Mitragynine's own ceiling is a hypothesis, on in half of the science draws; no ceiling is assumed "
                                + "for 7-hydroxymitragynine or pseudoindoxyl. No co-medication is modelled here.")),
                doseTimes);
    }

    DependenceFinding dependence(List<PersonFactor> factors) {
        Quantity tolerance = summary.quantity("tolerance_now", "potency lost to tolerance", "1", now("tolerance"), Grades.TOLERANCE);
        Quantity adaptation = summary.quantity("adaptation", "how far the body has adapted, of full adaptation", "1", now("adaptation"), Grades.TOLERANCE);
        return new DependenceFinding(tolerance, toleranceOverTime(), adaptation, factors,
                tolerance.both().median() < HARDLY_TOLERANT ? "Your body has hardly got used to kratom so far."
                        : "Your body has got used to kratom. It does less for you than at first. That fades within days to weeks when you stop.",
                "Potency shift on all mu-mediated effects (efficacy of every ligand divided by this fold); at most about 4.3-fold in people (fentanyl). "
                        + "Drive of adaptation: activation before tolerance.", Grades.TOLERANCE);
    }

    /** Tolerance at each midnight, in hours before midnight after the report's date. */
    private Series toleranceOverTime() {
        int sparse = SharedSimulators.sparse("tolerance");
        int full = SharedSimulators.full("tolerance");
        double[] axis = joined(past.times(), lead.map(Trajectories::times), new double[] {start + 24}, since.map(Trajectories::times));
        for (int t = 0; t < axis.length; t++) {
            axis[t] -= reportEnd;
        }
        double[][] curves = new double[cohorts.subjects()][];
        for (int i = 0; i < curves.length; i++) {
            int subject = i;
            curves[i] = joined(past.series(sparse, i), lead.map(run -> run.series(full, subject)), new double[] {day.value(full, i, day.times().length - 1)},
                    since.map(run -> run.series(sparse, subject)));
        }
        return summary.series("tolerance", "potency lost to tolerance, fold", "1", axis, curves, Grades.TOLERANCE);
    }

    /** The months, the days before the shown one, the end of that, and what came since. */
    private static double[] joined(double[] past, Optional<double[]> lead, double[] shown, Optional<double[]> since) {
        return Stream.of(past, lead.orElse(NONE), shown, since.orElse(NONE)).flatMapToDouble(Arrays::stream).toArray();
    }
}

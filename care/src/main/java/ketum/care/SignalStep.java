package ketum.care;

import java.util.Arrays;
import java.util.List;
import ketum.care.Assessment.Effect;
import ketum.care.Assessment.EffectsFinding;
import ketum.care.Assessment.Grade;
import ketum.care.Assessment.ReceptorFinding;
import ketum.care.Assessment.Series;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;

/** The months up to the shown day, and that day: receptors, effects, tolerance. */
final class SignalStep {

    private static final List<String> DAY = List.of("occupancy_MG", "occupancy_OH", "occupancy_SC", "occupancy", "activation", "share_OH",
            "analgesia", "pupil", "alertness", "nausea", "ventilation", "tolerance", "adaptation", "cows", "sows");

    private final Cohorts cohorts;
    private final Summary summary;
    private final double start;
    private final Cohorts.Moment morning;
    private final Trajectories past;
    private final Trajectories day;
    private final double[] doseTimes;

    SignalStep(Cohorts cohorts, UseHistory history) {
        this.cohorts = cohorts;
        this.summary = new Summary(cohorts.size());
        this.start = history.shownStart();
        Simulator months = cohorts.simulator(List.of("tolerance", "tail"));
        double[] midnights = new double[history.shownDay() + 1];
        for (int i = 0; i < midnights.length; i++) {
            midnights[i] = 24.0 * i;
        }
        this.past = cohorts.run(months, Cohorts.Moment.start(), history.regimen().between(0, start), midnights);
        this.morning = Cohorts.end(months, past);
        Simulator hours = cohorts.simulator(DAY);
        this.day = cohorts.run(hours, morning, history.regimen().between(start, start + 24), ExposureStep.quarters(start));
        this.doseTimes = history.regimen().between(start, start + 24).doses().stream().mapToDouble(dose -> dose.timeHours() - start).toArray();
    }

    /** State at midnight before the shown day. */
    Cohorts.Moment morning() {
        return morning;
    }

    int failures() {
        return (int) past.failures().stream().mapToInt(Trajectories.Failure::subject).filter(subject -> subject < cohorts.size()).distinct().count();
    }

    private Series series(String output, String label, String unit, Grade grade) {
        return summary.series(output, label, unit, day, DAY.indexOf(output), start, grade);
    }

    /** A day's average of an output by subject. */
    double[] average(String output) {
        int index = DAY.indexOf(output);
        double[] averages = new double[cohorts.subjects()];
        for (int i = 0; i < averages.length; i++) {
            averages[i] = Arrays.stream(day.series(index, i)).average().orElse(Double.NaN);
        }
        return averages;
    }

    /** Last value of the day by subject. */
    double[] atEnd(String output) {
        int index = DAY.indexOf(output);
        double[] values = new double[cohorts.subjects()];
        for (int i = 0; i < values.length; i++) {
            values[i] = day.value(index, i, day.times().length - 1);
        }
        return values;
    }

    /** Highest value of the day by subject. */
    double[] highest(String output) {
        int index = DAY.indexOf(output);
        double[] values = new double[cohorts.subjects()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Arrays.stream(day.series(index, i)).max().orElse(Double.NaN);
        }
        return values;
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

    /** Tolerance at each midnight, hours before the end of the shown day. */
    Series tolerance() {
        return summary.series("tolerance", "potency lost to tolerance, fold", "1", past, 0, start + 24, Grades.TOLERANCE);
    }

    Summary summary() {
        return summary;
    }
}

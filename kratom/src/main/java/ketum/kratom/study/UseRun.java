package ketum.kratom.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;
import ketum.kratom.data.Study;
import ketum.kratom.data.Tables;
import ketum.kratom.study.StudyResult.Prediction;
import ketum.kratom.twin.Influence;

/**
 * Studies of people who use: their months of use are simulated once, and from the last usual dose on either nothing more is taken or the
 * study's own dose. Scores, pupil and pain tolerance are read at the study's hours.
 *
 * <p>The survey factor of more than three doses a day is part of the model as it was calibrated; rows that leave it out say so.
 */
final class UseRun {

    /** Days simulated before the last usual dose, or fewer where the study says so. */
    static final int HISTORY_DAYS = 120;
    /** Days in which plasma becomes level; the second half gives the average activation. */
    private static final int LEVELLING_DAYS = 14;
    /** Days in which fast adaptation finds its place in the day again. */
    private static final int SETTLING_DAYS = 4;
    private static final double DAY = 24;
    private static final List<String> OUTPUTS = List.of("cows", "sows", "analgesia", "pupil");
    private static final String OFTEN = "doses_over_3_a_day";
    private static final int OFTEN_FROM = 4;
    private static final double MILD_COWS = 5;
    private static final double MODERATE_COWS = 13;
    /** Hours after the last usual dose from which courses branch. */
    private static final double JUST_AFTER = 0.01;

    private final Study study;
    private final VirtualTrial trial;
    private final VirtualTrial withoutFactor;
    private final Simulator simulator;
    private final boolean shortened;
    private final int threads;
    private final Map<Integer, VirtualTrial.Moment> lastDose = new HashMap<>();
    private final Map<String, Course> courses = new HashMap<>();

    UseRun(Study study, int replicates, long seed, int threads) {
        this(study, replicates, study.people().n(), true, seed, threads);
    }

    /**
     * @param shortened whether adaptation is set to what a long history leaves instead of being simulated through it; it follows activation
     *                  linearly and does not act back on it, so that its average is activation's
     */
    UseRun(Study study, int replicates, int people, boolean shortened, long seed, int threads) {
        this.study = study;
        this.shortened = shortened;
        this.threads = threads;
        int days = shortened ? LEVELLING_DAYS + SETTLING_DAYS : HISTORY_DAYS;
        Influence often = new Influence(OFTEN, Tables.standard().table("person-factors").value(OFTEN, "odds_ratio"));
        this.trial = new VirtualTrial(study, replicates, people, (group, perDay) -> perDay >= OFTEN_FROM ? List.of(often) : List.of(), days, seed, threads);
        this.withoutFactor = new VirtualTrial(study, replicates, people, VirtualTrial.Factors.NONE, days, seed, threads);
        this.simulator = trial.whole(OUTPUTS);
    }

    StudyResult result(long seed) {
        List<String> remarks = new ArrayList<>();
        List<StudyResult.Row> rows = new ArrayList<>();
        for (Study.Observation observation : study.observations()) {
            rows.add(new StudyResult.Row(observation, Optional.of(prediction(observation)), observation.note()));
            remark(observation).ifPresent(remarks::add);
        }
        if (study.observations().stream().anyMatch(observation -> observation.quantity().equals("frequency_stronger_than_amount"))) {
            remarks.add(new HabitContrast(seed, threads).remark());
        }
        return new StudyResult(study, trial.replicates(), trial.people(), seed, rows, remarks);
    }

    private Optional<String> remark(Study.Observation observation) {
        return switch (observation.quantity()) {
            case "frequency_stronger_than_amount", "frequency_stronger_than_amount_without_factor" -> Optional.of(slopes(observation));
            case "cold_pressor_tolerance_ratio" -> Optional.of(againstNone(observation, "analgesia", "pain tolerance, as a multiple of that without any kratom,"));
            case "pupil_change" -> Optional.of(againstNone(observation, "pupil", "pupil, in mm against that without any kratom,"));
            case "cows_ever_13_or_more" -> observation.statistic().equals("share of people") ? Optional.of(String.format(Locale.ROOT,
                    "The median of a repeat is below 5 at all these hours in %.0f %% of repeats. The interval of a single repeat is wide because what science does not "
                            + "know is the same for all its people.", 100 * quietRepeats(observation))) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Share of repeats whose median score is below mild at every hour of an observation. */
    private double quietRepeats(Study.Observation observation) {
        Course course = course(observation.arm(), trial);
        return overAll(replicate -> observation.hours().stream()
                .allMatch(hour -> Replicates.median(replicate(course.at("cows", hour), replicate)) < MILD_COWS) ? 1 : 0);
    }

    private double overAll(IntToDoubleFunction statistic) {
        return IntStream.range(0, trial.replicates()).mapToDouble(statistic).average().orElse(Double.NaN);
    }

    private String againstNone(Study.Observation observation, String output, String what) {
        Course course = course(observation.arm(), trial);
        double hour = observation.hours().getFirst();
        return String.format(Locale.ROOT, "In the median virtual person the %s is %.2f just before the dose and %.2f at %s h after it.", what,
                Replicates.median(course.at(output, 0)), Replicates.median(course.at(output, hour)), StudyResult.number(hour));
    }

    private Prediction prediction(Study.Observation observation) {
        return switch (observation.quantity()) {
            case "cows" -> statistic(observation, highest(observation, "cows"));
            case "sows" -> statistic(observation, highest(observation, "sows"));
            case "sows_peak" -> statistic(observation, peaks(observation.arm(), trial, "sows"));
            case "sows_change" -> statistic(observation, change(observation, "sows"));
            case "pupil_change", "pupil_change_late" -> statistic(observation, change(observation, "pupil"));
            case "cows_ever_13_or_more" -> ever(observation);
            case "sows_peak_above_20" -> share(peaks(observation.arm(), trial, "sows"), Math.nextUp(20.0));
            case "sows_peak_above_30" -> share(peaks(observation.arm(), trial, "sows"), Math.nextUp(30.0));
            case "cold_pressor_tolerance_ratio" -> ratioOfMeans(observation);
            case "cows_peak_13_or_more" -> oddsRatio(0, withoutFactor);
            case "cows_peak_13_or_more_small_glasses" -> oddsRatio(2, withoutFactor);
            case "cows_peak_13_or_more_with_factor" -> oddsRatio(0, trial);
            case "frequency_stronger_than_amount" -> overReplicates(replicate -> stronger(observation.arm(), trial, replicate));
            case "frequency_stronger_than_amount_without_factor" -> overReplicates(replicate -> stronger(observation.arm(), withoutFactor, replicate));
            default -> throw new IllegalStateException("study " + study.name() + ": quantity " + observation.quantity() + " cannot be computed from use");
        };
    }

    private Prediction overReplicates(IntToDoubleFunction statistic) {
        return Replicates.prediction(trial.replicates(), statistic);
    }

    private double[] replicate(double[] subjects, int replicate) {
        return Replicates.of(subjects, replicate, trial.people());
    }

    private Prediction statistic(Study.Observation observation, double[] subjects) {
        ArmStatistic statistic = ArmStatistic.of(observation.statistic());
        return overReplicates(replicate -> statistic.of(List.of(replicate(subjects, replicate))));
    }

    private Prediction share(double[] subjects, double threshold) {
        return overReplicates(replicate -> Replicates.shareAtLeast(replicate(subjects, replicate), threshold));
    }

    /** Share who reach a moderate score: of one repeat, or of all repeats together with the interval of one. */
    private Prediction ever(Study.Observation observation) {
        double[] highest = highest(observation, "cows");
        Prediction one = share(highest, MODERATE_COWS);
        return observation.statistic().equals("share of people over all repeats")
                ? new Prediction(Replicates.shareAtLeast(highest, MODERATE_COWS), one.low(), one.high(), one.missing()) : one;
    }

    private Prediction ratioOfMeans(Study.Observation observation) {
        Course course = course(observation.arm(), trial);
        double[] after = course.at("analgesia", observation.hours().getFirst());
        double[] before = course.at("analgesia", 0);
        return overReplicates(replicate -> Replicates.mean(replicate(after, replicate)) / Replicates.mean(replicate(before, replicate)));
    }

    /** Of the arm after the first over the first. */
    private Prediction oddsRatio(int first, VirtualTrial people) {
        double[] fewer = peaks(study.arms().get(first).name(), people, "cows");
        double[] more = peaks(study.arms().get(first + 1).name(), people, "cows");
        return overReplicates(replicate -> Replicates.oddsRatio(replicate(fewer, replicate), replicate(more, replicate), MODERATE_COWS));
    }

    /** The highest value at the observation's hours. */
    private double[] highest(Study.Observation observation, String output) {
        return course(observation.arm(), trial).highest(output, observation.hours());
    }

    /** Highest score after the last usual dose, by subject. */
    double[] peaks(String arm, String output) {
        return peaks(arm, trial, output);
    }

    private double[] peaks(String arm, VirtualTrial people, String output) {
        return course(arm, people).highest(output, study.sampling().timesHours());
    }

    /** Mean over the observation's hours less the value before the dose. */
    private double[] change(Study.Observation observation, String output) {
        Course course = course(observation.arm(), trial);
        double[] before = course.at(output, 0);
        double[] change = new double[before.length];
        for (double hour : observation.hours()) {
            double[] after = course.at(output, hour);
            Arrays.setAll(change, i -> change[i] + (after[i] - before[i]) / observation.hours().size());
        }
        return change;
    }

    /** 1 where doses a day matter more for the peak score than the amount of a dose, else 0. */
    private double stronger(String arm, VirtualTrial people, int replicate) {
        double[] slopes = slopes(arm, people, replicate);
        return slopes[0] > slopes[1] ? 1 : 0;
    }

    /** Standardised partial slopes of the peak SOWS on doses a day and on the amount of a dose. */
    private double[] slopes(String arm, VirtualTrial people, int replicate) {
        int n = trial.people();
        double[] score = replicate(peaks(arm, people, "sows"), replicate);
        double[] perDay = new double[n];
        double[] amount = new double[n];
        for (int person = 0; person < n; person++) {
            perDay[person] = trial.perDay(trial.groupOf(arm), replicate * n + person);
            amount[person] = trial.amount(arm, replicate * n + person);
        }
        return Replicates.standardisedSlopes(perDay, amount, score);
    }

    private String slopes(Study.Observation observation) {
        boolean without = observation.quantity().endsWith("_without_factor");
        VirtualTrial people = without ? withoutFactor : trial;
        Prediction perDay = overReplicates(replicate -> slopes(observation.arm(), people, replicate)[0]);
        Prediction amount = overReplicates(replicate -> slopes(observation.arm(), people, replicate)[1]);
        return String.format(Locale.ROOT, "Standardised slopes of the peak SOWS, %s the survey factor for more than three doses a day: doses a day %.2f (%.2f to %.2f), "
                        + "grams a dose %.2f (%.2f to %.2f). The survey found doses a day stronger; that may be reverse causation: people who feel worse take it more often.",
                without ? "without" : "with", perDay.median(), perDay.low(), perDay.high(), amount.median(), amount.low(), amount.high());
    }

    private Course course(String arm, VirtualTrial people) {
        return courses.computeIfAbsent(arm + (people == trial ? "" : " without factor"), key -> new Course(arm, people));
    }

    /** State just after the last usual dose of a group; the factor acts on scores alone, so that both trials share it. */
    private VirtualTrial.Moment lastDose(int group) {
        return lastDose.computeIfAbsent(group, key -> {
            double hour = trial.lastDose(firstArm(group)) + JUST_AFTER;
            boolean longHistory = shortened && study.arm(firstArm(group)).days() > trial.days(group);
            VirtualTrial.Moment from = longHistory ? adapted(group) : VirtualTrial.Moment.START;
            return VirtualTrial.Moment.end(simulator, checked(trial.run(group, simulator, from, hour, new double[] {hour}, Map.of())));
        });
    }

    /** Plasma and receptors after {@link #LEVELLING_DAYS}, adaptation as after the whole history less the days that still follow. */
    private VirtualTrial.Moment adapted(int group) {
        double[] week = new double[LEVELLING_DAYS / 2 * (int) DAY + 1];
        Arrays.setAll(week, hour -> LEVELLING_DAYS / 2 * DAY + hour);
        List<String> outputs = new ArrayList<>(OUTPUTS);
        outputs.addFirst("activation");
        Simulator watched = trial.whole(outputs);
        Trajectories run = checked(trial.run(group, watched, VirtualTrial.Moment.START, LEVELLING_DAYS * DAY - JUST_AFTER, week, Map.of()));
        VirtualTrial.Moment moment = VirtualTrial.Moment.end(watched, run);
        double hours = (Math.min(study.arm(firstArm(group)).days(), HISTORY_DAYS) - SETTLING_DAYS) * DAY;
        for (String part : List.of("fast", "slow")) {
            double[] rate = trial.parameter(group, "k_" + part);
            double[] level = moment.states().get(part);
            Arrays.setAll(level, subject -> average(run.series(0, subject)) * -StrictMath.expm1(-rate[subject] * hours));
        }
        return moment;
    }

    /** By trapezoids over even steps. */
    private static double average(double[] values) {
        return (Arrays.stream(values).sum() - (values[0] + values[values.length - 1]) / 2) / (values.length - 1);
    }

    private Trajectories checked(Trajectories run) {
        if (!run.failures().isEmpty()) {
            throw new IllegalStateException("study " + study.name() + ": a virtual person could not be integrated: " + run.failures().getFirst());
        }
        return run;
    }

    private String firstArm(int group) {
        return study.arms().stream().map(Study.Arm::name).filter(name -> trial.groupOf(name) == group).findFirst().orElseThrow();
    }

    /** What follows the last usual dose: hours count from it, or from the arm's own dose where it has one. */
    private final class Course {
        private final List<Double> hours;
        private final Trajectories run;

        Course(String arm, VirtualTrial people) {
            boolean ownDose = study.arm(arm).leadIn().isPresent();
            int group = trial.groupOf(arm);
            VirtualTrial.Moment from = lastDose(group);
            double zero = ownDose ? trial.firstDose(arm) : trial.lastDose(arm);
            TreeSet<Double> wanted = new TreeSet<>(study.sampling().timesHours());
            study.observations().stream().filter(observation -> observation.arm().equals(arm)).forEach(observation -> wanted.addAll(observation.hours()));
            wanted.add(0.0);
            this.hours = List.copyOf(wanted);
            double[] times = hours.stream().mapToDouble(hour -> Math.max(from.time(), zero + hour)).toArray();
            this.run = people.run(group, simulator, from, ownDose ? trial.lastDose(arm) + JUST_AFTER : from.time(), times, Map.of());
        }

        double[] at(String output, double hour) {
            int index = hours.indexOf(hour);
            double[] values = new double[trial.size()];
            Arrays.setAll(values, subject -> run.value(OUTPUTS.indexOf(output), subject, index));
            return values;
        }

        double[] highest(String output, List<Double> among) {
            double[] highest = new double[trial.size()];
            Arrays.fill(highest, Double.NEGATIVE_INFINITY);
            for (double hour : among) {
                double[] values = at(output, hour);
                Arrays.setAll(highest, i -> Math.max(highest[i], values[i]));
            }
            return highest;
        }
    }
}

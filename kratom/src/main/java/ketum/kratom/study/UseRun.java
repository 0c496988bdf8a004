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

    private static final List<String> OUTPUTS = List.of("cows", "sows", "analgesia", "pupil");
    private static final String OFTEN = "doses_over_3_a_day";
    private static final int OFTEN_FROM = 4;
    private static final double MODERATE_COWS = 13;
    /** Hours after the last usual dose from which courses branch. */
    private static final double JUST_AFTER = 0.01;

    private final Study study;
    private final VirtualTrial trial;
    private final VirtualTrial withoutFactor;
    private final Simulator simulator;
    private final Map<Integer, VirtualTrial.Moment> lastDose = new HashMap<>();
    private final Map<String, Course> courses = new HashMap<>();

    UseRun(Study study, int replicates, long seed, int threads) {
        this.study = study;
        Influence often = new Influence(OFTEN, Tables.standard().table("person-factors").value(OFTEN, "odds_ratio"));
        this.trial = new VirtualTrial(study, replicates, study.people().n(),
                (group, perDay) -> perDay >= OFTEN_FROM ? List.of(often) : List.of(), seed, threads);
        this.withoutFactor = new VirtualTrial(study, replicates, study.people().n(), VirtualTrial.Factors.NONE, seed, threads);
        this.simulator = trial.whole(OUTPUTS);
    }

    StudyResult result(long seed) {
        List<String> remarks = new ArrayList<>();
        List<StudyResult.Row> rows = new ArrayList<>();
        for (Study.Observation observation : study.observations()) {
            rows.add(new StudyResult.Row(observation, Optional.of(prediction(observation)), observation.note()));
            if (observation.quantity().startsWith("frequency_stronger_than_amount")) {
                remarks.add(slopes(observation));
            }
        }
        return new StudyResult(study, trial.replicates(), trial.people(), seed, rows, remarks);
    }

    private Prediction prediction(Study.Observation observation) {
        return switch (observation.quantity()) {
            case "cows" -> statistic(observation, highest(observation, "cows"));
            case "sows" -> statistic(observation, highest(observation, "sows"));
            case "sows_peak" -> statistic(observation, peaks(observation.arm(), trial, "sows"));
            case "sows_change" -> statistic(observation, change(observation, "sows"));
            case "pupil_change", "pupil_change_late" -> statistic(observation, change(observation, "pupil"));
            case "cows_ever_13_or_more" -> share(highest(observation, "cows"), MODERATE_COWS);
            case "sows_peak_above_20" -> share(peaks(observation.arm(), trial, "sows"), Math.nextUp(20.0));
            case "sows_peak_above_30" -> share(peaks(observation.arm(), trial, "sows"), Math.nextUp(30.0));
            case "cold_pressor_tolerance_ratio" -> ratioOfMeans(observation);
            case "cows_peak_13_or_more" -> oddsRatio(withoutFactor);
            case "cows_peak_13_or_more_with_factor" -> oddsRatio(trial);
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

    private Prediction ratioOfMeans(Study.Observation observation) {
        Course course = course(observation.arm(), trial);
        double[] after = course.at("analgesia", observation.hours().getFirst());
        double[] before = course.at("analgesia", 0);
        return overReplicates(replicate -> Replicates.mean(replicate(after, replicate)) / Replicates.mean(replicate(before, replicate)));
    }

    private Prediction oddsRatio(VirtualTrial people) {
        double[] fewer = peaks(study.arms().get(0).name(), people, "cows");
        double[] more = peaks(study.arms().get(1).name(), people, "cows");
        return overReplicates(replicate -> Replicates.oddsRatio(replicate(fewer, replicate), replicate(more, replicate), MODERATE_COWS));
    }

    /** The highest value at the observation's hours. */
    private double[] highest(Study.Observation observation, String output) {
        return course(observation.arm(), trial).highest(output, observation.hours());
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
            Trajectories run = trial.run(group, simulator, VirtualTrial.Moment.START, hour, new double[] {hour}, Map.of());
            if (!run.failures().isEmpty()) {
                throw new IllegalStateException("study " + study.name() + ": a virtual person could not be integrated: " + run.failures().getFirst());
            }
            return VirtualTrial.Moment.end(simulator, run);
        });
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

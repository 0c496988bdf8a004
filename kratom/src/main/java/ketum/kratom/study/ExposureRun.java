package ketum.kratom.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;
import ketum.engine.population.Quantiles;
import ketum.kratom.Alkaloid;
import ketum.kratom.data.Study;
import ketum.kratom.data.Table;
import ketum.kratom.data.Tables;
import ketum.kratom.study.StudyResult.Prediction;

/**
 * Studies that measured plasma: concentrations at the study's own times with its assay's error, cut at its limit of quantification, and the
 * noncompartmental statistics that its report tabulates.
 */
final class ExposureRun {

    /** Hours over which a single dose's slope is also taken, because reports of repeated doses follow the first for one interval. */
    private static final double INTERVAL_HOURS = 24;

    private final Study study;
    private final VirtualTrial trial;
    private final double assayLogSd = Tables.standard().table("variability").value("assay", "log_sd");
    private final Table molecules = Tables.standard().table("molecules");
    private final Map<String, Curves> byArm = new TreeMap<>();
    private final Map<String, List<Optional<NonCompartmental>>> analysed = new HashMap<>();

    ExposureRun(Study study, int replicates, long seed, int threads) {
        this.study = study;
        this.trial = new VirtualTrial(study, replicates, study.people().n(), VirtualTrial.Factors.NONE, Integer.MAX_VALUE, seed, threads);
    }

    StudyResult result(long seed) {
        List<StudyResult.Row> rows = new ArrayList<>();
        for (Study.Observation observation : study.observations()) {
            rows.add(new StudyResult.Row(observation, Optional.of(prediction(observation)), observation.note()));
        }
        return new StudyResult(study, trial.replicates(), trial.people(), seed, rows, coverage());
    }

    /** Whether the published lowest and highest participant lie where the repeats' lowest and highest do, for medians printed with a range. */
    private List<String> coverage() {
        List<Study.Observation> ranged = study.observations().stream().filter(observation -> observation.statistic().equals("median")
                && observation.purpose() == Study.Purpose.CALIBRATION && observation.low().isPresent() && observation.high().isPresent()).toList();
        if (ranged.isEmpty()) {
            return List.of();
        }
        List<String> outside = ranged.stream().filter(observation -> !covered(observation))
                .map(observation -> observation.analyte().orElse("") + " " + observation.quantity().replace('_', ' ')).toList();
        return List.of("Fit, not validation: the parameters were fitted to these medians and the spread between people was chosen on their ranges.",
                "The published lowest and highest participant lie inside the 95 % intervals of the repeats' lowest and highest for " + (ranged.size() - outside.size())
                        + " of " + ranged.size() + " fitted quantities" + (outside.isEmpty() ? "." : ", not for " + String.join(", ", outside) + "."));
    }

    private boolean covered(Study.Observation observation) {
        double[] values = values(observation.arm(), analyte(observation), quantity(observation.quantity()));
        Prediction lowest = extreme(values, 0);
        Prediction highest = extreme(values, 1);
        return lowest.low() <= observation.low().getAsDouble() && observation.low().getAsDouble() <= lowest.high()
                && highest.low() <= observation.high().getAsDouble() && observation.high().getAsDouble() <= highest.high();
    }

    private Prediction extreme(double[] values, double p) {
        return Replicates.prediction(trial.replicates(), replicate -> Quantiles.of(Replicates.of(values, replicate, trial.people())).at(p));
    }

    private static Function<NonCompartmental, OptionalDouble> quantity(String name) {
        return switch (name) {
            case "cmax" -> curve -> OptionalDouble.of(curve.cmax());
            case "tmax" -> curve -> OptionalDouble.of(curve.tmax());
            case "auc_inf" -> NonCompartmental::aucInfinity;
            case "half_life" -> NonCompartmental::terminalHalfLife;
            default -> throw new IllegalStateException(name + " is not a noncompartmental statistic");
        };
    }

    private Prediction prediction(Study.Observation observation) {
        Alkaloid analyte = analyte(observation);
        return switch (observation.quantity()) {
            case "cmax", "tmax", "auc_inf", "half_life" -> overPeople(observation, analyte, quantity(observation.quantity()));
            case "half_life_first_day" -> statistic(observation, arm -> firstDay(arm, analyte));
            case "metabolite_ratio" -> statistic(observation, arm -> ratio(arm, curves(arm).zero, Double.POSITIVE_INFINITY));
            case "metabolite_ratio_change" -> ratioChange();
            case "steady_state_day" -> Replicates.prediction(trial.replicates(), replicate -> steadyStateDay(analyte, replicate, 0.95));
            case "steady_state_day_90" -> Replicates.prediction(trial.replicates(), replicate -> steadyStateDay(analyte, replicate, 0.9));
            case "cmax_dose_exponent" -> doseExponent(analyte, quantity("cmax"));
            case "auc_dose_exponent" -> doseExponent(analyte, quantity("auc_inf"));
            default -> throw new IllegalStateException("study " + study.name() + ": quantity " + observation.quantity() + " cannot be computed from plasma");
        };
    }

    private static Alkaloid analyte(Study.Observation observation) {
        String id = observation.analyte().orElse(Alkaloid.MITRAGYNINE.id());
        return Arrays.stream(Alkaloid.values()).filter(alkaloid -> alkaloid.id().equals(id)).findFirst().orElseThrow();
    }

    private List<String> arms(Study.Observation observation) {
        return observation.arm().equals(Study.ALL_ARMS) ? study.arms().stream().map(Study.Arm::name).toList() : List.of(observation.arm());
    }

    private Prediction overPeople(Study.Observation observation, Alkaloid analyte, Function<NonCompartmental, OptionalDouble> quantity) {
        return statistic(observation, arm -> values(arm, analyte, quantity));
    }

    private Prediction statistic(Study.Observation observation, Function<String, double[]> subjects) {
        List<double[]> byArm = arms(observation).stream().map(subjects).toList();
        IntToDoubleFunction statistic = replicate -> ArmStatistic.of(observation.statistic()).of(
                byArm.stream().map(values -> Replicates.of(values, replicate, trial.people())).toList());
        return Replicates.prediction(trial.replicates(), statistic);
    }

    private double[] values(String arm, Alkaloid analyte, Function<NonCompartmental, OptionalDouble> quantity) {
        return analysed(arm, analyte).stream().mapToDouble(curve -> curve.map(quantity).orElse(OptionalDouble.empty()).orElse(Double.NaN)).toArray();
    }

    private List<Optional<NonCompartmental>> analysed(String arm, Alkaloid analyte) {
        return analysed.computeIfAbsent(arm + " " + analyte.id(), key -> {
            Sampling sampling = Sampling.of(study, analyte);
            Curves curves = curves(arm);
            List<Optional<NonCompartmental>> all = new ArrayList<>();
            for (int subject = 0; subject < trial.size(); subject++) {
                all.add(sampling.analyse(curves.measured(analyte, subject, curves.zero, sampling.timesHours())));
            }
            return all;
        });
    }

    /** Half-life from what is quantifiable in the first day after the first dose. */
    private double[] firstDay(String arm, Alkaloid analyte) {
        Sampling whole = Sampling.of(study, analyte);
        double[] early = Arrays.stream(whole.timesHours()).filter(hour -> hour <= INTERVAL_HOURS).toArray();
        Curves curves = curves(arm);
        double[] halfLives = new double[trial.size()];
        for (int subject = 0; subject < halfLives.length; subject++) {
            halfLives[subject] = NonCompartmental.of(early, curves.measured(analyte, subject, trial.firstDose(arm), early), whole.limitOfQuantification())
                    .map(NonCompartmental::terminalHalfLife).orElse(OptionalDouble.empty()).orElse(Double.NaN);
        }
        return halfLives;
    }

    /** 7-hydroxymitragynine over mitragynine after a dose at a model hour: areas over the quantifiable samples up to {@code until} hours, by mass. */
    private double[] ratio(String arm, double zero, double until) {
        Curves curves = curves(arm);
        double[] ratios = new double[trial.size()];
        for (int subject = 0; subject < ratios.length; subject++) {
            ratios[subject] = area(curves, Alkaloid.SEVEN_HYDROXYMITRAGYNINE, subject, zero, until) / area(curves, Alkaloid.MITRAGYNINE, subject, zero, until);
        }
        return ratios;
    }

    private double area(Curves curves, Alkaloid analyte, int subject, double zero, double until) {
        Sampling sampling = Sampling.of(study, analyte);
        double[] hours = Arrays.stream(sampling.timesHours()).filter(hour -> hour <= until).toArray();
        double[] measured = curves.measured(analyte, subject, zero, hours);
        double before = curves.measured(analyte, subject, zero, new double[] {0})[0];
        double area = 0;
        double time = 0;
        double value = before >= sampling.limitOfQuantification() ? before : 0;
        for (int i = 0; i < hours.length; i++) {
            if (measured[i] >= sampling.limitOfQuantification()) {
                area += (hours[i] - time) * (measured[i] + value) / 2;
                time = hours[i];
                value = measured[i];
            }
        }
        return area * molecules.value(analyte.id(), "molar_mass");
    }

    /** Mean of the arms' means after the last dose over that after the first, both over one dosing interval, so that only the body differs. */
    private Prediction ratioChange() {
        List<double[]> after = study.arms().stream().map(arm -> ratio(arm.name(), trial.lastDose(arm.name()), INTERVAL_HOURS)).toList();
        List<double[]> before = study.arms().stream().map(arm -> ratio(arm.name(), trial.firstDose(arm.name()), INTERVAL_HOURS)).toList();
        return Replicates.prediction(trial.replicates(), replicate -> armMeans(after, replicate) / armMeans(before, replicate));
    }

    private double armMeans(List<double[]> arms, int replicate) {
        return arms.stream().mapToDouble(values -> Replicates.mean(Replicates.of(values, replicate, trial.people()))).average().orElse(Double.NaN);
    }

    /** The first day whose mean trough, over people of the arm with the highest dose, reaches a share of the last day's. */
    private double steadyStateDay(Alkaloid analyte, int replicate, double share) {
        Study.Arm highest = study.arms().stream().max(Comparator.comparingDouble(arm -> arm.amount().value())).orElseThrow();
        Curves curves = curves(highest.name());
        double[] troughs = new double[highest.days()];
        for (int day = 0; day < troughs.length; day++) {
            double hour = trial.firstDose(highest.name()) + (day + 1) * INTERVAL_HOURS;
            for (int person = 0; person < trial.people(); person++) {
                troughs[day] += curves.at(analyte, replicate * trial.people() + person, hour);
            }
        }
        int day = 0;
        while (troughs[day] < share * troughs[troughs.length - 1]) {
            day++;
        }
        return day + 1;
    }

    private Prediction doseExponent(Alkaloid analyte, Function<NonCompartmental, OptionalDouble> quantity) {
        List<double[]> byArm = study.arms().stream().map(arm -> values(arm.name(), analyte, quantity)).toList();
        double[] logDose = study.arms().stream().mapToDouble(arm -> StrictMath.log(arm.amount().value())).toArray();
        return Replicates.prediction(trial.replicates(), replicate -> Replicates.slope(logDose, byArm.stream()
                .mapToDouble(values -> StrictMath.log(Replicates.median(Replicates.of(values, replicate, trial.people())))).toArray()));
    }

    /** Concentrations of one arm's people in nmol/L, by model hour. */
    private final class Curves {
        private final int group;
        private final double zero;
        private final Map<Double, Integer> index = new TreeMap<>();
        private final Map<Alkaloid, Integer> output = new EnumMap<>(Alkaloid.class);
        private final Trajectories run;

        Curves(String arm) {
            this.group = trial.groupOf(arm);
            this.zero = study.sampling().clock() == Study.Sampling.Clock.FIRST_DOSE ? trial.firstDose(arm) : trial.lastDose(arm);
            TreeSet<Double> times = new TreeSet<>();
            for (double hour : study.sampling().timesHours()) {
                times.add(zero + hour);
                if (hour <= INTERVAL_HOURS) {
                    times.add(trial.firstDose(arm) + hour);
                }
            }
            times.add(zero);
            times.add(trial.firstDose(arm));
            for (int day = 1; day <= study.arm(arm).days(); day++) {
                times.add(trial.firstDose(arm) + day * INTERVAL_HOURS);
            }
            times.forEach(time -> index.put(time, index.size()));
            List<String> outputs = new ArrayList<>();
            study.observations().stream().map(ExposureRun::analyte).distinct().sorted().forEach(analyte -> {
                output.put(analyte, outputs.size());
                outputs.add("C_" + analyte.symbol());
            });
            Simulator simulator = trial.exposure(outputs);
            this.run = trial.run(group, simulator, VirtualTrial.Moment.START, trial.lastDose(arm) + 1e-9,
                    times.stream().mapToDouble(Double::doubleValue).toArray(), Map.of());
        }

        double at(Alkaloid analyte, int subject, double hour) {
            return run.value(output.get(analyte), subject, index.get(hour));
        }

        /** As the laboratory would report it, at hours after a moment. */
        double[] measured(Alkaloid analyte, int subject, double from, double[] hours) {
            double[] values = new double[hours.length];
            for (int i = 0; i < hours.length; i++) {
                values[i] = at(analyte, subject, from + hours[i]) * trial.assayError(group, subject, analyte, index.get(from + hours[i]), assayLogSd);
            }
            return values;
        }
    }

    private Curves curves(String arm) {
        return byArm.computeIfAbsent(arm, Curves::new);
    }
}

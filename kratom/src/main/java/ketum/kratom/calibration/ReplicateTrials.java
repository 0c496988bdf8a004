package ketum.kratom.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import ketum.kratom.Alkaloid;
import ketum.kratom.data.Table;
import ketum.kratom.data.Tables;
import ketum.kratom.study.NonCompartmental;
import ketum.kratom.study.Sampling;

/**
 * Repeats Tanna 2022 many times on paper: in each trial five virtual people take the study's dose, their blood is drawn at the study's
 * times, and the report's statistics are computed. The published lowest and highest participant are then held against the trials'.
 *
 * <p>One trial draws once what the science does not know (a row of each ridge, the share of 7-hydroxymitragynine formed on first pass,
 * the correlation of bioavailability between alkaloids and the exponent of body weight, both even between 0 and 1) and for each person
 * what people differ in. Concentrations come from the closed form. The study served to choose the spreads, so that agreement is a fit,
 * not a validation.
 */
final class ReplicateTrials {
    /** Expected range of five standard normal values (Tippett 1925): range of logarithms over this estimates their SD. */
    static final double RANGE_OVER_SD = 2.326;
    private static final List<String> QUANTITIES = List.of("cmax", "tmax", "half_life", "auc_inf");
    private static final double LIGHTEST_KG = 45;
    private static final double HEAVIEST_KG = 120;

    private final Map<Alkaloid, ObservedExposure> observed = new EnumMap<>(Alkaloid.class);
    private final Map<Alkaloid, List<TwoCompartments>> ridges = new EnumMap<>(Alkaloid.class);
    private final Table calibrated;
    private final ExposureSpread spread;
    private final Map<Alkaloid, Sampling> sampling = new EnumMap<>(Alkaloid.class);

    ReplicateTrials(Tables tables, ExposureSpread spread) {
        this.spread = spread;
        this.calibrated = tables.table("exposure-calibrated");
        for (ObservedExposure analyte : ObservedExposure.all(tables)) {
            observed.put(analyte.alkaloid(), analyte);
            sampling.put(analyte.alkaloid(), analyte.sampling());
            if (analyte.alkaloid() != Alkaloid.SEVEN_HYDROXYMITRAGYNINE) {
                ridges.put(analyte.alkaloid(), ridge(analyte.alkaloid()));
            }
        }
    }

    private List<TwoCompartments> ridge(Alkaloid alkaloid) {
        List<TwoCompartments> rows = new ArrayList<>();
        for (int number = 1; number <= ExposureCalibration.RIDGE_ROWS; number++) {
            String id = ExposureCalibration.id(alkaloid, number);
            rows.add(new TwoCompartments(calibrated.value(id, "CL"), calibrated.value(id, "Vc"), calibrated.value(id, "ka"),
                    calibrated.value(id, "Q"), calibrated.value(id, "Vp")));
        }
        return List.copyOf(rows);
    }

    /** Between the 2.5th and the 97.5th percentile over trials. */
    record Interval(double low, double high) {
        boolean holds(double value) {
            return low <= value && value <= high;
        }
    }

    /**
     * One published quantity beside its replicates.
     *
     * @param quantity   cmax, tmax, half_life or auc_inf
     * @param published  what the study reports
     * @param median     over all virtual participants
     * @param lowest     of the trials' lowest participants
     * @param highest    of the trials' highest participants
     * @param logSd      SD of logarithms over all virtual participants
     * @param missing    share of participants for whom the design gives no value
     */
    record Outcome(Alkaloid alkaloid, String quantity, ObservedExposure.Range published, double median, Interval lowest,
                   Interval highest, double logSd, double missing) {

        /** Whether the published lowest and highest participant both lie inside their intervals. */
        boolean covered() {
            return lowest.holds(published.low()) && highest.holds(published.high());
        }

        /** SD of logarithms that the published range implies. */
        double publishedLogSd() {
            return StrictMath.log(published.high() / published.low()) / RANGE_OVER_SD;
        }
    }

    /** The outcomes of {@code trials} trials, four per analyte in the order of {@link Alkaloid}. */
    List<Outcome> run(int trials, long seed) {
        int people = ObservedExposure.PARTICIPANTS;
        Map<Alkaloid, double[][]> values = new EnumMap<>(Alkaloid.class);
        for (Alkaloid alkaloid : Alkaloid.values()) {
            double[][] table = new double[QUANTITIES.size()][trials * people];
            for (double[] column : table) {
                Arrays.fill(column, Double.NaN);
            }
            values.put(alkaloid, table);
        }
        for (int trial = 0; trial < trials; trial++) {
            Draws draws = new Draws(seed, trial);
            Science science = science(draws);
            for (int person = 0; person < people; person++) {
                participant(science, draws, values, trial * people + person);
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Alkaloid alkaloid : Alkaloid.values()) {
            for (int q = 0; q < QUANTITIES.size(); q++) {
                outcomes.add(outcome(alkaloid, q, values.get(alkaloid)[q], people));
            }
        }
        return outcomes;
    }

    /** What one trial takes to be true of everybody. */
    private record Science(Map<Alkaloid, TwoCompartments> kinetics, double presystemicShare, double lossRate, double metaboliteVolume,
                           double correlation, double weightExponent) {}

    private Science science(Draws draws) {
        Map<Alkaloid, TwoCompartments> kinetics = new EnumMap<>(Alkaloid.class);
        int mitragynineRow = 0;
        for (Map.Entry<Alkaloid, List<TwoCompartments>> entry : ridges.entrySet()) {
            int row = draws.choice(entry.getValue().size());
            kinetics.put(entry.getKey(), entry.getValue().get(row));
            if (entry.getKey() == Alkaloid.MITRAGYNINE) {
                mitragynineRow = row;
            }
        }
        double share = ExposureCalibration.PRESYSTEMIC_SHARES[draws.choice(ExposureCalibration.PRESYSTEMIC_SHARES.length)];
        String id = ExposureCalibration.id(mitragynineRow + 1, share);
        return new Science(kinetics, share, calibrated.value(id, "km"), calibrated.value(id, "V"), draws.uniform(), draws.uniform());
    }

    private void participant(Science science, Draws draws, Map<Alkaloid, double[][]> values, int column) {
        double weight = StrictMath.max(LIGHTEST_KG, StrictMath.min(HEAVIEST_KG,
                spread.referenceWeightKg() + spread.studyWeightSdKg() * draws.normal()));
        double size = StrictMath.pow(weight / spread.referenceWeightKg(), science.weightExponent());
        double today = draws.factor(spread.betweenDay());
        double shared = draws.normal();
        for (Map.Entry<Alkaloid, TwoCompartments> entry : science.kinetics().entrySet()) {
            Alkaloid alkaloid = entry.getKey();
            ExposureSpread.Kinetics differ = spread.alkaloids().get(alkaloid);
            TwoCompartments typical = entry.getValue();
            double bioavailability = StrictMath.exp(differ.bioavailability() * (StrictMath.sqrt(science.correlation()) * shared
                    + StrictMath.sqrt(1 - science.correlation()) * draws.normal()));
            TwoCompartments own = new TwoCompartments(
                    typical.clearance() * size * draws.factor(differ.clearance()),
                    typical.centralVolume() * size * draws.factor(differ.centralVolume()),
                    typical.absorptionRate() * draws.factor(differ.absorptionRate()),
                    typical.intercompartmentalClearance() * size * draws.factor(differ.intercompartmentalClearance()),
                    typical.peripheralVolume() * size * draws.factor(differ.peripheralVolume()));
            double dose = observed.get(alkaloid).doseNmol() * today;
            record(alkaloid, values.get(alkaloid), column, own.concentration(dose * bioavailability), draws);
            if (alkaloid == Alkaloid.MITRAGYNINE) {
                ExponentialSum formed = own.metabolite(dose, bioavailability, science.presystemicShare(),
                        science.lossRate() * draws.factor(spread.loss()));
                record(Alkaloid.SEVEN_HYDROXYMITRAGYNINE, values.get(Alkaloid.SEVEN_HYDROXYMITRAGYNINE), column,
                        formed.times(draws.factor(spread.formation()) / (science.metaboliteVolume() * size)), draws);
            }
        }
    }

    private void record(Alkaloid analyte, double[][] table, int column, ExponentialSum curve, Draws draws) {
        Sampling design = sampling.get(analyte);
        double[] measured = curve.at(design.timesHours());
        for (int i = 0; i < measured.length; i++) {
            measured[i] *= draws.factor(spread.assay());
        }
        design.analyse(measured).ifPresent(statistics -> record(table, column, statistics));
    }

    private static void record(double[][] table, int column, NonCompartmental statistics) {
        table[0][column] = statistics.cmax();
        table[1][column] = statistics.tmax();
        table[2][column] = statistics.terminalHalfLife().orElse(Double.NaN);
        table[3][column] = statistics.aucInfinity().orElse(Double.NaN);
    }

    private Outcome outcome(Alkaloid alkaloid, int quantity, double[] values, int people) {
        ObservedExposure analyte = observed.get(alkaloid);
        ObservedExposure.Range published = switch (quantity) {
            case 0 -> analyte.cmax();
            case 1 -> analyte.tmax();
            case 2 -> analyte.halfLife();
            default -> analyte.auc();
        };
        int trials = values.length / people;
        double[] lowest = new double[trials];
        double[] highest = new double[trials];
        for (int trial = 0; trial < trials; trial++) {
            double[] present = sortedPresent(Arrays.copyOfRange(values, trial * people, (trial + 1) * people));
            lowest[trial] = present.length == 0 ? Double.NaN : present[0];
            highest[trial] = present.length == 0 ? Double.NaN : present[present.length - 1];
        }
        double[] all = sortedPresent(values);
        return new Outcome(alkaloid, QUANTITIES.get(quantity), published, percentile(all, 0.5), interval(lowest), interval(highest),
                logSd(all), 1 - (double) all.length / values.length);
    }

    private static double[] sortedPresent(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    }

    private static Interval interval(double[] values) {
        double[] sorted = sortedPresent(values);
        return new Interval(percentile(sorted, 0.025), percentile(sorted, 0.975));
    }

    private static double percentile(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) position;
        int above = StrictMath.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static double logSd(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += StrictMath.log(value) / values.length;
        }
        double sum = 0;
        for (double value : values) {
            sum += (StrictMath.log(value) - mean) * (StrictMath.log(value) - mean);
        }
        return StrictMath.sqrt(sum / (values.length - 1));
    }

    /** Random numbers of one trial: the same for the same seed and trial, whatever the number of trials. */
    private static final class Draws {
        private final SplittableRandom random;

        Draws(long seed, int trial) {
            this.random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + trial);
        }

        double uniform() {
            return random.nextDouble();
        }

        int choice(int count) {
            return random.nextInt(count);
        }

        /** Standard normal by Box and Muller. */
        double normal() {
            return StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble())) * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
        }

        /** A log-normal factor with median 1. */
        double factor(double logSd) {
            return StrictMath.exp(logSd * normal());
        }
    }
}

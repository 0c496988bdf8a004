package ketum.kratom.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import ketum.engine.Cohort;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;
import ketum.engine.population.CounterRandom;
import ketum.kratom.Alkaloid;
import ketum.kratom.KratomModel;
import ketum.kratom.Person;
import ketum.kratom.Product;
import ketum.kratom.Use;
import ketum.kratom.twin.Accuracy;
import ketum.kratom.twin.Regimen;
import ketum.kratom.twin.Spread;
import ketum.kratom.twin.Twins;

/**
 * Forecasts of trials whose results nobody here has seen, for the slots of {@code studies/predictions.csv} that need the calibrated model. Each
 * repeat of a trial has one draw of what science does not know and as many people as the register plans; the forecast is the median over repeats
 * with the interval that holds 95 % of them. What the registers do not say is assumed here and said in each slot's basis.
 */
public final class Forecasts {

    private static final long SEED = 20261122;
    private static final double[] COHORT_GRAMS = {1, 3, 8, 10, 12};
    private static final int PER_COHORT = 6;
    private static final int COHORT_REPEATS = 400;
    private static final int STOPPING_PEOPLE = 22;
    private static final int STOPPING_REPEATS = 200;
    private static final int USE_DAYS = 120;

    private final int threads;

    public Forecasts(int threads) {
        this.threads = threads;
    }

    /** A slot's id with its forecast. */
    public record Forecast(String id, double median, double low, double high) {

        /** As the columns id, predicted, low, high. */
        public String csv() {
            return String.format(Locale.ROOT, "%s,%.3g,%.3g,%.3g", id, median, low, high);
        }
    }

    /** All of them; takes about a minute. */
    public List<Forecast> all() {
        List<Forecast> forecasts = new ArrayList<>();
        for (double grams : COHORT_GRAMS) {
            forecasts.addAll(ascendingDose(grams));
        }
        forecasts.addAll(ownProductThenStop());
        forecasts.add(metaboliteAfterFifteenDays());
        return forecasts;
    }

    /** NCT06072170: six people not used to kratom, leaf of unknown strength, largest mean pupil change and mean of each one's highest chance of nausea within 8 h. */
    List<Forecast> ascendingDose(double grams) {
        Twins twins = twins(leaf(), COHORT_REPEATS, PER_COHORT, 80);
        Simulator simulator = simulator(List.of("pupil", "nausea"), Accuracy.STANDARD);
        double[] times = quarters(0, 8);
        Regimen once = new Regimen(List.of(new Regimen.Dose(0, 0, grams, 0)));
        Trajectories run = run(twins, simulator, times, i -> once);
        String trial = "nct06072170-" + (int) grams + "g-";
        return List.of(
                forecast(trial + "pupil", COHORT_REPEATS, repeat -> {
                    double lowest = 0;
                    for (int t = 0; t < times.length; t++) {
                        lowest = Math.min(lowest, mean(run, 0, t, repeat, PER_COHORT));
                    }
                    return lowest;
                }),
                forecast(trial + "nausea", COHORT_REPEATS, repeat -> {
                    double sum = 0;
                    for (int person = 0; person < PER_COHORT; person++) {
                        double highest = 0;
                        for (double value : run.series(1, repeat * PER_COHORT + person)) {
                            highest = Math.max(highest, value);
                        }
                        sum += highest;
                    }
                    return sum / PER_COHORT;
                }));
    }

    /** NCT06089980: 22 daily users, own leaf, three doses a day of median 4.38 g (1.1-10.9), then nothing after a morning dose. */
    List<Forecast> ownProductThenStop() {
        Twins twins = twins(leaf(), STOPPING_REPEATS, STOPPING_PEOPLE, 80);
        Simulator simulator = simulator(List.of("cows", "sows"), Accuracy.STANDARD);
        CounterRandom random = new CounterRandom(SEED);
        double last = USE_DAYS * 24.0 + 8;
        double[] times = {last + 12, last + 24, last + 36, last + 48};
        Trajectories run = run(twins, simulator, times, i -> {
            double grams = Math.clamp(4.38 * StrictMath.exp(0.6 * random.normal("forecast.grams", i, 0)), 1.1, 10.9);
            List<Regimen.Dose> doses = new ArrayList<>();
            for (int day = 0; day < USE_DAYS; day++) {
                for (double hour : new double[] {8, 13, 19}) {
                    doses.add(new Regimen.Dose(day * 24.0 + hour, 0, grams, day));
                }
            }
            doses.add(new Regimen.Dose(last, 0, grams, USE_DAYS));
            return new Regimen(doses);
        });
        List<Forecast> forecasts = new ArrayList<>();
        for (int t = 0; t < times.length; t++) {
            for (int scale = 0; scale < 2; scale++) {
                int time = t;
                int output = scale;
                forecasts.add(forecast("nct06089980-" + run.outputs().get(scale) + "-" + 12 * (t + 1) + "h", STOPPING_REPEATS,
                        repeat -> mean(run, output, time, repeat, STOPPING_PEOPLE)));
            }
        }
        return forecasts;
    }

    /** Huestis 2024, 4 g capsules of 13.3 mg/g once daily: area of 7-OH over day 15 against day 1, mean over mean of ten people. */
    Forecast metaboliteAfterFifteenDays() {
        int people = 10;
        Product capsules = new Product(Product.Type.CAPSULES, "", new Product.Content.ByCertificate("huestis2024",
                Map.of(Alkaloid.MITRAGYNINE, new Product.Strength(13.3, Product.Strength.Per.GRAM, false))), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        Twins twins = twins(capsules, COHORT_REPEATS, people, 75);
        Simulator simulator = simulator(List.of("C_OH"), Accuracy.STANDARD.tightened(100));
        List<Regimen.Dose> doses = new ArrayList<>();
        for (int day = 0; day < 15; day++) {
            doses.add(new Regimen.Dose(day * 24.0 + 8, 0, 4, day));
        }
        Regimen daily = new Regimen(doses);
        Trajectories first = run(twins, simulator, quarters(8, 24), i -> daily);
        Trajectories last = run(twins, simulator, quarters(14 * 24.0 + 8, 24), i -> daily);
        return forecast("huestis-day15-4g-7-oh-auc-ratio", COHORT_REPEATS, repeat -> area(last, repeat, people) / area(first, repeat, people));
    }

    private static double area(Trajectories run, int repeat, int people) {
        double area = 0;
        for (int t = 1; t < run.times().length; t++) {
            area += mean(run, 0, t, repeat, people) + mean(run, 0, t - 1, repeat, people);
        }
        return area;
    }

    private static Product leaf() {
        return new Product(Product.Type.LEAF_POWDER, "", new Product.Content.ByType(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    private static Twins twins(Product product, int repeats, int people, double weightKg) {
        return Twins.draw(i -> new Person(35, Person.Sex.UNSTATED, weightKg, Person.Pregnancy.NO), i -> List.of(),
                List.of(new Twins.Counted(product, Use.AmountUnit.GRAM)), Spread.BOTH, repeats * people, SEED, subject -> subject / people);
    }

    private Simulator simulator(List<String> outputs, Accuracy accuracy) {
        return Simulator.compile(KratomModel.model(), outputs, accuracy.options(threads));
    }

    private static Trajectories run(Twins twins, Simulator simulator, double[] times, IntFunction<Regimen> regimen) {
        return simulator.run(new Cohort(twins.size(), 0, times, twins.parameters(), Map.of(), i -> twins.doses(i, regimen.apply(i), simulator)));
    }

    private static double[] quarters(double from, int hours) {
        double[] times = new double[4 * hours + 1];
        for (int i = 0; i < times.length; i++) {
            times[i] = from + i / 4.0;
        }
        return times;
    }

    private static double mean(Trajectories run, int output, int time, int repeat, int people) {
        double sum = 0;
        for (int person = 0; person < people; person++) {
            sum += run.value(output, repeat * people + person, time);
        }
        return sum / people;
    }

    private static Forecast forecast(String id, int repeats, IntToDoubleFunction statistic) {
        StudyResult.Prediction prediction = Replicates.prediction(repeats, statistic);
        return new Forecast(id, prediction.median(), prediction.low(), prediction.high());
    }
}

package ketum.kratom.calibration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import ketum.engine.Cohort;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;
import ketum.engine.population.CounterRandom;
import ketum.kratom.KratomModel;
import ketum.kratom.Person;
import ketum.kratom.Product;
import ketum.kratom.Use;
import ketum.kratom.data.Studies;
import ketum.kratom.data.Study;
import ketum.kratom.data.Table;
import ketum.kratom.data.Tables;
import ketum.kratom.twin.Accuracy;
import ketum.kratom.twin.Influence;
import ketum.kratom.twin.Link;
import ketum.kratom.twin.Regimen;
import ketum.kratom.twin.Spread;
import ketum.kratom.twin.Twins;

/**
 * Fits, for each rival link, the half-effect drive and the height of the SOWS scale to one survey: mean and SD of the remembered SOWS of 395 users
 * on stopping (study rogers-2024, with the intake distribution stated there). Two numbers of data, two parameters per link: a fit, no validation.
 *
 * <p>The peak opponent drive of each virtual user does not depend on the two parameters, so users are simulated once; the score then follows
 * in closed form and two nested bisections solve for both.
 */
public final class WithdrawalCalibration {

    private static final String STUDY = "rogers-2024";
    private static final int USERS = 3000;
    private static final long SEED = 20261122;
    /** Adaptation is level after this: 8.5 half-lives of its slowest part. */
    private static final int LEAD_DAYS = 120;
    private static final double SOWS_MAXIMUM = 64;
    private static final String HEADER = "id,quantity,value,low,high,unit,source,locator,status,grade,note\n";

    private WithdrawalCalibration() {
    }

    /** What one link needs so that its virtual users score as the survey's did. */
    record Fit(Link link, double halfEffect, double topShare, double mean, double sd) {}

    /** A user's peak drive over the tabled half-effect drive of their link, and the rest of their score curve. */
    private record User(double drive, double steepness, double topDeviate) {}

    /**
     * Runs the calibration and replaces {@code file} in one step.
     *
     * @throws IOException where the folder cannot be written to
     */
    public static void write(Path file, int threads) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(temporary, csv(threads), StandardCharsets.UTF_8);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    static String csv(int threads) {
        List<String> lines = new ArrayList<>();
        for (Fit fit : fits(threads)) {
            String note = String.format(Locale.ROOT, "gives mean %.2f and SD %.2f; with the stated intake distribution", fit.mean(), fit.sd());
            lines.add(line("half_effect." + fit.link().id(), "factor", fit.halfEffect(), note));
            lines.add(line("sows.top." + fit.link().id(), "share", fit.topShare(), note));
        }
        lines.sort(Comparator.naturalOrder());
        return HEADER + String.join("", lines);
    }

    private static String line(String id, String quantity, double value, String note) {
        return String.format(Locale.ROOT, "%s,%s,%.4f,,,1,rogers2024,calibration: ketum calibrate withdrawal; fitted on SOWS mean 13.5 and SD 11.9,derived,B,%s%n",
                id, quantity, value, note);
    }

    static List<Fit> fits(int threads) {
        Study study = Studies.standard().get(STUDY);
        double mean = observed(study, "mean");
        double sd = observed(study, "sd");
        Twins users = users(study);
        double[] peaks = peaks(study, users, threads);
        List<Fit> fits = new ArrayList<>();
        for (Link link : Link.values()) {
            List<User> ofLink = IntStream.range(0, USERS).filter(i -> users.link(i) == link).mapToObj(i -> user(users, i, peaks[i])).toList();
            fits.add(fit(link, ofLink, mean, sd));
        }
        return fits;
    }

    private static double observed(Study study, String statistic) {
        return study.observations().stream().filter(o -> o.quantity().equals("sows_peak") && o.statistic().equals(statistic)).findFirst().orElseThrow().observed();
    }

    private static User user(Twins users, int i, double peak) {
        Table calibrated = Tables.standard().table("withdrawal-calibrated");
        String link = users.link(i).id();
        double half = users.parameters().get("half_effect")[i] / calibrated.value("half_effect." + link, "factor");
        double top = users.parameters().get("sows_top")[i] / SOWS_MAXIMUM;
        return new User(peak / half, users.parameters().get("steepness")[i], logit(top) - logit(calibrated.value("sows.top." + link, "share")));
    }

    private static Fit fit(Link link, List<User> users, double mean, double sd) {
        DoubleUnaryOperator half = top -> bisect(h -> mean(users, h, top) - mean, 0.02, 5);
        double top = bisect(t -> sd - sd(users, half.applyAsDouble(t), t), 0.22, 0.95);
        double halfEffect = half.applyAsDouble(top);
        return new Fit(link, halfEffect, top, mean(users, halfEffect, top), sd(users, halfEffect, top));
    }

    /** Root of a function that falls through zero between the bounds. */
    private static double bisect(DoubleUnaryOperator f, double low, double high) {
        double a = low;
        double b = high;
        for (int i = 0; i < 60; i++) {
            double middle = (a + b) / 2;
            if (f.applyAsDouble(middle) > 0) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return (a + b) / 2;
    }

    private static double score(User user, double halfEffect, double topShare) {
        double pull = StrictMath.pow(user.drive() / halfEffect, user.steepness());
        double top = SOWS_MAXIMUM / (1 + StrictMath.exp(-(logit(topShare) + user.topDeviate())));
        return top * pull / (1 + pull);
    }

    private static double mean(List<User> users, double halfEffect, double top) {
        return users.stream().mapToDouble(user -> score(user, halfEffect, top)).sum() / users.size();
    }

    private static double sd(List<User> users, double halfEffect, double top) {
        double mean = mean(users, halfEffect, top);
        double squares = users.stream().mapToDouble(user -> score(user, halfEffect, top) - mean).map(d -> d * d).sum();
        return StrictMath.sqrt(squares / (users.size() - 1));
    }

    private static double logit(double share) {
        return StrictMath.log(share / (1 - share));
    }

    private static Twins users(Study study) {
        CounterRandom random = new CounterRandom(SEED);
        Influence often = new Influence("doses_over_3_a_day", Tables.standard().table("person-factors").value("doses_over_3_a_day", "odds_ratio"));
        Product product = new Product(Product.Type.LEAF_POWDER, "", new Product.Content.ByType(),
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        return Twins.draw(i -> new Person(draw(random, "age", i, study.people().ageYears()), Person.Sex.UNSTATED,
                        draw(random, "weight", i, study.people().weightKg()), Person.Pregnancy.UNSTATED),
                i -> perDay(random, i, study) > 3 ? List.of(often) : List.of(),
                List.of(new Twins.Counted(product, Use.AmountUnit.GRAM)), Spread.BOTH, USERS, SEED);
    }

    private static double draw(CounterRandom random, String name, int user, Study.Figure figure) {
        double value = figure.value() * StrictMath.exp(figure.logSd() * random.normal("study." + name, user, 0));
        return Math.clamp(value, figure.low().orElse(0), figure.high().orElse(Double.MAX_VALUE));
    }

    private static int perDay(CounterRandom random, int user, Study study) {
        return (int) Math.round(draw(random, "doses", user, study.arms().getFirst().dosesPerDay().orElseThrow()));
    }

    private static double[] peaks(Study study, Twins users, int threads) {
        CounterRandom random = new CounterRandom(SEED);
        Simulator simulator = Simulator.compile(KratomModel.model(), List.of("opponent"), Accuracy.STANDARD.options(threads));
        Study.Arm arm = study.arms().getFirst();
        double[] peaks = new double[USERS];
        for (int perDay = 1; perDay <= 10; perDay++) {
            int doses = perDay;
            int[] chosen = IntStream.range(0, USERS).filter(i -> perDay(random, i, study) == doses).toArray();
            if (chosen.length == 0) {
                continue;
            }
            double last = (LEAD_DAYS - 1) * 24 + hour(perDay, perDay - 1);
            double[] times = study.sampling().timesHours().stream().mapToDouble(t -> last + t).toArray();
            Trajectories run = simulator.run(new Cohort(chosen.length, 0, times, selected(users.parameters(), chosen), Map.of(),
                    k -> users.doses(chosen[k], regimen(draw(random, "grams", chosen[k], arm.amount()), doses), simulator)));
            for (int k = 0; k < chosen.length; k++) {
                peaks[chosen[k]] = Arrays.stream(run.series(0, k)).max().orElse(Double.NaN);
            }
        }
        return peaks;
    }

    private static Regimen regimen(double grams, int perDay) {
        List<Regimen.Dose> doses = new ArrayList<>();
        for (int day = 0; day < LEAD_DAYS; day++) {
            for (int k = 0; k < perDay; k++) {
                doses.add(new Regimen.Dose(day * 24.0 + hour(perDay, k), 0, grams, day));
            }
        }
        return new Regimen(doses);
    }

    /** Doses spread evenly from 07:00 to 22:00; a single one at 07:00. */
    private static double hour(int perDay, int k) {
        return perDay == 1 ? 7 : 7 + 15.0 * k / (perDay - 1);
    }

    /** Columns of chosen subjects. */
    private static Map<String, double[]> selected(Map<String, double[]> columns, int[] chosen) {
        Map<String, double[]> selected = new LinkedHashMap<>();
        columns.forEach((id, values) -> selected.put(id, Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray()));
        return selected;
    }
}

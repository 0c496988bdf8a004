package ketum.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import ketum.care.Assessment;
import ketum.care.Assessment.*;
import ketum.care.Case;
import ketum.kratom.Alkaloid;
import ketum.kratom.Person;
import ketum.kratom.Product;
import ketum.kratom.Use;

/** Made-up findings with the shape of real ones, to render; no number in here is science. */
final class SampleAssessment {
    private static final List<String> SOURCES = List.of("tanna-2022", "rogers-2024");
    static final Grade GOOD = new Grade("A", "B", "small study, five people", SOURCES);
    static final Grade WEAK = new Grade("B", "D", "how fast the body adapts", SOURCES);
    private static final double[] DOSES = {7, 12, 17, 22};

    String name = "Maeng Da";
    String place = "US-OR";
    String goal = "stop by spring";
    List<Notice> notices = List.of();
    List<Urgent> urgent = List.of(
            new Urgent("sertraline", Urgent.Level.IMPORTANT, "Your medicine may stay in your body longer with kratom. Ask a pharmacist before your next refill.",
                    "Sertraline: CYP2D6 inhibition by mitragynine may raise exposure; monitor.", "C", List.of("tanna-2022")));
    List<HelpLine> help = List.of(
            new HelpLine("US", HelpLine.Kind.EMERGENCY, "Emergency", "911", "If someone cannot be woken or is not breathing.", "poison-help", "2026-11-01", false),
            new HelpLine("US", HelpLine.Kind.POISON, "Poison Help", "1-800-222-1222", "Free, day and night.", "poison-help", "2026-11-01", false),
            new HelpLine("US", HelpLine.Kind.TREATMENT, "SAMHSA Helpline", "1-800-662-4357", "Free, day and night, finds treatment near you.", "samhsa",
                    "2026-11-01", false));
    List<HelpOption> options = List.of(new HelpOption("buprenorphine", "Buprenorphine", "A doctor can give it.", "Partial agonist. CLINICIAN-ONLY-TEXT", "reports on a few dozen people", "A", List.of("rogers-2024")));
    List<HeardClaim> claims = List.of(
            new HeardClaim("traditional-so-safe", "Centuries of traditional use show that kratom is safe.", ketum.kratom.data.Claim.Verdict.CONTRADICTED, "A", "Long use does not make it safe.",
                    LocalDate.of(2026, 11, 22), List.of("tanna-2022")),
            new HeardClaim("withdrawal-is-mild", "Kratom withdrawal is mild.", ketum.kratom.data.Claim.Verdict.PARTLY, "B", "For most people it is. For some it is not.", LocalDate.of(2026, 11, 22),
                    List.of("rogers-2024")),
            new HeardClaim("rotating-strains", "Rotating strains keeps tolerance away.", ketum.kratom.data.Claim.Verdict.UNKNOWN, "D", "Nobody has tested it.", LocalDate.of(2026, 11, 22), List.of()));
    Product.Type type = Product.Type.LEAF_POWDER;
    Product.Content content = new Product.Content.ByType();
    Section<ExposureFinding> exposure = new Section.Present<>(exposureFinding());
    Section<ReceptorFinding> receptors = new Section.Present<>(receptorFinding());
    Section<EffectsFinding> effects = new Section.Present<>(effectsFinding(true));
    Section<DependenceFinding> dependence = new Section.Present<>(dependenceFinding());
    Section<WithdrawalFinding> withdrawal = new Section.Present<>(withdrawalFinding(false));
    Section<NowFinding> now = new Section.Present<>(new NowFinding(30, quantity("cows_now", "COWS now", "{points}", 7, 1.8, WEAK),
            quantity("sows_now", "SOWS now", "{points}", 12, 1.9, WEAK), Optional.of(new Entered("COWS", 22, true, "The score lies above what is expected."))));
    Section<TaperFinding> tapers = new Section.Present<>(taperFinding(false));

    static Assessment standard() {
        return new SampleAssessment().build();
    }

    /** Co-use of a benzodiazepine: forecasts withheld, dangers first, an unchecked medicine. */
    static Assessment withheld() {
        SampleAssessment sample = new SampleAssessment();
        sample.notices = List.of(new Notice("unchecked:valbenazine", "We did not check valbenazine. Ask a pharmacist about it.",
                "Valbenazine was entered as free text and was not checked.", List.of()));
        sample.urgent = List.of(
                new Urgent("later", Urgent.Level.NOTE, "Bring this report to your next visit.", "Bring to visit.", "D", List.of()),
                new Urgent("benzodiazepine", Urgent.Level.DANGER, "Kratom with a benzodiazepine can slow your breathing. Do not take them together.",
                        "Kratom with a benzodiazepine: additive respiratory depression and sedation.", "B", List.of("rogers-2024")),
                new Urgent("stop", Urgent.Level.DANGER, "Do not stop suddenly on your own. Stopping a benzodiazepine at once can cause fits.",
                        "Do not stop abruptly: benzodiazepine dependence carries a seizure risk.", "B", List.of("rogers-2024")));
        sample.withdrawal = new Section.Withheld<>("You use a benzodiazepine each day. The model does not cover stopping both.", SOURCES);
        sample.tapers = new Section.Withheld<>("A plan for both at once needs a clinician.", SOURCES);
        sample.now = new Section.Withheld<>("The model does not cover this case.", SOURCES);
        return sample.build();
    }

    /** 7-OH tablets: exposure and all that follows from it cannot be said. */
    static Assessment sevenHydroxy() {
        SampleAssessment sample = new SampleAssessment();
        sample.type = Product.Type.SEVEN_HYDROXY_TABLET;
        sample.name = "";
        sample.content = new Product.Content.ByLabel(Map.of(Alkaloid.SEVEN_HYDROXYMITRAGYNINE, new Product.Strength(15, Product.Strength.Per.UNIT, false)));
        String reason = "Nobody has published what 7-OH tablets do to the blood of people.";
        sample.exposure = new Section.Insufficient<>(reason, SOURCES);
        sample.receptors = new Section.Insufficient<>(reason, SOURCES);
        sample.effects = new Section.Insufficient<>(reason, SOURCES);
        sample.dependence = new Section.Insufficient<>(reason, SOURCES);
        sample.withdrawal = new Section.Withheld<>("The model does not cover 7-OH tablets.", SOURCES);
        sample.tapers = new Section.Withheld<>("The model does not cover 7-OH tablets.", SOURCES);
        sample.now = new Section.Insufficient<>(reason, SOURCES);
        sample.urgent = List.of(new Urgent("7oh", Urgent.Level.DANGER, "7-OH tablets are much stronger than leaf. They can stop your breathing.",
                "Concentrated 7-OH: full-dose opioid toxidrome reported.", "B", SOURCES));
        return sample.build();
    }

    /** Heavy use with an extract: curves shown, schedules for a clinician, and a category the model cannot produce. */
    static Assessment forClinician() {
        SampleAssessment sample = new SampleAssessment();
        sample.withdrawal = new Section.Present<>(withdrawalFinding(true));
        sample.tapers = new Section.Present<>(taperFinding(true));
        return sample.build();
    }

    /** Everything that may be missing is missing: no sampled curves, no split into layers, no number where one is not known, empty lists. */
    static Assessment holes() {
        SampleAssessment sample = new SampleAssessment();
        double[] none = {Double.NaN, Double.NaN, Double.NaN};
        Bands unknown = new Bands(none, none, none, none, none);
        Series series = new Series("cows", "COWS score", "{points}", new double[] {0, 24, 48}, unknown, null, null, List.of(), WEAK);
        Interval nothing = new Interval(Double.NaN, Double.NaN, Double.NaN);
        Quantity quantity = new Quantity("q", "never", "h", nothing, null, null, new Grade("insufficient", "insufficient", "no data", List.of()));
        sample.withdrawal = new Section.Present<>(new WithdrawalFinding(List.of(new ScaleForecast("COWS", 48, series, quantity, quantity, quantity, quantity, Map.of(), WEAK)),
                List.of(), series, List.of(new LinkForecast("a", "a", "", nothing, nothing, nothing, nothing)), false, "", ""));
        sample.exposure = new Section.Present<>(new ExposureFinding(List.of(), new double[0]));
        sample.effects = new Section.Present<>(new EffectsFinding(List.of(), new double[0]));
        sample.tapers = new Section.Present<>(new TaperFinding(List.of(), false, "", ""));
        sample.urgent = List.of();
        sample.help = List.of();
        sample.claims = List.of();
        return sample.build();
    }

    static List<Assessment> all() {
        return List.of(standard(), withheld(), sevenHydroxy(), forClinician(), holes());
    }

    Assessment build() {
        Product product = new Product(type, name, content, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        Use use = new Use(4, type == Product.Type.SEVEN_HYDROXY_TABLET ? Use.AmountUnit.TABLET : Use.AmountUnit.GRAM,
                List.of(LocalTime.of(7, 0), LocalTime.of(12, 0), LocalTime.of(17, 0), LocalTime.of(22, 0)), false, LocalDate.of(2025, 5, 1),
                List.of(new Use.Change(LocalDate.of(2025, 5, 1), 2, 3), new Use.Change(LocalDate.of(2025, 9, 1), 4, 4)));
        Case input = new Case(new Person(35, Person.Sex.MALE, 80, Person.Pregnancy.NO), new Case.History(Set.of(Case.Condition.MENTAL_HEALTH), List.of()),
                List.of(new Case.Medicine("sertraline", "sertraline", true)), List.of(new Case.ProductUse(product, use)),
                Optional.of(LocalDateTime.of(2026, 11, 21, 10, 0)), Optional.of(new Case.ScoreNow(Case.Scale.COWS, 22, Optional.empty())),
                List.of(new Case.EarlierStop(OptionalDouble.of(6), Optional.of(Case.Scale.SOWS), OptionalDouble.of(28), true, true, "walking")), place,
                LocalDate.of(2026, 11, 22), Optional.of(goal));
        ProductFinding finding = new ProductFinding(
                List.of(quantity("mitragynine_per_dose", "mitragynine", "mg", 57, 1.6, GOOD), quantity("7oh_per_dose", "7-hydroxymitragynine", "mg", 0.5, 2.2, GOOD)),
                List.of(quantity("mitragynine_per_day", "mitragynine", "mg", 228, 1.6, GOOD), quantity("7oh_per_day", "7-hydroxymitragynine", "mg", 2, 2.2, GOOD)),
                "You did not say how strong it is. We used what is usual for leaf powder, so the range is wide.",
                "Strength unknown: published spread for leaf powder.", GOOD);
        return new Assessment(new Versions("0.1.0", "0.1.0", "2026.11", "1.0.0"), input, new Run(1000, 1, 1e-6, "1e-9 nmol", 180, 0), notices, urgent, help,
                new Section.Present<>(finding), exposure, receptors, effects, dependence, withdrawal, now, tapers, options, claims, limits(), List.of(
                        new Source("tanna-2022", "Tanna and others 2022, Pharmaceutics 14:620", "doi:10.3390/pharmaceutics14030620"),
                        new Source("rogers-2024", "Rogers and others 2024, Drug Alcohol Depend 260:111329", "doi:10.1016/j.drugalcdep.2024.111329"),
                        new Source("poison-help", "Poison Help", "https://poisonhelp.hrsa.gov"), new Source("samhsa", "SAMHSA", "https://www.samhsa.gov")));
    }

    private static ExposureFinding exposureFinding() {
        List<Analyte> analytes = new ArrayList<>();
        double[] peaks = {95, 14, 9, 160, 6, 4, 18};
        for (Alkaloid alkaloid : Alkaloid.values()) {
            double peak = peaks[alkaloid.ordinal()];
            String id = alkaloid.id();
            Series series = series(id, id + " in blood", "ng/mL", 0, 24, 97, t -> peak * (0.25 + dosed(t)), 1.9, GOOD);
            analytes.add(new Analyte(id, "ng/mL", quantity(id + "_cmax", id + ", highest", "ng/mL", peak, 1.9, GOOD),
                    quantity(id + "_tmax", id + ", time of highest", "h", 1.3, 1.5, GOOD), quantity(id + "_auc", id + ", area under the curve over a day", "ng.h/mL", peak * 14,
                            1.8, GOOD), quantity(id + "_accumulation", id + ", accumulation", "1", 3.2, 1.4, WEAK), quantity(id + "_trough", id + ", lowest", "ng/mL", peak * 0.2,
                                    2.1, GOOD), series));
        }
        return new ExposureFinding(analytes, DOSES);
    }

    private static ReceptorFinding receptorFinding() {
        return new ReceptorFinding(List.of(
                series("mitragynine", "occupancy by mitragynine", "%", 0, 24, 97, t -> 6 + 9 * dosed(t), 2, WEAK),
                series("7-hydroxymitragynine", "occupancy by 7-hydroxymitragynine", "%", 0, 24, 97, t -> 10 + 20 * dosed(t), 2, WEAK),
                series("speciociliatine", "occupancy by speciociliatine", "%", 0, 24, 97, t -> 8 + 5 * dosed(t), 2.5, WEAK),
                series("total", "mu-receptor occupancy in total", "%", 0, 24, 97, t -> 24 + 34 * dosed(t), 1.3, WEAK)),
                series("activation", "mu-receptor activation", "%", 0, 24, 97, t -> 9 + 18 * dosed(t), 1.7, WEAK),
                quantity("7oh_share", "share of the stimulus that comes from 7-OH", "%", 62, 1.5, WEAK), "Laboratories disagree a lot on these numbers.");
    }

    static EffectsFinding effectsFinding(boolean flagged) {
        return new EffectsFinding(List.of(
                new Effect(series("analgesia", "pain relief", "%", 0, 24, 97, t -> 30 * dosed(t), 1.8, GOOD), false, "It can dull pain for a few hours.",
                        "Cold-pressor scale."),
                new Effect(series("stimulation", "stimulation (up) or sedation (down)", "1", 0, 24, 97, t -> 0.5 - 1.2 * dosed(t), 1.5, WEAK), false,
                        "Small amounts may wake you up. Large ones make you sleepy.", "Biphasic; weak evidence."),
                new Effect(series("nausea", "chance of feeling sick", "%", 0, 24, 97, t -> 2 + 5 * dosed(t), 2, WEAK), false, "Some people feel sick.", "Nausea probability."),
                new Effect(series("ventilation", "change of ventilation", "%", 0, 24, 97, t -> -6 * dosed(t), 1.8, WEAK), flagged,
                        "It can slow breathing, especially with alcohol, sleeping pills or other opioids.", "CLINICIAN-ONLY-TEXT ceiling is a hypothesis.")), DOSES);
    }

    private static DependenceFinding dependenceFinding() {
        double[] axis = axis(-570 * 24, 0, 120);
        return new DependenceFinding(quantity("tolerance_now", "Potency shift", "1", 2.3, 1.4, WEAK),
                series("tolerance", "How much more is needed for the same effect", "1", axis, t -> 1 + 1.3 * (1 - StrictMath.exp(-(t + 570 * 24) / 1500)), 1.15, WEAK),
                quantity("adaptation", "Slow adaptation", "1", 0.7, 1.4, WEAK),
                List.of(new PersonFactor("mental_health", "Mental-health history", 0.85, true, WEAK), new PersonFactor("sud", "Another use disorder", 0.7, false, WEAK)),
                "You have used it for over a year and a half.", "Use for 570 days.", WEAK);
    }

    private static WithdrawalFinding withdrawalFinding(boolean clinician) {
        DoubleUnaryOperator course = t -> t < 8 ? 1 : 1 + 11 * StrictMath.exp(-StrictMath.pow((StrictMath.log(t / 55)) / 0.75, 2));
        Map<String, Optional<Interval>> shares = new LinkedHashMap<>();
        shares.put("none", Optional.of(new Interval(8, 21, 45)));
        shares.put("mild", Optional.of(new Interval(30, 46, 58)));
        shares.put("moderate", Optional.of(new Interval(10, 25, 41)));
        shares.put("moderately_severe", Optional.of(new Interval(1, 7, 17)));
        shares.put("severe", clinician ? Optional.empty() : Optional.of(new Interval(0, 1, 4)));
        Map<String, Optional<Interval>> none = new LinkedHashMap<>();
        shares.keySet().forEach(key -> none.put(key, Optional.empty()));
        List<ScaleForecast> scales = List.of(
                new ScaleForecast("COWS", 48, series("cows", "COWS score", "{points}", 0, 336, 169, course, 1.9, WEAK), quantity("cows_onset", "Onset", "h", 20, 1.6, WEAK),
                        quantity("cows_peak_time", "Time of peak", "h", 55, 1.5, WEAK), quantity("cows_peak", "Peak", "{points}", 9, 2, WEAK),
                        quantity("cows_end", "End", "h", 180, 1.5, WEAK), shares, WEAK),
                new ScaleForecast("SOWS", 64, series("sows", "SOWS score", "{points}", 0, 336, 169, t -> 1.4 * course.applyAsDouble(t), 1.9, WEAK),
                        quantity("sows_onset", "Onset", "h", 18, 1.6, WEAK), quantity("sows_peak_time", "Time of peak", "h", 52, 1.5, WEAK),
                        quantity("sows_peak", "Peak", "{points}", 14, 2, WEAK), quantity("sows_end", "End", "h", 190, 1.5, WEAK), none, WEAK));
        List<Series> domains = new ArrayList<>();
        for (String domain : List.of("anxiety", "irritability", "muscle ache", "sleep", "gut", "autonomic")) {
            domains.add(series(domain.replace(' ', '_'), domain, "%", 0, 336, 113, t -> course.applyAsDouble(t) * 4, 1.8, WEAK));
        }
        return new WithdrawalFinding(scales, domains, series("tail", "craving and low mood", "%", 0, 56 * 24, 113, t -> 35 * StrictMath.exp(-t / 500), 1.7, WEAK),
                List.of(new LinkForecast("slow_offset", "slow receptor offset", "The drug lets go of the spot slowly.", new Interval(14, 24, 40), new Interval(40, 60, 90),
                        new Interval(4, 9, 19), new Interval(120, 180, 300)),
                        new LinkForecast("speciociliatine", "speciociliatine adds", "Another alkaloid stays in the blood for longer.", new Interval(10, 18, 30),
                                new Interval(30, 48, 70), new Interval(3, 8, 17), new Interval(100, 160, 260)),
                        new LinkForecast("rate_of_fall", "rate of fall", "What counts is how fast the level falls.", new Interval(8, 14, 24), new Interval(20, 34, 60),
                                new Interval(5, 11, 22), new Interval(80, 130, 220))),
                clinician, "This is a model, not a promise. For most people it is over within a week or two.", "Model forecast, grade D in size.");
    }

    private static TaperFinding taperFinding(boolean clinician) {
        return new TaperFinding(List.of(
                taper("stop_now", "Stop now", List.of(new Stage(0, 0, 0)), 1, 12),
                taper("minus_10_start", "10 % of the start, each week", stages(10, i -> 4 * (1 - 0.1 * i)), 70, 6),
                taper("minus_10_current", "10 % of the current, each week", stages(20, i -> 4 * StrictMath.pow(0.9, i)), 140, 5),
                taper("equal_occupancy", "Equal steps at the receptor", stages(8, i -> 4 * StrictMath.pow(0.75, i)), 56, 5.5)), clinician,
                "Slower is not always better: nobody has tested this for kratom.", "Open-loop; adaptation constant unknown.");
    }

    private static List<Stage> stages(int count, DoubleUnaryOperator amount) {
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stages.add(new Stage(i * 7, amount.applyAsDouble(i), 4));
        }
        stages.add(new Stage(count * 7, 0, 0));
        return stages;
    }

    private static Taper taper(String id, String label, List<Stage> stages, int days, double peak) {
        double[] axis = axis(0, (days + 21) * 24.0, days + 22);
        return new Taper(id, label, "A fixed plan, shown to compare.", stages, days, days * 8.0, "g", quantity(id + "_peak", "Worst COWS", "{points}", peak, 1.8, WEAK),
                quantity(id + "_mild", "Days with COWS 5 or more", "d", peak / 2, 2, WEAK), quantity(id + "_excess", "Area above COWS 5", "{points}.d", peak * 2, 2.2, WEAK),
                series(id + "_worst", "Worst COWS of each day", "{points}", axis, t -> peak * StrictMath.exp(-StrictMath.pow((t / 24 - days - 2) / 8, 2)) + 1, 1.7, WEAK));
    }

    private static Limits limits() {
        return new Limits(List.of(new Unknown("k_slow", "how fast the body adapts", 0.61, "A ward study that scores people each day after they stop."),
                new Unknown("f_presystemic", "how much 7-OH forms before the blood", 0.34, "Blood samples after one dose with and without a CYP3A blocker."),
                new Unknown("e_sc", "what speciociliatine does at the receptor", -0.28, "The pure alkaloid in people.")),
                List.of(new Limit("no_lethal", "It cannot say how much is too much.", "No lethal concentration is given: none separates fatal from incidental."),
                        new Limit("not_tested", "Nobody has checked it against people who stopped.", "Not validated prospectively.")),
                List.of(new UnconfirmedInput("parameters", "k_slow", "rate constant of slow adaptation", "No human value found.")));
    }

    static Quantity quantity(String id, String label, String unit, double middle, double fold, Grade grade) {
        return new Quantity(id, label, unit, new Interval(middle / fold, middle, middle * fold),
                new Interval(middle / StrictMath.sqrt(fold), middle, middle * StrictMath.sqrt(fold)),
                new Interval(middle / StrictMath.pow(fold, 0.8), middle, middle * StrictMath.pow(fold, 0.8)), grade);
    }

    private static double[] axis(double low, double high, int points) {
        double[] axis = new double[points];
        for (int i = 0; i < points; i++) {
            axis[i] = low + (high - low) * i / (points - 1);
        }
        return axis;
    }

    private static Series series(String id, String label, String unit, double low, double high, int points, DoubleUnaryOperator middle, double fold, Grade grade) {
        return series(id, label, unit, axis(low, high, points), middle, fold, grade);
    }

    private static Series series(String id, String label, String unit, double[] axis, DoubleUnaryOperator middle, double fold, Grade grade) {
        List<double[]> sampled = new ArrayList<>();
        for (int twin = 0; twin < 25; twin++) {
            double z = (twin * 7 % 25 - 12) / 8.0;
            double shift = 1 + (twin * 11 % 25 - 12) / 60.0;
            sampled.add(curve(axis, t -> middle.applyAsDouble(axis[0] + (t - axis[0]) * shift), StrictMath.pow(fold, z)));
        }
        return new Series(id, label, unit, axis, bands(axis, middle, fold), bands(axis, middle, StrictMath.pow(fold, 0.5)), bands(axis, middle, StrictMath.pow(fold, 0.8)),
                sampled, grade);
    }

    private static Bands bands(double[] axis, DoubleUnaryOperator middle, double fold) {
        double narrow = StrictMath.pow(fold, 0.41);
        double[] a = curve(axis, middle, 1 / fold);
        double[] b = curve(axis, middle, 1 / narrow);
        double[] c = curve(axis, middle, 1);
        double[] d = curve(axis, middle, narrow);
        double[] e = curve(axis, middle, fold);
        // Where the middle is negative, the smaller factor gives the higher value.
        for (int i = 0; i < axis.length; i++) {
            double[] sorted = {a[i], b[i], c[i], d[i], e[i]};
            java.util.Arrays.sort(sorted);
            a[i] = sorted[0];
            b[i] = sorted[1];
            c[i] = sorted[2];
            d[i] = sorted[3];
            e[i] = sorted[4];
        }
        return new Bands(a, b, c, d, e);
    }

    private static double[] curve(double[] axis, DoubleUnaryOperator middle, double factor) {
        double[] values = new double[axis.length];
        for (int i = 0; i < axis.length; i++) {
            values[i] = middle.applyAsDouble(axis[i]) * factor;
        }
        return values;
    }

    /** Sum of dose courses, steady habits: yesterday's doses count too. */
    private static double dosed(double t) {
        double sum = 0;
        for (double dose : DOSES) {
            for (int day = -2; day <= 0; day++) {
                double since = t - dose - 24 * day;
                sum += since > 0 ? 1.35 * (StrictMath.exp(-since / 4) - StrictMath.exp(-since / 0.7)) : 0;
            }
        }
        return sum * 0.75;
    }
}

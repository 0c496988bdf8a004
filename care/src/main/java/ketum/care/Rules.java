package ketum.care;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ketum.care.Case.Condition;
import ketum.care.Case.OtherUse;
import ketum.care.Case.ProductUse;
import ketum.care.Case.Scale;
import ketum.care.Case.Substance;
import ketum.kratom.Alkaloid;
import ketum.kratom.Product;
import ketum.kratom.Use;
import ketum.kratom.data.Table;
import ketum.kratom.data.Tables;

/**
 * Which lines of {@link Advice} hold for a case. Two tiers limit what is said: outside the model nothing about stopping is shown;
 * with a clinician the curves stand and schedules are marked for the clinician. Nothing that was entered ever takes a line away.
 */
final class Rules {

    /** Above this many g of leaf a day a clinician is needed. */
    private static final double HEAVY_GRAMS = 40;
    /** Lowest score that is called moderately severe. */
    private static final double SEVERE_COWS = 25;
    /** Lowest score of the scale's printed severe band. */
    private static final double SEVERE_SOWS = 21;
    /** Leaf holds at most this share of its alkaloids as 7-OH; what holds more was made stronger (several laws draw the line here too). */
    private static final double LEAF_SHARE_7OH = 0.02;
    /** Where mitragynine is not stated beside it: more 7-OH than this, mg per g, ml or piece, is no leaf. */
    private static final double LEAF_7OH = 0.5;
    private static final String OPIOID = "OPIOID";
    private static final String BENZODIAZEPINE = "BENZODIAZEPINE";
    /** Kept at home for emergencies, not a treatment. */
    private static final String RESCUE = "naloxone";

    private final Map<Advice.Tier, List<Advice.Line>> lines = new EnumMap<>(Advice.Tier.class);

    /** @param flags flags of a checked medicine by its id, for example SED, RESP, SERO, ANTAG, OPIOID, BENZODIAZEPINE */
    Rules(Case input, Function<String, Set<String>> flags) {
        for (Advice.Tier tier : Advice.Tier.values()) {
            lines.put(tier, new ArrayList<>());
        }
        person(input);
        products(input);
        otherUse(input);
        history(input);
        medicines(input, flags);
        if (input.scoreNow().filter(score -> score.value() >= (score.scale() == Scale.COWS ? SEVERE_COWS : SEVERE_SOWS)).isPresent()) {
            add("score_severe");
        }
        if (input.earlierStops().stream().anyMatch(stop -> stop.taper() && stop.failed())) {
            add("failed_taper");
        }
        add("red_flags");
        add("tolerance_falls");
        add("doctor_options");
    }

    private void add(String id) {
        add(Advice.line(id));
    }

    /** Each line once, however many reasons there are for it. */
    private void add(Advice.Line line) {
        List<Advice.Line> sameTier = lines.get(line.tier());
        if (sameTier.stream().noneMatch(other -> other.id().equals(line.id()))) {
            sameTier.add(line);
        }
    }

    private void person(Case input) {
        switch (input.person().pregnancy()) {
            case PREGNANT -> add("pregnant");
            case BREAST_FEEDING -> add("breast_feeding");
            case NO, UNSTATED -> { }
        }
        if (input.person().ageYears() < 18) {
            add("under_18");
        }
        if (input.history().conditions().contains(Condition.SUICIDAL_THOUGHTS)) {
            add("suicidal");
        }
    }

    private void products(Case input) {
        boolean concentrate = input.products().stream().anyMatch(p -> isConcentrate(p.product()));
        if (concentrate) {
            add("concentrate");
            add("concentrate_unmodelled");
        }
        if (input.products().stream().anyMatch(p -> p.product().type() == Product.Type.EXTRACT || p.product().type() == Product.Type.SHOT)) {
            add("extract");
        }
        if (gramsOfLeafADay(input) > HEAVY_GRAMS) {
            add("heavy_use");
        }
        if (input.products().stream().anyMatch(p -> !p.use().timesStated())) {
            add("times_assumed");
        }
    }

    /** A product that holds nothing whose way through the body is known. */
    static boolean isTablet(Product product) {
        return switch (product.type()) {
            case SEVEN_HYDROXY_TABLET, PSEUDOINDOXYL_TABLET, MGM_TABLET -> true;
            case LEAF_POWDER, CAPSULES, TEA, EXTRACT, SHOT -> false;
        };
    }

    /** A product of 7-OH, pseudoindoxyl or MGM: by its kind, or because more 7-OH is stated than leaf holds. */
    private static boolean isConcentrate(Product product) {
        return isTablet(product) || switch (product.content()) {
            case Product.Content.ByType _ -> false;
            case Product.Content.ByLabel label -> enriched(label.claims());
            case Product.Content.ByCertificate certificate -> enriched(certificate.assays());
        };
    }

    private static boolean enriched(Map<Alkaloid, Product.Strength> stated) {
        Product.Strength hydroxy = stated.get(Alkaloid.SEVEN_HYDROXYMITRAGYNINE);
        if (hydroxy == null || hydroxy.belowLimit()) {
            return false;
        }
        boolean beside = stated.containsKey(Alkaloid.MITRAGYNINE) && stated.get(Alkaloid.MITRAGYNINE).per() == hydroxy.per();
        double all = stated.values().stream().filter(strength -> strength.per() == hydroxy.per() && !strength.belowLimit()).mapToDouble(Product.Strength::value).sum();
        return beside ? hydroxy.value() > LEAF_SHARE_7OH * all : hydroxy.value() > LEAF_7OH;
    }

    private static double gramsOfLeafADay(Case input) {
        Table table = Tables.standard().table("products");
        double grams = 0;
        for (ProductUse p : input.products()) {
            Use use = p.use();
            double perUnit = switch (use.unit()) {
                case GRAM -> 1;
                case CAPSULE -> p.product().capsuleGrams().orElseGet(() -> table.value("capsule", "fill_mass"));
                case TEASPOON -> table.value("teaspoon", "mass");
                case MILLILITRE -> p.product().teaLeafGrams().orElse(0) / p.product().teaMillilitres().orElse(1);
                case BOTTLE, TABLET -> 0;
            };
            boolean leaf = p.product().type() == Product.Type.LEAF_POWDER || p.product().type() == Product.Type.CAPSULES || p.product().type() == Product.Type.TEA;
            grams += leaf ? use.amount() * perUnit * use.perDay() : 0;
        }
        return grams;
    }

    private void otherUse(Case input) {
        for (OtherUse other : input.history().otherUse()) {
            add(switch (other.substance()) {
                case OPIOID -> other.dependent() ? "opioid_dependence" : "opioid_use";
                case ALCOHOL -> other.dependent() ? "alcohol_dependence" : "alcohol_use";
                case BENZODIAZEPINE -> other.dependent() ? "benzodiazepine_dependence" : "benzodiazepine_use";
            });
            if (other.dependent() && other.substance() == Substance.OPIOID) {
                add("opioid_use");
            }
            if (other.dependent() && other.substance() == Substance.BENZODIAZEPINE) {
                add("benzodiazepine_use");
            }
        }
    }

    private void history(Case input) {
        Map<Condition, String> conditions = new LinkedHashMap<>();
        conditions.put(Condition.SEIZURES, "seizure");
        conditions.put(Condition.LIVER_DISEASE, "liver");
        conditions.put(Condition.HEART_RHYTHM, "heart_rhythm");
        conditions.put(Condition.MENTAL_HEALTH, "mental_health");
        conditions.put(Condition.OPIOID_HISTORY, "opioid_history");
        conditions.forEach((condition, id) -> {
            if (input.history().conditions().contains(condition)) {
                add(id);
            }
        });
    }

    /**
     * An opioid medicine taken beside kratom keeps the body adapted to opioids: it covers the withdrawal computed here, or stopping both adds up.
     * So it counts as dependence on another opioid, whatever it is taken for.
     */
    private void medicines(Case input, Function<String, Set<String>> flags) {
        Predicate<Case.Medicine> opioid = flagged(flags, OPIOID);
        Predicate<Case.Medicine> benzodiazepine = flagged(flags, BENZODIAZEPINE);
        named(input, "other_medicine", medicine -> !medicine.checked());
        named(input, "opioid_medicine", opioid);
        named(input, "antagonist", flagged(flags, "ANTAG").and(opioid.negate()).and(medicine -> !medicine.id().equals(RESCUE)));
        named(input, "naloxone_kept", medicine -> medicine.checked() && medicine.id().equals(RESCUE));
        named(input, "benzodiazepine_medicine", benzodiazepine);
        named(input, "depressant_medicine", flagged(flags, "RESP").or(flagged(flags, "SED")).and(opioid.negate()).and(benzodiazepine.negate()));
        named(input, "serotonin_medicine", flagged(flags, "SERO"));
        Predicate<Case.Medicine> kept = medicine -> !medicine.id().equals(RESCUE);
        named(input, "seizure_medicine", flagged(flags, "SEIZ").and(kept));
        named(input, "qt_medicine", flagged(flags, "QT").and(kept));
        named(input, "liver_medicine", flagged(flags, "HEP").and(kept));
        named(input, "exposure_medicine", flagged(flags, MedicineFlags.CHANGED_BY_KRATOM).and(kept));
        named(input, "kratom_exposure_medicine", flagged(flags, MedicineFlags.CHANGES_KRATOM).and(kept));
    }

    private static Predicate<Case.Medicine> flagged(Function<String, Set<String>> flags, String flag) {
        return medicine -> medicine.checked() && flags.apply(medicine.id()).contains(flag);
    }

    private void named(Case input, String line, Predicate<Case.Medicine> which) {
        String names = input.medicines().stream().filter(which).map(Case.Medicine::written).collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            add(Advice.line(line).with("medicines", names));
        }
    }

    void historyShortened(int days) {
        add(Advice.line("history_shortened").with("days", Integer.toString(days)));
    }

    /** Whether this line of advice holds. */
    boolean says(String id) {
        return lines.values().stream().anyMatch(tier -> tier.stream().anyMatch(line -> line.id().equals(id)));
    }

    boolean outsideModel() {
        return !lines.get(Advice.Tier.OUTSIDE).isEmpty();
    }

    boolean forClinician() {
        return !lines.get(Advice.Tier.CLINICIAN).isEmpty();
    }

    /** Why nothing about stopping is shown. */
    String outsideReason() {
        return lines.get(Advice.Tier.OUTSIDE).stream().map(Advice.Line::person).collect(Collectors.joining(" "));
    }

    List<String> outsideSources() {
        return lines.get(Advice.Tier.OUTSIDE).stream().flatMap(line -> line.sources().stream()).distinct().toList();
    }

    /** Everything to act on, dangers first; an entered low score never takes anything away. */
    List<Assessment.Urgent> urgent() {
        List<Advice.Line> all = new ArrayList<>();
        all.addAll(lines.get(Advice.Tier.FIRST));
        all.addAll(lines.get(Advice.Tier.OUTSIDE));
        all.addAll(lines.get(Advice.Tier.URGENT));
        all.addAll(lines.get(Advice.Tier.CLINICIAN));
        all.addAll(lines.get(Advice.Tier.STOPPING));
        return all.stream().sorted(Comparator.comparing(Advice.Line::level)).map(Advice.Line::urgent).toList();
    }

    /** What was not checked comes before everything; the rest is small print. */
    List<Assessment.Notice> notices() {
        return Stream.of(Advice.Tier.NOTICE_FIRST, Advice.Tier.NOTICE).flatMap(tier -> lines.get(tier).stream()).map(Advice.Line::notice).toList();
    }
}

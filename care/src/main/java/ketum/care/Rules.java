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
import ketum.care.Case.Condition;
import ketum.care.Case.OtherUse;
import ketum.care.Case.ProductUse;
import ketum.care.Case.Scale;
import ketum.care.Case.Substance;
import ketum.kratom.Product;
import ketum.kratom.Use;

/**
 * Which lines of {@link Advice} hold for a case. Two tiers limit what is said: outside the model nothing about stopping is computed for show;
 * with a clinician the curves stand and schedules are marked for the clinician.
 */
final class Rules {

    /** Above this many g of leaf a day a clinician is needed. */
    private static final double HEAVY_GRAMS = 40;
    private static final double SEVERE_COWS = 25;

    private final Map<Advice.Tier, List<Advice.Line>> lines = new EnumMap<>(Advice.Tier.class);

    /** @param flags class flags of a checked medicine by its id, for example SED, RESP, SERO, ANTAG, OPIOID */
    Rules(Case input, Function<String, Set<String>> flags) {
        for (Advice.Tier tier : Advice.Tier.values()) {
            lines.put(tier, new ArrayList<>());
        }
        person(input);
        products(input);
        otherUse(input);
        history(input);
        medicines(input, flags);
        if (input.scoreNow().filter(score -> score.scale() == Scale.COWS && score.value() >= SEVERE_COWS).isPresent()) {
            add("score_severe");
        }
        if (input.earlierStops().stream().anyMatch(stop -> stop.taper() && stop.failed())) {
            add("failed_taper");
        }
        add("tolerance_falls");
        add("doctor_options");
        add("red_flags");
    }

    private void add(String id) {
        add(Advice.line(id));
    }

    private void add(Advice.Line line) {
        lines.get(line.tier()).add(line);
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

    static boolean isConcentrate(Product product) {
        return switch (product.type()) {
            case SEVEN_HYDROXY_TABLET, PSEUDOINDOXYL_TABLET, MGM_TABLET -> true;
            case LEAF_POWDER, CAPSULES, TEA, EXTRACT, SHOT -> false;
        };
    }

    private static double gramsOfLeafADay(Case input) {
        double grams = 0;
        for (ProductUse p : input.products()) {
            Use use = p.use();
            double perUnit = switch (use.unit()) {
                case GRAM -> 1;
                case CAPSULE -> p.product().capsuleGrams().orElse(0.5);
                case TEASPOON -> 2.5;
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
        conditions.forEach((condition, id) -> {
            if (input.history().conditions().contains(condition)) {
                add(id);
            }
        });
    }

    private void medicines(Case input, Function<String, Set<String>> flags) {
        named(input, "other_medicine", medicine -> !medicine.checked());
        named(input, "antagonist", medicine -> medicine.checked() && flags.apply(medicine.id()).contains("ANTAG") && !flags.apply(medicine.id()).contains("OPIOID"));
        named(input, "opioid_medicine", medicine -> medicine.checked() && flags.apply(medicine.id()).contains("OPIOID"));
        named(input, "depressant_medicine", medicine -> medicine.checked() && !flags.apply(medicine.id()).contains("OPIOID")
                && (flags.apply(medicine.id()).contains("RESP") || flags.apply(medicine.id()).contains("SED")));
        named(input, "serotonin_medicine", medicine -> medicine.checked() && flags.apply(medicine.id()).contains("SERO"));
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
        all.addAll(lines.get(Advice.Tier.URGENT).stream().filter(line -> line.id().equals("suicidal") || line.id().equals("score_severe")).toList());
        all.addAll(lines.get(Advice.Tier.OUTSIDE));
        all.addAll(lines.get(Advice.Tier.URGENT).stream().filter(line -> !all.contains(line)).toList());
        all.addAll(lines.get(Advice.Tier.CLINICIAN));
        all.addAll(lines.get(Advice.Tier.STOPPING));
        List<Advice.Line> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(Advice.Line::level));
        return sorted.stream().map(Advice.Line::urgent).toList();
    }

    List<Assessment.Notice> notices() {
        return lines.get(Advice.Tier.NOTICE).stream().map(Advice.Line::notice).toList();
    }
}

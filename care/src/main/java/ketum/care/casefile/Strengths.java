package ketum.care.casefile;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import ketum.kratom.Alkaloid;
import ketum.kratom.Product.Strength;
import ketum.kratom.Product.Strength.Per;
import ketum.kratom.Product.Type;
import ketum.kratom.Use.AmountUnit;

/** Reads how strong a product is, and tells whether that fits the way it is taken. */
final class Strengths {

    private static final Map<String, Alkaloid> ALKALOIDS = alkaloids();

    /** Unit as written to what 1 of it is in mg per unit of product. */
    private record Scale(double milligrams, Per per) {}

    private static final Map<String, Scale> SCALES = Map.ofEntries(
            Map.entry("mg/g", new Scale(1, Per.GRAM)), Map.entry("%", new Scale(10, Per.GRAM)), Map.entry("ppm", new Scale(0.001, Per.GRAM)),
            Map.entry("mg/ml", new Scale(1, Per.MILLILITRE)), Map.entry("mg/unit", new Scale(1, Per.UNIT)),
            Map.entry("mg/capsule", new Scale(1, Per.UNIT)), Map.entry("mg/tablet", new Scale(1, Per.UNIT)),
            Map.entry("mg/bottle", new Scale(1, Per.UNIT)), Map.entry("mg/shot", new Scale(1, Per.UNIT)));

    private Strengths() {}

    private static Map<String, Alkaloid> alkaloids() {
        Map<String, Alkaloid> names = new LinkedHashMap<>();
        for (Alkaloid alkaloid : Alkaloid.values()) {
            names.put(alkaloid.id(), alkaloid);
        }
        names.put("7-oh", Alkaloid.SEVEN_HYDROXYMITRAGYNINE);
        return names;
    }

    /** The alkaloid of a name as labels and certificates write it, whatever its case. */
    static Optional<Alkaloid> alkaloid(String name) {
        return Optional.ofNullable(ALKALOIDS.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    static List<String> alkaloidNames() {
        return Arrays.stream(Alkaloid.values()).map(Alkaloid::id).toList();
    }

    /** {@code number} of {@code unit} as a strength; empty where the unit is none. */
    static Optional<Strength> strength(double number, String unit, boolean belowLimit) {
        Scale scale = SCALES.get(unit.toLowerCase(Locale.ROOT).replace(" per ", "/").replace(" ", ""));
        return scale == null ? Optional.empty() : Optional.of(new Strength(number * scale.milligrams, scale.per, belowLimit));
    }

    /** The most alkaloid that one unit of product can hold, in mg. */
    static double most(Per per) {
        return switch (per) {
            case GRAM, MILLILITRE -> 1000;
            case UNIT -> 5000;
        };
    }

    /** The strengths of a label: a group of alkaloids. */
    static Optional<Map<Alkaloid, Strength>> label(Value value, Optional<Type> type) {
        if (!(value.node() instanceof Node.Fields fields)) {
            value.text().ifPresent(text -> value.wrong(Quoted.text(text), value.field().takes()));
            return Optional.empty();
        }
        Map<Alkaloid, Strength> claims = new LinkedHashMap<>();
        int before = value.problems().count();
        if (fields.entries().isEmpty()) {
            value.wrong("an empty label", value.field().takes());
        }
        for (Node.Entry entry : fields.entries()) {
            String path = Paths.join(value.path(), entry.key().value());
            Optional<Alkaloid> alkaloid = alkaloid(entry.key().value());
            if (alkaloid.isEmpty()) {
                String question = Spelling.question(Spelling.near(entry.key().value(), ALKALOIDS.keySet()));
                value.problems().add(entry.key().line(), entry.key().column(), path, "the unknown alkaloid " + Quoted.text(entry.key().value()),
                        "a label can name " + Spelling.either(alkaloidNames()), question.isEmpty() ? "Leave out what is not in this list." : question);
                continue;
            }
            Field field = new Field(value.field().path(), alkaloid.get().id(), "not stated", "a strength " + labelUnits(type), labelExample(type));
            Value claim = new Value(entry.value(), path, field, value.problems());
            strengthOn(claim, type).ifPresent(strength -> {
                if (claims.putIfAbsent(alkaloid.get(), strength) != null) {
                    claim.wrong(Quoted.text(entry.key().value()) + " a second time", "each alkaloid may stand once", "Keep one of them.");
                }
            });
        }
        return value.problems().count() > before ? Optional.empty() : Optional.of(claims);
    }

    private static Optional<Strength> strengthOn(Value claim, Optional<Type> type) {
        return claim.measure().flatMap(measure -> {
            Optional<Strength> strength = strength(measure.number(), measure.unit(), false);
            if (strength.isEmpty()) {
                claim.wrong(claim.found(), claim.field().takes(), measure.unit().equals("mg") ? "Say per what: " + claim.field().forExample() : claim.field().forExample());
                return Optional.empty();
            }
            double value = strength.get().value();
            Per per = strength.get().per();
            if (value < 0 || value > most(per)) {
                claim.wrong(claim.found(), "this field takes 0 to " + (per == Per.UNIT ? "5000 mg in one piece" : "1000 mg in 1 " + (per == Per.GRAM ? "g" : "ml")),
                        "Check the number and its unit.");
                return Optional.empty();
            }
            String counted = measure.unit().contains("/") ? measure.unit().substring(measure.unit().indexOf('/') + 1).strip() : "";
            AmountUnit unit = ProductTypes.unit(counted);
            if (per == Per.UNIT && unit != null && type.isPresent() && !ProductTypes.units(type.get()).contains(unit)) {
                claim.wrong(claim.found(), "this field takes a strength " + labelUnits(type), "The product is " + Quoted.text(type.get().label()) + "; check its type too.");
                return Optional.empty();
            }
            return strength;
        });
    }

    private static String labelUnits(Optional<Type> type) {
        return type.map(t -> switch (t) {
            case LEAF_POWDER -> "in mg/g or %";
            case CAPSULES -> "in mg/capsule, mg/g or %";
            case TEA -> "in mg/ml of tea, or mg/g or % of the leaf";
            case EXTRACT -> "in mg/g, %, mg/ml or mg/capsule";
            case SHOT -> "in mg/bottle or mg/ml";
            case SEVEN_HYDROXY_TABLET, PSEUDOINDOXYL_TABLET, MGM_TABLET -> "in mg/tablet";
        }).orElse("in mg/g, mg/ml, % or mg/capsule, mg/tablet, mg/bottle");
    }

    private static String labelExample(Optional<Type> type) {
        return type.map(t -> switch (t) {
            case LEAF_POWDER -> "1.5 %";
            case CAPSULES -> "30 mg/capsule";
            case TEA -> "15 mg/g";
            case EXTRACT -> "45 mg/g";
            case SHOT -> "150 mg/bottle";
            case SEVEN_HYDROXY_TABLET, PSEUDOINDOXYL_TABLET, MGM_TABLET -> "15 mg/tablet";
        }).orElse("1.5 %");
    }

    /** Whether an amount in {@code unit} and a strength {@code per} something give mg of alkaloid. */
    static boolean fits(Type type, AmountUnit unit, Per per, OptionalDouble capsuleGrams, boolean batchStated) {
        return switch (unit) {
            case GRAM -> per == Per.GRAM || per == Per.UNIT && capsuleGrams.isPresent();
            case TEASPOON -> per == Per.GRAM;
            // The fill of a leaf capsule can be assumed; that of an extract capsule cannot.
            case CAPSULE -> per == Per.UNIT || per == Per.GRAM && (type == Type.CAPSULES || capsuleGrams.isPresent());
            case MILLILITRE -> per == Per.MILLILITRE || per == Per.GRAM && type == Type.TEA && batchStated;
            case BOTTLE, TABLET -> per == Per.UNIT;
        };
    }

    static String perWord(Per per) {
        return switch (per) {
            case GRAM -> "per g";
            case MILLILITRE -> "per ml";
            case UNIT -> "per piece";
        };
    }

    /** What the strength would have to be stated per, for an amount in {@code unit}. */
    static String neededFor(Type type, AmountUnit unit) {
        return switch (unit) {
            case GRAM -> type == Type.CAPSULES || type == Type.EXTRACT ? "per g (or per capsule, together with capsule: 0.5 g)" : "per g";
            case TEASPOON -> "per g";
            case CAPSULE -> type == Type.EXTRACT ? "per capsule (or per g, together with capsule: 0.5 g)" : "per capsule or per g";
            case MILLILITRE -> type == Type.TEA ? "per ml of tea (or per g of leaf, together with tea: {leaf: 10 g, water: 500 ml})" : "per ml";
            case BOTTLE -> "per bottle";
            case TABLET -> "per tablet";
        };
    }
}

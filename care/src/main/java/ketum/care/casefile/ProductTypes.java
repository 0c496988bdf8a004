package ketum.care.casefile;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ketum.kratom.Product.Type;
import ketum.kratom.Use.AmountUnit;

/** In what units each kind of product is taken, and the most that can be meant. */
final class ProductTypes {

    private static final Map<String, AmountUnit> UNITS = Map.ofEntries(
            Map.entry("g", AmountUnit.GRAM), Map.entry("gram", AmountUnit.GRAM), Map.entry("grams", AmountUnit.GRAM),
            Map.entry("capsule", AmountUnit.CAPSULE), Map.entry("capsules", AmountUnit.CAPSULE), Map.entry("cap", AmountUnit.CAPSULE), Map.entry("caps", AmountUnit.CAPSULE),
            Map.entry("teaspoon", AmountUnit.TEASPOON), Map.entry("teaspoons", AmountUnit.TEASPOON), Map.entry("tsp", AmountUnit.TEASPOON),
            Map.entry("ml", AmountUnit.MILLILITRE), Map.entry("millilitre", AmountUnit.MILLILITRE), Map.entry("millilitres", AmountUnit.MILLILITRE),
            Map.entry("milliliter", AmountUnit.MILLILITRE), Map.entry("milliliters", AmountUnit.MILLILITRE),
            Map.entry("bottle", AmountUnit.BOTTLE), Map.entry("bottles", AmountUnit.BOTTLE), Map.entry("shot", AmountUnit.BOTTLE), Map.entry("shots", AmountUnit.BOTTLE),
            Map.entry("tablet", AmountUnit.TABLET), Map.entry("tablets", AmountUnit.TABLET));

    /** What helps somebody who measures in another way. */
    private static final Map<String, String> OTHER_UNITS = Map.ofEntries(
            Map.entry("mg", "1000 mg are 1 g"), Map.entry("kg", "1 kg is 1000 g"), Map.entry("oz", "1 oz is about 28 g"), Map.entry("ounce", "1 ounce is about 28 g"),
            Map.entry("ounces", "1 ounce is about 28 g"), Map.entry("tablespoon", "1 tablespoon is 3 teaspoons"), Map.entry("tablespoons", "1 tablespoon is 3 teaspoons"),
            Map.entry("tbsp", "1 tablespoon is 3 teaspoons"), Map.entry("cup", "a cup holds about 240 ml"), Map.entry("cups", "a cup holds about 240 ml"),
            Map.entry("l", "1 l is 1000 ml"), Map.entry("litre", "1 litre is 1000 ml"), Map.entry("liter", "1 liter is 1000 ml"), Map.entry("fl oz", "1 fl oz is about 30 ml"));

    private ProductTypes() {}

    static Map<String, Type> byName() {
        Map<String, Type> names = new LinkedHashMap<>();
        for (Type type : Type.values()) {
            names.put(type.label().toLowerCase(Locale.ROOT), type);
        }
        return names;
    }

    /** {@code leaf powder, capsules, ... or MGM tablet}. */
    static String list() {
        return Spelling.either(Arrays.stream(Type.values()).map(Type::label).toList());
    }

    static List<AmountUnit> units(Type type) {
        return switch (type) {
            case LEAF_POWDER -> List.of(AmountUnit.GRAM, AmountUnit.TEASPOON);
            case CAPSULES -> List.of(AmountUnit.CAPSULE, AmountUnit.GRAM);
            case TEA -> List.of(AmountUnit.MILLILITRE, AmountUnit.GRAM);
            case EXTRACT -> List.of(AmountUnit.GRAM, AmountUnit.MILLILITRE, AmountUnit.CAPSULE);
            case SHOT -> List.of(AmountUnit.BOTTLE, AmountUnit.MILLILITRE);
            case SEVEN_HYDROXY_TABLET, PSEUDOINDOXYL_TABLET, MGM_TABLET -> List.of(AmountUnit.TABLET);
        };
    }

    /** How the amount of this kind of product is stated, as a sentence without its full stop. */
    static String measuredIn(Type type) {
        return switch (type) {
            case LEAF_POWDER -> "leaf powder is measured in g or teaspoons";
            case CAPSULES -> "capsules are counted in capsules or measured in g";
            case TEA -> "tea is measured in ml of tea or in g of leaf";
            case EXTRACT -> "an extract is measured in g or ml or counted in capsules";
            case SHOT -> "a shot is counted in bottles or measured in ml";
            case SEVEN_HYDROXY_TABLET, PSEUDOINDOXYL_TABLET, MGM_TABLET -> type.label() + "s are counted in tablets";
        };
    }

    static String exampleAmount(Type type) {
        return switch (type) {
            case LEAF_POWDER -> "4 g";
            case CAPSULES -> "6 capsules";
            case TEA -> "250 ml";
            case EXTRACT -> "1 g";
            case SHOT -> "1 bottle";
            case SEVEN_HYDROXY_TABLET, PSEUDOINDOXYL_TABLET, MGM_TABLET -> "1 tablet";
        };
    }

    /** The unit that a word stands for, or null. */
    static AmountUnit unit(String word) {
        return UNITS.get(word);
    }

    /** A conversion that helps where a person measures otherwise; only where it leads to a unit of this product. */
    static String conversion(String word, Type type) {
        String sentence = OTHER_UNITS.get(word);
        if (sentence == null) {
            return "";
        }
        String target = sentence.substring(sentence.lastIndexOf(' ') + 1);
        return units(type).contains(UNITS.get(target)) ? sentence + "; " : "";
    }

    /** Above this a single dose is a slip of the pen. */
    static double mostPerDose(AmountUnit unit) {
        return switch (unit) {
            case GRAM -> 100;
            case TEASPOON -> 40;
            case CAPSULE -> 200;
            case MILLILITRE -> 3000;
            case BOTTLE -> 20;
            case TABLET -> 50;
        };
    }

    /** Above this a day's total is a slip of the pen. */
    static double mostPerDay(AmountUnit unit) {
        return switch (unit) {
            case GRAM -> 250;
            case TEASPOON -> 100;
            case CAPSULE -> 500;
            case MILLILITRE -> 8000;
            case BOTTLE -> 50;
            case TABLET -> 200;
        };
    }

    /** {@code 4 g}, {@code 1 capsule}. */
    static String shown(double amount, AmountUnit unit) {
        String number = amount == Math.rint(amount) ? Long.toString((long) amount) : Double.toString(amount);
        boolean one = amount == 1 && unit != AmountUnit.GRAM && unit != AmountUnit.MILLILITRE;
        return number + " " + (one ? unit.label().substring(0, unit.label().length() - 1) : unit.label());
    }
}

package ketum.kratom.twin;

import java.util.EnumMap;
import java.util.Map;
import ketum.kratom.Alkaloid;
import ketum.kratom.Product;
import ketum.kratom.Use;
import ketum.kratom.data.Row;
import ketum.kratom.data.Table;

/**
 * How many mg of each alkaloid one unit of a product (as the person counts it) holds, for one twin.
 *
 * <p>Strength is spread between people: two people with the same label hold different bags. A frozen layer holds the median product of
 * its kind. Tea counts the alkaloid content of its leaf as the dose, as the study behind the exposure parameters did.
 */
final class Strength {

    private final Table products;

    Strength(Table products) {
        this.products = products;
    }

    /** mg of each alkaloid per counted unit (g, capsule, teaspoon, ml, bottle, tablet). */
    Map<Alkaloid, Double> milligramsPerUnit(Product product, Use.AmountUnit unit, Layer people, String key) {
        Map<Alkaloid, Double> content = new EnumMap<>(Alkaloid.class);
        double grams = gramsPerUnit(product, unit, people, key);
        String kind = kind(product.type());
        double mitragynine = mitragynine(product, unit, grams, kind, people, key);
        content.put(Alkaloid.MITRAGYNINE, mitragynine);
        for (Alkaloid alkaloid : Alkaloid.values()) {
            if (alkaloid == Alkaloid.MITRAGYNINE) {
                continue;
            }
            content.put(alkaloid, other(product, alkaloid, unit, grams, kind, mitragynine, people, key));
        }
        return content;
    }

    /** Grams of plant material per counted unit; NaN where the unit holds no weighable plant material. */
    private double gramsPerUnit(Product product, Use.AmountUnit unit, Layer people, String key) {
        return switch (unit) {
            case GRAM -> 1;
            case CAPSULE -> product.capsuleGrams().orElseGet(() -> ranged("capsule", "fill_mass", people, key + ".capsule"));
            case TEASPOON -> products.value("teaspoon", "mass")
                    * people.logNormalFactor(key + ".teaspoon", products.value("teaspoon", "relative_sd") / 100);
            case MILLILITRE -> product.teaLeafGrams().isPresent() && product.teaMillilitres().isPresent()
                    ? product.teaLeafGrams().getAsDouble() / product.teaMillilitres().getAsDouble() : Double.NaN;
            case BOTTLE, TABLET -> Double.NaN;
        };
    }

    private double ranged(String id, String quantity, Layer people, String name) {
        Row row = products.row(id, quantity);
        return people.varies() ? people.even(name, row) : row.value();
    }

    private double mitragynine(Product product, Use.AmountUnit unit, double grams, String kind, Layer people, String key) {
        Product.Strength stated = stated(product, Alkaloid.MITRAGYNINE);
        if (stated != null) {
            return perUnit(stated, unit, grams, product) * claimError(product, kind, stated, people, key + "." + Alkaloid.MITRAGYNINE.id());
        }
        if (isConcentrateTablet(product.type())) {
            return 0;
        }
        String id = kind + ".mitragynine";
        double z = people.normal(key + ".content");
        if (kind.equals("shot") && (unit == Use.AmountUnit.BOTTLE || unit == Use.AmountUnit.MILLILITRE)) {
            double bottle = products.value(id, "amount_per_unit") * StrictMath.exp(products.value(id, "log_sd") * z);
            return unit == Use.AmountUnit.BOTTLE ? bottle : bottle / products.value("shot", "bottle_volume");
        }
        double fraction = products.value(id, "mass_fraction") * StrictMath.exp(products.value(id, "log_sd") * z);
        double bounded = Math.clamp(fraction, products.value(id, "mass_fraction_minimum"), products.value(id, "mass_fraction_maximum"));
        return bounded * (Double.isNaN(grams) ? 1 : grams);
    }

    private double other(Product product, Alkaloid alkaloid, Use.AmountUnit unit, double grams, String kind, double mitragynine, Layer people, String key) {
        Product.Strength stated = stated(product, alkaloid);
        if (stated != null) {
            return perUnit(stated, unit, grams, product) * claimError(product, kind, stated, people, key + "." + alkaloid.id());
        }
        String id = kind + "." + alkaloid.id();
        if (alkaloid == Alkaloid.SEVEN_HYDROXYMITRAGYNINE) {
            if (isConcentrateTablet(product.type())) {
                return product.type() == Product.Type.SEVEN_HYDROXY_TABLET
                        ? products.value("7-oh-tablet.7-hydroxymitragynine", "amount_per_unit")
                                * people.logNormalFactor(key + ".tablet", products.value("7-oh-tablet.7-hydroxymitragynine", "log_sd")) : 0;
            }
            if (kind.equals("leaf")) {
                return products.value(id, "mass_fraction") * people.logNormalFactor(key + ".7-OH", products.value(id, "log_sd"))
                        * (Double.isNaN(grams) ? 1 : grams);
            }
        }
        if (isConcentrateTablet(product.type())) {
            return 0;
        }
        return mitragynine * products.value(id, "ratio_to_mitragynine")
                * people.logNormalFactor(key + ".ratio." + alkaloid.id(), products.value(id, "ratio_log_sd"));
    }

    /** Label claims err as labels do, certificates as assays do; "less than" counts as half the limit. */
    private double claimError(Product product, String kind, Product.Strength stated, Layer people, String name) {
        double half = stated.belowLimit() ? 0.5 : 1;
        return half * switch (product.content()) {
            case Product.Content.ByCertificate _ -> people.logNormalFactor(name + ".assay", products.value("assay", "relative_sd") / 100);
            case Product.Content.ByLabel _ -> isConcentrateTablet(product.type())
                    ? products.value("7-oh-tablet.7-hydroxymitragynine", "label_factor")
                            * people.logNormalFactor(name + ".label", products.value("7-oh-tablet.7-hydroxymitragynine", "label_log_sd"))
                    : products.value(kind, "label_factor") * people.logNormalFactor(name + ".label", products.value(kind, "label_log_sd"));
            case Product.Content.ByType _ -> throw new IllegalStateException("a product known by type states no strength");
        };
    }

    private double perUnit(Product.Strength stated, Use.AmountUnit unit, double grams, Product product) {
        double bottle = products.value("shot", "bottle_volume");
        return switch (stated.per()) {
            case GRAM -> stated.value() * (Double.isNaN(grams) ? 1 : grams);
            case MILLILITRE -> stated.value() * (unit == Use.AmountUnit.BOTTLE ? bottle : 1);
            case UNIT -> unit == Use.AmountUnit.MILLILITRE
                    ? stated.value() / product.teaMillilitres().orElse(bottle)
                    : stated.value();
        };
    }

    private static Product.Strength stated(Product product, Alkaloid alkaloid) {
        return switch (product.content()) {
            case Product.Content.ByLabel label -> label.claims().get(alkaloid);
            case Product.Content.ByCertificate certificate -> certificate.assays().get(alkaloid);
            case Product.Content.ByType _ -> null;
        };
    }

    static boolean isConcentrateTablet(Product.Type type) {
        return switch (type) {
            case SEVEN_HYDROXY_TABLET, PSEUDOINDOXYL_TABLET, MGM_TABLET -> true;
            case LEAF_POWDER, CAPSULES, TEA, EXTRACT, SHOT -> false;
        };
    }

    private static String kind(Product.Type type) {
        return switch (type) {
            case LEAF_POWDER, CAPSULES, TEA -> "leaf";
            case EXTRACT -> "extract";
            case SHOT -> "shot";
            case SEVEN_HYDROXY_TABLET, PSEUDOINDOXYL_TABLET, MGM_TABLET -> "7-oh-tablet";
        };
    }
}

package ketum.care.interaction;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ketum.kratom.data.Table;
import ketum.kratom.data.Tables;

/**
 * How much kratom is taken, as far as an interaction needs it.
 *
 * @param written     as typed
 * @param milligrams  mitragynine per dose in mg; leaf is taken to be as strong as the tested one (19.5 mg/g), stronger than most
 * @param perDay      doses a day where it is taken every day; empty for a single dose
 * @param assumed     nothing was stated: one dose of 2 g of leaf, the one that was tested, is assumed
 */
public record KratomDose(String written, double milligrams, OptionalInt perDay, boolean assumed) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,4}(?:[.,]\\d{1,3})?)\\s*(mg|g|grams?|capsules?|teaspoons?|tsp)\\b\\s*(.*)");
    private static final int MOST_A_DAY = 24;
    /** What {@code --dose} accepts. */
    public static final String ACCEPTED = "an amount of leaf or mitragynine, for example \"2 g leaf\", \"4 g tea\", \"6 capsules\", \"1 teaspoon\" or \"25 mg mitragynine\"";

    /** One dose of the tested size. */
    public static KratomDose tested() {
        return new KratomDose("2 g leaf, once", tested("tested_dose"), OptionalInt.empty(), true);
    }

    private static double tested(String quantity) {
        return Tables.interactions().table("interaction-constants").value("mitragynine", quantity);
    }

    /**
     * Reads a dose; {@code perDay} empty means once.
     *
     * @throws IllegalArgumentException with what is accepted, where the text is no such amount
     */
    public static KratomDose parse(String written, OptionalInt perDay) {
        Matcher matcher = TEXT.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + written + "\" is not " + ACCEPTED);
        }
        if (perDay.isPresent() && (perDay.getAsInt() < 1 || perDay.getAsInt() > MOST_A_DAY)) {
            throw new IllegalArgumentException(perDay.getAsInt() + " doses a day is not between 1 and " + MOST_A_DAY);
        }
        double amount = Double.parseDouble(matcher.group(1).replace(',', '.'));
        String what = matcher.group(3);
        Table products = Tables.standard().table("products");
        double strength = Tables.standard().table("products-reference").value("k51.mitragynine", "content");
        double milligrams = switch (matcher.group(2)) {
            case "mg" -> mitragynine(what, written) * amount;
            case "g", "gram", "grams" -> leaf(what, written) * strength * amount;
            case "capsule", "capsules" -> leaf(what, written) * strength * products.value("capsule", "fill_mass") * amount;
            default -> leaf(what, written) * strength * products.value("teaspoon", "mass") * amount;
        };
        if (!(milligrams > 0)) {
            throw new IllegalArgumentException("\"" + written + "\" is no amount above 0");
        }
        return new KratomDose(written.strip(), milligrams, perDay, false);
    }

    private static double mitragynine(String what, String written) {
        if (what.isEmpty() || what.equals("mitragynine")) {
            return 1;
        }
        throw new IllegalArgumentException("\"" + written + "\" is not " + ACCEPTED + "; extracts are counted by their mitragynine, and 7-OH was never tested with a medicine");
    }

    private static double leaf(String what, String written) {
        if (what.isEmpty() || what.matches("(of )?(leaf|powder|tea|kratom)( powder)?")) {
            return 1;
        }
        throw new IllegalArgumentException("\"" + written + "\" is not " + ACCEPTED + "; extracts are counted by their mitragynine, and 7-OH was never tested with a medicine");
    }

    /** Whether a study in people covers it: one dose, no more mitragynine than was tested. */
    public boolean tested(double testedMilligrams) {
        return perDay.isEmpty() && milligrams <= testedMilligrams * 1.005;
    }

    public String inWords() {
        return written + perDay.stream().mapToObj(n -> ", " + n + " a day").findFirst().orElse(assumed ? "" : ", once");
    }
}

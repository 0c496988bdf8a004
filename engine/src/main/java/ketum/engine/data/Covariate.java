package ketum.engine.data;

import java.util.Arrays;

/**
 * A column of a data set that sets a parameter of the model.
 *
 * @param name        the column and the model's parameter
 * @param rule        what counts between two records
 * @param unit        UCUM code of the column's unit, "" where it is not said
 * @param categorical values are labels: a value between two of them means nothing
 */
public record Covariate(String name, Rule rule, String unit, boolean categorical) {

    /** What a covariate is between two records that give it. Which one holds is never guessed. */
    public enum Rule {
        /** One value for all records of a subject. */
        CONSTANT,
        /** Last observation carried forward: from its record on, until a record gives another. */
        LOCF,
        /** Next observation carried backward: a record's value holds from just after the record before it. */
        NOCB,
        /** On the straight line between the two records around it. */
        LINEAR
    }

    public Covariate {
        if (!isName(name)) {
            throw new IllegalArgumentException("a covariate cannot be called " + Problems.quote(name));
        }
        if (!unit.isEmpty() && !isUnit(unit)) {
            throw new IllegalArgumentException(Problems.quote(unit) + " is not a unit");
        }
        if (categorical && rule == Rule.LINEAR) {
            throw new IllegalArgumentException(name + " is categorical: there is nothing on a line between two labels; use locf or nocb");
        }
    }

    /** Whether a column can be described under this name. */
    static boolean isName(String name) {
        return !name.isEmpty() && name.length() <= 200 && name.equals(name.strip())
                && name.chars().noneMatch(c -> Character.isISOControl(c) || ":,\"#\ufeff".indexOf(c) >= 0);
    }

    /** Whether this may be a unit: any short word in plain characters that is none of the words for rules. */
    static boolean isUnit(String word) {
        return !word.isEmpty() && word.length() <= 40 && word.chars().allMatch(c -> c > ' ' && c < 127 && ",\"#".indexOf(c) < 0)
                && !word.equalsIgnoreCase("categorical") && Arrays.stream(Rule.values()).noneMatch(rule -> rule.name().equalsIgnoreCase(word));
    }

    /** A covariate of no declared unit that does not change within a subject. */
    public static Covariate constant(String name) {
        return new Covariate(name, Rule.CONSTANT, "", false);
    }
}

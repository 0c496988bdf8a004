package ketum.engine.data;

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
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a covariate has no name");
        }
        if (categorical && rule == Rule.LINEAR) {
            throw new IllegalArgumentException(name + " is categorical: there is nothing on a line between two labels; use locf or nocb");
        }
    }

    /** A covariate of no declared unit that does not change within a subject. */
    public static Covariate constant(String name) {
        return new Covariate(name, Rule.CONSTANT, "", false);
    }
}

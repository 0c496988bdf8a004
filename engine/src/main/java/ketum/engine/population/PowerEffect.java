package ketum.engine.population;

/**
 * Effect of a covariate on a parameter: (value/reference)^exponent, 1 at the reference.
 *
 * @param reference covariate value to which the parameter's typical value belongs, above 0
 */
public record PowerEffect(double reference, double exponent) {

    public PowerEffect {
        if (!(reference > 0)) {
            throw new IllegalArgumentException("reference " + reference + " is not above 0");
        }
    }

    /** Factor on the parameter. */
    public double factor(double value) {
        return StrictMath.pow(value / reference, exponent);
    }
}

package ketum.kratom.twin;

/**
 * A factor that surveys found to go with worse dependence or withdrawal, present in a person.
 *
 * @param id        id in the person-factors table
 * @param oddsRatio its odds ratio
 */
public record Influence(String id, double oddsRatio) {

    /**
     * The factor by which the half-effect drive is multiplied (below 1: worse) if the association were wholly causal. The half-effect
     * drive is log-normal between people; on its logistic approximation an odds ratio is a shift of scale * ln(OR), with
     * scale = logSd * sqrt(3) / pi.
     *
     * @param logSd standard deviation between people of the natural logarithm of the half-effect drive
     */
    public double multiplier(double logSd) {
        return StrictMath.exp(-logSd * StrictMath.sqrt(3) / StrictMath.PI * StrictMath.log(oddsRatio));
    }
}

package ketum.kratom.calibration;

import ketum.kratom.study.NonCompartmental;
import ketum.kratom.study.Sampling;

/**
 * 7-hydroxymitragynine's elimination rate constant and apparent volume for given mitragynine kinetics and a given share formed on
 * first pass, such that the published median highest concentration and area are matched under the study's own sampling.
 *
 * <p>For any rate constant the volume follows from the highest sampled amount, which leaves one equation: the area. As the rate
 * constant grows the area falls, but jumps up wherever one more sample drops below the limit of quantification and the last three
 * points move to another phase. So there can be several solutions, or none: every crossing on a grid of rate constants is refined by
 * halving; of those that match the area exactly, the one whose half-life is nearest the published median is kept, because a reading
 * of the tail that the study did not see is no reading of the study. Where no crossing matches, the nearest side of a jump is kept
 * and its misfit reported. The time of the peak and the half-life are not fitted otherwise: they come out, as a check.
 */
final class MetaboliteFit {
    private static final double SLOWEST = 0.05;
    private static final double FASTEST = 3;
    private static final int GRID = 120;

    private final ObservedExposure parent;
    private final ObservedExposure observed;
    private final Sampling sampling;

    MetaboliteFit(ObservedExposure parent, ObservedExposure observed, Sampling sampling) {
        this.parent = parent;
        this.observed = observed;
        this.sampling = sampling;
    }

    /**
     * @param lossRate   km, 1/h
     * @param volume     V, L per unit of mitragynine converted
     * @param statistics what the design gives of this curve
     */
    record Solution(double lossRate, double volume, NonCompartmental statistics) {}

    Solution solve(TwoCompartments mitragynine, double presystemicShare) {
        double step = StrictMath.log(FASTEST / SLOWEST) / GRID;
        Solution best = at(mitragynine, presystemicShare, SLOWEST);
        Solution left = best;
        for (int i = 1; i <= GRID; i++) {
            Solution right = at(mitragynine, presystemicShare, SLOWEST * StrictMath.exp(i * step));
            if (areaMisfit(left) > 0 != areaMisfit(right) > 0) {
                best = better(best, crossing(mitragynine, presystemicShare, left, right));
            }
            best = better(best, right);
            left = right;
        }
        return best;
    }

    private Solution crossing(TwoCompartments mitragynine, double presystemicShare, Solution left, Solution right) {
        for (int i = 0; i < 50; i++) {
            Solution middle = at(mitragynine, presystemicShare, StrictMath.sqrt(left.lossRate * right.lossRate));
            if (areaMisfit(middle) > 0 == areaMisfit(left) > 0) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return better(left, right);
    }

    private Solution better(Solution one, Solution other) {
        double first = StrictMath.abs(areaMisfit(one));
        double second = StrictMath.abs(areaMisfit(other));
        boolean exactFirst = first < 1e-6;
        boolean exactSecond = second < 1e-6;
        if (exactFirst && exactSecond) {
            return halfLifeMisfit(other) < halfLifeMisfit(one) ? other : one;
        }
        return second < first ? other : one;
    }

    /** Logarithm of predicted over published area; large where there is no terminal slope. */
    double areaMisfit(Solution solution) {
        return StrictMath.log(solution.statistics.aucInfinity().orElse(1e9) / observed.auc().median());
    }

    private double halfLifeMisfit(Solution solution) {
        return StrictMath.abs(StrictMath.log(solution.statistics.terminalHalfLife().orElse(1e9) / observed.halfLife().median()));
    }

    private Solution at(TwoCompartments mitragynine, double presystemicShare, double lossRate) {
        double[] amount = mitragynine.metabolite(parent.doseNmol(), 1, presystemicShare, lossRate).at(sampling.timesHours());
        double highest = 0;
        for (double value : amount) {
            highest = StrictMath.max(highest, value);
        }
        return of(amount, lossRate, highest / observed.cmax().median());
    }

    /** What the design gives for known parameters. */
    Solution of(TwoCompartments mitragynine, double presystemicShare, double lossRate, double volume) {
        return of(mitragynine.metabolite(parent.doseNmol(), 1, presystemicShare, lossRate).at(sampling.timesHours()), lossRate, volume);
    }

    private Solution of(double[] amount, double lossRate, double volume) {
        double[] concentration = new double[amount.length];
        for (int i = 0; i < amount.length; i++) {
            concentration[i] = amount[i] / volume;
        }
        return new Solution(lossRate, volume, sampling.analyse(concentration).orElseThrow());
    }
}

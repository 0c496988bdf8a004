package ketum.kratom.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ketum.kratom.study.NonCompartmental;
import ketum.kratom.study.Sampling;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/**
 * All two-compartment parameter sets that give an analyte's four published medians: highest concentration, its time, area to
 * infinity, terminal half-life.
 *
 * <p>Five parameters against four numbers leave a line of solutions, one for each central volume of a range. For a given volume the
 * other four parameters are found by Levenberg-Marquardt least squares on the logarithms of parameters and statistics, from many
 * starts; area and half-life come from the study's own sampling and limit of quantification, peak and its time from the continuous
 * curve, because a sampled peak time moves in steps (the published times are sampling times, so that both agree where the fit is
 * exact). A volume is feasible where all four are matched to {@value #TOLERANCE} of their size.
 */
final class RidgeFit {
    /** Rows per analyte: midpoints of as many equal cells of the feasible volumes, so that drawing a row evenly draws the volume evenly. */
    static final int ROWS = 10;
    /** Relative misfit up to which a volume counts as feasible. */
    static final double TOLERANCE = 1e-3;
    private static final double STEP = 0.02;
    private static final double[] ABSORPTION_STARTS = {0.1, 0.3, 1, 2.5};
    private static final double[] EXCHANGE_STARTS = {0.1, 1, 4};
    private static final double[] DEPTH_STARTS = {0.7, 3, 12};

    private final ObservedExposure observed;
    private final Sampling sampling;
    private final double[] target;

    /** @param sampling the study's design */
    RidgeFit(ObservedExposure observed, Sampling sampling) {
        this.observed = observed;
        this.sampling = sampling;
        this.target = new double[] {observed.cmax().median(), observed.tmax().median(), observed.auc().median(), observed.halfLife().median()};
    }

    /**
     * {@value #ROWS} solutions with evenly spaced central volumes, smallest first.
     *
     * @throws IllegalStateException where no volume is feasible
     */
    List<TwoCompartments> ridge() {
        double largest = observed.doseNmol() / target[0];
        double start = 0.4 * largest;
        TwoCompartments middle = fit(start, Optional.empty())
                .orElseThrow(() -> new IllegalStateException("no two-compartment parameters match the medians of " + observed.alkaloid().id()));
        TwoCompartments low = edge(middle, -STEP * largest);
        TwoCompartments high = edge(middle, STEP * largest);
        List<TwoCompartments> rows = new ArrayList<>();
        double width = (high.centralVolume() - low.centralVolume()) / ROWS;
        TwoCompartments previous = low;
        for (int i = 0; i < ROWS; i++) {
            double volume = low.centralVolume() + (i + 0.5) * width;
            previous = fit(volume, Optional.of(previous)).orElseThrow(() -> new IllegalStateException(
                    "the feasible central volumes of " + observed.alkaloid().id() + " have a gap at " + volume + " L"));
            rows.add(previous);
        }
        return rows;
    }

    /** Walks from a solution in steps of the volume to the last feasible one, then halves the last step 12 times. */
    private TwoCompartments edge(TwoCompartments from, double step) {
        TwoCompartments good = from;
        double move = step;
        int halvings = 0;
        while (halvings < 12) {
            double volume = good.centralVolume() + move;
            // The grid of starts is slow where nothing matches, so it is tried once, on the first step that fails.
            Optional<TwoCompartments> next = volume <= 0 ? Optional.empty() : halvings == 0 ? fit(volume, Optional.of(good)) : fitNear(volume, good);
            if (next.isPresent()) {
                good = next.get();
            } else {
                move /= 2;
                halvings++;
            }
        }
        return good;
    }

    /** The solution at one volume, tried from a neighbour first and then from the grid of starts; empty where none matches. */
    private Optional<TwoCompartments> fit(double volume, Optional<TwoCompartments> neighbour) {
        Optional<TwoCompartments> near = neighbour.flatMap(known -> fitNear(volume, known));
        if (near.isPresent()) {
            return near;
        }
        double clearance = observed.doseNmol() / target[2];
        for (double absorption : ABSORPTION_STARTS) {
            for (double exchange : EXCHANGE_STARTS) {
                for (double depth : DEPTH_STARTS) {
                    Optional<TwoCompartments> found = fitFrom(volume, clearance, absorption, exchange * clearance, depth * volume);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The solution at one volume that is reached from a known one; empty where none is. */
    Optional<TwoCompartments> fitNear(double volume, TwoCompartments known) {
        return fitFrom(volume, known.clearance(), known.absorptionRate(), known.intercompartmentalClearance(), known.peripheralVolume());
    }

    private Optional<TwoCompartments> fitFrom(double volume, double clearance, double absorption, double exchange, double peripheral) {
        double[] logs = {StrictMath.log(clearance), StrictMath.log(absorption), StrictMath.log(exchange), StrictMath.log(peripheral)};
        MultivariateJacobianFunction misfit = point -> linearised(volume, point);
        double[] solution;
        try {
            solution = new LevenbergMarquardtOptimizer().optimize(new LeastSquaresBuilder()
                    .start(logs).target(new double[4]).model(misfit).parameterValidator(RidgeFit::bounded)
                    .maxEvaluations(200).maxIterations(200).build()).getPoint().toArray();
        } catch (MathIllegalStateException e) {
            // This start does not converge; the caller goes on to the next, and reports where none does.
            return Optional.empty();
        }
        TwoCompartments found = parameters(volume, solution);
        for (double deviation : misfit(found)) {
            if (!(StrictMath.abs(deviation) <= TOLERANCE)) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    private Pair<RealVector, RealMatrix> linearised(double volume, RealVector point) {
        double[] at = point.toArray();
        double[][] jacobian = new double[4][4];
        double half = 1e-5;
        for (int p = 0; p < 4; p++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[p] += half;
            down[p] -= half;
            double[] above = misfit(parameters(volume, up));
            double[] below = misfit(parameters(volume, down));
            for (int s = 0; s < 4; s++) {
                jacobian[s][p] = (above[s] - below[s]) / (2 * half);
            }
        }
        return new Pair<>(new ArrayRealVector(misfit(parameters(volume, at)), false), new Array2DRowRealMatrix(jacobian, false));
    }

    /** Keeps a wandering start within numbers that mean something: each parameter between e^-9 and e^12 of its unit. */
    private static RealVector bounded(RealVector point) {
        return point.map(x -> StrictMath.max(-9, StrictMath.min(12, x)));
    }

    private static TwoCompartments parameters(double volume, double[] logs) {
        return new TwoCompartments(StrictMath.exp(logs[0]), volume, StrictMath.exp(logs[1]), StrictMath.exp(logs[2]), StrictMath.exp(logs[3]));
    }

    /**
     * Logarithm of predicted over published: highest concentration, its time, area, half-life. Where the curve has no terminal
     * half-life, the last two are 5, far from any solution.
     */
    double[] misfit(TwoCompartments parameters) {
        ExponentialSum curve = parameters.concentration(observed.doseNmol());
        double peak = curve.peakHours();
        double[] sampled = curve.at(sampling.timesHours());
        Optional<NonCompartmental> statistics = sampling.analyse(sampled);
        if (statistics.isEmpty() || statistics.get().terminalHalfLife().isEmpty()) {
            return new double[] {StrictMath.log(curve.at(peak) / target[0]), StrictMath.log(peak / target[1]), 5, 5};
        }
        return new double[] {
                StrictMath.log(curve.at(peak) / target[0]),
                StrictMath.log(peak / target[1]),
                StrictMath.log(statistics.get().aucInfinity().orElseThrow() / target[2]),
                StrictMath.log(statistics.get().terminalHalfLife().orElseThrow() / target[3])};
    }
}

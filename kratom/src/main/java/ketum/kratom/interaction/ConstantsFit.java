package ketum.kratom.interaction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * All constants at once from all observed ratios: the most probable shares, inhibitions and inductions under the equation of {@link PairModel}. Each ratio may lie off
 * by as much as studies of one pair differ, with the long tails of Student's distribution, so that no single study pulls far (K. L. Lange, R. J. A. Little,
 * J. M. G. Taylor, J. Am. Stat. Assoc. 84 (1989) 881-896); each constant has a wide expectation beforehand, from its regulatory class where it has one. Solved by
 * reweighted least squares (Gauss and Newton, damped after Levenberg). Constants that nobody measured together thus agree with each other, and the curvature
 * at the solution says how far each is known.
 */
final class ConstantsFit {

    /** Degrees of freedom of the distribution of a ratio, on the logarithmic scale. */
    private static final double TAILS = 4;
    private static final int MOST_ROUNDS = 200;
    /** Of the logarithm of probability, in one round: constants then stand to within about a thousandth of how far they are known. */
    private static final double SETTLED = 1e-6;
    /** Studies far off make the problem less smooth than the method thinks, so steps stay a little short. */
    private static final double LEAST_DAMPING = 0.02;
    private static final double NINETY = 1.645;

    /**
     * What is expected of a constant before any ratio: mean and standard deviation, of the logarithm of odds (shares, inhibition) or of
     * the rise (induction).
     */
    record Expected(double mean, double sd) {
    }

    /** Where expectations come from. */
    interface Expectations {
        Expected share(Enzyme enzyme, String victim);

        Expected inhibition(Enzyme enzyme, String precipitant);

        Expected induction(Enzyme enzyme, String precipitant);
    }

    private enum Of { SHARE, INHIBITION, INDUCTION }

    private record Unknown(Of of, Enzyme enzyme, String medicine) {
    }

    /** A ratio with the places of its two constants. */
    private record Observation(double logRatio, double scale, int share, int change, boolean inhibits, double logDose) {
    }

    private final Map<Unknown, Integer> places = new LinkedHashMap<>();
    private final Map<Unknown, List<ObservedRatio>> basis = new LinkedHashMap<>();
    private final Map<String, OptionalDouble> usualDoses = new TreeMap<>();
    private final List<Observation> observations = new ArrayList<>();
    private final double[] mean;
    private final double[] sd;
    private final double[] at;
    private final double[][] covariance;

    ConstantsFit(List<ObservedRatio> ratios, Spread spread, Expectations expectations) {
        Set<String> inducers = inducers(ratios);
        ratios.stream().collect(Collectors.groupingBy(ObservedRatio::precipitant)).forEach((precipitant, own) -> usualDoses.put(precipitant, usualDose(own)));
        List<Expected> expected = new ArrayList<>();
        for (ObservedRatio ratio : ratios) {
            boolean inhibits = !inducers.contains(ratio.precipitant());
            Enzyme enzyme = ratio.enzyme();
            int share = place(new Unknown(Of.SHARE, enzyme, ratio.victim()), ratio, expected, expectations);
            int change = place(new Unknown(inhibits ? Of.INHIBITION : Of.INDUCTION, enzyme, ratio.precipitant()), ratio, expected, expectations);
            OptionalDouble usual = usualDoses.get(ratio.precipitant());
            double dose = usual.isPresent() && ratio.dailyDose().isPresent() ? ratio.dailyDose().getAsDouble() / usual.getAsDouble() : 1;
            observations.add(new Observation(StrictMath.log(ratio.ratio()), inhibits ? spread.inhibitors() : spread.inducers(), share, change, inhibits, StrictMath.log(dose)));
        }
        mean = expected.stream().mapToDouble(Expected::mean).toArray();
        sd = expected.stream().mapToDouble(Expected::sd).toArray();
        at = mean.clone();
        covariance = solve();
    }

    /** Those under whom ratios lie below one on the whole. */
    private static Set<String> inducers(List<ObservedRatio> ratios) {
        return ratios.stream().collect(Collectors.groupingBy(ObservedRatio::precipitant, Collectors.averagingDouble(ratio -> StrictMath.log(ratio.ratio())))).entrySet().stream()
                .filter(entry -> entry.getValue() < 0).map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The middle of the doses in the studies; of an even number, the higher of the two in the middle. */
    private static OptionalDouble usualDose(List<ObservedRatio> ratios) {
        double[] doses = ratios.stream().flatMapToDouble(ratio -> ratio.dailyDose().stream()).sorted().toArray();
        return doses.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(doses[doses.length / 2]);
    }

    private int place(Unknown unknown, ObservedRatio ratio, List<Expected> expected, Expectations expectations) {
        basis.computeIfAbsent(unknown, _ -> new ArrayList<>()).add(ratio);
        return places.computeIfAbsent(unknown, _ -> {
            expected.add(switch (unknown.of()) {
                case SHARE -> expectations.share(unknown.enzyme(), unknown.medicine());
                case INHIBITION -> expectations.inhibition(unknown.enzyme(), unknown.medicine());
                case INDUCTION -> expectations.induction(unknown.enzyme(), unknown.medicine());
            });
            return places.size();
        });
    }

    /** Finds the solution; the inverse of its curvature. */
    private double[][] solve() {
        double damping = LEAST_DAMPING;
        double now = badness(at);
        double[] tried = new double[at.length];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] slope = new double[at.length];
            double[][] curvature = curvature(at, slope);
            double[][] damped = new double[at.length][];
            for (int i = 0; i < at.length; i++) {
                damped[i] = curvature[i].clone();
                damped[i][i] *= 1 + damping;
            }
            double[] step = parted(damped).getSolver().solve(new ArrayRealVector(slope, false)).toArray();
            for (int i = 0; i < at.length; i++) {
                tried[i] = at[i] + step[i];
            }
            double then = badness(tried);
            if (then <= now) {
                System.arraycopy(tried, 0, at, 0, at.length);
                boolean settled = now - then < SETTLED;
                now = then;
                damping = Math.max(LEAST_DAMPING, damping / 3);
                if (settled) {
                    break;
                }
            } else {
                damping *= 4;
            }
        }
        return parted(curvature(at, new double[at.length])).getSolver().getInverse().getData();
    }

    private static CholeskyDecomposition parted(double[][] symmetric) {
        return new CholeskyDecomposition(new Array2DRowRealMatrix(symmetric, false));
    }

    /** Logarithm of the ratio that constants give; its derivatives by the share's and the change's place go to {@code by}. */
    private static double logRatio(Observation seen, double[] constants, double[] by) {
        double share = logistic(constants[seen.share()]);
        if (seen.inhibits()) {
            double taken = logistic(constants[seen.change()] + seen.logDose());
            double gone = share * taken;
            double odds = gone / (1 - gone);
            by[0] = odds * (1 - share);
            by[1] = odds * (1 - taken);
            return -StrictMath.log1p(-gone);
        }
        double more = PairModel.induced(share) * StrictMath.exp(constants[seen.change()]);
        by[0] = -more / (1 + more) * PairModel.INDUCTION_POWER * (1 - share);
        by[1] = -more / (1 + more);
        return -StrictMath.log1p(more);
    }

    /** Minus the logarithm of the probability, but for a constant. */
    private double badness(double[] constants) {
        double sum = 0;
        double[] by = new double[2];
        for (Observation seen : observations) {
            double off = (seen.logRatio() - logRatio(seen, constants, by)) / seen.scale();
            sum += 0.5 * (TAILS + 1) * StrictMath.log1p(off * off / TAILS);
        }
        for (int i = 0; i < constants.length; i++) {
            double off = (constants[i] - mean[i]) / sd[i];
            sum += 0.5 * off * off;
        }
        return sum;
    }

    private double[][] curvature(double[] constants, double[] slope) {
        double[][] curvature = new double[constants.length][constants.length];
        for (int i = 0; i < constants.length; i++) {
            curvature[i][i] = 1 / (sd[i] * sd[i]);
            slope[i] = (mean[i] - constants[i]) / (sd[i] * sd[i]);
        }
        double[] by = new double[2];
        for (Observation seen : observations) {
            double off = seen.logRatio() - logRatio(seen, constants, by);
            double weight = (TAILS + 1) / (TAILS * seen.scale() * seen.scale() + off * off);
            int[] at = {seen.share(), seen.change()};
            for (int i = 0; i < 2; i++) {
                slope[at[i]] += weight * by[i] * off;
                for (int j = 0; j < 2; j++) {
                    curvature[at[i]][at[j]] += weight * by[i] * by[j];
                }
            }
        }
        return curvature;
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    Map<String, Constant> shares(Enzyme enzyme) {
        return constants(Of.SHARE, enzyme);
    }

    Map<String, Constant> inhibitions(Enzyme enzyme) {
        return constants(Of.INHIBITION, enzyme);
    }

    Map<String, Constant> inductions(Enzyme enzyme) {
        return constants(Of.INDUCTION, enzyme);
    }

    private Map<String, Constant> constants(Of of, Enzyme enzyme) {
        Map<String, Constant> constants = new TreeMap<>();
        places.forEach((unknown, place) -> {
            if (unknown.of() == of && unknown.enzyme() == enzyme) {
                double reach = NINETY * StrictMath.sqrt(covariance[place][place]);
                Interval value = new Interval(value(of, at[place] - reach), value(of, at[place]), value(of, at[place] + reach));
                OptionalDouble dose = Optional.of(unknown).filter(_ -> of == Of.INHIBITION).map(_ -> usualDoses.get(unknown.medicine())).orElse(OptionalDouble.empty());
                constants.put(unknown.medicine(), Constant.ratio(value, dose, basis.get(unknown).stream().map(ObservedRatio::row).toList()));
            }
        });
        return constants;
    }

    private static double value(Of of, double x) {
        return of == Of.INDUCTION ? StrictMath.exp(x) : logistic(x);
    }
}

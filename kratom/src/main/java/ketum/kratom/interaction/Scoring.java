package ketum.kratom.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ketum.kratom.data.Row;

/**
 * Predicted beside observed ratios. Which ratios constants rest on was fixed before (docs/model/interactions.md): here every scored ratio is put
 * into one of three groups, and each group is scored on its own.
 */
public final class Scoring {

    /** How a scored ratio relates to the constants it is predicted from. */
    public enum Group {
        /** Its study, or another of the pair, gave a constant of the precipitant or of the victim. */
        IN_SAMPLE,
        /** No ratio of its study, nor of the pair, did. */
        OUT_OF_SAMPLE
    }

    /**
     * @param observed  the ratio
     * @param group     how it relates to the constants
     * @param predicted absent where a constant is missing
     */
    public record Pair(ObservedRatio observed, Group group, PairModel.Prediction predicted) {

        /** Larger of predicted over observed and observed over predicted; NaN where nothing was predicted. */
        public double foldError() {
            return predicted instanceof PairModel.Computed(Interval ratio, List<PairModel.Effect> _, List<String> _)
                    ? Math.max(ratio.median() / observed.ratio(), observed.ratio() / ratio.median()) : Double.NaN;
        }
    }

    /**
     * @param n          pairs with a prediction
     * @param missing    pairs without
     * @param foldError  geometric mean fold error
     * @param bias       geometric mean of predicted over observed
     * @param withinTwo  share within two-fold
     * @param covered    share of observations inside the interval
     */
    public record Score(int n, int missing, double foldError, double bias, double withinTwo, double covered) {
    }

    private final List<ObservedRatio> basis;
    private final List<ObservedRatio> scored;

    /**
     * @param basis  ratios that constants rest on
     * @param scored ratios to be predicted
     */
    public Scoring(List<ObservedRatio> basis, List<ObservedRatio> scored) {
        this.basis = List.copyOf(basis);
        this.scored = List.copyOf(scored);
    }

    /** Every scored ratio with its prediction at the dose of its study, in the order of the table. */
    public List<Pair> scored() {
        InteractionConstants constants = InteractionConstants.derivedFrom(basis);
        return scored.stream().map(ratio -> pair(ratio, ratio.dailyDose(), constants)).toList();
    }

    /** The same as if no study had named a dose: how much doses change. */
    List<Pair> scoredAtUsualDoses() {
        InteractionConstants constants = InteractionConstants.derivedFrom(basis.stream().map(ObservedRatio::withoutDose).toList());
        return scored.stream().map(ratio -> pair(ratio, OptionalDouble.empty(), constants)).toList();
    }

    /** The ratios that constants rest on, each predicted from constants that have seen no ratio of its pair. */
    public List<Pair> leavingEachPairOut() {
        List<Pair> pairs = new ArrayList<>();
        basis.stream().filter(ratio -> !ratio.precipitant().equals(ObservedRatio.NO_ENZYME)).collect(Collectors.groupingBy(ObservedRatio::pair, TreeMap::new, Collectors.toList())).forEach((name, own) -> {
            PairModel without = new PairModel(InteractionConstants.derivedFrom(basis.stream().filter(ratio -> !ratio.pair().equals(name)).toList()));
            own.forEach(ratio -> pairs.add(new Pair(ratio, Group.OUT_OF_SAMPLE, without.predict(ratio.precipitant(), ratio.victim(), ratio.dailyDose()))));
        });
        return pairs;
    }

    /**
     * How well one study foretells another: each study of a pair that has several, beside the geometric mean of the others. No method can be expected to do
     * better.
     */
    public static Score studiesAgainstEachOther(List<ObservedRatio> ratios) {
        List<Double> off = new ArrayList<>();
        for (List<ObservedRatio> pair : ratios.stream().collect(Collectors.groupingBy(ObservedRatio::pair, TreeMap::new, Collectors.toList())).values()) {
            Map<String, Double> studies = pair.stream().collect(Collectors.groupingBy(ObservedRatio::study, TreeMap::new, Collectors.averagingDouble(ratio -> StrictMath.log(ratio.ratio()))));
            double sum = studies.values().stream().mapToDouble(Double::doubleValue).sum();
            if (studies.size() > 1) {
                studies.values().forEach(own -> off.add((sum - own) / (studies.size() - 1) - own));
            }
        }
        double fold = StrictMath.exp(off.stream().mapToDouble(Math::abs).average().orElse(Double.NaN));
        double within = off.stream().filter(each -> Math.abs(each) <= StrictMath.log(2)).count() / (double) off.size();
        return new Score(off.size(), 0, fold, 1, within, Double.NaN);
    }

    private static Pair pair(ObservedRatio ratio, OptionalDouble dailyDose, InteractionConstants constants) {
        return new Pair(ratio, group(ratio, constants), new PairModel(constants).predict(ratio.precipitant(), ratio.victim(), dailyDose));
    }

    private static Group group(ObservedRatio ratio, InteractionConstants constants) {
        for (Enzyme enzyme : Enzyme.values()) {
            for (Row row : Stream.of(constants.contribution(enzyme, ratio.victim()), constants.inhibition(enzyme, ratio.precipitant()), constants.induction(enzyme, ratio.precipitant()))
                    .flatMap(constant -> constant.stream().flatMap(found -> found.basis().stream())).toList()) {
                ObservedRatio basis = ObservedRatio.of(row);
                if (basis.study().equals(ratio.study()) || basis.pair().equals(ratio.pair())) {
                    return Group.IN_SAMPLE;
                }
            }
        }
        return Group.OUT_OF_SAMPLE;
    }

    /**
     * Out-of-sample ratios of each precipitant predicted without any ratio of that precipitant: constants of victims are derived anew without it, and
     * its own is the band of its class. What this misses is what Ketum would miss for a medicine of which only the class is known.
     */
    public List<Pair> leavingEachPrecipitantOut() {
        List<Pair> pairs = new ArrayList<>();
        List<ObservedRatio> blind = scored().stream().filter(pair -> pair.group() != Group.IN_SAMPLE).map(Pair::observed).toList();
        for (String precipitant : blind.stream().map(ObservedRatio::precipitant).collect(Collectors.toCollection(TreeSet::new))) {
            InteractionConstants without = InteractionConstants.derivedWithoutRatiosOf(precipitant, basis);
            blind.stream().filter(ratio -> ratio.precipitant().equals(precipitant))
                    .forEach(ratio -> pairs.add(new Pair(ratio, Group.OUT_OF_SAMPLE, new PairModel(without).predict(precipitant, ratio.victim(), ratio.dailyDose()))));
        }
        return pairs;
    }

    public static Score score(List<Pair> pairs) {
        List<Pair> predicted = pairs.stream().filter(pair -> pair.predicted() instanceof PairModel.Computed).toList();
        double logs = predicted.stream().mapToDouble(pair -> StrictMath.log(pair.foldError())).average().orElse(Double.NaN);
        double bias = predicted.stream().mapToDouble(pair -> StrictMath.log(((PairModel.Computed) pair.predicted()).ratio().median() / pair.observed().ratio())).average().orElse(Double.NaN);
        double within = predicted.stream().filter(pair -> pair.foldError() <= 2).count() / (double) predicted.size();
        double covered = predicted.stream().filter(pair -> ((PairModel.Computed) pair.predicted()).ratio().holds(pair.observed().ratio())).count() / (double) predicted.size();
        return new Score(predicted.size(), pairs.size() - predicted.size(), StrictMath.exp(logs), StrictMath.exp(bias), within, covered);
    }
}

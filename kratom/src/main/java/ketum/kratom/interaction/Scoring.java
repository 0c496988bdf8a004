package ketum.kratom.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ketum.kratom.data.Row;

/**
 * Predicted beside observed ratios. Which ratio gave a constant was fixed before (docs/model/interactions.md): here every observed ratio is put
 * into one of three groups, and each group is scored on its own.
 */
public final class Scoring {

    /** How a scored ratio relates to the constants it is predicted from. */
    public enum Group {
        /** Its study gave a constant of the precipitant or of the victim. */
        IN_SAMPLE,
        /** Another study of the same pair gave a constant. */
        REPEAT,
        /** Neither. */
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

    private final List<ObservedRatio> ratios;

    public Scoring(List<ObservedRatio> ratios) {
        this.ratios = List.copyOf(ratios);
    }

    /** Another list of ratios, predicted from the constants that rest on these. */
    public static Scoring of(List<ObservedRatio> ratios, List<ObservedRatio> list) {
        return new Scoring(Stream.concat(ratios.stream().filter(ObservedRatio::derives), list.stream()).toList());
    }

    /** Every scored ratio with its prediction at the dose of its study, in the order of the table. */
    public List<Pair> scored() {
        InteractionConstants constants = InteractionConstants.derivedFrom(ratios);
        return ratios.stream().filter(ratio -> !ratio.derives()).map(ratio -> pair(ratio, ratio.dailyDose(), constants)).toList();
    }

    /** The same as if no study had named a dose: how much doses change. */
    List<Pair> scoredAtUsualDoses() {
        List<ObservedRatio> without = ratios.stream().map(ObservedRatio::withoutDose).toList();
        InteractionConstants constants = InteractionConstants.derivedFrom(without);
        return without.stream().filter(ratio -> !ratio.derives()).map(ratio -> pair(ratio, OptionalDouble.empty(), constants)).toList();
    }

    /** The ratios that gave constants, predicted back: no proof of anything but that constants hang together. */
    public List<Pair> derived() {
        InteractionConstants constants = InteractionConstants.derivedFrom(ratios);
        return ratios.stream().filter(ObservedRatio::derives).filter(ratio -> !ratio.precipitant().equals(ObservedRatio.NO_ENZYME))
                .map(ratio -> new Pair(ratio, Group.IN_SAMPLE, new PairModel(constants).predict(ratio.precipitant(), ratio.victim(), ratio.dailyDose()))).toList();
    }

    private static Pair pair(ObservedRatio ratio, OptionalDouble dailyDose, InteractionConstants constants) {
        return new Pair(ratio, group(ratio, constants), new PairModel(constants).predict(ratio.precipitant(), ratio.victim(), dailyDose));
    }

    private static Group group(ObservedRatio ratio, InteractionConstants constants) {
        Set<String> studies = new TreeSet<>();
        boolean samePair = false;
        for (Enzyme enzyme : Enzyme.values()) {
            for (Row row : Stream.of(constants.contribution(enzyme, ratio.victim()), constants.inhibition(enzyme, ratio.precipitant()), constants.induction(enzyme, ratio.precipitant()))
                    .flatMap(constant -> constant.stream().flatMap(found -> found.basis().stream())).toList()) {
                ObservedRatio basis = ObservedRatio.of(row);
                studies.add(basis.study());
                samePair |= basis.precipitant().equals(ratio.precipitant()) && basis.victim().equals(ratio.victim());
            }
        }
        return studies.contains(ratio.study()) ? Group.IN_SAMPLE : samePair ? Group.REPEAT : Group.OUT_OF_SAMPLE;
    }

    /**
     * Out-of-sample ratios of each precipitant predicted without any ratio of that precipitant: constants of victims are derived anew without it, and
     * its own is the band of its class. What this misses is what Ketum would miss for a medicine of which only the class is known.
     */
    public List<Pair> leavingEachPrecipitantOut() {
        List<Pair> pairs = new ArrayList<>();
        List<ObservedRatio> scored = scored().stream().filter(pair -> pair.group() != Group.IN_SAMPLE).map(Pair::observed).toList();
        for (String precipitant : scored.stream().map(ObservedRatio::precipitant).collect(Collectors.toCollection(TreeSet::new))) {
            InteractionConstants without = InteractionConstants.derivedWithoutRatiosOf(precipitant, ratios);
            scored.stream().filter(ratio -> ratio.precipitant().equals(precipitant))
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

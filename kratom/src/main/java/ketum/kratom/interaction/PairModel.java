package ketum.kratom.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Exposure of a victim with a precipitant over without, both by mouth at usual doses: AUCR = 1 / (1 - sum CR IR + sum CR^2 IC) over CYP3A and
 * CYP2D6 (Ohno 2007 and the like, but for the square: {@link #INDUCTION_POWER}). A pure inhibitor can at most take the whole share: AUCR is at most 1 / (1 - sum CR).
 */
public final class PairModel {

    /** No ratio above 200 is computed: a share beyond this cannot be told from all. */
    static final double MOST_OF_TWO = 0.995;
    /**
     * A share that inhibitors show is a share of clearance; what inducers add falls faster with it, since inhibitors also block transporters and other enzymes of
     * the victim. Chosen on the first two lists of ratios (docs/model/interactions.md).
     */
    static final int INDUCTION_POWER = 2;

    private final InteractionConstants constants;

    public PairModel(InteractionConstants constants) {
        this.constants = constants;
    }

    /** What can be said of a pair. */
    public sealed interface Prediction {
    }

    /**
     * @param ratio   AUC with over without the precipitant
     * @param effects what it rests on, one per enzyme
     * @param unknown constants that are missing and might change it
     */
    public record Computed(Interval ratio, List<Effect> effects, List<String> unknown) implements Prediction {
        public Computed {
            effects = List.copyOf(effects);
            unknown = List.copyOf(unknown);
        }

        /** Whether each constant comes from ratios of the medicine itself, not from its class. */
        public boolean fromOwnRatios() {
            return effects.stream().allMatch(effect -> effect.share().kind() != Constant.Kind.CLASS && effect.change().kind() != Constant.Kind.CLASS);
        }
    }

    /** @param what the constants that are missing, in words */
    public record Missing(List<String> what) implements Prediction {
        public Missing {
            what = List.copyOf(what);
        }
    }

    /**
     * @param enzyme   through which
     * @param inhibits taken away, or else added
     * @param share    of the victim's clearance
     * @param change   of the enzyme
     */
    public record Effect(Enzyme enzyme, boolean inhibits, Constant share, Constant change) {
    }

    /** At the dose that the precipitant's constant stands for. @param precipitant ids of {@link ketum.kratom.data.Medicines}, as {@code victim} */
    public Prediction predict(String precipitant, String victim) {
        return predict(precipitant, victim, OptionalDouble.empty());
    }

    /** @param dailyDose of the precipitant, mg; empty for the usual one */
    Prediction predict(String precipitant, String victim, OptionalDouble dailyDose) {
        List<Effect> effects = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        boolean acts = false;
        for (Enzyme enzyme : Enzyme.values()) {
            Optional<Constant> inhibition = constants.inhibition(enzyme, precipitant).map(constant -> constant.atDose(dailyDose));
            Optional<Constant> change = inhibition.or(() -> constants.induction(enzyme, precipitant));
            Optional<Constant> share = constants.contribution(enzyme, victim);
            acts |= change.isPresent();
            if (change.isPresent() && share.isPresent()) {
                effects.add(new Effect(enzyme, inhibition.isPresent(), share.get(), change.get()));
            } else if (change.isPresent()) {
                missing.add("the share of " + victim + " that " + enzyme + " clears");
            } else if (share.isPresent()) {
                missing.add("how strongly " + precipitant + " acts on " + enzyme);
            }
        }
        if (!effects.isEmpty()) {
            return new Computed(ratio(effects, constants.spread()), effects, missing);
        }
        if (!acts && missing.isEmpty()) {
            missing.add("how strongly " + precipitant + " acts on CYP3A and CYP2D6");
            missing.add("the shares of " + victim + " that CYP3A and CYP2D6 clear");
        }
        return new Missing(missing);
    }

    /** The interval holds what constants leave open and how far one more study of the pair would lie off; it does not cross one against its mechanism. */
    private static Interval ratio(List<Effect> effects, Spread spread) {
        Interval ratio = ofConstants(effects);
        boolean inhibitors = effects.stream().allMatch(Effect::inhibits);
        boolean inducers = effects.stream().noneMatch(Effect::inhibits);
        double study = StrictMath.log(spread.factor(ratio.median() >= 1, 1));
        double low = ratio.median() / StrictMath.exp(StrictMath.hypot(StrictMath.log(ratio.median() / ratio.low()), study));
        double high = ratio.median() * StrictMath.exp(StrictMath.hypot(StrictMath.log(ratio.high() / ratio.median()), study));
        return new Interval(inhibitors ? Math.max(1, low) : low, ratio.median(), inducers ? Math.min(1, high) : high);
    }

    static Interval ofConstants(List<Effect> effects) {
        double low = 1;
        double middle = 1;
        double high = 1;
        for (Effect effect : effects) {
            Interval share = effect.share().value();
            Interval change = effect.change().value();
            if (effect.inhibits()) {
                low -= share.low() * change.low();
                middle -= share.median() * change.median();
                high -= share.high() * change.high();
            } else {
                low += induced(share.high()) * change.high();
                middle += induced(share.median()) * change.median();
                high += induced(share.low()) * change.low();
            }
        }
        double least = 1 - MOST_OF_TWO;
        return new Interval(1 / Math.max(least, low), 1 / Math.max(least, middle), 1 / Math.max(least, high));
    }

    /** What an inducer acts on, of a victim with this share. */
    static double induced(double share) {
        return share * share;
    }
}

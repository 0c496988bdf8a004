package ketum.kratom.interaction;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ketum.kratom.data.Medicine;
import ketum.kratom.data.Medicine.EnzymeRole;
import ketum.kratom.data.Medicine.EnzymeRole.Role;
import ketum.kratom.data.Medicine.EnzymeRole.Strength;
import ketum.kratom.data.Medicines;
import ketum.kratom.data.Row;
import ketum.kratom.data.Table;
import ketum.kratom.data.Tables;
import ketum.kratom.interaction.ConstantsFit.Expected;

/**
 * What each medicine is to CYP3A and CYP2D6: the share of its clearance (victim), and what it takes from or adds to the enzyme (precipitant).
 * Estimated together from all observed ratios by {@link ConstantsFit}; where a medicine has no ratio, its regulatory class. Immutable.
 */
public final class InteractionConstants {

    /** Inhibitors that take nearly the whole enzyme, by convention, and people without it: what the others are measured by. */
    private static final Map<Enzyme, Set<String>> NEARLY_ALL = Map.of(
            Enzyme.CYP3A, Set.of("ketoconazole", "ritonavir", "telaprevir"),
            Enzyme.CYP2D6, Set.of("fluoxetine", "paroxetine", "quinidine", ObservedRatio.NO_ENZYME));
    /** Share of the sensitive victims that classes of precipitants are defined by. */
    private static final double SENSITIVE = 0.9;

    private final Map<Enzyme, Map<String, Constant>> contributions = new EnumMap<>(Enzyme.class);
    private final Map<Enzyme, Map<String, Constant>> inhibitions = new EnumMap<>(Enzyme.class);
    private final Map<Enzyme, Map<String, Constant>> inductions = new EnumMap<>(Enzyme.class);
    private final Spread spread;

    private InteractionConstants(List<ObservedRatio> ratios, Set<String> classOnly) {
        this.spread = Spread.of(ratios);
        ConstantsFit fit = new ConstantsFit(ratios, spread, new FromClasses(classOnly));
        for (Enzyme enzyme : Enzyme.values()) {
            contributions.put(enzyme, fit.shares(enzyme));
            inhibitions.put(enzyme, fit.inhibitions(enzyme));
            inductions.put(enzyme, fit.inductions(enzyme));
            classes(enzyme);
        }
    }

    private static final class Holder {
        private static final InteractionConstants STANDARD = derivedFrom(ObservedRatio.all());
    }

    /** The constants of this version. */
    public static InteractionConstants standard() {
        return Holder.STANDARD;
    }

    /** Constants that rest on these ratios only. */
    static InteractionConstants derivedFrom(List<ObservedRatio> ratios) {
        return new InteractionConstants(ratios, Set.of());
    }

    /** Constants as they would be had nobody studied this precipitant: no ratio of it, no convention, its class alone. */
    static InteractionConstants derivedWithoutRatiosOf(String precipitant, List<ObservedRatio> ratios) {
        return new InteractionConstants(ratios.stream().filter(ratio -> !ratio.precipitant().equals(precipitant)).toList(), Set.of(precipitant));
    }

    /** Expectations from regulatory classes; wide, since a class is. */
    private record FromClasses(Set<String> classOnly) implements ConstantsFit.Expectations {

        private static final double WIDE = 1.3;
        private static final double OF_A_CLASS = 1;

        @Override
        public Expected share(Enzyme enzyme, String victim) {
            return new Expected(odds(0.77), WIDE);
        }

        @Override
        public Expected inhibition(Enzyme enzyme, String precipitant) {
            if (NEARLY_ALL.get(enzyme).contains(precipitant) && !classOnly.contains(precipitant)) {
                return new Expected(odds(0.985), 0.25);
            }
            return strength(enzyme, precipitant, Role.INHIBITOR).map(strength -> new Expected(odds(StrengthBand.inhibitor(strength, SENSITIVE).median()), OF_A_CLASS))
                    .orElse(new Expected(0, WIDE));
        }

        @Override
        public Expected induction(Enzyme enzyme, String precipitant) {
            return strength(enzyme, precipitant, Role.INDUCER).map(strength -> new Expected(StrictMath.log(StrengthBand.inducer(strength, PairModel.induced(SENSITIVE)).median()), OF_A_CLASS))
                    .orElse(new Expected(StrictMath.log(2), WIDE));
        }

        private static double odds(double share) {
            return StrictMath.log(share / (1 - share));
        }

        private static Optional<Strength> strength(Enzyme enzyme, String precipitant, Role role) {
            return Medicines.standard().byId(precipitant).stream().flatMap(medicine -> medicine.enzymes().stream())
                    .filter(own -> own.enzyme().equals(enzyme.name()) && own.role() == role).findFirst().flatMap(EnzymeRole::strength);
        }
    }

    /** For medicines without a ratio of their own. */
    private void classes(Enzyme enzyme) {
        Table table = Tables.interactions().table("interaction-constants");
        for (Row row : table.rows()) {
            if (row.quantity().equals("class_contribution_" + enzyme.key())) {
                contributions.get(enzyme).putIfAbsent(row.id(), Constant.ofClass(new Interval(row.low().orElseThrow(), row.value(), row.high().orElseThrow()), row.source()));
            }
        }
        for (Medicine medicine : Medicines.standard().all()) {
            for (EnzymeRole role : medicine.enzymes()) {
                if (role.enzyme().equals(enzyme.name()) && role.strength().isPresent() && !inhibitions.get(enzyme).containsKey(medicine.id()) && !inductions.get(enzyme).containsKey(medicine.id())) {
                    switch (role.role()) {
                        case INHIBITOR -> inhibitions.get(enzyme).put(medicine.id(), Constant.ofClass(StrengthBand.inhibitor(role.strength().get(), SENSITIVE), role.source()));
                        case INDUCER -> inductions.get(enzyme).put(medicine.id(), Constant.ofClass(StrengthBand.inducer(role.strength().get(), PairModel.induced(SENSITIVE)), role.source()));
                        case SUBSTRATE -> { }
                    }
                }
            }
        }
    }

    /** Share of the victim's oral clearance that the enzyme carries, 0-1. */
    public Optional<Constant> contribution(Enzyme enzyme, String victim) {
        return Optional.ofNullable(contributions.get(enzyme).get(victim));
    }

    /** Share of the enzyme that the precipitant takes away, 0-1. */
    public Optional<Constant> inhibition(Enzyme enzyme, String precipitant) {
        return Optional.ofNullable(inhibitions.get(enzyme).get(precipitant));
    }

    /** Rise of the enzyme under the precipitant, in multiples of what is there. */
    public Optional<Constant> induction(Enzyme enzyme, String precipitant) {
        return Optional.ofNullable(inductions.get(enzyme).get(precipitant));
    }

    Spread spread() {
        return spread;
    }

    /** Medicines with a share of clearance by at least one enzyme. */
    public Set<String> victims() {
        return contributions.values().stream().flatMap(map -> map.keySet().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Medicines known to act on at least one enzyme. */
    public Set<String> precipitants() {
        Set<String> all = new TreeSet<>();
        inhibitions.values().forEach(map -> all.addAll(map.keySet()));
        inductions.values().forEach(map -> all.addAll(map.keySet()));
        all.remove(ObservedRatio.NO_ENZYME);
        return all;
    }
}

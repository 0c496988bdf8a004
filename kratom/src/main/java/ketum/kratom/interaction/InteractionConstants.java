package ketum.kratom.interaction;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import ketum.kratom.data.Medicine;
import ketum.kratom.data.Medicine.EnzymeRole;
import ketum.kratom.data.Medicines;
import ketum.kratom.data.Row;
import ketum.kratom.data.Table;
import ketum.kratom.data.Tables;

/**
 * What each medicine is to CYP3A and CYP2D6: the share of its clearance (victim), and what it takes from or adds to the enzyme (precipitant).
 * Derived from observed ratios by the rules of docs/model/interactions.md, in this order: reference inhibitors by convention, reference
 * victims from them, precipitants from reference victims, other victims from precipitants, and last precipitants known from such a victim
 * only. Where a medicine has no ratio, its regulatory class. Immutable.
 */
public final class InteractionConstants {

    private static final Map<Enzyme, Set<String>> REFERENCE_INHIBITORS = Map.of(
            Enzyme.CYP3A, Set.of("ketoconazole", "ritonavir", "telaprevir"),
            Enzyme.CYP2D6, Set.of("fluoxetine", "paroxetine", "quinidine", ObservedRatio.NO_ENZYME));
    private static final Map<Enzyme, Set<String>> REFERENCE_VICTIMS = Map.of(Enzyme.CYP3A, Set.of("midazolam"), Enzyme.CYP2D6, ObservedRatio.CYP2D6_PROBES);
    private static final Map<Enzyme, String> CLASS_VICTIM = Map.of(Enzyme.CYP3A, "midazolam", Enzyme.CYP2D6, "desipramine");
    private static final double MOST_OF_CLEARANCE = 0.995;

    private final Map<Enzyme, Map<String, Constant>> contributions = new EnumMap<>(Enzyme.class);
    private final Map<Enzyme, Map<String, Constant>> inhibitions = new EnumMap<>(Enzyme.class);
    private final Map<Enzyme, Map<String, Constant>> inductions = new EnumMap<>(Enzyme.class);
    private final Spread spread;

    private InteractionConstants(List<ObservedRatio> ratios, Set<String> classOnly) {
        this.spread = Spread.of(ratios);
        for (Enzyme enzyme : Enzyme.values()) {
            contributions.put(enzyme, new TreeMap<>());
            inhibitions.put(enzyme, new TreeMap<>());
            inductions.put(enzyme, new TreeMap<>());
            REFERENCE_INHIBITORS.get(enzyme).stream().filter(medicine -> !classOnly.contains(medicine)).forEach(medicine -> inhibitions.get(enzyme).put(medicine, Constant.convention()));
            derive(enzyme, ratios.stream().filter(ratio -> ratio.enzyme() == enzyme).toList());
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

    /** Constants that rest on these ratios only; scored ones are left out. */
    static InteractionConstants derivedFrom(List<ObservedRatio> ratios) {
        return new InteractionConstants(ratios.stream().filter(ObservedRatio::derives).toList(), Set.of());
    }

    /** Constants as they would be had nobody studied this precipitant: no ratio of it, no convention, its class alone. */
    static InteractionConstants derivedWithoutRatiosOf(String precipitant, List<ObservedRatio> ratios) {
        return new InteractionConstants(ratios.stream().filter(ObservedRatio::derives).filter(ratio -> !ratio.precipitant().equals(precipitant)).toList(), Set.of(precipitant));
    }

    private void derive(Enzyme enzyme, List<ObservedRatio> ratios) {
        Set<String> references = REFERENCE_VICTIMS.get(enzyme);
        Set<String> conventional = enzyme == Enzyme.CYP3A ? Set.of("ketoconazole") : REFERENCE_INHIBITORS.get(enzyme);
        by(ratios, ObservedRatio::victim, ratio -> references.contains(ratio.victim()) && conventional.contains(ratio.precipitant()))
                .forEach((victim, basis) -> contributions.get(enzyme).put(victim, contribution(enzyme, basis)));
        by(ratios, ObservedRatio::precipitant, ratio -> references.contains(ratio.victim()) && unknown(enzyme, ratio.precipitant()) && contributions.get(enzyme).containsKey(ratio.victim()))
                .forEach((precipitant, basis) -> precipitant(enzyme, precipitant, basis));
        by(ratios, ObservedRatio::victim, ratio -> !contributions.get(enzyme).containsKey(ratio.victim()) && inhibitions.get(enzyme).containsKey(ratio.precipitant()))
                .forEach((victim, basis) -> contributions.get(enzyme).put(victim, contribution(enzyme, basis)));
        by(ratios, ObservedRatio::precipitant, ratio -> unknown(enzyme, ratio.precipitant()) && contributions.get(enzyme).containsKey(ratio.victim()))
                .forEach((precipitant, basis) -> precipitant(enzyme, precipitant, basis));
    }

    private static Map<String, List<ObservedRatio>> by(List<ObservedRatio> ratios, java.util.function.Function<ObservedRatio, String> key, java.util.function.Predicate<ObservedRatio> which) {
        return ratios.stream().filter(which).collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private boolean unknown(Enzyme enzyme, String precipitant) {
        return !inhibitions.get(enzyme).containsKey(precipitant) && !inductions.get(enzyme).containsKey(precipitant);
    }

    private Constant contribution(Enzyme enzyme, List<ObservedRatio> basis) {
        return Constant.ratio(interval(basis, true, (factor) -> Math.min(MOST_OF_CLEARANCE, basis.stream()
                .mapToDouble(ratio -> taken(ratio.ratio() * factor) / inhibitions.get(enzyme).get(ratio.precipitant()).value().median()).average().orElseThrow())), rows(basis));
    }

    private void precipitant(Enzyme enzyme, String medicine, List<ObservedRatio> basis) {
        ToDoubleFunction<ObservedRatio> share = ratio -> contributions.get(enzyme).get(ratio.victim()).value().median();
        if (basis.getFirst().inhibits()) {
            OptionalDouble usual = medianDose(basis);
            inhibitions.get(enzyme).put(medicine, Constant.ratio(interval(basis, true, factor -> basis.stream()
                    .mapToDouble(ratio -> atDose(taken(ratio.ratio() * factor) / share.applyAsDouble(ratio), ratio.dailyDose(), usual)).average().orElseThrow()), usual, rows(basis)));
        } else {
            inductions.get(enzyme).put(medicine, Constant.ratio(interval(basis, false, factor -> StrictMath.exp(basis.stream()
                    .mapToDouble(ratio -> StrictMath.log(Math.max(1e-3, 1 / (ratio.ratio() * factor) - 1) / share.applyAsDouble(ratio))).average().orElseThrow())), rows(basis)));
        }
    }

    /** The dose that the constant stands for: the middle of those in the studies it rests on; of an even number, the higher of the two in the middle. */
    private static OptionalDouble medianDose(List<ObservedRatio> basis) {
        double[] doses = basis.stream().flatMapToDouble(ratio -> ratio.dailyDose().stream()).sorted().toArray();
        return doses.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(doses[doses.length / 2]);
    }

    /** Inhibition seen in a study, carried to the usual dose. A share above one is one study's error, and its odds would have no end. */
    private static double atDose(double inhibition, OptionalDouble dose, OptionalDouble usual) {
        double share = Math.clamp(inhibition, 0, 1);
        return dose.isEmpty() || usual.isEmpty() ? share : Constant.inhibition(share, usual.getAsDouble() / dose.getAsDouble());
    }

    /** Share of oral clearance that a ratio says is gone. */
    private static double taken(double ratio) {
        return 1 - 1 / Math.max(1, ratio);
    }

    private Interval interval(List<ObservedRatio> basis, boolean inhibitor, java.util.function.DoubleUnaryOperator constant) {
        double factor = spread.factor(inhibitor, basis.size());
        double one = constant.applyAsDouble(1 / factor);
        double other = constant.applyAsDouble(factor);
        return new Interval(Math.min(one, other), constant.applyAsDouble(1), Math.max(one, other));
    }

    private static List<Row> rows(List<ObservedRatio> basis) {
        return basis.stream().map(ObservedRatio::row).toList();
    }

    /** For medicines without a ratio of their own. */
    private void classes(Enzyme enzyme) {
        Table table = Tables.interactions().table("interaction-constants");
        for (Row row : table.rows()) {
            if (row.quantity().equals("class_contribution_" + enzyme.key())) {
                contributions.get(enzyme).putIfAbsent(row.id(), Constant.ofClass(new Interval(row.low().orElseThrow(), row.value(), row.high().orElseThrow()), row.source()));
            }
        }
        double share = contributions.get(enzyme).get(CLASS_VICTIM.get(enzyme)).value().median();
        for (Medicine medicine : Medicines.standard().all()) {
            for (EnzymeRole role : medicine.enzymes()) {
                if (role.enzyme().equals(enzyme.name()) && role.strength().isPresent() && unknown(enzyme, medicine.id())) {
                    switch (role.role()) {
                        case INHIBITOR -> inhibitions.get(enzyme).put(medicine.id(), Constant.ofClass(StrengthBand.inhibitor(role.strength().get(), share), role.source()));
                        case INDUCER -> inductions.get(enzyme).put(medicine.id(), Constant.ofClass(StrengthBand.inducer(role.strength().get(), share), role.source()));
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

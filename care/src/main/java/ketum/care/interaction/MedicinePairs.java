package ketum.care.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ketum.care.interaction.InteractionPair.Direction;
import ketum.care.interaction.InteractionPair.Kind;
import ketum.kratom.data.Medicine;
import ketum.kratom.interaction.Constant;
import ketum.kratom.interaction.InteractionConstants;
import ketum.kratom.interaction.ObservedRatio;
import ketum.kratom.interaction.PairModel;

/** Two medicines: exposure of each through the other, and the class rules on effects. */
final class MedicinePairs {

    private static final Set<String> RESCUE = Set.of("naloxone", "nalmefene");
    /** The body makes the working form of these by the enzyme: less of the medicine is made, not more. */
    private static final Set<String> ACTIVATED = Set.of("codeine", "tramadol", "tamoxifen", "clopidogrel", "hydrocodone", "codeine-acetaminophen", "hydrocodone-acetaminophen");

    private final PairModel model = new PairModel(InteractionConstants.standard());

    /** Everything on file about the two, in either direction; empty only beside an emergency medicine, about which nothing may sound like a warning. */
    List<InteractionPair> between(Medicine one, Medicine other) {
        List<InteractionPair> pairs = new ArrayList<>(rules(one, other));
        if (RESCUE.contains(one.id()) || RESCUE.contains(other.id())) {
            return pairs;
        }
        exposure(one, other).filter(pair -> pair.ratio().isPresent()).ifPresent(pairs::add);
        exposure(other, one).filter(pair -> pair.ratio().isPresent()).ifPresent(pairs::add);
        if (pairs.isEmpty()) {
            List<InteractionPair> missing = Stream.of(exposure(one, other), exposure(other, one)).flatMap(Optional::stream).toList();
            pairs.add(missing.isEmpty() ? outside(one, other) : missing.getFirst());
        }
        return pairs;
    }

    /** One direction only: what the precipitant does to the victim; never empty. */
    List<InteractionPair> of(Medicine precipitant, Medicine victim) {
        List<InteractionPair> pairs = new ArrayList<>(rules(precipitant, victim));
        if (RESCUE.contains(precipitant.id()) || RESCUE.contains(victim.id())) {
            return pairs.isEmpty() ? List.of(rescue(RESCUE.contains(precipitant.id()) ? precipitant : victim, RESCUE.contains(precipitant.id()) ? victim : precipitant)) : pairs;
        }
        exposure(precipitant, victim).ifPresent(pair -> pairs.addFirst(pair));
        return pairs.isEmpty() ? List.of(outside(precipitant, victim)) : pairs;
    }

    private static InteractionPair outside(Medicine one, Medicine other) {
        Phrase phrase = new Phrase().with("first", one.name()).with("medicine", other.name());
        return new InteractionPair("outside", one.name(), other.name(), Kind.PD, "none of the mechanisms on file", Direction.UNCERTAIN, Optional.empty(), Severity.UNKNOWN, Optional.empty(), false,
                false, phrase.person("outside"), phrase.clinician("outside"), List.of(), 'D', List.of("ketum"));
    }

    private static List<InteractionPair> rules(Medicine one, Medicine other) {
        List<InteractionPair> pairs = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (InteractionRule rule : InteractionRule.all()) {
            if (rule.aboutKratom() || said.contains(rule.group())) {
                continue;
            }
            boolean forward = InteractionRule.is(rule.first(), one) && InteractionRule.is(rule.second(), other);
            boolean backward = InteractionRule.is(rule.first(), other) && InteractionRule.is(rule.second(), one);
            if (forward || backward) {
                said.add(rule.group());
                pairs.add(pair(rule, forward ? one : other, forward ? other : one));
            }
        }
        return pairs;
    }

    private static InteractionPair pair(InteractionRule rule, Medicine first, Medicine second) {
        Phrase phrase = new Phrase().with("first", first.name()).with("medicine", second.name());
        if (rule.id().equals("m_antagonist") && RESCUE.contains(first.id())) {
            return rescue(first, second);
        }
        return new InteractionPair(rule.id(), first.name(), second.name(), Kind.PD, rule.mechanism(), rule.direction(), Optional.empty(), rule.severity(), Optional.of(rule.evidence()),
                rule.classRule(), false, phrase.fill(rule.person()), phrase.fill(rule.clinician()), List.of(), rule.grade(), rule.sources());
    }

    private static InteractionPair rescue(Medicine emergency, Medicine other) {
        InteractionRule rescue = InteractionRule.all().stream().filter(found -> found.id().equals("rescue")).findFirst().orElseThrow();
        Phrase given = new Phrase().with("medicine", emergency.name());
        return new InteractionPair("rescue", emergency.name(), other.name(), Kind.PD, rescue.mechanism(), rescue.direction(), Optional.empty(), rescue.severity(), Optional.of(Evidence.E2), false,
                true, given.fill(rescue.person()), given.fill(rescue.clinician()), List.of(), rescue.grade(), rescue.sources());
    }

    private Optional<InteractionPair> exposure(Medicine precipitant, Medicine victim) {
        return switch (model.predict(precipitant.id(), victim.id())) {
            case PairModel.Computed computed -> Optional.of(computed(precipitant, victim, computed));
            case PairModel.Missing missing when acts(precipitant) || missing.what().size() == 2 -> Optional.of(missing(precipitant, victim, missing));
            case PairModel.Missing _ -> Optional.empty();
        };
    }

    private static boolean acts(Medicine precipitant) {
        return InteractionConstants.standard().precipitants().contains(precipitant.id());
    }

    private static InteractionPair missing(Medicine precipitant, Medicine victim, PairModel.Missing missing) {
        Phrase phrase = new Phrase().with("precipitant", precipitant.name()).with("medicine", victim.name()).with("missing", String.join("; ", missing.what()));
        return new InteractionPair("medicines_missing", precipitant.name(), victim.name(), Kind.PK, "CYP3A and CYP2D6", Direction.UNCERTAIN, Optional.empty(), Severity.UNKNOWN, Optional.empty(),
                false, false, phrase.person("medicines_missing"), phrase.clinician("medicines_missing"), missing.what(), 'D', List.of("ketum"));
    }

    private static InteractionPair computed(Medicine precipitant, Medicine victim, PairModel.Computed computed) {
        boolean up = computed.ratio().median() >= 1;
        String id = up ? "medicines_up" : "medicines_down";
        List<ObservedRatio> observed = ObservedRatio.anywhere().stream().filter(ratio -> ratio.precipitant().equals(precipitant.id()) && ratio.victim().equals(victim.id())).toList();
        String basis = "computed over " + computed.effects().stream().map(effect -> effect.enzyme() + " (share " + Phrase.number(effect.share().value().median()) + kind(effect.share()) + ", "
                + (effect.inhibits() ? "taken " : "added ") + Phrase.number(effect.change().value().median()) + kind(effect.change()) + ")").collect(Collectors.joining(", ")) + "."
                + (observed.isEmpty() ? " No observed ratio of this pair is on file." : " Observed: " + observed.stream().map(ratio -> Phrase.number(ratio.ratio()) + " (" + ratio.study() + ")")
                        .collect(Collectors.joining(", ")) + ".")
                + (computed.effects().stream().allMatch(PairModel.Effect::inhibits) ? "" : " Falls computed this way were mostly overstated on pairs that gave no constant.")
                + (ACTIVATED.contains(victim.id()) ? " " + victim.name() + " works through a metabolite: inhibition can lower its effect." : "");
        Phrase phrase = new Phrase().with("precipitant", precipitant.name()).with("medicine", victim.name()).with("basis", basis).ratio(computed.ratio());
        List<String> sources = Stream.concat(observed.stream().map(ratio -> ratio.row().source()),
                computed.effects().stream().flatMap(effect -> Stream.of(effect.share(), effect.change()).flatMap(constant -> constant.sources().stream()))).distinct().toList();
        return new InteractionPair(id, precipitant.name(), victim.name(), Kind.PK, computed.effects().stream().map(effect -> effect.enzyme().name()).collect(Collectors.joining(" and ")),
                up ? Direction.EXPOSURE_UP : Direction.EXPOSURE_DOWN, Optional.of(computed.ratio()), Severity.of(computed.ratio().median(), victim.has(Medicine.Flag.NTI)),
                Optional.of(observed.isEmpty() ? Evidence.E6 : Evidence.E1), !computed.fromOwnRatios(), false, phrase.person(id), phrase.clinician(id), computed.unknown(),
                observed.isEmpty() ? 'D' : 'B', sources);
    }

    private static String kind(Constant constant) {
        return switch (constant.kind()) {
            case RATIO -> " from " + constant.basis().size() + (constant.basis().size() == 1 ? " ratio" : " ratios")
                    + (constant.dose().isPresent() ? String.format(Locale.ROOT, " at %.0f mg a day", constant.dose().getAsDouble()) : "");
            case CLASS -> " from its class";
        };
    }
}

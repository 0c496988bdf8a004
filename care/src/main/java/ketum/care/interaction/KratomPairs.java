package ketum.care.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import ketum.care.interaction.InteractionPair.Direction;
import ketum.care.interaction.InteractionPair.Kind;
import ketum.kratom.data.CaseReports;
import ketum.kratom.data.Medicine;
import ketum.kratom.data.Medicine.EnzymeRole;
import ketum.kratom.data.Medicine.EnzymeRole.Role;
import ketum.kratom.data.Medicine.EnzymeRole.Strength;
import ketum.kratom.interaction.Cyp3aTurnover;
import ketum.kratom.interaction.Enzyme;
import ketum.kratom.interaction.InteractionConstants;
import ketum.kratom.interaction.Interval;
import ketum.kratom.interaction.KratomAsPrecipitant;

/**
 * Kratom with one medicine: exposure of the medicine, exposure of kratom, and the rules on effects. A number is given only for what was tested (one
 * dose of up to 39 mg mitragynine); beyond it, and with daily use, direction and severity are unknown.
 */
final class KratomPairs {

    private static final String KRATOM = "kratom";
    private static final List<String> RESCUE = List.of("naloxone", "nalmefene");
    private static final int SCENARIO_DAYS = 14;
    /** Raising the enzymes' making 4- to 6-fold, as alkaloids raised PXR activity in cells. */
    private static final double HIGHEST_RISE = 5;

    private final InteractionConstants constants = InteractionConstants.standard();
    private final KratomAsPrecipitant precipitant = new KratomAsPrecipitant(constants);
    private final KratomDose dose;
    private final Supplier<Mets> mets;

    /** What medicines meet: after the tested or smaller dose, or in the two scenarios of daily or larger doses. */
    private record Mets(Cyp3aTurnover.Met lowest, Cyp3aTurnover.Met highest) {
    }

    /** Asked for most often, so computed once. */
    private static final class TestedDose {
        private static final Cyp3aTurnover.Met MET = Cyp3aTurnover.standard().met(KratomDose.tested().milligrams(), 1, 0, 0);
    }

    KratomPairs(KratomDose dose) {
        this.dose = dose;
        this.mets = once(() -> {
            if (dose.assumed()) {
                return new Mets(TestedDose.MET, TestedDose.MET);
            }
            Cyp3aTurnover turnover = Cyp3aTurnover.standard();
            if (tested()) {
                Cyp3aTurnover.Met met = turnover.met(dose.milligrams(), 1, 0, 0);
                return new Mets(met, met);
            }
            int perDay = dose.perDay().orElse(1);
            int days = dose.perDay().isPresent() ? SCENARIO_DAYS : 0;
            return new Mets(turnover.met(dose.milligrams(), perDay, days, days == 0 ? 0 : HIGHEST_RISE), turnover.met(dose.milligrams(), perDay, days, 0));
        });
    }

    private static <T> Supplier<T> once(Supplier<T> source) {
        List<T> kept = new ArrayList<>();
        return () -> {
            if (kept.isEmpty()) {
                kept.add(source.get());
            }
            return kept.getFirst();
        };
    }

    boolean tested() {
        return dose.tested(precipitant.testedMilligrams());
    }

    List<InteractionPair> with(Medicine medicine) {
        List<InteractionPair> pairs = new ArrayList<>(rules(medicine));
        if (!RESCUE.contains(medicine.id())) {
            cyp3aVictim(medicine).ifPresent(pairs::add);
            cyp2d6Victim(medicine).ifPresent(pairs::add);
            kratomAsVictim(medicine).ifPresent(pairs::add);
        }
        if (pairs.isEmpty()) {
            pairs.add(outside(medicine.name()));
        }
        return pairs;
    }

    static InteractionPair outside(String medicine) {
        Phrase phrase = new Phrase().with("first", KRATOM).with("medicine", medicine);
        return new InteractionPair("outside", KRATOM, medicine, Kind.PD, "none of the mechanisms on file", Direction.UNCERTAIN, Optional.empty(), Severity.UNKNOWN, Optional.empty(), false,
                false, phrase.person("outside"), phrase.clinician("outside"), List.of(), 'D', List.of("ketum"));
    }

    private List<InteractionPair> rules(Medicine medicine) {
        List<InteractionPair> pairs = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (InteractionRule rule : InteractionRule.all()) {
            boolean rescue = rule.id().equals("rescue");
            boolean only = RESCUE.contains(medicine.id()) && !rescue && !rule.group().equals("block");
            if (rule.aboutKratom() && !only && !said.contains(rule.group()) && InteractionRule.is(rule.second(), medicine)) {
                said.add(rule.group());
                Phrase phrase = new Phrase().with("medicine", medicine.name());
                boolean transport = rule.group().equals("transport") || rule.group().equals("ugt");
                pairs.add(new InteractionPair(rule.id(), KRATOM, medicine.name(), transport ? Kind.PK : Kind.PD, rule.mechanism(), rule.direction(), Optional.empty(), rule.severity(),
                        Optional.of(rule.evidence()), rule.classRule(), rescue, phrase.fill(rule.person()), phrase.fill(rule.clinician()), List.of(), rule.grade(), rule.sources(),
                        CaseReports.standard().of(medicine.id(), rule.group())));
            }
        }
        return pairs;
    }

    private static boolean has(Medicine medicine, String enzyme, Role role) {
        return medicine.enzymes().stream().anyMatch(found -> found.enzyme().equals(enzyme) && found.role() == role);
    }

    private Optional<InteractionPair> cyp3aVictim(Medicine medicine) {
        boolean share = constants.contribution(Enzyme.CYP3A, medicine.id()).isPresent();
        if (!share && !has(medicine, "CYP3A", Role.SUBSTRATE)) {
            return Optional.empty();
        }
        List<String> sources = List.of("tanna2023cpt", "tanna2021");
        Phrase phrase = new Phrase().with("medicine", medicine.name());
        if (!share) {
            List<String> missing = List.of("the share of " + medicine.name() + " that CYP3A clears");
            phrase.with("missing", missing.getFirst());
            return Optional.of(new InteractionPair("kratom_share_missing", KRATOM, medicine.name(), Kind.PK, "CYP3A in gut and liver", Direction.UNCERTAIN, Optional.empty(), Severity.UNKNOWN,
                    Optional.of(Evidence.E6), true, false, phrase.person("kratom_share_missing"), phrase.clinician("kratom_share_missing"), missing, 'D', sources));
        }
        KratomAsPrecipitant.Result highest = precipitant.ratio(medicine.id(), mets.get().highest()).orElseThrow();
        if (!tested()) {
            Interval lowest = precipitant.ratio(medicine.id(), mets.get().lowest()).orElseThrow().ratio();
            Interval span = new Interval(Math.min(lowest.low(), highest.ratio().low()), Math.clamp(1, lowest.low(), highest.ratio().high()), highest.ratio().high());
            phrase.with("span", dose.perDay().isEmpty() ? " The model alone gives " + range(highest.ratio()) + " for this single dose; nothing confirms it."
                    : " The model alone spans " + range(span) + " between lasting induction and none; nothing confirms either.");
            return Optional.of(new InteractionPair("kratom_uncertain", KRATOM, medicine.name(), Kind.PK, "CYP3A in gut and liver", Direction.UNCERTAIN, Optional.empty(), Severity.UNKNOWN,
                    Optional.of(Evidence.E5), false, false, phrase.person("kratom_uncertain"), phrase.clinician("kratom_uncertain"), List.of("any study of repeated or larger doses in people"), 'D',
                    List.of("tanna2023cpt", "tanna2021", "manda2017")));
        }
        boolean measured = medicine.id().equals("midazolam");
        String id = measured ? "kratom_raises_measured" : "kratom_raises";
        List<String> missing = highest.gutConfirmed() ? List.of() : List.of("the share of " + medicine.name() + " that passes the gut wall");
        phrase.ratio(highest.ratio()).with("gut", highest.gutConfirmed() ? "" : " Fg of " + medicine.name() + " is not confirmed; drawn from 20 CYP3A substrates.");
        Severity severity = Severity.of(highest.ratio().median(), medicine.has(Medicine.Flag.NTI));
        return Optional.of(new InteractionPair(id, KRATOM, medicine.name(), Kind.PK, "CYP3A, mostly in the gut wall", Direction.EXPOSURE_UP, Optional.of(highest.ratio()), severity,
                Optional.of(measured ? Evidence.E1 : Evidence.E5), false, false, phrase.person(id), phrase.clinician(id), missing, measured ? 'A' : 'C', sources));
    }

    private static String range(Interval ratio) {
        return Phrase.number(ratio.low()) + "-" + Phrase.number(ratio.high());
    }

    private Optional<InteractionPair> cyp2d6Victim(Medicine medicine) {
        if (constants.contribution(Enzyme.CYP2D6, medicine.id()).isEmpty() && !has(medicine, "CYP2D6", Role.SUBSTRATE)) {
            return Optional.empty();
        }
        Phrase phrase = new Phrase().with("medicine", medicine.name());
        List<String> sources = List.of("tanna2023cpt", "tanna2021");
        if (tested() && medicine.id().equals("dextromethorphan")) {
            return Optional.of(new InteractionPair("kratom_no_change_measured", KRATOM, medicine.name(), Kind.PK, "CYP2D6", Direction.NO_CHANGE, Optional.of(new Interval(0.83, 0.99, 1.19)),
                    Severity.NONE, Optional.of(Evidence.E1), false, false, phrase.person("kratom_no_change_measured"), phrase.clinician("kratom_no_change_measured"), List.of(), 'A', sources));
        }
        return Optional.of(new InteractionPair("kratom_2d6", KRATOM, medicine.name(), Kind.PK, "CYP2D6", Direction.UNCERTAIN, Optional.empty(), Severity.UNKNOWN, Optional.of(Evidence.E5), false,
                false, phrase.person("kratom_2d6"), phrase.clinician("kratom_2d6"), List.of("a study of " + medicine.name() + " with kratom, or of more than 39 mg mitragynine"), 'D', sources));
    }

    private Optional<InteractionPair> kratomAsVictim(Medicine medicine) {
        Phrase phrase = new Phrase().with("medicine", medicine.name());
        List<String> missing = List.of("the share of mitragynine that CYP3A clears in people");
        if (medicine.id().equals("cannabidiol")) {
            return Optional.of(victim("kratom_victim_cbd", medicine, Direction.UNCERTAIN, Severity.UNKNOWN, Evidence.E4, phrase, missing, List.of("cbd-kratom-rat")));
        }
        Optional<EnzymeRole> inhibitor = role(medicine, Role.INHIBITOR);
        if (inhibitor.isPresent()) {
            boolean weak = inhibitor.get().strength().filter(Strength.WEAK::equals).isPresent();
            return Optional.of(victim("kratom_victim_up", medicine, Direction.UNCERTAIN, weak ? Severity.UNKNOWN : Severity.MODERATE, medicine.id().equals("ketoconazole") ? Evidence.E4 : Evidence.E6,
                    phrase, missing, List.of("kamble2023", "hill2022mouse", inhibitor.get().source())));
        }
        return role(medicine, Role.INDUCER).map(role -> victim("kratom_victim_down", medicine, Direction.EXPOSURE_DOWN, Severity.UNKNOWN, Evidence.E6, phrase, missing, List.of(role.source())));
    }

    private static Optional<EnzymeRole> role(Medicine medicine, Role role) {
        return medicine.enzymes().stream().filter(found -> found.enzyme().equals("CYP3A") && found.role() == role).findFirst();
    }

    private static InteractionPair victim(String id, Medicine medicine, Direction direction, Severity severity, Evidence evidence, Phrase phrase, List<String> missing, List<String> sources) {
        return new InteractionPair(id, medicine.name(), KRATOM, Kind.PK, "CYP3A, which clears mitragynine and makes 7-OH", direction, Optional.empty(), severity, Optional.of(evidence), false,
                false, phrase.person(id), phrase.clinician(id), missing, 'C', sources);
    }
}

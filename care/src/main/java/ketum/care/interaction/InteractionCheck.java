package ketum.care.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ketum.care.interaction.InteractionAnswer.Agent;
import ketum.care.interaction.InteractionAnswer.Limit;
import ketum.care.interaction.InteractionPair.Direction;
import ketum.care.interaction.InteractionPair.Kind;
import ketum.kratom.data.Medicine;
import ketum.kratom.data.Medicines;
import ketum.kratom.data.Tables;
import ketum.kratom.interaction.OpioidVentilation;
import ketum.kratom.interaction.StaticModels;

/** Looks up what is known of medicines with kratom and among themselves. Nothing it cannot answer is ever left out silently. */
public final class InteractionCheck {

    private static final List<Limit> LIMITS = List.of(
            new Limit("This is not a full checker. Food, other illness and most other ways of mixing are not looked at. A pharmacist can check the whole list for free.",
                    "Two enzymes (CYP3A, CYP2D6), usual oral doses, and class rules on effects. Other enzymes, transporters, foods, genotype, organ function and routes are not checked."),
            new Limit("Nobody has tested other kratom products, such as 7-OH tablets, with any medicine.",
                    "7-OH, pseudoindoxyl and concentrates: no data. Screening models are upper bounds. A predicted antagonism of an opioid's breathing effect by kratom is suppressed: "
                            + "ventilation is never shown better than with the opioid alone."));

    private InteractionCheck() {
    }

    /** Each medicine with kratom, and each with each other. */
    public static InteractionAnswer withKratom(List<String> names, KratomDose dose) {
        return withKratom(names, dose, false);
    }

    /** @param clinician also computes what is for clinicians only: ventilation, where an opioid is among the medicines (takes longer) */
    public static InteractionAnswer withKratom(List<String> names, KratomDose dose, boolean clinician) {
        List<Found> found = names.stream().map(InteractionCheck::find).toList();
        KratomPairs kratom = new KratomPairs(dose);
        MedicinePairs among = new MedicinePairs();
        List<InteractionPair> pairs = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Optional<Medicine> medicine = found.get(i).medicine();
            pairs.addAll(medicine.map(kratom::with).orElse(List.of(notKnown("kratom", found.get(i).agent()))));
            for (int j = i + 1; j < found.size(); j++) {
                Optional<Medicine> other = found.get(j).medicine();
                if (medicine.isPresent() && other.isPresent() && medicine.get() != other.get()) {
                    pairs.addAll(among.between(medicine.get(), other.get()));
                }
            }
        }
        return answer(found.stream().map(Found::agent).toList(), Optional.of(dose), kratom.tested(), pairs, StaticModels.ofKratom(dose.milligrams()),
                clinician && pairs.stream().anyMatch(pair -> pair.rule().equals("opioid")) ? Optional.of(OpioidVentilation.after(dose.milligrams())) : Optional.empty());
    }

    /** What one medicine does to another. */
    public static InteractionAnswer between(String precipitant, String victim) {
        Found one = find(precipitant);
        Found other = find(victim);
        List<InteractionPair> pairs = one.medicine().isPresent() && other.medicine().isPresent()
                ? new MedicinePairs().of(one.medicine().get(), other.medicine().get())
                : List.of(one.medicine().isEmpty() ? notKnown(other.agent().name(), one.agent()) : notKnown(one.agent().name(), other.agent()));
        return answer(List.of(one.agent(), other.agent()), Optional.empty(), false, pairs, List.of(), Optional.empty());
    }

    private static InteractionAnswer answer(List<Agent> agents, Optional<KratomDose> dose, boolean tested, List<InteractionPair> pairs, List<StaticModels.Screen> screening,
                                            Optional<OpioidVentilation.Lowest> ventilation) {
        return new InteractionAnswer(agents, dose, tested, pairs, screening, ventilation, LIMITS,
                pairs.stream().flatMap(InteractionCheck::cited).distinct().sorted().map(key -> Tables.standard().sources().get(key)).toList());
    }

    /** Sources of a pair, of the case reports that stand with it, and of the scale that scores them. */
    private static Stream<String> cited(InteractionPair pair) {
        return Stream.concat(pair.sources().stream(), pair.cases().stream().flatMap(report -> Stream.concat(Stream.of(report.source()),
                report.answers().stream().flatMap(answer -> Stream.of(answer.source(), answer.item().source())))));
    }

    private record Found(Agent agent, Optional<Medicine> medicine) {
    }

    private static Found find(String written) {
        return switch (Medicines.standard().find(written)) {
            case Medicines.Answer.Found(Medicine medicine) -> new Found(new Agent(written, Optional.of(medicine.id()), medicine.name(), List.of()), Optional.of(medicine));
            case Medicines.Answer.Unknown(List<String> suggestions) -> new Found(new Agent(written, Optional.empty(), written, suggestions), Optional.empty());
        };
    }

    private static InteractionPair notKnown(String first, Agent agent) {
        Phrase phrase = new Phrase().with("medicine", "\"" + agent.written().replace("{", "(").replace("}", ")") + "\"");
        String near = agent.suggestions().isEmpty() ? "" : " Did you mean " + String.join(" or ", agent.suggestions()) + "?";
        return new InteractionPair("not_known", first, agent.written(), Kind.PD, "not a medicine that Ketum knows", Direction.UNCERTAIN, Optional.empty(), Severity.UNKNOWN, Optional.empty(), false,
                false, phrase.person("not_known") + near, phrase.clinician("not_known") + near, List.of(), 'D', List.of("ketum"));
    }

}

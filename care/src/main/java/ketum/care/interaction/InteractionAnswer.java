package ketum.care.interaction;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ketum.kratom.data.Source;
import ketum.kratom.interaction.OpioidVentilation;
import ketum.kratom.interaction.StaticModels;

/**
 * What is known of a list of medicines beside kratom and beside each other.
 *
 * @param agents    as asked, in order
 * @param dose      of kratom; empty where kratom was not asked about
 * @param tested    whether the dose and frequency are those of the one study in people
 * @param pairs     the most severe first, never empty
 * @param screening screening values of kratom at this dose: upper bounds, for clinicians
 * @param ventilation lowest ventilation under an opioid with this dose on top, for clinicians who asked about an opioid
 * @param limits    what was left out, always shown
 * @param sources   those cited
 */
public record InteractionAnswer(List<Agent> agents, Optional<KratomDose> dose, boolean tested, List<InteractionPair> pairs, List<StaticModels.Screen> screening,
                                Optional<OpioidVentilation.Lowest> ventilation, List<Limit> limits, List<Source> sources) {

    /**
     * @param written     as typed
     * @param id          in the medicines table; empty where it is not known
     * @param name        as shown
     * @param suggestions names that look or sound near, where it is not known
     */
    public record Agent(String written, Optional<String> id, String name, List<String> suggestions) {
    }

    /** Something that is left out, in the words of each reader. */
    public record Limit(String person, String clinician) {
    }

    public InteractionAnswer {
        agents = List.copyOf(agents);
        pairs = pairs.stream().sorted(Comparator.comparing((InteractionPair pair) -> !pair.rescue()).thenComparing(InteractionPair::severity)).toList();
        screening = List.copyOf(screening);
        limits = List.copyOf(limits);
        sources = List.copyOf(sources);
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("an answer without pairs would read as harmless");
        }
    }
}

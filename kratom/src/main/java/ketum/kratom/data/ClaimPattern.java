package ketum.kratom.data;

import java.util.List;

/**
 * Words by which a sentence that speaks of a claim is known.
 *
 * @param claim   id of the claim
 * @param says    what the words, as they stand, do with the claim ("harmless" denies a claim of harm)
 * @param groups  each must be in the sentence, one alternative of each; at least one
 * @param without none of these may be in it
 */
public record ClaimPattern(String claim, Says says, List<Group> groups, List<Phrase> without) {

    public ClaimPattern {
        groups = List.copyOf(groups);
        without = List.copyOf(without);
    }

    public enum Says { ASSERTS, DENIES, MENTIONS }

    /**
     * @param opposites words that stand for the group too, and turn the sentence round ("dangerous" for "safe")
     * @param negatable whether a "not" before these words turns the sentence round
     * @param carried   whether it is enough that the words stood in the sentences just before
     */
    public record Group(List<Phrase> alternatives, List<Phrase> opposites, boolean negatable, boolean carried) {
        public Group {
            alternatives = List.copyOf(alternatives);
            opposites = List.copyOf(opposites);
        }
    }

    /** Words that stand side by side; each lower case and for all its inflected forms, a {@code *} at its end for any ending. */
    public record Phrase(List<String> words) {
        public Phrase {
            words = List.copyOf(words);
        }
    }
}

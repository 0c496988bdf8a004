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

    /** @param negatable whether a "not" before these words turns the sentence round */
    public record Group(List<Phrase> alternatives, boolean negatable) {
        public Group {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** Words that stand side by side; each lower case, a {@code *} at its end for any ending. */
    public record Phrase(List<String> words) {
        public Phrase {
            words = List.copyOf(words);
        }
    }
}

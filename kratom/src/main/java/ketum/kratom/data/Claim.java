package ketum.kratom.data;

import java.time.LocalDate;
import java.util.List;

/**
 * Something that is often said about kratom, and what the evidence says to it.
 *
 * @param title   the claim as a plain sentence that can be true or false
 * @param grade   of the weakest evidence that the verdict needs, A to D: for a claim about people as the report uses the grades; for one
 *                about products, law or numbers A where the thing itself was measured, read or counted
 * @param answer  two or three plain sentences for anyone
 * @param support what speaks for the title
 * @param against what speaks against it
 * @param asOf    day when the evidence was last gone through
 */
public record Claim(String id, String topic, String title, Verdict verdict, char grade, String answer, List<Evidence> support,
                    List<Evidence> against, LocalDate asOf) {

    public Claim {
        support = List.copyOf(support);
        against = List.copyOf(against);
    }

    public enum Verdict {
        /** The evidence says that it is so. */
        SUPPORTED,
        /** So in part, or only for some products, people or amounts. */
        PARTLY,
        /** The evidence says that it is not so. */
        CONTRADICTED,
        /** Nobody knows: not studied, or too weakly to tell. */
        UNKNOWN;

        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One finding.
     *
     * @param source key in {@link Sources}
     */
    public record Evidence(String source, String finding, String locator, Status status) {}
}

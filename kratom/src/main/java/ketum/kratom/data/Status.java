package ketum.kratom.data;

import java.util.Optional;

/** How a number came to stand in a table. */
public enum Status {
    /** Read in the primary source or its abstract. */
    SEEN,
    /** Read in another text that attributes it to the primary. */
    SECONDARY,
    /** Computed from other numbers; the row's note holds the arithmetic. */
    DERIVED,
    /** Nobody here has found a source that supports it: never to be shown as fact. */
    UNCONFIRMED,
    /** An assumption of ours, grade D; the row's note holds the reason. */
    ASSUMED;

    /** As written in the files: the name in lower case. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<Status> of(String label) {
        for (Status status : values()) {
            if (status.label().equals(label)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    static String accepted() {
        return "seen, secondary, derived, unconfirmed or assumed";
    }
}

package ketum.engine.population;

/** Why a quantity differs between virtual subjects. The two are sampled apart, so that either can be held still. */
public enum Layer {
    /** Subjects differ from each other. */
    BETWEEN_SUBJECTS,
    /** One value is true for all, but it is not known. */
    PARAMETER_UNCERTAINTY
}

package ketum.kratom.twin;

/** Which of the two kinds of spread a cohort carries. */
public enum Spread {
    /** Twin i is person i under science draw i. */
    BOTH(true, true),
    /** People differ; science is held at its reference. */
    PEOPLE(true, false),
    /** Science is unknown; everyone is the median person. */
    SCIENCE(false, true);

    private final boolean people;
    private final boolean science;

    Spread(boolean people, boolean science) {
        this.people = people;
        this.science = science;
    }

    /** Whether people differ. */
    public boolean people() {
        return people;
    }

    /** Whether science is drawn. */
    public boolean science() {
        return science;
    }
}

package ketum.kratom.twin;

/** The rival explanations of what makes the drive fall slowly enough; each science draw follows one of them. */
public enum Link {
    SLOW_OFFSET("slow_offset", "slow offset", "the drug leaves its place of action slowly, long after the blood is clear"),
    SPECIOCILIATINE("speciociliatine", "speciociliatine", "speciociliatine, which stays in the blood for a day, acts at the receptor too"),
    RATE_OF_FALL("rate_of_fall", "rate of fall", "the body reacts to how fast the effect falls, not only to how low it is");

    /** The explanation that a frozen science layer follows; it assumes least about speciociliatine and falls. After calibration the peaks of the three lie close. */
    static final Link REFERENCE = SLOW_OFFSET;

    private final String id;
    private final String label;
    private final String explanation;

    Link(String id, String label, String explanation) {
        this.id = id;
        this.label = label;
        this.explanation = explanation;
    }

    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    public String explanation() {
        return explanation;
    }
}

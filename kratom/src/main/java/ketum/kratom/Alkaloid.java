package ketum.kratom;

/** The alkaloids that the model follows, with the ids that model text and tables use. */
public enum Alkaloid {
    MITRAGYNINE("mitragynine", "MG"),
    SPECIOGYNINE("speciogynine", "SG"),
    PAYNANTHEINE("paynantheine", "PY"),
    SPECIOCILIATINE("speciociliatine", "SC"),
    MITRACILIATINE("mitraciliatine", "MC"),
    ISOPAYNANTHEINE("isopaynantheine", "IP"),
    SEVEN_HYDROXYMITRAGYNINE("7-hydroxymitragynine", "OH");

    private final String id;
    private final String symbol;

    Alkaloid(String id, String symbol) {
        this.id = id;
        this.symbol = symbol;
    }

    /** Name in tables and output. */
    public String id() {
        return id;
    }

    /** Suffix of the alkaloid's variables in the model text. */
    public String symbol() {
        return symbol;
    }
}

package ketum.care.interaction;

/** How a pair is known, strongest first. */
public enum Evidence {
    E1("study of blood levels in people"),
    E2("effects or odds in groups of people"),
    E3("case reports"),
    E4("animals"),
    E5("cells and enzymes, above the screening limit, or a model that rests on one study in people"),
    E6("inferred from the class, or computed from studies with other medicines");

    private final String meaning;

    Evidence(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}

package ketum.report.text;

import ketum.kratom.data.Source;

/** What is said of a source, the same on the screen and in JSON. */
public final class SourceWords {

    private SourceWords() {}

    /** What would confirm its bibliographic details; empty where they are confirmed. */
    public static String toConfirm(Source source) {
        if (source.confirmed()) {
            return "";
        }
        return switch (source.kind()) {
            case ARTICLE, ABSTRACT, THESIS -> !source.doi().isEmpty() ? "the record of its DOI: authors and title"
                    : !source.pmid().isEmpty() || !source.pmcid().isEmpty() ? "its record in PubMed: authors and title"
                    : "a record with DOI or PubMed number: authors, title and year";
            case TRIAL_REGISTER -> "its entry in the register, read itself";
            case STATUTE -> "the official text, read itself";
            case WEB_PAGE -> "the page itself: who wrote it, title and day";
            case REPORT, DATA_RECORD, SOFTWARE, SOURCE_AUDIT -> "the document itself: who wrote it, title and day";
            case OWN -> "";
        };
    }
}

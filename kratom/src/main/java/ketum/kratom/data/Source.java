package ketum.kratom.data;

import java.util.Locale;
import java.util.Optional;

/**
 * One source of numbers or statements.
 *
 * @param key      short stable name used in tables, model text and output
 * @param kind     what it is
 * @param doi      digital object identifier without resolver, may be empty
 * @param pmid     PubMed number, may be empty
 * @param pmcid    PubMed Central id, may be empty
 * @param url      address where none of the ids applies, may be empty
 * @param authors  as far as confirmed; empty where nobody here has confirmed them
 * @param year     of publication, empty where unknown
 * @param title    the title where confirmed, otherwise a description of what it is
 * @param verified true where authors and title were read in a bibliographic record or the source itself
 */
public record Source(String key, Kind kind, String doi, String pmid, String pmcid, String url, String authors, String year,
                     String title, boolean verified) {

    /** What a source is. */
    public enum Kind {
        ARTICLE, ABSTRACT, TRIAL_REGISTER, DATA_RECORD, REPORT, THESIS, WEB_PAGE, SOURCE_AUDIT, STATUTE, SOFTWARE, OWN;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        static Optional<Kind> of(String label) {
            for (Kind kind : values()) {
                if (kind.label().equals(label)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** One line to print under a figure: authors, year, title; says so where the record was not confirmed. */
    public String citation() {
        StringBuilder text = new StringBuilder();
        if (!authors.isEmpty()) {
            text.append(authors).append(' ');
        }
        if (!year.isEmpty()) {
            text.append('(').append(year).append(") ");
        }
        text.append(title);
        if (text.charAt(text.length() - 1) != '.') {
            text.append('.');
        }
        if (!confirmed()) {
            text.append(" [bibliographic details not confirmed]");
        }
        return text.toString();
    }

    /** Whether its authors and title were read in a record or in the source itself; an assumption of ours has none to read. */
    public boolean confirmed() {
        return verified || kind == Kind.OWN;
    }

    /** Where to read it: DOI link, else PubMed Central, else PubMed, else its address; empty for our own assumptions. */
    public String address() {
        if (!doi.isEmpty()) {
            return "https://doi.org/" + doi;
        }
        if (!pmcid.isEmpty()) {
            return "https://pmc.ncbi.nlm.nih.gov/articles/" + pmcid;
        }
        if (!pmid.isEmpty()) {
            return "https://pubmed.ncbi.nlm.nih.gov/" + pmid;
        }
        return url;
    }
}

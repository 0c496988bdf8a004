package ketum.kratom.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a data file says on somebody's word: a row of a table, a finding for or against a claim, a figure of a study, a note on a
 * law. Where one row holds several with a status of their own, each is one.
 *
 * @param group   what it belongs to: a table's name, {@code claims}, {@code laws}, {@code studies} and the like
 * @param file    as the index was given it, for example {@code tables/limits.csv}
 * @param line    of the file, from 1
 * @param id      what it is about, as the file names it
 * @param says    in words; empty where the figure is all
 * @param figure  the number, where it is one
 * @param cited   the sources it names, each with the field that names it; may be empty where it only has a status
 * @param locator where in the source; empty where the file has no such field
 * @param status  how it came here, where the file says so
 * @param grade   A to D, where the file says so
 * @param asOf    the day on which it was last looked at, where the file says so
 */
public record Statement(String group, String file, long line, String id, String says, Optional<Figure> figure, List<Cited> cited, String locator,
                        Optional<Status> status, Optional<Character> grade, Optional<LocalDate> asOf) {

    public Statement {
        cited = List.copyOf(cited);
    }

    /** A number as the file writes it; what it does not give is empty. */
    public record Figure(String quantity, String value, String low, String high, String unit) {}

    /**
     * @param source key in {@link Sources}
     * @param field  {@code source}, or another one that names it, such as the locator of a number that was read through another text
     */
    public record Cited(String source, String field) {

        /** Whether it is named as the source itself. */
        public boolean asSource() {
            return SourceIndex.SOURCE_FIELDS.contains(field);
        }
    }

    /** Whether it names this source in any field. */
    public boolean cites(String source) {
        return cited.stream().anyMatch(each -> each.source().equals(source));
    }
}

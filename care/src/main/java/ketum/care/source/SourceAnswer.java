package ketum.care.source;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ketum.kratom.data.Source;
import ketum.kratom.data.Statement;

/**
 * A source and everything that rests on it.
 *
 * @param statements in the order of their files and lines
 */
public record SourceAnswer(Source source, List<Statement> statements) {

    public SourceAnswer {
        statements = List.copyOf(statements);
    }

    /** The statements by what they belong to, in the order of the files. */
    public Map<String, List<Statement>> groups() {
        Map<String, List<Statement>> groups = new LinkedHashMap<>();
        statements.forEach(statement -> groups.computeIfAbsent(statement.group(), group -> new java.util.ArrayList<>()).add(statement));
        return groups;
    }

    /** The latest day that is written with anything that rests on it. */
    public Optional<LocalDate> asOf() {
        return statements.stream().flatMap(statement -> statement.asOf().stream()).max(Comparator.naturalOrder());
    }
}

package ketum.care.source;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ketum.kratom.data.Source;
import ketum.kratom.data.Statement;
import ketum.kratom.data.Status;

/**
 * What still awaits confirmation.
 *
 * @param sources     those whose authors and title nobody here has read in a record or in the source itself
 * @param allSources  how many sources there are
 * @param groups      how many statements of each status each group holds; groups without any status are left out
 * @param toConfirm   what would confirm the unconfirmed statements of a group, in words
 * @param unconfirmed statements that no source supports
 * @param secondary   statements that were read in another text than the one they come from
 */
public record Awaiting(List<Source> sources, int allSources, Map<String, Map<Status, Integer>> groups, Map<String, String> toConfirm, List<Statement> unconfirmed,
                       List<Statement> secondary) {

    public Awaiting {
        sources = List.copyOf(sources);
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        toConfirm = Collections.unmodifiableMap(new LinkedHashMap<>(toConfirm));
        unconfirmed = List.copyOf(unconfirmed);
        secondary = List.copyOf(secondary);
    }

    /** How many statements have this status, over all groups. */
    public int count(Status status) {
        return groups.values().stream().mapToInt(counts -> counts.getOrDefault(status, 0)).sum();
    }

    static Map<String, Map<Status, Integer>> groups(List<Statement> statements) {
        Map<String, Map<Status, Integer>> groups = new LinkedHashMap<>();
        statements.forEach(statement -> statement.status().ifPresent(status -> groups.computeIfAbsent(statement.group(), group -> new EnumMap<>(Status.class)).merge(status, 1, Integer::sum)));
        return groups;
    }
}

package ketum.care;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Keys of the sources that this module cites, for checks that no source stands in the data for nothing. */
public final class Citations {

    /** Cited in code and not in a table; a test finds every other. */
    private static final Set<String> IN_CODE = Set.of("brown2025", "cfsre2025", "fda-lib4578", "kamble2020", "ketum", "law-ok-hb3574", "leksungnoen2022", "maxwell2021", "napdi-k51", "pmc12671409");

    private Citations() {
    }

    public static Collection<String> keys() {
        Set<String> keys = new TreeSet<>(IN_CODE);
        Advice.all().values().forEach(line -> keys.addAll(line.sources()));
        return keys;
    }
}

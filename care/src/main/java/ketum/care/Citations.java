package ketum.care;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Keys of the sources that this module cites, for checks that no source stands in the data for nothing. */
public final class Citations {

    /** Cited in code and in no data file; {@code ketum data check} names one that is missing here. */
    static final Set<String> IN_CODE = Set.of("maxwell2021");

    private Citations() {
    }

    public static Collection<String> keys() {
        Set<String> keys = new TreeSet<>(IN_CODE);
        Advice.all().values().forEach(line -> keys.addAll(line.sources()));
        return keys;
    }
}

package ketum.engine.data;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a data set, so that one reading shows more than one mistake. */
final class Problems {

    private final String source;
    private final List<DataException.Problem> found = new ArrayList<>();
    private boolean more;

    Problems(String source) {
        this.source = source;
    }

    void add(int line, String field, String text) {
        if (found.size() < DataException.MOST_PROBLEMS) {
            found.add(new DataException.Problem(source, line, plain(field), text));
        } else {
            more = true;
        }
    }

    /** Nothing more would be listed: reading on serves nobody. */
    boolean full() {
        return more;
    }

    boolean none() {
        return found.isEmpty();
    }

    /** Throws if anything was found. */
    void check() {
        if (!found.isEmpty()) {
            throw new DataException(found, more);
        }
    }

    DataException fatal(int line, String field, String text) {
        add(line, field, text);
        return new DataException(found, more);
    }

    /** A piece of the file as it may stand in a message: short, one line, nothing invisible, nothing that turns the direction of reading. */
    static String quote(String text) {
        return '`' + plain(text) + '`';
    }

    private static String plain(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), 40); i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) || Character.isSurrogate(c) || c >= '\u2028' && c <= '\u202e'
                    || c >= '\u2066' && c <= '\u2069' ? '?' : c);
        }
        return shown.append(text.length() > 40 ? "..." : "").toString();
    }
}

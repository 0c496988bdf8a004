package ketum.care.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a file and with the certificates it names. */
final class Problems {

    /** More than a screenful helps nobody, and a hostile file must not make the list grow without end. */
    static final int MOST = 50;

    private final String file;
    private final List<Problem> found;
    private final List<String> files;

    Problems(String file) {
        this(file, new ArrayList<>(), new ArrayList<>());
    }

    private Problems(String file, List<Problem> found, List<String> files) {
        this.file = file;
        this.found = found;
        this.files = files;
        files.add(file);
    }

    /** A collector for another file that adds to the same list. */
    Problems forFile(String other) {
        return new Problems(other, found, files);
    }

    String file() {
        return file;
    }

    boolean any() {
        return !found.isEmpty();
    }

    int count() {
        return found.size();
    }

    /** True once further problems are no longer kept: a caller can spare itself the search for suggestions. */
    boolean full() {
        return found.size() > MOST;
    }

    void add(int line, int column, String field, String foundText, String accepted, String advice) {
        if (!full()) {
            found.add(new Problem(file, line, column, field, foundText, accepted, advice));
        }
    }

    void wholeFile(String foundText, String accepted, String advice) {
        add(0, 0, "", foundText, accepted, advice);
    }

    void throwIfAny() throws CaseFileException {
        if (any()) {
            throw exception();
        }
    }

    CaseFileException exception() {
        List<Problem> shown = new ArrayList<>(found.subList(0, Math.min(found.size(), MOST)));
        shown.sort(Comparator.comparingInt((Problem p) -> files.indexOf(p.file())).thenComparingInt(Problem::line)
                .thenComparingInt(Problem::column));
        if (full()) {
            shown.add(new Problem(files.getFirst(), 0, 0, "", "more than " + MOST + " problems", "only the first ones are listed",
                    "Mend these and try again."));
        }
        return new CaseFileException(shown);
    }
}

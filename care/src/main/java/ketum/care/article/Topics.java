package ketum.care.article;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** What the last sentences of a text were about, for sentences that say "it". Kept by whoever reads the text; not safe between threads. */
final class Topics {

    /** Of a sentence that stands alone. */
    static final Topics NONE = new Topics(0);
    private static final int SENTENCES = 2;

    /** Groups of words of a {@link PatternIndex} that stand in a sentence. */
    private record Said(Set<Integer> patterns, Set<Integer> topics) {}

    private final int kept;
    private final Deque<Said> last = new ArrayDeque<>();
    private Said heading = new Said(Set.of(), Set.of());
    private boolean headingNext;

    private Topics(int kept) {
        this.kept = kept;
    }

    /** At the beginning of a text. */
    static Topics ofText() {
        return new Topics(SENTENCES);
    }

    /** The next sentence is a heading: what it is about holds for all below it, and what stood above it no longer does. */
    void heading() {
        headingNext = true;
        last.clear();
    }

    /** Whether the sentence about to be read is a heading. */
    boolean atHeading() {
        return headingNext;
    }

    /** What the sentence just read holds of the patterns and of the looser ones. */
    void add(Set<Integer> patterns, Set<Integer> topics) {
        if (headingNext) {
            heading = new Said(patterns, topics);
            headingNext = false;
        } else if (kept > 0) {
            last.addLast(new Said(patterns, topics));
            if (last.size() > kept) {
                last.removeFirst();
            }
        }
    }

    Set<Integer> groups() {
        Set<Integer> all = new HashSet<>(heading.patterns());
        last.forEach(said -> all.addAll(said.patterns()));
        return all;
    }

    Set<Integer> topics() {
        Set<Integer> all = new HashSet<>(heading.topics());
        last.forEach(said -> all.addAll(said.topics()));
        return all;
    }
}

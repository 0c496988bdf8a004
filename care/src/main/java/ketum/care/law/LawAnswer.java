package ketum.care.law;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ketum.kratom.data.Law;
import ketum.kratom.data.Source;

/**
 * What is known about the law of a place on a day; the contract between {@code care} and {@code report}.
 *
 * @param place      {@code US-OH}, or {@code US-CA/San Diego}
 * @param standing   of kratom in general: the nearest level that says something, unless a level above forbids it
 * @param forms      the same for each form of product
 * @param levels     from the country down; each level's own note
 * @param notes      what a reader must know about the question itself (what else the name could mean, a town without a note)
 * @param sources    all sources that the levels name
 */
public record LawAnswer(String place, String name, LocalDate on, Finding<Law.Standing> standing, Map<Law.Form, Finding<Law.Standing>> forms,
                        Optional<Finding<Integer>> minimumAge, Optional<Finding<Law.Duty>> label, Optional<Finding<Law.Duty>> testing,
                        List<Level> levels, List<String> notes, List<Source> sources) {

    public LawAnswer {
        forms = Collections.unmodifiableMap(new EnumMap<>(forms));
        levels = List.copyOf(levels);
        notes = List.copyOf(notes);
        sources = List.copyOf(sources);
    }

    /** A value and the place whose note it comes from. @param confirmed false where no source was found for it */
    public record Finding<T>(T value, String place, boolean confirmed) {}

    /**
     * One level's note.
     *
     * @param law     empty where there is no file on the place
     * @param entry   what held on the day, as far as known
     * @param gap     why there is no entry, in plain words; empty where there is one
     * @param dated   false where the day falls into the range in which the rule began or ended
     * @param age     how old the note is
     * @param earlier what held before; @param later what is on file for later
     */
    public record Level(String place, String name, Optional<Law> law, Optional<Law.Entry> entry, String gap, boolean dated, Age age,
                        List<Law.Entry> earlier, List<Law.Entry> later) {
        public Level {
            earlier = List.copyOf(earlier);
            later = List.copyOf(later);
        }
    }

    /**
     * How old a note is on the day asked for.
     *
     * @param days  from its as-of date to the day; empty where the note has no date
     * @param limit days after which such a note is stale
     */
    public record Age(Optional<Long> days, int limit) {
        /** Whether the law may well have changed since. */
        public boolean stale() {
            return days.isEmpty() || days.get() > limit;
        }
    }

    /** Whether any level's note is stale. */
    public boolean stale() {
        return levels.stream().anyMatch(level -> level.entry().isPresent() && level.age().stale());
    }

    /** Whether the day begins or ends a rule in a range of days, or sources disagree, or a level has a gap. */
    public boolean uncertain() {
        return levels.stream().anyMatch(level -> level.entry().isEmpty() || !level.dated());
    }
}

package ketum.engine.kernel;

import java.util.List;
import java.util.Optional;

/**
 * A model's code for events and for what changes at known times, once or twice as in {@link CompiledKernel}.
 *
 * @param events      in the order of the file
 * @param comparisons rows that {@link EventKernel#watch} fills after those of the events
 * @param times       known times at which a condition of an event or of a rate changes
 * @param values      rows that {@link EventKernel#values} fills
 * @param workRows    rows of work space
 */
public record CompiledEvents(EventKernel scalar, Optional<EventKernel> vector, List<Event> events, int comparisons, List<Time> times,
                             int values, int workRows) {

    /** Rows that {@link EventKernel#watch} fills. */
    public int watched() {
        return events.size() + comparisons;
    }

    /** Whether a condition can change at a time that is not known beforehand, other than by what happens at known times. */
    public boolean continuous() {
        return comparisons > 0;
    }

    /**
     * An event.
     *
     * @param delayRow    of {@link EventKernel#values}, -1 for none
     * @param priorityRow of {@link EventKernel#values}, -1 for none
     */
    public record Event(String id, int delayRow, int priorityRow, boolean trueBeforeStart, boolean persistent, boolean fromTrigger,
                        List<Change> changes) {
        public Event {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A state or parameter takes a value.
     *
     * @param state     its row, or -1 for a parameter
     * @param parameter its row, or -1 for a state
     * @param valueRow  of {@link EventKernel#values}
     */
    public record Change(String id, int state, int parameter, int valueRow) {}

    /** How a condition changes at a time p. */
    public enum Time {
        /** {@code time >= p}, {@code time < p}: from p on it is another. */
        FROM,
        /** {@code time > p}, {@code time <= p}: right after p it is another. */
        AFTER,
        /** As {@code time - q >= p}: within rounding of the known time. */
        ABOUT
    }
}

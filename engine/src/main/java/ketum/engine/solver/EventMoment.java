package ketum.engine.solver;

import java.util.ArrayList;
import java.util.List;
import ketum.engine.kernel.CompiledEvents;
import ketum.engine.kernel.CompiledKernel;
import ketum.engine.kernel.EventKernel;
import ketum.engine.kernel.Kernel;

/**
 * What the events of a subject do at one moment, as in SBML Level 3 (version 1, 4.11): whose condition has become true is due, at once or
 * later; of what is due now the highest priority goes first, and after each all conditions are looked at anew. Works on one
 * subject at a time with scalar code, since it happens seldom. One thread's own.
 */
final class EventMoment {

    private static final int MOST_AT_ONCE = 1_000;
    private static final int MOST_DUE = 10_000;
    private static final int LANES = Kernel.LANES;

    private final CompiledKernel compiled;
    private final CompiledEvents events;
    private final EventKernel kernel;
    private final double[] time = Block.row(1);
    private final double[] state;
    private final double[] parameters;
    private final double[] derived;
    private final double[] watched;
    private final double[] values;
    private final double[] times;
    private final double[] work;
    private boolean changed;
    private boolean parametersChanged;
    private String trouble;
    private String last = "";

    EventMoment(CompiledKernel compiled, CompiledEvents events) {
        this.compiled = compiled;
        this.events = events;
        this.kernel = events.scalar();
        var shape = compiled.shape();
        this.state = Block.row(shape.states());
        this.parameters = Block.row(shape.parameters() + shape.derived());
        this.derived = Block.row(shape.derived());
        this.watched = Block.row(events.watched());
        this.values = Block.row(events.values());
        this.times = Block.row(events.times().size());
        this.work = Block.row(Math.max(shape.workRows(), events.workRows()));
    }

    /** The last moment changed a state or parameter. */
    boolean changed() {
        return changed;
    }

    /** The last moment changed a parameter. */
    boolean parametersChanged() {
        return parametersChanged;
    }

    /** The event that acted last. */
    String last() {
        return last;
    }

    /** A subject at its start, before its conditions are looked at. */
    EventMemory start(Block block, int lane) {
        var memory = new EventMemory(events, compiled.shape().parameters());
        for (int event = 0; event < memory.truth.length; event++) {
            memory.truth[event] = events.events().get(event).trueBeforeStart() ? 1 : 0;
        }
        for (int row = 0; row < memory.given.length; row++) {
            memory.given[row] = block.parameters[row * LANES + lane];
        }
        knownTimes(memory, block, lane);
        return memory;
    }

    /** To be called when parameters were changed from outside. */
    void knownTimes(EventMemory memory, Block block, int lane) {
        copyIn(block, lane);
        knownTimes(memory);
    }

    private void knownTimes(EventMemory memory) {
        if (!events.times().isEmpty()) {
            kernel.times(time, state, parameters, times, work, 1);
            for (int row = 0; row < events.times().size(); row++) {
                memory.time(row, times[row * LANES], events.times().get(row));
            }
        }
    }

    /** Goes back to the parameters that were given, and calls off what is due; whether a parameter changed. */
    boolean reset(EventMemory memory, Block block, int lane) {
        memory.callOffAll();
        boolean different = false;
        for (int row = 0; row < memory.given.length; row++) {
            different |= block.parameters[row * LANES + lane] != memory.given[row];
            block.parameters[row * LANES + lane] = memory.given[row];
        }
        return different;
    }

    /**
     * Looks at the conditions at the present time and state of a lane and does what is due. Changes nothing of the block: that is for
     * {@link #copyOut}.
     *
     * @return what is wrong, or null
     */
    String settle(EventMemory memory, Block block, int lane) {
        changed = false;
        parametersChanged = false;
        trouble = null;
        if (events.events().isEmpty()) {
            return null;
        }
        copyIn(block, lane);
        for (int done = 0; trouble == null; done++) {
            look(memory);
            int next = trouble == null ? next(memory) : -1;
            if (next < 0) {
                break;
            }
            if (done == MOST_AT_ONCE) {
                return "at one moment its events set each other off more than " + MOST_AT_ONCE + " times: " + names(memory);
            }
            execute(memory, next);
        }
        return trouble;
    }

    private String names(EventMemory memory) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < memory.due(); i++) {
            String name = events.events().get(memory.dueEvent(i)).id();
            if (memory.dueTime(i) <= time[0] && !names.contains(name)) {
                names.add(name);
            }
        }
        return String.join(", ", names);
    }

    /** Notes which conditions have become true or false. */
    private void look(EventMemory memory) {
        kernel.watch(time, state, parameters, watched, work, 1);
        boolean valuesKnown = false;
        for (int row = 0; row < memory.truth.length; row++) {
            boolean before = memory.truth[row] != 0;
            boolean now = watched[row * LANES] != 0;
            memory.truth[row] = now ? 1 : 0;
            CompiledEvents.Event event = events.events().get(row);
            if (before && !now && !event.persistent()) {
                memory.callOff(row);
            } else if (!before && now) {
                if (!valuesKnown) {
                    kernel.values(time, state, parameters, values, work, 1);
                    valuesKnown = true;
                }
                trigger(memory, row, event);
            }
        }
    }

    private void trigger(EventMemory memory, int row, CompiledEvents.Event event) {
        double delay = event.delayRow() < 0 ? 0 : values[event.delayRow() * LANES];
        if (!(delay >= 0)) {
            trouble = "the delay of its event " + event.id() + " is " + delay;
        } else if (memory.due() == MOST_DUE) {
            trouble = "more than " + MOST_DUE + " changes by its events are due at once, the last by " + event.id();
        } else {
            memory.add(time[0] + delay, row, event.fromTrigger() ? valuesOf(event) : null);
        }
    }

    private double[] valuesOf(CompiledEvents.Event event) {
        double[] result = new double[event.changes().size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = values[event.changes().get(i).valueRow() * LANES];
        }
        return result;
    }

    /** Which of what is due now goes first, or -1. */
    private int next(EventMemory memory) {
        int best = -1;
        double highest = 0;
        boolean known = false;
        for (int i = 0; i < memory.due(); i++) {
            if (memory.dueTime(i) <= time[0]) {
                int row = events.events().get(memory.dueEvent(i)).priorityRow();
                if (row >= 0 && !known) {
                    kernel.values(time, state, parameters, values, work, 1);
                    known = true;
                }
                double priority = row < 0 ? Double.NEGATIVE_INFINITY : values[row * LANES];
                boolean first = best < 0 || priority > highest
                        || priority == highest && memory.dueEvent(i) < memory.dueEvent(best);
                if (first) {
                    best = i;
                    highest = priority;
                }
            }
        }
        return best;
    }

    private void execute(EventMemory memory, int next) {
        CompiledEvents.Event event = events.events().get(memory.dueEvent(next));
        double[] known = memory.dueValues(next);
        memory.remove(next);
        if (known == null) {
            kernel.values(time, state, parameters, values, work, 1);
            known = valuesOf(event);
        }
        boolean parameter = false;
        for (int i = 0; i < known.length; i++) {
            CompiledEvents.Change change = event.changes().get(i);
            if (!Double.isFinite(known[i])) {
                trouble = "its event " + event.id() + " gives " + change.id() + " the value " + known[i];
                return;
            }
            if (change.state() >= 0) {
                state[change.state() * LANES] = known[i];
            } else if (change.parameter() >= 0) {
                parameters[change.parameter() * LANES] = known[i];
                parameter = true;
            }
        }
        changed = true;
        last = event.id();
        if (parameter) {
            parametersChanged = true;
            compiled.scalar().prepare(time, state, parameters, derived, work, 1);
            for (int row = 0; row < compiled.shape().derived(); row++) {
                parameters[(compiled.shape().parameters() + row) * LANES] = derived[row * LANES];
            }
            knownTimes(memory);
        }
    }

    private void copyIn(Block block, int lane) {
        time[0] = block.time[lane];
        for (int at = 0; at < state.length; at += LANES) {
            state[at] = block.state[at + lane];
        }
        for (int at = 0; at < parameters.length; at += LANES) {
            parameters[at] = block.parameters[at + lane];
        }
    }

    /** Puts what the last moment changed into the block. */
    void copyOut(Block block, int lane) {
        for (int at = 0; at < state.length; at += LANES) {
            block.state[at + lane] = state[at];
        }
        for (int at = 0; at < parameters.length; at += LANES) {
            block.parameters[at + lane] = parameters[at];
        }
    }
}

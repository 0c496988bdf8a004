package ketum.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import ketum.engine.solver.Agenda;

/**
 * What happens to one subject, in order of time, and when it is looked at; immutable. At one time, things happen in the order in which
 * the builder was told of them.
 */
public final class Timeline {

    private final Agenda agenda;
    private final int states;
    private final int parameters;

    private Timeline(Agenda agenda, int states, int parameters) {
        this.agenda = agenda;
        this.states = states;
        this.parameters = parameters;
    }

    /** A time line that starts at a model time, in the model's unit of time. */
    public static Builder from(double startTime) {
        return new Builder(startTime);
    }

    /** Times at which values are recorded, in order. */
    public double[] outputTimes() {
        return agenda.outputs().clone();
    }

    Agenda agenda() {
        return agenda;
    }

    /** One more than the highest index of a state that it names. */
    int states() {
        return states;
    }

    /** One more than the highest index of a parameter that it names. */
    int parameters() {
        return parameters;
    }

    /**
     * Collects what happens, in any order of time. States and parameters are given by index ({@link Simulator#stateIndex},
     * {@link Simulator#parameterIndex}); what concerns index -1 is left out, because no output depends on it. Every method throws
     * {@link IllegalArgumentException} for a number that is not finite, a time before the start, and an index below -1.
     */
    public static final class Builder {

        private record Action(double time, int order, byte kind, int index, double value) {}

        private record Input(double from, int order, int state, double rate, double to) {}

        private record Output(double time, int order) {}

        private final double start;
        private final List<Action> actions = new ArrayList<>();
        private final List<Input> inputs = new ArrayList<>();
        private final List<Output> outputs = new ArrayList<>();
        private int order;
        private int states;
        private int parameters;

        private Builder(double start) {
            this.start = finite("start", start);
        }

        /** An amount (unit of the state) is added to a state at once. */
        public Builder add(double time, int state, double amount) {
            return action(time, Agenda.ADD, state(state), finite("amount", amount));
        }

        /**
         * An amount (unit of the state) enters a state evenly over a duration; at once where that is 0. May overlap others.
         */
        public Builder infuse(double time, int state, double amount, double duration) {
            if (finite("duration", duration) < 0) {
                throw new IllegalArgumentException("duration " + duration + " is below 0");
            }
            return duration == 0 ? add(time, state, amount) : input(time, state, finite("amount", amount) / duration, time + duration);
        }

        /** A constant input (unit of the state per unit of time) enters until {@code end}; for ever where that is NaN or infinite. */
        public Builder input(double time, int state, double rate, double end) {
            double last = Double.isNaN(end) ? Double.POSITIVE_INFINITY : end;
            if (last < time(time)) {
                throw new IllegalArgumentException("an input ends at " + end + ", before it begins at " + time);
            }
            if (state(state) >= 0 && last > time) {
                inputs.add(new Input(time, order++, state, finite("rate", rate), last));
            }
            return this;
        }

        /** From here on a parameter has this value; lags and bioavailabilities of earlier doses are not affected. */
        public Builder set(double time, int parameter, double value) {
            if (parameter < -1) {
                throw new IllegalArgumentException("there is no parameter " + parameter);
            }
            parameters = Math.max(parameters, parameter + 1);
            return action(time, Agenda.SET, parameter, finite("value", value));
        }

        /** One state takes a value (its unit). */
        public Builder put(double time, int state, double value) {
            return action(time, Agenda.PUT, state(state), finite("value", value));
        }

        /** All states go back to where they started, and inputs under way end; inputs that begin later stay. */
        public Builder reset(double time) {
            time(time);
            for (int i = 0; i < inputs.size(); i++) {
                Input input = inputs.get(i);
                if (input.from() <= time && input.to() > time) {
                    inputs.set(i, new Input(input.from(), input.order(), input.state(), input.rate(), time));
                }
            }
            actions.add(new Action(time, order++, Agenda.RESET, 0, 0));
            return this;
        }

        /**
         * Values are recorded at these times: after everything that the builder was told of before this call, and before what it is
         * told of later, where times are equal.
         */
        public Builder record(double... times) {
            for (double time : times) {
                outputs.add(new Output(time(time), order));
            }
            order++;
            return this;
        }

        /** @throws IllegalArgumentException where nothing is recorded */
        public Timeline build() {
            if (outputs.isEmpty()) {
                throw new IllegalArgumentException("no output times");
            }
            List<Action> all = new ArrayList<>(actions);
            addInputs(all);
            all.sort(Comparator.comparingDouble(Action::time).thenComparingInt(Action::order));
            List<Output> seen = new ArrayList<>(outputs);
            seen.sort(Comparator.comparingDouble(Output::time).thenComparingInt(Output::order));
            int[] after = new int[seen.size()];
            int done = 0;
            for (int i = 0; i < after.length; i++) {
                Output output = seen.get(i);
                while (done < all.size() && (all.get(done).time() < output.time()
                        || all.get(done).time() == output.time() && all.get(done).order() < output.order())) {
                    done++;
                }
                after[i] = done;
            }
            byte[] kinds = new byte[all.size()];
            for (int i = 0; i < kinds.length; i++) {
                kinds[i] = all.get(i).kind();
            }
            return new Timeline(new Agenda(start, seen.stream().mapToDouble(Output::time).toArray(), after,
                    all.stream().mapToDouble(Action::time).toArray(), kinds,
                    all.stream().mapToInt(Action::index).toArray(), all.stream().mapToDouble(Action::value).toArray()),
                    states, parameters);
        }

        /** The sum of the inputs into each state, whenever it changes: added up anew each time, so that nothing of an ended one remains. */
        private void addInputs(List<Action> all) {
            inputs.stream().mapToInt(Input::state).distinct().forEach(state -> {
                TreeMap<Double, List<Input>> changes = new TreeMap<>();
                for (Input input : inputs) {
                    if (input.state() == state) {
                        changes.computeIfAbsent(input.from(), _ -> new ArrayList<>()).add(input);
                        if (Double.isFinite(input.to())) {
                            changes.computeIfAbsent(input.to(), _ -> new ArrayList<>()).add(input);
                        }
                    }
                }
                // by order of telling, so that a sum does not hang on when its parts began
                TreeMap<Integer, Input> running = new TreeMap<>();
                changes.forEach((time, changing) -> {
                    int last = 0;
                    for (Input input : changing) {
                        last = Math.max(last, input.order());
                        if (input.from() <= time && time < input.to()) {
                            running.put(input.order(), input);
                        } else {
                            running.remove(input.order());
                        }
                    }
                    double sum = 0;
                    for (Input input : running.values()) {
                        sum += input.rate();
                    }
                    all.add(new Action(time, last, Agenda.INPUT, state, sum));
                });
            });
        }

        private Builder action(double time, byte kind, int index, double value) {
            time(time);
            if (index >= 0) {
                actions.add(new Action(time, order++, kind, index, value));
            }
            return this;
        }

        private int state(int state) {
            if (state < -1) {
                throw new IllegalArgumentException("there is no state " + state);
            }
            states = Math.max(states, state + 1);
            return state;
        }

        private double time(double time) {
            if (finite("time", time) < start) {
                throw new IllegalArgumentException("time " + time + " comes before the start at " + start);
            }
            return time;
        }

        private static double finite(String what, double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(what + " " + value + " is not finite");
            }
            return value;
        }
    }

    @Override
    public String toString() {
        return "Timeline from " + agenda.start() + ", " + agenda.time().length + " actions, outputs " + Arrays.toString(agenda.outputs());
    }
}

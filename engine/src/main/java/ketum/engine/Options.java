package ketum.engine;

import java.util.Map;

/**
 * How to integrate.
 *
 * @param relativeTolerance  local error bound relative to the size of a state
 * @param absoluteTolerance  local error bound in the state's own unit, for states not named in {@code absoluteByState}
 * @param absoluteByState    absolute tolerance by state id
 * @param threads            worker threads; never changes a result
 * @param lanes              instruction set; never changes a result
 * @param lagByState         parameter id holding the lag (time unit) of doses into a state, by state id
 * @param bioavailabilityByState parameter id holding the fraction of a dose that enters a state, by state id
 * @param method             which method carries the subjects; results agree within the tolerances
 */
public record Options(double relativeTolerance, double absoluteTolerance, Map<String, Double> absoluteByState, int threads,
                      Lanes lanes, Map<String, String> lagByState, Map<String, String> bioavailabilityByState, Method method) {

    /** How steps are taken. */
    public enum Method {
        /** Taylor series where the model has them, else Runge-Kutta; for subjects that turn out stiff the stiff method. */
        AUTOMATIC,
        /** Explicit Runge-Kutta throughout. */
        EXPLICIT,
        /** Taylor series throughout, or Runge-Kutta where the rates have conditions on time or states. */
        SERIES,
        /** The Rosenbrock method throughout. */
        STIFF
    }

    /** Which code runs the right-hand side. */
    public enum Lanes {
        /**
         * The widest vectors of this machine as soon as they prove faster than scalar code (some tenths of a second into the
         * first run); scalar code until then, and where the incubator module is absent.
         */
        AUTOMATIC,
        /** Vectors from the first step where the incubator module is present; for measurements and tests. */
        VECTOR,
        /** Scalar code only. */
        SCALAR
    }

    public Options {
        absoluteByState = Map.copyOf(absoluteByState);
        lagByState = Map.copyOf(lagByState);
        bioavailabilityByState = Map.copyOf(bioavailabilityByState);
    }

    /** With the method chosen by itself. */
    public Options(double relativeTolerance, double absoluteTolerance, Map<String, Double> absoluteByState, int threads,
                   Lanes lanes, Map<String, String> lagByState, Map<String, String> bioavailabilityByState) {
        this(relativeTolerance, absoluteTolerance, absoluteByState, threads, lanes, lagByState, bioavailabilityByState, Method.AUTOMATIC);
    }

    /** All processors, the fastest code, the method chosen by itself, neither lags nor bioavailabilities. */
    public static Options of(double relativeTolerance, double absoluteTolerance) {
        return new Options(relativeTolerance, absoluteTolerance, Map.of(), Runtime.getRuntime().availableProcessors(),
                Lanes.AUTOMATIC, Map.of(), Map.of());
    }

    public Options withThreads(int number) {
        return new Options(relativeTolerance, absoluteTolerance, absoluteByState, number, lanes, lagByState, bioavailabilityByState, method);
    }

    public Options withLanes(Lanes choice) {
        return new Options(relativeTolerance, absoluteTolerance, absoluteByState, threads, choice, lagByState, bioavailabilityByState, method);
    }

    public Options withMethod(Method choice) {
        return new Options(relativeTolerance, absoluteTolerance, absoluteByState, threads, lanes, lagByState, bioavailabilityByState, choice);
    }
}

package ketum.engine.data;

import java.util.List;

/**
 * One record of a data set with everything filled in that the file left out.
 *
 * @param id          the subject, as written
 * @param time        in the unit of TIME; hours since the subject's first record where the file has clock times or dates
 * @param event       what happens
 * @param amount      AMT, 0 where nothing is given
 * @param rate        RATE: 0 for at once, above 0 an infusion's rate, {@link #MODELLED_RATE} or {@link #MODELLED_DURATION}
 * @param duration    DUR: length of an infusion, 0 where it is not said
 * @param interval    II: time between doses, 0 where there is none
 * @param additional  ADDL: further doses like this one
 * @param steadyState SS
 * @param compartment CMT as written (a state's name, or its number from 1), "" where it is not said
 * @param missing     MDV: there is no observation here
 * @param dv          DV: what was observed, NaN where nothing was
 * @param covariates  values in the order of {@link DataSet#covariates()}, NaN where this record gives none
 */
public record DataRecord(String id, double time, Event event, double amount, double rate, double duration, double interval,
                         int additional, SteadyState steadyState, String compartment, boolean missing, double dv,
                         List<Double> covariates) {

    /** RATE of a dose whose rate the model gives. */
    public static final double MODELLED_RATE = -1;
    /** RATE of a dose whose duration the model gives. */
    public static final double MODELLED_DURATION = -2;

    /** EVID; the number in a file is the ordinal. */
    public enum Event {
        OBSERVATION, DOSE, OTHER, RESET, RESET_AND_DOSE;

        /** Whether something is given. */
        public boolean doses() {
            return this == DOSE || this == RESET_AND_DOSE;
        }

        /** Whether the system starts anew. */
        public boolean resets() {
            return this == RESET || this == RESET_AND_DOSE;
        }
    }

    /** SS; the number in a file is the ordinal. */
    public enum SteadyState {
        /** A dose by itself. */
        NONE,
        /** The system is put where endless doses like this one would have brought it. */
        REPLACE,
        /** What endless doses like this one would have brought is added to what is there. */
        ADD
    }

    public DataRecord {
        covariates = List.copyOf(covariates);
    }

    /** Whether the record does something to the system, so that before and after differ. */
    public boolean acts() {
        return event != Event.OBSERVATION && event != Event.OTHER;
    }
}

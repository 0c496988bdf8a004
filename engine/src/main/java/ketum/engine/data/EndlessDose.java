package ketum.engine.data;

import ketum.engine.Timeline;

/**
 * A dose given since ever at a regular interval, or an input at a constant rate since ever, up to the time of a record.
 *
 * @param time     of the record, model time
 * @param interval between doses; 0 for a constant input
 * @param state    receiving state in the order of the solver that is to use it, -1 for one that nothing depends on
 * @param amount   of each dose as it enters; 0 for a constant input
 * @param duration over which a dose enters, 0 for at once
 * @param rate     of a constant input
 * @param lag      from giving a dose to its entering
 */
record EndlessDose(double time, double interval, int state, double amount, double duration, double rate, double lag) {

    /** More infusions than these at the same time are turned down. */
    static final int MOST_OVERLAPPING = 10_000;

    boolean constant() {
        return interval == 0;
    }

    /** The same without anything being given. */
    EndlessDose nothing() {
        return new EndlessDose(time, interval, state, 0, 0, 0, lag);
    }

    /** Whole intervals in the lag: so many doses are given before the record and enter at its time or later. */
    int intervalsInLag() {
        return interval == 0 ? 0 : (int) Math.floor(lag / interval * (1 + 1e-12));
    }

    /** From the start of an interval to the entry of the dose in it. */
    double phase() {
        return Math.max(0, lag - intervalsInLag() * interval);
    }

    /** How many infusions run at any time, without the one that comes and goes. */
    int wholeOverlaps() {
        return (int) Math.floor(duration / interval * (1 + 1e-12));
    }

    /** Puts some intervals before the record into a time line that starts with the first of them. */
    void giveTo(Timeline.Builder line, int intervals) {
        if (constant()) {
            throw new IllegalStateException("a constant input has no intervals");
        }
        double start = time - intervals * interval;
        if (amount == 0) {
            return;
        }
        double perTime = duration > 0 ? amount / duration : 0;
        double rest = duration > 0 ? Math.max(0, duration - wholeOverlaps() * interval) : 0;
        if (duration > 0 && wholeOverlaps() > 0) {
            line.input(start, state, wholeOverlaps() * perTime, Double.NaN);
        }
        // an infusion that began in the interval before and reaches into the first
        double reaching = phase() + rest - interval;
        if (rest > 0 && reaching > 0) {
            line.input(start, state, perTime, start + reaching);
        }
        for (int k = intervals; k >= 1; k--) {
            double entry = time - k * interval + phase();
            if (duration == 0) {
                line.add(entry, state, amount);
            } else if (rest > 0) {
                line.input(entry, state, perTime, entry + rest);
            }
        }
    }
}

package ketum.engine.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Closed forms of the conformance suite, by file. They know the data files by heart and nothing of the engine. */
final class DosingOracles {

    /**
     * The output at one record.
     */
    interface Oracle {
        /**
         * @param time   of the record; the number just below it where the value before the record is asked for, so that a dose of this
         *               very moment does not count
         * @param record from 0
         */
        double at(double time, int record);
    }

    private static final Exponentials CENTRAL = Exponentials.single(0.2);
    private static final Exponentials ORAL = Exponentials.absorbed(1.5, 0.2);
    private static final Exponentials TWO = Exponentials.twoCompartments(0.25, 0.4, 0.15);

    private final Map<String, Oracle> byFile = new LinkedHashMap<>();

    private DosingOracles() {
    }

    static Map<String, Oracle> all() {
        DosingOracles all = new DosingOracles();
        all.plainDoses();
        all.infusions();
        all.lagsAndBioavailabilities();
        all.resets();
        all.steadyStates();
        all.steadyInfusions();
        all.steadyElsewhere();
        all.covariates();
        all.forms();
        return all.byFile;
    }

    private void put(String file, DoubleUnaryOperator atTime) {
        put(file, (time, _) -> atTime.applyAsDouble(time));
    }

    private void put(String file, Oracle oracle) {
        if (byFile.put(file, oracle) != null) {
            throw new IllegalStateException(file);
        }
    }

    /** One unit each, {@code count} times. */
    private static double boluses(Exponentials response, double since, double interval, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += response.bolus(since - k * interval);
        }
        return sum;
    }

    private static double infusions(double since, double duration, double interval, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += CENTRAL.infusion(since - k * interval, duration);
        }
        return sum;
    }

    private void plainDoses() {
        put("bolus", t -> 100 * CENTRAL.bolus(t));
        put("bolus-by-number", t -> 100 * ORAL.bolus(t) + 40 * CENTRAL.bolus(t - 1.5));
        put("bolus-oral", t -> 100 * ORAL.bolus(t));
        put("additional", t -> 100 * boluses(ORAL, t, 12, 4));
        put("additional-and-extra", t -> 15 * boluses(CENTRAL, t - 10, 12, 3) + 10 * CENTRAL.bolus(t - 20));
        put("additional-at-observation", t -> 100 * boluses(CENTRAL, t, 12, 3));
        put("additional-decimals", (t, _) -> {
            if (t < 0) {
                return 0;
            }
            double sum = 0;
            int tenths = (int) Math.rint(10 * t);
            for (int k = 0; k <= Math.min(7, tenths); k++) {
                sum += 100 * StrictMath.exp(-0.2 * (tenths - k) / 10.0);
            }
            return sum;
        });
        put("observation-then-dose", (t, i) -> 100 * CENTRAL.bolus(t) + (i == 1 ? 0 : 100 * CENTRAL.bolus(t - 12)));
        put("dose-then-observation", t -> 100 * boluses(CENTRAL, t, 12, 2));
        put("two-doses-at-once", (t, i) -> {
            double second = i < 2 || i == 2 && t < 2 ? 0 : i == 2 || i == 3 && t < 2 ? 20 : 40;
            return 100 * ORAL.bolus(t) + (i == 0 ? 0 : 30 * CENTRAL.bolus(t)) + second * StrictMath.exp(-0.2 * (t - 2));
        });
        put("zero-amount", t -> 100 * CENTRAL.bolus(t));
        put("interval-alone", t -> 100 * CENTRAL.bolus(t));
        put("bolus-and-infusion", t -> 100 * ORAL.bolus(t - 1) + 25 * infusions(t - 13, 2, 24, 3));
        put("other-event", t -> t <= 4 ? 100 * CENTRAL.bolus(t) : 100 * StrictMath.exp(-0.8 - 0.5 * (t - 4)));
    }

    private void infusions() {
        put("infusion-rate", t -> 20 * CENTRAL.infusion(t, 5));
        put("infusion-duration", t -> 20 * CENTRAL.infusion(t, 5));
        put("infusion-overlap", t -> 10 * infusions(t, 10, 4, 4));
        put("infusion-ends-at-observation", t -> 20 * CENTRAL.infusion(t, 5) + 30 * CENTRAL.infusion(t - 5, 2));
        put("infusion-rate-bioavailability", t -> 40 * CENTRAL.infusion(t, 6));
        put("infusion-duration-bioavailability", t -> 20 * CENTRAL.infusion(t, 12));
        put("modelled-duration", t -> 24 * CENTRAL.infusion(t, 10));
        put("modelled-rate", t -> 20 * CENTRAL.infusion(t, 4));
        put("modelled-duration-zero", t -> 100 * CENTRAL.bolus(t));
    }

    private void lagsAndBioavailabilities() {
        put("lag", t -> 100 * ORAL.bolus(t - 1.5));
        put("lag-additional-bioavailability", t -> 60 * boluses(ORAL, t - 5.13, 12, 4));
        put("lag-infusion-additional", t -> 25 * infusions(t - 3.25, 4, 12, 3));
        put("lag-by-record", t -> 100 * ORAL.bolus(t - 3) + 50 * ORAL.bolus(t - 1.5));
        put("lag-longer-than-next-record", t -> 100 * ORAL.bolus(t - 6) + 40 * ORAL.bolus(t - 2));
        put("lag-held-for-additional", t -> 100 * boluses(ORAL, t - 2, 12, 3));
        put("bioavailability-over-additional", t -> 100 * CENTRAL.bolus(t) + 40 * CENTRAL.bolus(t - 12) + 70 * CENTRAL.bolus(t - 24));
        put("bioavailability-of-lagged-dose", t -> 50 * CENTRAL.bolus(t - 4));
    }

    private void resets() {
        put("reset", t -> t < 28 ? 10 * infusions(t, 10, 12, 3) : 60 * CENTRAL.bolus(t - 38));
        put("reset-and-lag", t -> t < 7 ? 100 * ORAL.bolus(t) : 0);
        put("reset-and-dose", t -> t < 30 ? 10 * infusions(t, 10, 12, 3) : 120 * boluses(ORAL, t - 30, 12, 4));
        put("reset-and-lagged-dose", t -> t < 5 ? 100 * ORAL.bolus(t - 1) : 100 * ORAL.bolus(t - 7));
        put("reset-with-steady-state-and-lag", t -> t < 5 ? 55 * ORAL.bolus(t)
                : 100 * ORAL.endlessBolus(t, 6) + 100 * boluses(ORAL, t - 6, 6, 3));
        put("reset-clock", (t, i) -> (i < 2 ? 100 : 50) * CENTRAL.bolus(t));
        put("reset-and-steady-added", t -> t < 3 ? 80 * CENTRAL.bolus(t) : 100 * CENTRAL.endlessBolus(t - 3, 8));
    }

    private void steadyStates() {
        put("steady-bolus", t -> t < 5 ? 0 : 100 * CENTRAL.endlessBolus(t - 5, 8));
        put("steady-oral-additional", t -> t < 0 ? 0 : 100 * ORAL.endlessBolus(t, 8) + 100 * boluses(ORAL, t - 8, 8, 2));
        put("steady-lag", t -> t < 0 ? 0 : 100 * ORAL.endlessBolus(t + 16, 24) + 100 * ORAL.bolus(t - 8));
        put("steady-lag-longer-than-interval", t -> t < 0 ? 0 : 100 * ORAL.endlessBolus(t + 5, 8) + 100 * boluses(ORAL, t - 3, 8, 3));
        put("steady-lag-of-whole-intervals", t -> t < 0 ? 0 : 100 * CENTRAL.endlessBolus(t, 6) + 100 * boluses(CENTRAL, t - 6, 6, 2));
        put("steady-two-compartments", t -> t < 0 ? 0 : 100 * TWO.endlessBolus(t + 10, 12) + 100 * TWO.bolus(t - 2));
        put("steady-added", t -> {
            double first = 100 * ORAL.endlessBolus(t, 24) + 100 * boluses(ORAL, t - 24, 24, 3);
            double second = 50 * ORAL.endlessBolus(t - 12, 24) + 50 * boluses(ORAL, t - 36, 24, 2);
            return t < 0 ? 0 : t < 12 ? first : first + second;
        });
        put("steady-added-with-lag", t -> {
            double morning = 20 * ORAL.endlessBolus(t + 21, 24) + 20 * boluses(ORAL, t - 3, 24, 2);
            double evening = 10 * ORAL.endlessBolus(t + 14, 24) + 10 * boluses(ORAL, t - 10, 24, 2);
            return t < 0 ? 0 : t < 7 ? morning : morning + evening;
        });
        put("steady-replaces", t -> t < 5 ? 5 * CENTRAL.infusion(t, 20) : 70 * CENTRAL.endlessBolus(t - 5, 8));
    }

    private void steadyInfusions() {
        put("steady-infusion-shorter", t -> t < 0 ? 0 : 25 * CENTRAL.endlessInfusion(t, 12, 4));
        put("steady-infusion-equal", t -> t < 0 ? 0 : 10 * CENTRAL.endlessInfusion(t, 10, 10));
        put("steady-infusion-longer", t -> t < 0 ? 0 : 8 * CENTRAL.endlessInfusion(t, 6, 12.5));
        put("steady-infusion-much-longer", t -> t < 0 ? 0 : 10 * CENTRAL.endlessInfusion(t, 2, 21));
        put("steady-infusion-whole-overlaps", t -> t < 0 ? 0 : 10 * CENTRAL.endlessInfusion(t, 6, 12));
        put("steady-infusion-longer-lag-bioavailability", t -> t < 0 ? 0
                : 10 * CENTRAL.endlessInfusion(t + 3.5, 6, 16) + 10 * infusions(t - 2.5, 16, 6, 3));
        put("steady-modelled-duration", t -> t < 0 ? 0 : 61.0 / 9 * (CENTRAL.endlessInfusion(t, 24, 9) + CENTRAL.infusion(t - 24, 9)));
        put("steady-modelled-rate", t -> t < 0 ? 0 : 40 * CENTRAL.endlessInfusion(t, 12, 2.5));
        put("steady-constant-input", t -> t < 2 ? 0 : 50 * CENTRAL.endlessInput() * CENTRAL.bolus(t - 2));
        put("steady-constant-modelled", t -> t < 0 ? 0 : 16 * CENTRAL.endlessInput() * CENTRAL.bolus(t));
        put("steady-constant-then-infusion", (t, i) -> i == 0 && t < 0 ? 0 : 250 * StrictMath.exp(-0.2 * t) + 50 * CENTRAL.infusion(t, 10));
        put("steady-added-infusion-longer", t -> 10 * CENTRAL.infusion(t, 10) + (t < 4 ? 0 : 10 * CENTRAL.endlessInfusion(t - 4, 6, 9)));
    }

    private void steadyElsewhere() {
        put("steady-of-the-body", t -> t < 2 ? 60 - 50 * StrictMath.exp(-0.2 * t) : 60);
        put("steady-added-to-a-level", t -> 60 - 50 * StrictMath.exp(-0.2 * t) + (t < 2 ? 0 : 30 * CENTRAL.endlessBolus(t - 2, 6)));
        // half·ln(peak/trough) + peak - trough = most·interval, peak = trough + dose
        double trough = 100 / (StrictMath.exp(40.0 / 30) - 1);
        put("steady-saturable", t -> t < 0 ? 0 : saturable(trough + 100, t));
        put("steady-constant-saturable", t -> t < 0 ? 0 : saturable(120, t));
        put("steady-and-area", (_, i) -> {
            double peak = trough + 100;
            return i < 2 ? 0 : (30 * (peak - trough) + (peak * peak - trough * trough) / 2) / 10;
        });
        put("steady-conserved", t -> t < 0 ? 0 : 3 * 40.0 / (40 + 20));
    }

    /** From an amount, after a time of saturable elimination: half·ln(from/x) + from - x = most·time, by bisection. */
    private static double saturable(double from, double time) {
        double low = 0;
        double high = from;
        for (int i = 0; i < 200; i++) {
            double middle = 0.5 * (low + high);
            if (30 * StrictMath.log(from / middle) + from - middle > 10 * time) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    private void covariates() {
        put("covariate-locf", t -> t < 0 ? 0 : 100 * StrictMath.exp(-(0.2 * within(t, 0, 3) + 0.3 * within(t, 3, 7) + 0.1 * within(t, 7, 12))));
        put("covariate-nocb", t -> t < 0 ? 0 : 100 * StrictMath.exp(-(0.3 * within(t, 0, 3) + 0.1 * within(t, 3, 7) + 0.4 * within(t, 7, 12))));
        put("covariate-linear", t -> {
            double a = within(t, 0, 3);
            double b = within(t, 3, 7);
            double weights = 70 * a + 35 * a * a / 6 + 105 * b - 17.5 * b * b / 2 + 35 * within(t, 7, 12);
            return t < 0 ? 0 : 100 * StrictMath.exp(-0.2 / 70 * weights);
        });
        put("covariate-of-an-additional-dose", (t, i) -> {
            if (i == 0) {
                return t < 0 ? 0 : 100;
            }
            DoubleUnaryOperator passed = s -> 0.2 * (s + s * s / 24);
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                sum += 100 * (1 + k / 3.0) * StrictMath.exp(passed.applyAsDouble(4 * k) - passed.applyAsDouble(t));
            }
            return sum;
        });
        put("covariate-carried-back-to-a-lagged-dose", t -> t < 2 ? 0 : 200 * StrictMath.exp(-(0.4 * within(t, 2, 5) + 0.1 * within(t, 5, 8))));
        put("covariate-at-steady-state", t -> {
            double since = t - 2;
            return t < 2 ? 0 : 100 * CENTRAL.endlessBolus(0, 8) * StrictMath.exp(-0.2 * (since + since * since / 8));
        });
    }

    private static double within(double time, double from, double to) {
        return Math.max(0, Math.min(time, to) - from);
    }

    private void forms() {
        byHours("clock-times", 0, 6.75, 6.75, 15.5);
        byHours("dates", 0, 5 + 25 / 60.0, 23.25, 0, 50);
        byHours("dates-day-first", 0, 30);
        byHours("dates-year-first", 0, 6.5);
        byHours("dates-year-day-month", 0, 30.5, 0, 24);
        byHours("comments-and-missing", 0, 2, 5);
        byHours("event-derived", 0, 2, 5);
        byHours("blanks", 0, 2, 5);
    }

    /** A dose at once, and the hours that the records must be found at. */
    private void byHours(String file, double... hours) {
        put(file, (t, i) -> t < 0 ? 0 : 100 * StrictMath.exp(-0.2 * hours[i]));
    }
}

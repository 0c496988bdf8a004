package ketum.care;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ketum.care.Assessment.Analyte;
import ketum.care.Assessment.ExposureFinding;
import ketum.engine.Trajectories;
import ketum.kratom.Alkaloid;
import ketum.kratom.data.Tables;
import ketum.kratom.twin.Regimen;

/** Concentrations of seven alkaloids over the shown day, and how much they have built up since the first day of the present use. */
final class ExposureStep {

    private static final int PER_HOUR = 4;

    private final Cohorts cohorts;
    private final Summary summary;
    private final double[] axis;
    private final double start;
    private final Regimen shown;
    private final double[] hoursSinceDose;
    private final Trajectories now;
    private final Trajectories first;

    /** @param now the shown day, recorded at {@link #quarters} */
    ExposureStep(Cohorts cohorts, SharedSimulators simulators, UseHistory history, Trajectories now) {
        this.cohorts = cohorts;
        this.summary = new Summary(cohorts);
        this.start = history.shownStart();
        this.now = now;
        double[] times = quarters(start);
        this.axis = Arrays.stream(times).map(time -> time - start).toArray();
        this.shown = history.regimen().between(start, history.shownEnd());
        this.hoursSinceDose = hoursSinceDose(times, history.regimen());
        this.first = cohorts.run(simulators.full(), Cohorts.Moment.untouched(start), shown, times);
    }

    ExposureFinding finding() {
        List<Analyte> found = new ArrayList<>();
        for (Alkaloid alkaloid : Alkaloid.values()) {
            found.add(analyte(alkaloid));
        }
        return new ExposureFinding(found, shown.doses().stream().mapToDouble(dose -> dose.timeHours() - start).distinct().toArray());
    }

    /** Quarter hours of one day. */
    static double[] quarters(double start) {
        double[] times = new double[24 * PER_HOUR + 1];
        for (int i = 0; i < times.length; i++) {
            times[i] = start + (double) i / PER_HOUR;
        }
        return times;
    }

    /** Hours from the dose before each time, of this day or an earlier one; the time itself where none came before. */
    private static double[] hoursSinceDose(double[] times, Regimen doses) {
        double[] hours = new double[times.length];
        for (int t = 0; t < times.length; t++) {
            double last = times[0];
            for (Regimen.Dose dose : doses.doses()) {
                if (dose.timeHours() < times[t]) {
                    last = dose.timeHours();
                }
            }
            hours[t] = times[t] - last;
        }
        return hours;
    }

    private Analyte analyte(Alkaloid alkaloid) {
        double toMass = Tables.standard().table("molecules").value(alkaloid.id(), "molar_mass") / 1000;
        int output = SharedSimulators.full("C_" + alkaloid.symbol());
        int n = cohorts.subjects();
        double[] cmax = new double[n];
        double[] tmax = new double[n];
        double[] auc = new double[n];
        double[] accumulation = new double[n];
        double[] trough = new double[n];
        double[][] curves = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] curve = Arrays.stream(now.series(output, i)).map(c -> c * toMass).toArray();
            int peak = highest(curve);
            curves[i] = curve;
            cmax[i] = curve[peak];
            tmax[i] = Double.isNaN(curve[peak]) ? Double.NaN : hoursSinceDose[peak];
            auc[i] = area(axis, curve);
            accumulation[i] = auc[i] / (area(axis, first.series(output, i)) * toMass);
            trough[i] = Arrays.stream(curve).min().orElse(Double.NaN);
        }
        String id = alkaloid.id();
        return new Analyte(id, "ng/mL",
                summary.quantity(id + ".cmax", "highest concentration of the day", "ng/mL", cmax, Grades.EXPOSURE),
                summary.quantity(id + ".tmax", "hours from a dose to the highest concentration of the day", "h", tmax, Grades.EXPOSURE),
                summary.quantity(id + ".auc_tau", "area over the day", "ng.h/mL", auc, Grades.EXPOSURE),
                summary.quantity(id + ".accumulation_auc", "area now over area on a first day", "1", accumulation, Grades.ACCUMULATION),
                summary.quantity(id + ".trough", "lowest concentration of the day", "ng/mL", trough, Grades.ACCUMULATION),
                summary.series(id, id + " in plasma", "ng/mL", axis, curves, Grades.EXPOSURE));
    }

    private static int highest(double[] curve) {
        int peak = 0;
        for (int t = 1; t < curve.length; t++) {
            if (curve[t] > curve[peak]) {
                peak = t;
            }
        }
        return peak;
    }

    /** Trapezoids; a quarter hour is short against every process here. */
    static double area(double[] times, double[] values) {
        double area = 0;
        for (int t = 1; t < times.length; t++) {
            area += (times[t] - times[t - 1]) * (values[t] + values[t - 1]) / 2;
        }
        return area;
    }
}

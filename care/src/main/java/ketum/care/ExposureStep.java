package ketum.care;

import java.util.ArrayList;
import java.util.List;
import ketum.care.Assessment.Analyte;
import ketum.care.Assessment.ExposureFinding;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;
import ketum.kratom.Alkaloid;
import ketum.kratom.data.Tables;
import ketum.kratom.twin.Regimen;

/** Concentrations of seven alkaloids over the shown day, and how much they have built up since the first day of the present use. */
final class ExposureStep {

    /** 20 days are more than 10 half-lives of the longest-lived alkaloid. */
    private static final int LEAD_DAYS = 20;
    private static final int PER_HOUR = 4;

    private final Cohorts cohorts;
    private final UseHistory history;

    ExposureStep(Cohorts cohorts, UseHistory history) {
        this.cohorts = cohorts;
        this.history = history;
    }

    ExposureFinding run() {
        List<Alkaloid> analytes = List.of(Alkaloid.values());
        Simulator simulator = cohorts.simulator(analytes.stream().map(a -> "C_" + a.symbol()).toList());
        double day = history.shownStart();
        double lead = Math.max(0, day - LEAD_DAYS * 24.0);
        Regimen doses = history.regimen().between(lead, day + 24);
        Trajectories now = cohorts.run(simulator, new Cohorts.Moment(lead, java.util.Map.of()), doses, quarters(day));
        Regimen shown = history.regimen().between(day, day + 24);
        Trajectories first = cohorts.run(simulator, new Cohorts.Moment(day, java.util.Map.of()), shown, quarters(day));
        double firstDose = shown.doses().isEmpty() ? day : shown.doses().getFirst().timeHours();
        List<Analyte> found = new ArrayList<>();
        for (Alkaloid alkaloid : analytes) {
            found.add(analyte(alkaloid, alkaloid.ordinal(), now, first, firstDose));
        }
        return new ExposureFinding(found, shown.doses().stream().mapToDouble(dose -> dose.timeHours() - day).toArray());
    }

    /** Quarter hours of one day. */
    static double[] quarters(double start) {
        double[] times = new double[24 * PER_HOUR + 1];
        for (int i = 0; i < times.length; i++) {
            times[i] = start + (double) i / PER_HOUR;
        }
        return times;
    }

    private Analyte analyte(Alkaloid alkaloid, int output, Trajectories now, Trajectories first, double firstDose) {
        double toMass = Tables.standard().table("molecules").value(alkaloid.id(), "molar_mass") / 1000;
        Summary summary = new Summary(cohorts.size());
        int n = cohorts.subjects();
        double[] cmax = new double[n];
        double[] tmax = new double[n];
        double[] auc = new double[n];
        double[] accumulation = new double[n];
        double[] trough = new double[n];
        double[][] curves = new double[n][];
        double[] times = now.times();
        for (int i = 0; i < n; i++) {
            double[] curve = now.series(output, i);
            int peak = 0;
            int lowest = 0;
            for (int t = 0; t < curve.length; t++) {
                curve[t] *= toMass;
                if (curve[t] > curve[peak]) {
                    peak = t;
                }
                if (curve[t] < curve[lowest]) {
                    lowest = t;
                }
            }
            curves[i] = curve;
            cmax[i] = curve[peak];
            tmax[i] = times[peak] - firstDose;
            auc[i] = area(times, curve);
            accumulation[i] = auc[i] / (area(times, first.series(output, i)) * toMass);
            trough[i] = curve[lowest];
        }
        String id = alkaloid.id();
        double start = times[0];
        double[] axis = java.util.Arrays.stream(times).map(t -> t - start).toArray();
        return new Analyte(id, "ng/mL",
                summary.quantity(id + ".cmax", "highest concentration of the day", "ng/mL", cmax, Grades.EXPOSURE),
                summary.quantity(id + ".tmax", "hours from the first dose of the day to the highest", "h", tmax, Grades.EXPOSURE),
                summary.quantity(id + ".auc_tau", "area over the day", "ng.h/mL", auc, Grades.EXPOSURE),
                summary.quantity(id + ".accumulation_auc", "area now over area on a first day", "1", accumulation, Grades.ACCUMULATION),
                summary.quantity(id + ".trough", "lowest concentration of the day", "ng/mL", trough, Grades.ACCUMULATION),
                summary.series(id, id + " in plasma", "ng/mL", axis, curves, Grades.EXPOSURE));
    }

    /** Trapezoids; a quarter hour is short against every process here. */
    private static double area(double[] times, double[] values) {
        double area = 0;
        for (int t = 1; t < times.length; t++) {
            area += (times[t] - times[t - 1]) * (values[t] + values[t - 1]) / 2;
        }
        return area;
    }
}

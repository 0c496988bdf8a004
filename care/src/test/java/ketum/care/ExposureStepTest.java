package ketum.care;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.List;
import ketum.care.Assessment.Analyte;
import ketum.care.Assessment.ExposureFinding;
import ketum.engine.population.Quantiles;
import ketum.kratom.Alkaloid;
import ketum.kratom.data.Tables;
import ketum.kratom.twin.Accuracy;
import ketum.kratom.twin.Spread;
import ketum.kratom.twin.Twins;
import org.junit.jupiter.api.Test;

/**
 * The oracle is the closed form of a gut and two compartments with linear elimination (a sum of three exponentials), worked out here for each
 * twin of the cohort in which people do not differ; in it no day differs from another either.
 */
class ExposureStepTest {

    private static final int TWINS = 20;

    private record Setting(Cohorts cohorts, UseHistory history, ExposureFinding finding) {

        static Setting of(Case input) {
            Cohorts cohorts = Cohorts.draw(input.person(), List.of(), input.products().stream().map(p -> new Twins.Counted(p.product(), p.use().unit())).toList(),
                    TWINS, 11, 2, Accuracy.STANDARD);
            UseHistory history = UseHistory.of(input);
            SharedSimulators simulators = SharedSimulators.of(cohorts);
            return new Setting(cohorts, history, new ExposureStep(cohorts, simulators, history, new SignalStep(cohorts, simulators, history).day()).finding());
        }

        Analyte analyte(Alkaloid alkaloid) {
            return finding.analytes().get(alkaloid.ordinal());
        }

        double median(java.util.function.IntToDoubleFunction ofSubject) {
            int first = cohorts.first(Spread.SCIENCE);
            return Quantiles.of(java.util.stream.IntStream.range(first, first + TWINS).mapToDouble(ofSubject).toArray()).at(0.5);
        }
    }

    /** Area under the concentration from {@code from} to {@code to} hours after a dose, in ng.h/mL per unit of product. */
    private static double area(Setting setting, int subject, Alkaloid alkaloid, double from, double to) {
        String s = alkaloid.symbol();
        double vc = setting.cohorts.parameter("Vc_" + s)[subject];
        double k10 = setting.cohorts.parameter("CL_" + s)[subject] / vc;
        double k12 = setting.cohorts.parameter("Q_" + s)[subject] / vc;
        double k21 = setting.cohorts.parameter("Q_" + s)[subject] / setting.cohorts.parameter("Vp_" + s)[subject];
        double ka = setting.cohorts.parameter("ka_" + s)[subject];
        double sum = k10 + k12 + k21;
        double root = StrictMath.sqrt(sum * sum - 4 * k10 * k21);
        double alpha = (sum + root) / 2;
        double beta = (sum - root) / 2;
        double dose = 1000 * setting.cohorts.milligramsPerUnit(subject, 0, alkaloid) * setting.cohorts.parameter("F_" + s)[subject];
        return dose * ka / vc * ((k21 - alpha) / ((ka - alpha) * (beta - alpha)) * piece(alpha, from, to)
                + (k21 - beta) / ((ka - beta) * (alpha - beta)) * piece(beta, from, to) + (k21 - ka) / ((alpha - ka) * (beta - ka)) * piece(ka, from, to));
    }

    private static double piece(double rate, double from, double to) {
        return (StrictMath.exp(-rate * from) - StrictMath.exp(-rate * to)) / rate;
    }

    /** Area over one day of doses of 4 g taken on {@code days} days up to and including it. */
    private static double dayArea(Setting setting, int subject, Alkaloid alkaloid, int days) {
        double area = 0;
        for (int day = 0; day < days; day++) {
            for (LocalTime time : Cases.FOUR_TIMES) {
                double hour = UseHistory.hour(time) - 24.0 * day;
                area += 4 * area(setting, subject, alkaloid, Math.max(0, -hour), 24 - hour);
            }
        }
        return area;
    }

    @Test
    void areaOverADayAndItsAccumulationAreThoseOfTheClosedForm() {
        Setting setting = Setting.of(Cases.daily(25).get());
        for (Alkaloid alkaloid : Alkaloid.values()) {
            if (alkaloid != Alkaloid.SEVEN_HYDROXYMITRAGYNINE) {
                double now = setting.median(subject -> dayArea(setting, subject, alkaloid, 25));
                double ratio = setting.median(subject -> dayArea(setting, subject, alkaloid, 25) / dayArea(setting, subject, alkaloid, 1));
                assertEquals(1, setting.analyte(alkaloid).aucTau().science().median() / now, 0.01, alkaloid.id() + " area");
                assertEquals(1, setting.analyte(alkaloid).accumulationAuc().science().median() / ratio, 0.01, alkaloid.id() + " accumulation");
            }
        }
    }

    @Test
    void atSteadyStateADaysAreaIsTheDaysDoseOverClearance() {
        Setting setting = Setting.of(Cases.daily(60).get());
        double molarMass = Tables.standard().table("molecules").value(Alkaloid.MITRAGYNINE.id(), "molar_mass");
        assertTrue(molarMass > 390 && molarMass < 400);
        double expected = setting.median(subject -> 16 * 1000 * setting.cohorts.milligramsPerUnit(subject, 0, Alkaloid.MITRAGYNINE)
                * setting.cohorts.parameter("F_MG")[subject] / setting.cohorts.parameter("CL_MG")[subject]);
        assertEquals(1, setting.analyte(Alkaloid.MITRAGYNINE).aucTau().science().median() / expected, 0.015);
    }

    @Test
    void onAFirstDayNothingHasAccumulated() {
        Setting setting = Setting.of(Cases.daily(1).get());
        for (Analyte analyte : setting.finding.analytes()) {
            assertEquals(1, analyte.accumulationAuc().both().low(), 1e-9, analyte.analyte());
            assertEquals(1, analyte.accumulationAuc().both().high(), 1e-9, analyte.analyte());
            assertEquals(0, analyte.trough().both().high(), 1e-9, analyte.analyte());
        }
    }

    @Test
    void theHighestConcentrationIsTimedFromTheDoseBeforeIt() {
        Setting setting = Setting.of(Cases.daily(25).get());
        assertArrayEquals(new double[] {7, 12, 17, 22}, setting.finding.doseTimesH());
        double gap = 9; // from 22 to 7 o'clock
        setting.finding.analytes().forEach(analyte -> {
            assertTrue(analyte.tmaxH().both().low() > 0, analyte.analyte() + " " + analyte.tmaxH().both());
            assertTrue(analyte.tmaxH().both().high() <= gap, analyte.analyte() + " " + analyte.tmaxH().both());
        });
        assertEquals(1.1, setting.analyte(Alkaloid.MITRAGYNINE).tmaxH().both().median(), 0.5, "published: an hour or so after a dose");
    }

    @Test
    void troughIsTheLowestAndPeakTheHighestPointOfTheSeries() {
        Setting setting = Setting.of(Cases.daily(25).get());
        Analyte analyte = setting.analyte(Alkaloid.MITRAGYNINE);
        double[] highest = analyte.series().sampled().stream().mapToDouble(curve -> java.util.Arrays.stream(curve).max().orElseThrow()).toArray();
        double[] lowest = analyte.series().sampled().stream().mapToDouble(curve -> java.util.Arrays.stream(curve).min().orElseThrow()).toArray();
        assertEquals(Quantiles.of(highest).at(0.95), analyte.cmax().both().high(), "all twins are among the sampled ones");
        assertEquals(Quantiles.of(lowest).at(0.05), analyte.trough().both().low());
    }
}

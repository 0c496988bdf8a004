package ketum.kratom.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ketum.engine.Cohort;
import ketum.engine.DoseList;
import ketum.engine.Options;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;
import ketum.engine.model.Model;
import ketum.kratom.Alkaloid;
import ketum.kratom.data.Table;
import ketum.kratom.data.Tables;
import org.junit.jupiter.api.Test;

/** The engine's numerical solution of the exposure equations against the closed form that they were fitted with. */
class EngineAgreementTest {
    private static final String EXPOSURE = """
            model exposure
              unit time_unit = 3600 second
              unit hour = 3600 second
              unit per_hour = 1/hour
              unit nmol = 1e-9 mole
              unit litre_per_hour = litre/hour
              unit nM = 1e-9 mole/litre
              ka_MG = 1 per_hour; CL_MG = 1 litre_per_hour; Vc_MG = 1 litre; Q_MG = 1 litre_per_hour; Vp_MG = 1 litre
              F_MG = 1 dimensionless
              G_MG = 0 nmol; A_MG = 0 nmol; P_MG = 0 nmol
              G_MG' = -ka_MG*G_MG
              A_MG' = F_MG*ka_MG*G_MG - (CL_MG + Q_MG)/Vc_MG*A_MG + Q_MG/Vp_MG*P_MG
              P_MG' = Q_MG/Vc_MG*A_MG - Q_MG/Vp_MG*P_MG
              C_MG := A_MG/Vc_MG
              C_MG has nM
              phi = 0.5 dimensionless; km_OH = 1 per_hour; V_OH = 1 litre; F_OH = 1 dimensionless
              A_OH = 0 nmol
              A_OH' = F_OH*(phi*ka_MG*G_MG + (1 - phi)*CL_MG/Vc_MG*A_MG) - km_OH*A_OH
              C_OH := A_OH/V_OH
              C_OH has nM
            end
            """;

    @Test
    void theEngineGivesTheConcentrationsOfTheCalibratedRows() {
        Tables tables = Tables.standard();
        Table calibrated = tables.table("exposure-calibrated");
        double dose = ObservedExposure.of(tables, Alkaloid.MITRAGYNINE).doseNmol();
        int size = ExposureCalibration.RIDGE_ROWS;
        double bioavailability = 0.6;
        double share = 0.4;
        Map<String, double[]> parameters = new HashMap<>();
        for (String id : List.of("ka_MG", "CL_MG", "Vc_MG", "Q_MG", "Vp_MG", "F_MG", "phi", "km_OH", "V_OH")) {
            parameters.put(id, new double[size]);
        }
        Arrays.fill(parameters.get("F_MG"), bioavailability);
        Arrays.fill(parameters.get("phi"), share);
        for (int i = 0; i < size; i++) {
            TwoCompartments row = ExposureCalibrationTest.row(Alkaloid.MITRAGYNINE, i + 1);
            parameters.get("ka_MG")[i] = row.absorptionRate();
            parameters.get("CL_MG")[i] = row.clearance();
            parameters.get("Vc_MG")[i] = row.centralVolume();
            parameters.get("Q_MG")[i] = row.intercompartmentalClearance();
            parameters.get("Vp_MG")[i] = row.peripheralVolume();
            parameters.get("km_OH")[i] = calibrated.value(ExposureCalibration.id(i + 1, share), "km");
            parameters.get("V_OH")[i] = calibrated.value(ExposureCalibration.id(i + 1, share), "V");
        }
        double[] times = ObservedExposure.of(tables, Alkaloid.MITRAGYNINE).sampling().timesHours();
        Simulator simulator = Simulator.compile(Model.parse("exposure", EXPOSURE), List.of("C_MG", "C_OH"), Options.of(1e-9, 1e-9));
        DoseList tea = new DoseList(new double[] {0}, new int[] {simulator.stateIndex("G_MG")}, new double[] {dose});
        Trajectories solved = simulator.run(new Cohort(size, 0, times, parameters, Map.of(), subject -> tea));
        for (int i = 0; i < size; i++) {
            TwoCompartments row = ExposureCalibrationTest.row(Alkaloid.MITRAGYNINE, i + 1);
            ExponentialSum parent = row.concentration(dose * bioavailability);
            ExponentialSum formed = row.metabolite(dose, bioavailability, share, parameters.get("km_OH")[i]).times(1 / parameters.get("V_OH")[i]);
            for (int t = 0; t < times.length; t++) {
                assertEquals(parent.at(times[t]), solved.value(0, i, t), 1e-6 * parent.at(times[t]), "mitragynine at " + times[t]);
                assertEquals(formed.at(times[t]), solved.value(1, i, t), 1e-6 * formed.at(times[t]), "7-OH at " + times[t]);
            }
        }
    }
}
